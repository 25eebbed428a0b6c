<?php
// The link in a mail about a question: for one person and one turn of one question; it ends when the turn does, and after thirty days.

namespace Throughline\Dialog\Questions;

use function Throughline\now;

defined('ABSPATH') || exit();

final class Seal {
	private const LASTS = 30 * DAY_IN_SECONDS;

	/** 64 hexadecimal digits; can be made anew, so nothing of it is kept. */
	public static function make(int $question, int $user): string {
		return self::sign($question, $user, intdiv(now(), self::LASTS));
	}

	public static function opens(int $question, int $user, string $token): bool {
		$period = intdiv(now(), self::LASTS);
		return hash_equals(self::sign($question, $user, $period), $token) ||
			hash_equals(self::sign($question, $user, $period - 1), $token);
	}

	private static function sign(int $question, int $user, int $period): string {
		return hash_hmac(
			'sha256',
			"throughline-question-link|$question|$user|" . Questions::turn($question) . "|$period",
			wp_salt('auth'),
		);
	}
}
