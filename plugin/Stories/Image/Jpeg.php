<?php
// Walks the segments of a JPEG file (ITU-T T.81, annex B).

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Jpeg {
	private const START = 0xd8;
	private const END = 0xd9;
	private const SCAN = 0xda;
	private const APP0 = 0xe0;
	private const APP1 = 0xe1;
	private const APP2 = 0xe2;
	private const ADOBE = 0xee;
	/** Baseline, extended and progressive: the frames that browsers show. */
	private const FRAMES = [0xc0, 0xc1, 0xc2];
	/** What a picture is made of: start, tables, frame, restarts, scans, end. */
	private const PICTURE = [self::START, 0xdb, 0xc4, ...self::FRAMES, 0xdd, self::SCAN, self::END];
	/** Every scan of a progressive picture costs as much as the first; ten are usual. */
	private const MAX_SCANS = 50;
	private const PROFILE = "ICC_PROFILE\0";
	private const JFIF = "JFIF\0";

	/** @throws Refused */
	public static function read(string $bytes): Header {
		$frame = null;
		$scans = 0;
		$orientation = null;
		$profile = [];
		$picture = '';
		foreach (self::segments($bytes) as [$marker, $start, $end]) {
			$segment = substr($bytes, $start, $end - $start);
			if ($marker === self::APP1 && substr($segment, 4, 6) === "Exif\0\0") {
				$orientation ??= Exif::orientation(substr($segment, 10));
			} elseif ($marker === self::APP2 && substr($segment, 4, 12) === self::PROFILE) {
				$profile[Bytes::big($segment, 16, 1)] = substr($segment, 18);
			} elseif (self::is_frame($marker)) {
				$frame = $frame === null ? $segment : throw new Refused('damaged');
			} elseif ($marker === self::SCAN) {
				++$scans;
				$segment =
					$frame === null
						? throw new Refused('damaged')
						: self::mend_scan($segment, $frame);
			}
			if (
				in_array($marker, self::PICTURE, true) ||
				$marker === self::ADOBE ||
				self::is_jfif($segment)
			) {
				$picture .= $segment;
			}
		}
		if ($frame === null || $scans === 0) {
			throw new Refused('damaged');
		}
		$is_shown = in_array(ord($frame[1]), self::FRAMES, true) && Bytes::big($frame, 4, 1) === 8;
		if ($scans > self::MAX_SCANS || !$is_shown) {
			throw new Refused('unreadable');
		}
		ksort($profile);
		return new Header(
			type: Type::Jpeg,
			width: Bytes::big($frame, 7, 2),
			height: Bytes::big($frame, 5, 2),
			orientation: $orientation ?? 1,
			profile: ColorProfile::checked(implode('', $profile)),
			picture: $picture,
		);
	}

	/** Puts the profile behind the start and JFIF of a picture that Header::$picture gave. */
	public static function with_profile(string $picture, string $profile): string {
		$at = self::is_jfif(substr($picture, 2, 9)) ? 4 + Bytes::big($picture, 4, 2) : 2;
		$data = self::PROFILE . "\1\1" . $profile;
		return substr_replace($picture, "\xFF\xE2" . pack('n', strlen($data) + 2) . $data, $at, 0);
	}

	/** Whether the file holds nothing but a picture, JFIF without a preview, and at most one colour profile. */
	public static function is_bare(string $bytes): bool {
		$ends = 0;
		foreach (self::segments($bytes) as [$marker, $start, $end]) {
			$is_bare = match ($marker) {
				self::APP0 => $end - $start === 18 && self::is_jfif(substr($bytes, $start, 9)),
				self::APP2 => substr($bytes, $start + 4, 14) === self::PROFILE . "\1\1",
				default => in_array($marker, self::PICTURE, true),
			};
			// Parts lie end to end: no fill bytes in which something could hide.
			if (!$is_bare || $start !== $ends) {
				return false;
			}
			$ends = $end;
		}
		return $ends === strlen($bytes);
	}

	/**
	 * Each part from its marker to its end; a scan includes its data.
	 *
	 * @return \Generator<int, array{int, int, int}> marker, first byte, byte after the last
	 */
	private static function segments(string $bytes): \Generator {
		yield [self::START, 0, 2];
		$end = 2;
		for ($parts = 0; $parts < Bytes::MAX_PARTS; ++$parts) {
			$start = $end + strspn($bytes, "\xFF", $end) - 1;
			$marker =
				$start < $end ? throw new Refused('damaged') : Bytes::big($bytes, $start + 1, 1);
			if ($marker === self::END) {
				yield [$marker, $start, $start + 2];
				return;
			}
			$length = Bytes::big($bytes, $start + 2, 2);
			$end = $start + 2 + $length;
			if (
				$marker < 0xc0 ||
				($marker >= 0xd0 && $marker < self::SCAN) ||
				$length < 2 ||
				$end > strlen($bytes)
			) {
				throw new Refused('damaged');
			}
			if ($marker === self::SCAN) {
				// A scan ends at a marker that is neither a stuffed byte nor a restart.
				$found = preg_match(
					'/\xFF[\x01-\xCF\xD8-\xFE]/',
					$bytes,
					$match,
					PREG_OFFSET_CAPTURE,
					$end,
				);
				$end = $found === 1 ? $match[0][1] : throw new Refused('damaged');
			}
			yield [$marker, $start, $end];
		}
		throw new Refused('unreadable');
	}

	private static function is_jfif(string $segment): bool {
		return str_starts_with($segment, "\xFF\xE0") && substr($segment, 4, 5) === self::JFIF;
	}

	/** SOF0 to SOF15, but not the tables DHT, JPG and DAC that lie between them. */
	private static function is_frame(int $marker): bool {
		return $marker >= 0xc0 && $marker <= 0xcf && !in_array($marker, [0xc4, 0xc8, 0xcc], true);
	}

	/**
	 * Some phones write zeros for the spectral range of a sequential scan, which can only be 0 to 63.
	 * Decoders warn of it, and their warnings are how damage is told.
	 */
	private static function mend_scan(string $scan, string $frame): string {
		$length = Bytes::big($scan, 2, 2);
		if ($length !== 6 + 2 * Bytes::big($scan, 4, 1)) {
			throw new Refused('damaged');
		}
		return $frame[1] === "\xC2" ? $scan : substr_replace($scan, "\0\x3F\0", $length - 1, 3);
	}
}
