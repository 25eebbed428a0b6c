<?php
// Walks the chunks of a PNG file (W3C PNG, third edition).

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Png {
	private const SIGNATURE = "\x89PNG\r\n\x1A\n";
	/** What a picture is made of. Compressed texts could fill a decoder's memory; an animation's frames lie outside. */
	private const PICTURE = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

	/** @throws Refused */
	public static function read(string $bytes): Header {
		$orientation = 1;
		$profile = null;
		$picture = self::SIGNATURE;
		foreach (self::chunks($bytes) as [$name, $start, $end]) {
			if ($name === 'iCCP') {
				$profile ??= self::inflate(substr($bytes, $start + 8, $end - $start - 12));
			} elseif ($name === 'eXIf') {
				$orientation = Exif::orientation(substr($bytes, $start + 8, $end - $start - 12));
			} elseif (in_array($name, self::PICTURE, true)) {
				$picture .= self::sound(substr($bytes, $start, $end - $start));
			}
		}
		return new Header(
			type: Type::Png,
			width: Bytes::big($bytes, 16, 4),
			height: Bytes::big($bytes, 20, 4),
			orientation: $orientation,
			profile: $profile,
			picture: $picture,
		);
	}

	/** Puts the profile behind the first chunk of a picture that Header::$picture gave. */
	public static function with_profile(string $picture, string $profile): string {
		$data = "iCCPICC\0\0" . gzcompress($profile);
		$chunk = pack('N', strlen($data) - 4) . $data . pack('N', crc32($data));
		return substr_replace($picture, $chunk, 33, 0);
	}

	/** Whether the file holds nothing but a picture and at most a colour profile. */
	public static function is_bare(string $bytes): bool {
		$ends = 8;
		foreach (self::chunks($bytes) as [$name, , $end]) {
			if (!in_array($name, [...self::PICTURE, 'iCCP'], true)) {
				return false;
			}
			$ends = $end;
		}
		return $ends === strlen($bytes);
	}

	/** @return \Generator<int, array{string, int, int}> name, first byte, byte after the last */
	private static function chunks(string $bytes): \Generator {
		$start = strlen(self::SIGNATURE);
		if (substr($bytes, $start, 8) !== "\0\0\0\x0DIHDR") {
			throw new Refused('damaged');
		}
		for ($parts = 0; $parts < Bytes::MAX_PARTS; ++$parts) {
			$end = $start + 12 + Bytes::big($bytes, $start, 4);
			$name = substr($bytes, $start + 4, 4);
			if ($end > strlen($bytes)) {
				throw new Refused('damaged');
			}
			yield [$name, $start, $end];
			if ($name === 'IEND') {
				return;
			}
			$start = $end;
		}
		throw new Refused('unreadable');
	}

	private static function sound(string $chunk): string {
		$is_sound = Bytes::big($chunk, strlen($chunk) - 4, 4) === crc32(substr($chunk, 4, -4));
		return $is_sound ? $chunk : throw new Refused('damaged');
	}

	/** @param string $chunk a name, NUL, the method 0, then the profile compressed */
	private static function inflate(string $chunk): ?string {
		$name = strpos($chunk, "\0\0");
		if ($name === false || !function_exists('gzuncompress')) {
			return null;
		}
		// Warns of what is broken or larger than allowed.
		$profile = @gzuncompress(substr($chunk, $name + 2), ColorProfile::MAX_BYTES);
		return $profile === false ? null : ColorProfile::checked($profile);
	}
}
