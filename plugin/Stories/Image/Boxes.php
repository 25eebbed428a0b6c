<?php
// Walks the boxes of an ISO base media file (ISO/IEC 14496-12).

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Boxes {
	private const MAX = 1_000;

	/** @return list<array{string, int, int}> name, first byte of the content, byte after the last */
	public static function of(string $bytes, int $at, int $end): array {
		$boxes = [];
		while ($at + 8 <= $end) {
			$size = Bytes::big($bytes, $at, 4);
			$head = $size === 1 ? 16 : 8;
			// 1: the size follows in 64 bits; 0: up to the end of the file.
			$size = match ($size) {
				0 => $end - $at,
				1 => Bytes::big($bytes, $at + 8, 8),
				default => $size,
			};
			if ($size < $head || $size > $end - $at || count($boxes) === self::MAX) {
				throw new Refused('damaged');
			}
			$boxes[] = [substr($bytes, $at + 4, 4), $at + $head, $at + $size];
			$at += $size;
		}
		return $boxes;
	}

	/**
	 * The first box of this name.
	 *
	 * @param list<array{string, int, int}> $boxes
	 * @return array{int, int} first byte of the content, byte after the last
	 */
	public static function find(array $boxes, string $name): array {
		foreach ($boxes as [$found, $at, $end]) {
			if ($found === $name) {
				return [$at, $end];
			}
		}
		throw new Refused('damaged');
	}
}
