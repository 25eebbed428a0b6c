<?php
// The seam of the test sites, never shipped: sets the clock, answers name look-ups, keeps mails and requests to elsewhere in, counts queries, and runs PHP for a test.

namespace Throughline\Test;

defined('ABSPATH') || exit();
(defined('THROUGHLINE_TEST_SECRET') && defined('THROUGHLINE_TEST_SEAM')) ||
	exit('Not a test site.');

add_filter('throughline_now', static fn(int $now): int => (int) (seam('clock') ?: $now));

// All tests come from one address; some play others.
add_filter(
	'throughline_address',
	static fn(string $address): string => $_SERVER['HTTP_X_THROUGHLINE_ADDRESS'] ?? $address,
);

add_filter(
	'throughline_addresses',
	static function (array $addresses, string $host): array {
		$known = json_decode(seam('names.json'), true)[$host] ?? $addresses;
		if (!is_array($known[0] ?? null)) {
			return $known;
		}
		// A name that leads elsewhere each time; the last answer stays.
		note('lookups', [$host]);
		$times = substr_count(seam('lookups'), json_encode([$host]) . "\n");
		return $known[min($times, count($known)) - 1];
	},
	10,
	2,
);

add_filter(
	'pre_wp_mail',
	static function ($sent, array $mail): bool {
		note('mails', [
			'to' => array_values((array) $mail['to']),
			'subject' => $mail['subject'],
			'message' => $mail['message'],
			'headers' => is_array($mail['headers'])
				? array_values($mail['headers'])
				: array_filter(explode("\n", $mail['headers'])),
		]);
		return true;
	},
	10,
	2,
);

add_filter(
	'pre_http_request',
	static function ($answer, array $args, string $url): \WP_Error|false {
		note('outgoing', ['url' => $url, 'method' => $args['method'] ?? 'GET']);
		return is_judged($args) && seam('replay.json') !== ''
			? false
			: new \WP_Error('http_request_failed', 'Test sites ask nobody.');
	},
	PHP_INT_MAX,
	3,
);

// After the guard, which by then has judged the addresses and holds the connection to them.
add_action(
	'http_api_curl',
	static function ($handle, array $args): void {
		$replay = json_decode(seam('replay.json'), true);
		if (is_judged($args) && is_array($replay)) {
			note('connections', $args['throughline_pin']);
			curl_setopt_array($handle, [
				CURLOPT_CONNECT_TO => [
					"{$args['throughline_pin']['host']}:443:127.0.0.1:{$replay['port']}",
				],
				// Core sets its own file of authorities afterwards; this goes before a file.
				CURLOPT_CAINFO_BLOB => $replay['ca'],
			]);
		}
	},
	PHP_INT_MAX,
	2,
);

// Passwords of test sites protect nothing, and a slow hash would cost each test a second or two.
add_filter('wp_hash_password_options', static fn(): array => ['cost' => 4]);

if (!comes_from_a_test()) {
	return;
}

if (isset($_SERVER['HTTP_X_THROUGHLINE_COST'])) {
	defined('SAVEQUERIES') || define('SAVEQUERIES', true);
	ob_start(static function (string $page): string {
		global $wpdb;
		header('X-Throughline-Queries: ' . $wpdb->num_queries);
		header(
			'X-Throughline-Milliseconds: ' .
				round(1000 * (microtime(true) - $_SERVER['REQUEST_TIME_FLOAT']), 1),
		);
		header('X-Throughline-Memory: ' . memory_get_peak_usage());
		note('queries', array_column((array) $wpdb->queries, 0));
		return $page;
	});
}

if (isset($_GET['throughline-test'])) {
	// After everything else on wp_loaded, so that a test meets a WordPress that is ready.
	add_action('wp_loaded', __NAMESPACE__ . '\run', PHP_INT_MAX);
}

/** Runs the function body that a test sent, and answers what it returned. */
function run(): never {
	$request = json_decode((string) file_get_contents('php://input'), true);
	$die = static fn(): callable => static function ($message): never {
		throw new \RuntimeException(
			'wp_die: ' . (is_wp_error($message) ? $message->get_error_message() : $message),
		);
	};
	foreach (['wp_die_handler', 'wp_die_json_handler', 'wp_die_ajax_handler'] as $handler) {
		add_filter($handler, $die);
	}
	ob_start();
	try {
		$answer = ['value' => (static fn($args) => eval($request['code']))($request['args'])];
		$json = json_encode($answer, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
	} catch (\Throwable $error) {
		$json = json_encode(
			['error' => "{$error}\n" . ob_get_contents()],
			JSON_INVALID_UTF8_SUBSTITUTE,
		);
	}
	ob_end_clean();
	header('Content-Type: application/json');
	echo $json;
	exit();
}

/** Whether the guard of shares found addresses that this request may go to. */
function is_judged(array $args): bool {
	return ($args['throughline_pin']['addresses'] ?? []) !== [];
}

function comes_from_a_test(): bool {
	return hash_equals(
		THROUGHLINE_TEST_SECRET,
		(string) ($_SERVER['HTTP_X_THROUGHLINE_TEST'] ?? ''),
	) && in_array($_SERVER['REMOTE_ADDR'] ?? '', ['127.0.0.1', '::1'], true);
}

/** What a test left in a file of the shared folder. */
function seam(string $file): string {
	$path = THROUGHLINE_TEST_SEAM . '/' . $file;
	return is_file($path) ? (string) file_get_contents($path) : '';
}

/** Adds a line for a test to read; only ever appends, since Playground can't write a file anew that a test took away. */
function note(string $file, array $line): void {
	file_put_contents(
		THROUGHLINE_TEST_SEAM . '/' . $file,
		json_encode($line, JSON_INVALID_UTF8_SUBSTITUTE) . "\n",
		FILE_APPEND | LOCK_EX,
	);
}
