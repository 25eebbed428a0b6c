<?php
// Decides which colour profile stays with a photo, and what of it (ICC.1:2022).

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class ColorProfile {
	/** What one JPEG segment takes. Cameras' and phones' profiles have 500 to 4,000 bytes. */
	public const MAX_BYTES = 65_519;
	private const HEADER = 128;
	private const MAX_TAGS = 64;
	/** Tags that tell colours. Others tell of the device: Apple's "mmod" holds a screen's serial number. */
	private const TAGS = [
		...['desc', 'dscm', 'cprt', 'wtpt', 'bkpt', 'chad', 'chrm', 'lumi', 'cicp', 'gamt'],
		...['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'],
		...['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2'],
	];
	private const MATRIX = ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];

	/** The profile as it was when it tells colours only, else rebuilt with these; null when it is no sound RGB profile. */
	public static function checked(string $profile): ?string {
		try {
			$length = Bytes::big($profile, 0, 4);
			$tags =
				$length > self::MAX_BYTES || $length > strlen($profile) ? [] : self::tags($profile);
		} catch (Refused) {
			return null;
		}
		$known = array_intersect_key($tags, array_flip(self::TAGS));
		$is_rgb =
			substr($profile, 16, 4) === 'RGB ' &&
			in_array(substr($profile, 20, 4), ['XYZ ', 'Lab '], true) &&
			substr($profile, 36, 4) === 'acsp' &&
			in_array(ord($profile[8]), [2, 4], true);
		if (
			!$is_rgb ||
			(array_diff(self::MATRIX, array_keys($known)) !== [] && !isset($known['A2B0']))
		) {
			return null;
		}
		$is_clean = count($known) === count($tags) && self::is_filled($tags, $length);
		$kept = $is_clean ? substr($profile, 0, $length) : self::rebuilt($profile, $known);
		return strlen($kept) <= self::MAX_BYTES ? $kept : null;
	}

	/** @return array<string, array{int, int}> signature => first byte, length */
	private static function tags(string $profile): array {
		$tags = [];
		$length = Bytes::big($profile, 0, 4);
		$count = Bytes::big($profile, self::HEADER, 4);
		for ($i = 0; $i < $count; ++$i) {
			$at = self::HEADER + 4 + 12 * $i;
			$tag = [Bytes::big($profile, $at + 4, 4), Bytes::big($profile, $at + 8, 4)];
			if (
				$count > self::MAX_TAGS ||
				$tag[0] < self::HEADER + 4 + 12 * $count ||
				$tag[0] + $tag[1] > $length
			) {
				return [];
			}
			$tags[substr($profile, $at, 4)] = $tag;
		}
		return $tags;
	}

	/**
	 * Whether tags lie end to end up to the end, with at most the padding to four bytes between them.
	 *
	 * @param array<string, array{int, int}> $tags
	 */
	private static function is_filled(array $tags, int $length): bool {
		$ends = self::HEADER + 4 + 12 * count($tags);
		usort($tags, static fn(array $one, array $other): int => $one[0] <=> $other[0]);
		foreach ([...$tags, [$length, 0]] as [$start, $size]) {
			if ($start > $ends + 3) {
				return false;
			}
			$ends = max($ends, $start + $size);
		}
		return true;
	}

	/** @param array<string, array{int, int}> $tags */
	private static function rebuilt(string $profile, array $tags): string {
		$table = '';
		$data = '';
		$base = self::HEADER + 4 + 12 * count($tags);
		$placed = [];
		foreach ($tags as $signature => [$start, $size]) {
			// Three curves are often one.
			$key = "$start-$size";
			if (!isset($placed[$key])) {
				$placed[$key] = $base + strlen($data);
				$data .= substr($profile, $start, $size) . str_repeat("\0", (4 - ($size % 4)) % 4);
			}
			$table .= $signature . pack('NN', $placed[$key], $size);
		}
		// Bytes 48 to 55 name the device, 84 to 99 are a checksum of all or zeros, and the rest is reserved.
		$header = substr_replace(substr($profile, 0, self::HEADER), str_repeat("\0", 44), 84, 44);
		$header = substr_replace($header, str_repeat("\0", 8), 48, 8);
		return pack('N', $base + strlen($data)) .
			substr($header, 4) .
			pack('N', count($tags)) .
			$table .
			$data;
	}
}
