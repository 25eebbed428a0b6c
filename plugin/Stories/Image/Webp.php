<?php
// Walks the chunks of a WebP file (RFC 9649).

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Webp {
	/** Where, in a frame of an animation, its chunks begin. */
	private const FRAME_HEADER = 16;

	/** @throws Refused */
	public static function read(string $bytes): Header {
		$orientation = 1;
		$profile = null;
		$end = min(strlen($bytes), 8 + Bytes::little($bytes, 4, 4));
		$image = self::image($bytes, 12, $end);
		foreach (self::chunks($bytes, 12, $end) as [$name, $at, $length]) {
			if ($name === 'ANMF') {
				// Of an animation the first frame is taken.
				$image ??= self::image($bytes, $at + self::FRAME_HEADER, $at + $length);
			} elseif ($name === 'ICCP') {
				$profile ??= ColorProfile::checked(substr($bytes, $at, $length));
			} elseif ($name === 'EXIF') {
				$exif = substr($bytes, $at, $length);
				$orientation = Exif::orientation(
					str_starts_with($exif, "Exif\0\0") ? substr($exif, 6) : $exif,
				);
			}
		}
		[$name, $data, $alpha] = $image ?? throw new Refused('damaged');
		[$width, $height] = self::size($name, $data);
		$extended =
			$alpha === '' ? '' : self::extended($width, $height) . self::chunk('ALPH', $alpha);
		$chunks = 'WEBP' . $extended . self::chunk($name, $data);
		return new Header(
			type: Type::Webp,
			width: $width,
			height: $height,
			orientation: $orientation,
			profile: $profile,
			picture: self::chunk('RIFF', $chunks),
		);
	}

	/** @return ?array{string, string, string} name and content of the picture's chunk, content of its alpha channel's */
	private static function image(string $bytes, int $at, int $end): ?array {
		$alpha = '';
		foreach (self::chunks($bytes, $at, $end) as [$name, $start, $length]) {
			if ($name === 'ALPH') {
				$alpha = substr($bytes, $start, $length);
			} elseif ($name === 'VP8 ') {
				return [$name, substr($bytes, $start, $length), $alpha];
			} elseif ($name === 'VP8L') {
				return [$name, substr($bytes, $start, $length), ''];
			}
		}
		return null;
	}

	/** @return \Generator<int, array{string, int, int}> name, first byte of its content, length of its content */
	private static function chunks(string $bytes, int $at, int $end): \Generator {
		for ($parts = 0; $at + 8 <= $end; ++$parts) {
			$length = Bytes::little($bytes, $at + 4, 4);
			if ($at + 8 + $length > $end) {
				throw new Refused('damaged');
			}
			if ($parts === Bytes::MAX_PARTS) {
				throw new Refused('unreadable');
			}
			yield [substr($bytes, $at, 4), $at + 8, $length];
			$at += 8 + $length + ($length % 2);
		}
	}

	/**
	 * As the decoder will read it, whatever the outer header says.
	 *
	 * @return array{int, int}
	 */
	private static function size(string $name, string $image): array {
		if ($name === 'VP8L' && str_starts_with($image, "\x2F")) {
			$bits = Bytes::little($image, 1, 4);
			return [1 + ($bits & 0x3fff), 1 + (($bits >> 14) & 0x3fff)];
		}
		if ($name === 'VP8 ' && substr($image, 3, 3) === "\x9D\x01\x2A") {
			return [Bytes::little($image, 6, 2) & 0x3fff, Bytes::little($image, 8, 2) & 0x3fff];
		}
		throw new Refused('damaged');
	}

	private static function extended(int $width, int $height): string {
		$size = substr(pack('V', $width - 1), 0, 3) . substr(pack('V', $height - 1), 0, 3);
		return self::chunk('VP8X', "\x10\0\0\0" . $size);
	}

	private static function chunk(string $name, string $data): string {
		return $name . pack('V', strlen($data)) . $data . (strlen($data) % 2 === 1 ? "\0" : '');
	}
}
