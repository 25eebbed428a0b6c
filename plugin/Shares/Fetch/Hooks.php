<?php
// Where look-ups of shares meet WordPress.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		// Before anybody else: what the guard found is what the connection is held to.
		add_action('http_api_curl', [Connection::class, 'hold'], 0, 2);
		add_action('requests-fsockopen.before_request', [Connection::class, 'refuse']);
		add_action('requests-curl.after_request', [Connection::class, 'plain']);
		add_filter('http_request_args', [Connection::class, 'keep'], PHP_INT_MAX, 2);
		add_filter('https_ssl_verify', [Connection::class, 'verify'], PHP_INT_MAX);
	}
}
