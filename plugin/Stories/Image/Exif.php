<?php
// The one thing that is read from Exif: how the picture stands.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Exif {
	private const ORIENTATION = 0x0112;
	private const SHORT = 3;
	/** For each orientation: whether to mirror left to right, and then how far to turn clockwise. */
	private const TURNS = [
		1 => [false, 0],
		[true, 0],
		[false, 180],
		[true, 180],
		[true, 270],
		[false, 90],
		[true, 90],
		[false, 270],
	];

	/** @param string $tiff Exif from its byte order mark on. Broken Exif stands upright. */
	public static function orientation(string $tiff): int {
		$number = match (substr($tiff, 0, 4)) {
			"II*\0" => Bytes::little(...),
			"MM\0*" => Bytes::big(...),
			default => null,
		};
		if ($number === null) {
			return 1;
		}
		try {
			$at = $number($tiff, 4, 4);
			for ($left = $number($tiff, $at, 2), $at += 2; $left > 0; --$left, $at += 12) {
				if ($number($tiff, $at, 2) !== self::ORIENTATION) {
					continue;
				}
				$value = $number(
					$tiff,
					$at + 8,
					$number($tiff, $at + 2, 2) === self::SHORT ? 2 : 4,
				);
				return $value >= 1 && $value <= 8 ? $value : 1;
			}
		} catch (Refused) {
			return 1;
		}
		return 1;
	}

	/**
	 * What makes a picture upright.
	 *
	 * @return array{bool, int} whether to mirror it left to right, and then by how many degrees to turn it clockwise
	 */
	public static function turn(int $orientation): array {
		return self::TURNS[$orientation] ?? self::TURNS[1];
	}
}
