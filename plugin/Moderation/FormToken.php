<?php
// What a form for everybody carries instead of a cookie or a nonce: bound to what it is about and to the time when it was printed.

namespace Throughline\Moderation;

use function Throughline\now;

defined('ABSPATH') || exit();

final class FormToken {
	/** Nobody reads and answers a form in less. */
	private const SOONEST = 2;
	private const LATEST = 12 * HOUR_IN_SECONDS;

	/** @param string $about what the form is for, e.g. report story 31 */
	public static function make(string $about): string {
		$now = now();
		return "$now-" . self::sign($about, $now);
	}

	/** @return 'good'|'early'|'late'|'wrong' */
	public static function check(string $about, string $token): string {
		if (preg_match('/^(\d{1,12})-([0-9a-f]{64})$/D', $token, $part) !== 1) {
			return 'wrong';
		}
		$age = now() - (int) $part[1];
		return match (true) {
			!hash_equals(self::sign($about, (int) $part[1]), $part[2]), $age < 0 => 'wrong',
			$age < self::SOONEST => 'early',
			$age > self::LATEST => 'late',
			default => 'good',
		};
	}

	private static function sign(string $about, int $time): string {
		return hash_hmac('sha256', "throughline-form|$about|$time", wp_salt('nonce'));
	}
}
