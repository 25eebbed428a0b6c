<?php
// Makes a picture in all sizes that the site has registered.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Sizes {
	/**
	 * The picture itself as "full", then from large to small those that are smaller than it.
	 *
	 * @return \Generator<string, Picture>
	 */
	public static function of(Picture $master): \Generator {
		yield 'full' => $master;
		$sources = [$master];
		foreach (
			self::parts($master)
			as $name => [, , $left, $top, $width, $height, $of_width, $of_height]
		) {
			// Made of the smallest picture that is still twice as large: as sharp, in a third of the time.
			$source = $master;
			$scale = 1.0;
			foreach ($sources as $smaller) {
				$by = $smaller->width() / $master->width();
				if ($of_width * $by >= 2 * $width && $of_height * $by >= 2 * $height) {
					[$source, $scale] = [$smaller, $by];
				}
			}
			$x = (int) floor($left * $scale);
			$y = (int) floor($top * $scale);
			$part = [
				$x,
				$y,
				max(1, min($source->width() - $x, (int) round($of_width * $scale))),
				max(1, min($source->height() - $y, (int) round($of_height * $scale))),
			];
			$picture = $source->scaled($part, $width, $height);
			if ([$of_width, $of_height] === [$master->width(), $master->height()]) {
				$sources[] = $picture;
			}
			yield $name => $picture;
		}
	}

	/**
	 * The middle of the picture, as squares.
	 *
	 * @param list<int> $edges in pixels
	 * @return \Generator<string, Picture>
	 */
	public static function squares(Picture $master, array $edges): \Generator {
		$side = min($master->width(), $master->height());
		$left = intdiv($master->width() - $side, 2);
		// Faces are rather above the middle.
		$top = intdiv($master->height() - $side, 3);
		foreach ($edges as $edge) {
			yield (string) $edge => $master->scaled([$left, $top, $side, $side], $edge, $edge);
		}
	}

	/**
	 * Which part of the picture each size shows, largest first, as imagecopyresampled() takes it.
	 *
	 * @return array<string, array<int, int>>
	 */
	private static function parts(Picture $master): array {
		$parts = [];
		foreach (wp_get_registered_image_subsizes() as $name => $size) {
			/** @var list<int|float>|false $part false: it would not be smaller */
			$part = image_resize_dimensions(
				$master->width(),
				$master->height(),
				$size['width'],
				$size['height'],
				$size['crop'],
			);
			if ($part !== false) {
				$parts[$name] = array_map(
					static fn(int|float $pixels): int => (int) $pixels,
					$part,
				);
			}
		}
		uasort(
			$parts,
			static fn(array $one, array $other): int => $other[4] * $other[5] <=> $one[4] * $one[5],
		);
		return $parts;
	}
}
