<?php
// Sorts answers: fine, gone, forbidden, throttled, unreadable, or nobody there.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use function Throughline\now;

defined('ABSPATH') || exit();

final class Outcome {
	public const FINE = 'fine';
	/** Was deleted. */
	public const GONE = 'gone';
	/** There, but not for us. */
	public const FORBIDDEN = 'forbidden';
	/** Later; `retry` says when. */
	public const THROTTLED = 'throttled';
	/** An answer that says nothing that we could use. */
	public const UNREADABLE = 'unreadable';
	/** No answer; `retry` says when this host is asked again at the earliest. */
	public const NETWORK = 'network';

	/** Seconds to wait where a host asks for patience without a number. */
	private const PATIENCE = 15 * MINUTE_IN_SECONDS;

	/** @return 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network' */
	public static function of_status(int $status, bool $has_retry = false): string {
		return match (true) {
			$status >= 200 && $status < 300 => self::FINE,
			$status === 404, $status === 410 => self::GONE,
			// 999 is LinkedIn's.
			in_array($status, [401, 403, 407, 451, 999], true) => self::FORBIDDEN,
			$status === 429, $status === 503 && $has_retry => self::THROTTLED,
			$status >= 500 => self::NETWORK,
			default => self::UNREADABLE,
		};
	}

	/** Seconds, from a header that gives seconds or a date (RFC 9110, 10.2.3). */
	public static function retry(string $header): int {
		$seconds = ctype_digit($header)
			? (int) substr($header, 0, 9)
			: (int) strtotime($header) - now();
		return $seconds > 0
			? min(max($seconds, MINUTE_IN_SECONDS), 7 * DAY_IN_SECONDS)
			: self::PATIENCE;
	}

	/**
	 * What an answer of 200 is that should have been JSON and isn't.
	 *
	 * @return 'forbidden'|'unreadable'
	 */
	public static function of_no_json(string $body): string {
		$start = substr(trim($body), 0, 100);
		// YouTube answers so for private videos (github.com/TryGhost/Ghost#16374).
		$says_no = preg_match(
			'/^"?(?:forbidden|unauthori[sz]ed|access denied|private)\b/i',
			$start,
		);
		return $says_no === 1 || self::is_login($body) ? self::FORBIDDEN : self::UNREADABLE;
	}

	/** Whether a page asks for a password and has nothing to tell. */
	public static function is_login(string $body): bool {
		return preg_match('/<input\b[^<>]{0,300}\btype\s*=\s*["\']?password/i', $body) === 1 &&
			preg_match('/\b(?:og:title|application\/ld\+json|h-entry)\b/i', $body) !== 1;
	}

	/** Whether somebody who asked for a post was sent to sign in instead. */
	public static function is_login_address(string $url): bool {
		return preg_match(
			'~^https://[^/]+/(?:[^?]*/)?(?:log_?in|sign_?in|signup|sign-in|accounts/login|checkpoint|authwall|wp-login\.php|oauth2?|sso)(?:[/?.]|$)~i',
			$url,
		) === 1;
	}
}
