<?php
// Reads whole numbers from bytes that a stranger sent; what ends too early is damaged.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Bytes {
	/** A file of 25 MB made of the smallest parts there are would keep a server busy for seconds. */
	public const MAX_PARTS = 20_000;

	/** Most significant byte first. */
	public static function big(string $bytes, int $at, int $length): int {
		return self::number(substr($bytes, $at, $length), $length);
	}

	/** Least significant byte first. */
	public static function little(string $bytes, int $at, int $length): int {
		return self::number(strrev(substr($bytes, $at, $length)), $length);
	}

	private static function number(string $digits, int $length): int {
		if (strlen($digits) !== $length) {
			throw new Refused('damaged');
		}
		$number = 0;
		for ($i = 0; $i < $length; ++$i) {
			$number = ($number << 8) | ord($digits[$i]);
		}
		return $number;
	}
}
