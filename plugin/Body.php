<?php
// The body of a request that PHP threw away for its size: it would look as if nothing had been sent.

namespace Throughline;

defined('ABSPATH') || exit();

final class Body {
	/** Whether PHP threw the body of this request away, since it is beyond post_max_size. */
	public static function is_dropped(): bool {
		// Not filter_input(): it knows nothing of $_SERVER where a server fills that in late, as Playground does.
		$sent = $_SERVER['CONTENT_LENGTH'] ?? null;
		$limit = wp_convert_hr_to_bytes((string) ini_get('post_max_size'));
		return is_numeric($sent) && $limit > 0 && (int) $sent > $limit;
	}

	/**
	 * Reads such a body to its end: nginx sends no more of it once an answer has begun, while PHP-FPM waits for the
	 * rest, and the page never ends.
	 */
	public static function drain(): void {
		$body = fopen('php://input', 'rb');
		while (is_resource($body) && !feof($body)) {
			fread($body, 1 << 20);
		}
	}
}
