<?php
// Reads what an AVIF or HEIC file says of its primary picture (ISO/IEC 23008-12).

declare(strict_types=1);

namespace Throughline\Stories\Image;

use Throughline\Stories\Images;

defined('ABSPATH') || exit();

final class Heif {
	/** Exif's numbers for quarters counter-clockwise, then a mirror: none, top to bottom, left to right. */
	private const ORIENTATIONS = [[1, 4, 2], [8, 5, 7], [3, 2, 4], [6, 7, 5]];

	/** @throws Refused */
	public static function read(string $bytes, Type $type): Header {
		[$at, $end] = Boxes::find(Boxes::of($bytes, 0, strlen($bytes)), 'meta');
		$meta = Boxes::of($bytes, $at + 4, $end);
		$parts = Boxes::of($bytes, ...Boxes::find($meta, 'iprp'));
		$properties = Boxes::of($bytes, ...Boxes::find($parts, 'ipco'));
		self::check_sizes($bytes, $properties);
		$size = null;
		$profile = null;
		$turns = 0;
		$mirror = 0;
		foreach (self::primary($bytes, $meta, $parts) as $index) {
			[$name, $at, $end] = $properties[$index - 1] ?? throw new Refused('damaged');
			if ($name === 'ispe') {
				$size = self::size($bytes, $at);
			} elseif (
				$name === 'colr' &&
				in_array(substr($bytes, $at, 4), ['prof', 'rICC'], true)
			) {
				$profile = ColorProfile::checked(substr($bytes, $at + 4, $end - $at - 4));
			} elseif ($name === 'irot') {
				$turns = Bytes::big($bytes, $at, 1) & 3;
			} elseif ($name === 'imir') {
				$mirror = 1 + (Bytes::big($bytes, $at, 1) & 1);
			}
		}
		[$width, $height] = $size ?? throw new Refused('damaged');
		return new Header(
			type: $type,
			width: $width,
			height: $height,
			orientation: self::ORIENTATIONS[$turns][$mirror],
			profile: $profile,
			// Its parts are found by their place in the file, so nothing can be taken out.
			picture: $bytes,
		);
	}

	/**
	 * Decoders also decode tiles, masks and previews, so each must be small enough.
	 *
	 * @param list<array{string, int, int}> $properties
	 */
	private static function check_sizes(string $bytes, array $properties): void {
		foreach ($properties as [$name, $at]) {
			if ($name === 'ispe' && array_product(self::size($bytes, $at)) > Images::MAX_PIXELS) {
				throw new Refused('too_many_pixels', intdiv(Images::MAX_PIXELS, 1_000_000));
			}
		}
	}

	/** @return array{int, int} */
	private static function size(string $bytes, int $at): array {
		return [Bytes::big($bytes, $at + 4, 4), Bytes::big($bytes, $at + 8, 4)];
	}

	/**
	 * Which properties the primary picture has, counted from 1.
	 *
	 * @param list<array{string, int, int}> $meta
	 * @param list<array{string, int, int}> $parts
	 * @return list<int>
	 */
	private static function primary(string $bytes, array $meta, array $parts): array {
		[$at] = Boxes::find($meta, 'pitm');
		$primary = Bytes::big($bytes, $at + 4, Bytes::big($bytes, $at, 1) === 0 ? 2 : 4);
		[$at] = Boxes::find($parts, 'ipma');
		$id_length = Bytes::big($bytes, $at, 1) === 0 ? 2 : 4;
		$length = (Bytes::big($bytes, $at + 3, 1) & 1) + 1;
		$entries = Bytes::big($bytes, $at + 4, 4);
		for ($at += 8; $entries > 0; --$entries) {
			$id = Bytes::big($bytes, $at, $id_length);
			$count = Bytes::big($bytes, $at + $id_length, 1);
			$at += $id_length + 1;
			if ($id === $primary) {
				$indexes = [];
				for ($i = 0; $i < $count; ++$i) {
					// The highest bit only tells whether the property is essential.
					$indexes[] =
						Bytes::big($bytes, $at + $i * $length, $length) &
						($length === 1 ? 0x7f : 0x7fff);
				}
				return $indexes;
			}
			$at += $count * $length;
		}
		throw new Refused('damaged');
	}
}
