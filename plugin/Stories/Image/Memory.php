<?php
// Tells before decoding whether a picture fits into PHP's memory: to find out by trying ends the request.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Memory {
	/** Bytes of a pixel in GD. */
	private const PIXEL = 4;
	/** Bytes a pixel while it is decoded: GD's own, and what the format's library holds beside them. */
	private const DECODED = [
		'image/jpeg' => 4,
		'image/png' => 8,
		'image/webp' => 8,
		'image/avif' => 12,
	];
	/** Encoded files, and the rest of the request. */
	private const RESERVE = 16 * MB_IN_BYTES;

	/** Whether GD may decode it and scale it down to this many pixels a side. */
	public static function fits(Header $header, int $edge): bool {
		return self::needed($header->type, [$header->width, $header->height], $edge) <=
			self::free();
	}

	/** How many megapixels a picture of this type and shape may have to fit. */
	public static function megapixels(Header $header, int $edge): int {
		$free = self::free();
		$megapixels = intdiv($header->pixels(), 1_000_000);
		do {
			$scale = sqrt(($megapixels * 1_000_000) / $header->pixels());
			$size = [(int) ceil($header->width * $scale), (int) ceil($header->height * $scale)];
		} while (self::needed($header->type, $size, $edge) > $free && --$megapixels > 1);
		return max(1, $megapixels);
	}

	/** @param array{int, int} $size */
	private static function needed(Type $type, array $size, int $edge): int {
		[$width, $height] = $size;
		[$to_width, $to_height] = wp_constrain_dimensions($width, $height, $edge, $edge);
		$scaled = $to_width * $to_height * self::PIXEL;
		// GD scales the width first, into a picture that is as high as before.
		$between = $to_width * $height * self::PIXEL;
		$decoding =
			$width * $height * (self::DECODED[$type->value] ?? self::PIXEL) + $between + $scaled;
		// The picture, what turns or scales it, and the other sizes, of which core's come to 1.3 times the picture.
		return max($decoding, 4 * $scaled) + self::RESERVE;
	}

	private static function free(): int {
		$limit = wp_convert_hr_to_bytes(ini_get('memory_limit'));
		return $limit <= 0 ? PHP_INT_MAX : $limit - memory_get_usage(true);
	}
}
