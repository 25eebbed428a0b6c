<?php
// Decides whether a picture needs a format that can be transparent.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Transparency {
	/** Pixels of a side that are looked at. */
	private const SAMPLE = 200;
	/** A pixel is seen through from here on, 1 being all gone. */
	private const FROM = 0.1;
	/** Share of such pixels that is left out of account: the round corners of a window, say. */
	private const TOLERATED = 0.01;

	/** @return array{int, int} width and height of a picture small enough to look at each pixel */
	public static function sample(Picture $picture): array {
		return [min(self::SAMPLE, $picture->width()), min(self::SAMPLE, $picture->height())];
	}

	/** @param list<float> $transparencies of each pixel, from 0 to 1 */
	public static function is_seen(array $transparencies): bool {
		$seen = array_filter(
			$transparencies,
			static fn(float $transparency): bool => $transparency >= self::FROM,
		);
		return count($seen) > self::TOLERATED * count($transparencies);
	}
}
