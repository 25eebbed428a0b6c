<?php
// A request that goes to the addresses that were judged and nowhere else, whatever else runs on this site.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use WpOrg\Requests\Exception;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Pin array{host: string, addresses: list<string>, bytes: int}
 */
final class Connection {
	/** @var Pin|null what the request under way is held to */
	private static ?array $pin = null;
	private static string $url = '';
	private static bool $is_held = false;

	/**
	 * Asks with the connection held; null when it wasn't.
	 *
	 * @param Pin $pin without addresses: a host that stands in the plugin, where none can be chosen
	 * @param array{timeout: float, limit_response_size: int, user-agent: string, headers: array<string, string>} $args
	 * @return array<mixed>|\WP_Error|null
	 */
	public static function ask(string $url, array $pin, array $args): array|\WP_Error|null {
		self::$pin = $pin;
		self::$url = $url;
		self::$is_held = false;
		try {
			$answer = wp_remote_get($url, [...$args, 'throughline_pin' => $pin]);
			// @phpstan-ignore booleanOr.leftAlwaysFalse (the request itself calls hold())
			return self::$is_held || is_wp_error($answer) || $pin['addresses'] === []
				? $answer
				: null;
		} finally {
			self::$pin = null;
		}
	}

	/**
	 * No other plugin's wish leads our requests elsewhere; what it asks itself meanwhile is its own.
	 *
	 * @param array<string, mixed> $args
	 * @return array<string, mixed>
	 */
	public static function keep(array $args, string $url): array {
		return self::$pin === null || $url !== self::$url
			? $args
			: [
				...$args,
				'redirection' => 0,
				'cookies' => [],
				'stream' => false,
				'sslverify' => true,
				'throughline_pin' => self::$pin,
			];
	}

	public static function verify(mixed $verify): mixed {
		return self::$pin !== null && $verify === false
			? path_join(ABSPATH, 'wp-includes/certificates/ca-bundle.crt')
			: $verify;
	}

	/** @param array<string, mixed> $args */
	public static function hold(mixed $handle, array $args): void {
		$pin = self::$pin;
		if (
			$pin === null ||
			!isset($args['throughline_pin']) ||
			!($handle instanceof \CurlHandle)
		) {
			return;
		}
		curl_setopt_array($handle, [
			CURLOPT_PROTOCOLS => CURLPROTO_HTTPS,
			CURLOPT_REDIR_PROTOCOLS => CURLPROTO_HTTPS,
			CURLOPT_FOLLOWLOCATION => false,
			CURLOPT_SSL_VERIFYPEER => true,
			CURLOPT_SSL_VERIFYHOST => 2,
			CURLOPT_NOPROGRESS => false,
			CURLOPT_PROGRESSFUNCTION => static fn($curl, $total, $got): int => (int) ($got >
				$pin['bytes']),
		]);
		// A few packed bytes can unpack to gigabytes: nothing is unpacked, see plain().
		// @phpstan-ignore argument.type (null is what switches it off)
		curl_setopt($handle, CURLOPT_ENCODING, null);
		if ($pin['addresses'] !== []) {
			curl_setopt_array($handle, [
				CURLOPT_RESOLVE => [
					"{$pin['host']}:443:" .
					implode(',', array_map(self::written(...), $pin['addresses'])),
				],
				// One from the environment would look the name up by itself.
				CURLOPT_PROXY => '',
			]);
		}
		self::$is_held = true;
	}

	/** Without cURL nothing can be held: then nobody is asked. */
	public static function refuse(): void {
		if (self::$pin !== null && self::$pin['addresses'] !== []) {
			throw new Exception('The connection can not be held.', 'throughline');
		}
	}

	/** WordPress would unpack by itself what says that it is packed. */
	public static function plain(mixed &$headers): void {
		if (self::$pin !== null && is_string($headers)) {
			$headers = preg_replace('/^content-encoding:.*\R/mi', '', $headers);
		}
	}

	private static function written(string $address): string {
		return str_contains($address, ':') ? "[$address]" : $address;
	}
}
