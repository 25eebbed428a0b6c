<?php
// Asks other hosts behind the guard: https, a few redirects followed by hand, little time, few bytes, no traces.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Pattern;
use Throughline\Shares\Networks\Place;
use const Throughline\VERSION;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Answer array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, type: string, body: string, url: string}
 * @phpstan-type Json array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, type: string, body: string, url: string, json: array<mixed>}
 */
final class Http {
	public const BYTES = MB_IN_BYTES;
	/** Of JSON, which takes a hundred times its size once it is read. */
	public const JSON = 256 * KB_IN_BYTES;
	/** For one answer, redirects and all. */
	private const SECONDS = 5.0;
	/** For all the answers that one look-up needs. */
	private const WHOLE = 10.0;
	private const REDIRECTS = 3;

	private static float $ends = 0;

	/** A look-up begins: what it asks from here on shares its time. */
	public static function begin(): void {
		self::$ends = microtime(true) + self::WHOLE;
	}

	/**
	 * @param array{accept: string, hosts?: string, bytes?: int} $how `hosts`: an expression of known hosts, without which any open one may be asked
	 * @return Answer `url` is the final address
	 */
	public static function get(string $url, array $how): array {
		$ends = min(self::$ends, microtime(true) + self::SECONDS);
		$place = Place::of($url);
		for ($hop = 0; $place !== null && $hop <= self::REDIRECTS; $hop++) {
			['host' => $host, 'url' => $url] = $place;
			$is_known = isset($how['hosts']);
			if ($is_known ? Pattern::match($how['hosts'], $host) === null : !Guard::open_hosts()) {
				break;
			}
			$rests = Resting::seconds($host);
			$left = $ends - microtime(true);
			if ($rests > 0 || $left <= 0) {
				return self::no(Outcome::NETWORK, $url, $rests);
			}
			// Known hosts stand in the plugin: where connections can't be held, their certificate must do.
			$addresses = $is_known && !Guard::open_hosts() ? [] : Guard::addresses($host);
			if ($addresses === null) {
				break;
			}
			if ($addresses === [] && Guard::open_hosts()) {
				return self::failed($host, $url);
			}
			$bytes = $how['bytes'] ?? self::BYTES;
			$answer = Connection::ask($url, compact('host', 'addresses', 'bytes'), [
				'timeout' => $left,
				'limit_response_size' => $bytes,
				'user-agent' => 'Throughline/' . VERSION . ' (WordPress; ' . home_url('/') . ')',
				'headers' => ['Accept' => $how['accept'], 'Accept-Encoding' => 'identity'],
			]);
			if ($answer === null) {
				break;
			}
			if (is_wp_error($answer)) {
				// What is too long is cut off, which is no fault of the network.
				return str_contains($answer->get_error_message(), 'cURL error 42')
					? self::no(Outcome::UNREADABLE, $url)
					: self::failed($host, $url);
			}
			$status = (int) wp_remote_retrieve_response_code($answer);
			$to = self::header($answer, 'location');
			if ($status < 300 || $status > 399 || $to === '') {
				return self::sort($answer, $host, $url);
			}
			$place = Place::of(\WP_Http::make_absolute_url($to, $url));
			if ($place !== null && Outcome::is_login_address($place['url'])) {
				return self::no(Outcome::FORBIDDEN, $place['url']);
			}
		}
		return self::no(Outcome::UNREADABLE, $url);
	}

	/**
	 * @param array{hosts?: string, accept?: string} $how
	 * @return Json
	 */
	public static function json(string $url, array $how): array {
		$answer = self::get($url, ['accept' => 'application/json', 'bytes' => self::JSON, ...$how]);
		$json = $answer['outcome'] === Outcome::FINE ? json_decode($answer['body'], true, 64) : [];
		if (!is_array($json)) {
			$answer['outcome'] = Outcome::of_no_json($answer['body']);
		}
		return [...$answer, 'json' => is_array($json) ? $json : []];
	}

	/**
	 * @param array<mixed> $answer
	 * @return Answer
	 */
	private static function sort(array $answer, string $host, string $url): array {
		$after = self::header($answer, 'retry-after');
		$status = (int) wp_remote_retrieve_response_code($answer);
		$outcome = Outcome::of_status($status, $after !== '');
		if ($outcome === Outcome::NETWORK) {
			return self::failed($host, $url);
		}
		$retry = $outcome === Outcome::THROTTLED ? Outcome::retry($after) : 0;
		if ($retry > 0) {
			Resting::asked_for($host, $retry);
		} else {
			Resting::well($host);
		}
		return [
			'outcome' => $outcome,
			'retry' => $retry,
			'type' => strtolower(self::header($answer, 'content-type')),
			'body' => wp_remote_retrieve_body($answer),
			'url' => $url,
		];
	}

	/** @param array<mixed> $answer */
	private static function header(array $answer, string $name): string {
		$value = wp_remote_retrieve_header($answer, $name);
		return trim(
			is_array($value) ? implode(', ', array_filter($value, is_string(...))) : $value,
		);
	}

	/** @return Answer */
	private static function failed(string $host, string $url): array {
		Resting::failed($host);
		return self::no(Outcome::NETWORK, $url, Resting::seconds($host));
	}

	/**
	 * @param 'gone'|'forbidden'|'throttled'|'unreadable'|'network' $outcome
	 * @return Answer
	 */
	private static function no(string $outcome, string $url, int $retry = 0): array {
		return [
			'outcome' => $outcome,
			'retry' => $retry,
			'type' => '',
			'body' => '',
			'url' => $url,
		];
	}
}
