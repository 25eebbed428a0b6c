<?php
// Reads an address that somebody pasted: whose it is, what it shows, and how it is written without tracking. src/shares/address.ts does the same, and a test compares them.

declare(strict_types=1);

namespace Throughline\Shares\Networks;

use WpOrg\Requests\Exception as RequestsException;
use WpOrg\Requests\IdnaEncoder;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Row from Networks
 * @phpstan-import-type Rule from Networks
 * @phpstan-type Parsed array{network: string, kind: 'post'|'profile'|'page', id: string, handle: string, host: string, url: string}
 */
final class Address {
	/**
	 * Null: nothing that can be used. `id` is empty where the address alone doesn't tell it, as a
	 * short link, `handle` is whatever the address claims.
	 *
	 * @return Parsed|null
	 */
	public static function parse(string $text): ?array {
		$parts = self::parts($text);
		if ($parts === null) {
			return null;
		}
		['host' => $host] = $parts;
		foreach (Networks::all() as $row) {
			$is_theirs = $row['hosts'] !== '' && self::match($row['hosts'], $host) !== null;
			// A known host shows posts and profiles or nothing: what else it has is no open web page.
			if ($is_theirs) {
				return self::first_of($row, $parts);
			}
		}
		foreach (Networks::all() as $row) {
			$found = $row['hosts'] === '' ? self::first_of($row, $parts) : null;
			if ($found !== null) {
				return $found;
			}
		}
		return [
			'network' => 'web',
			'kind' => 'page',
			'id' => '',
			'handle' => '',
			'host' => $host,
			'url' => "https://$host" . self::raw($parts),
		];
	}

	/**
	 * The parts of an address that is safe to go on with.
	 *
	 * @return array{host: string, path: string, query: string}|null
	 */
	private static function parts(string $text): ?array {
		$table = Networks::table();
		$text = trim($text, " \t\r\n");
		foreach ($table['spellings'] as ['from' => $from, 'to' => $to]) {
			$found = self::match($from, $text);
			$text = $found === null ? $text : self::fill($to, $found) ?? $text;
		}
		if (preg_match('~^[A-Za-z0-9.-]+/~', $text) === 1) {
			// Many leave the scheme out. A word with a dot in it is no address, though.
			$host = strtolower((string) strstr($text, '/', true));
			foreach ($table['networks'] as $row) {
				if ($row['hosts'] !== '' && self::match($row['hosts'], $host) !== null) {
					$text = 'https://' . $text;
					break;
				}
			}
		}
		return self::split($text);
	}

	/**
	 * Where a request or a link may lead: https, as it stands, without its fragment; null where that
	 * would be no usable address. What an address of somebody's page passes, every address must pass
	 * that another host gives us.
	 *
	 * @return array{host: string, url: string}|null
	 */
	public static function place(string $text): ?array {
		$parts = self::split($text);
		return $parts === null
			? null
			: [
				'host' => $parts['host'],
				'url' =>
					"https://{$parts['host']}{$parts['path']}" .
					($parts['query'] === '' ? '' : "?{$parts['query']}"),
			];
	}

	/** The host of an address that is usable; else empty. */
	public static function host(string $url): string {
		return self::place($url)['host'] ?? '';
	}

	/** @return array{host: string, path: string, query: string}|null */
	private static function split(string $text): ?array {
		$table = Networks::table();
		$found = strlen($text) > $table['longest'] ? null : self::match($table['address'], $text);
		$host = $found === null ? null : self::ascii($found['host']);
		if ($found === null || $host === null || self::match($table['host'], $host) === null) {
			return null;
		}
		$path = self::encode(($found['path'] ?? '') !== '' ? $found['path'] : '/');
		$query = self::encode($found['query'] ?? '');
		return self::match($table['path'], $path) === null
			? null
			: compact('host', 'path', 'query');
	}

	/**
	 * @param Row $row
	 * @param array{host: string, path: string, query: string} $parts
	 * @return Parsed|null
	 */
	private static function first_of(array $row, array $parts): ?array {
		foreach ($row['addresses'] as $rule) {
			$found = self::values($rule, $parts);
			if ($found === null) {
				continue;
			}
			$url = self::fill($rule['url'], [
				...$found,
				'host' => $parts['host'],
				'path' => rtrim($parts['path'], '/'),
				'raw' => self::raw($parts),
			]);
			if ($url === null) {
				continue;
			}
			return [
				'network' => $row['id'],
				'kind' => $rule['kind'],
				'id' => isset($rule['id'])
					? self::fill($rule['id'], $found) ?? ''
					: $found['id'] ?? '',
				'handle' => self::decode($found['handle'] ?? ''),
				'host' => $parts['host'],
				'url' => $url,
			];
		}
		return null;
	}

	/**
	 * What a rule takes from an address that it is for.
	 *
	 * @param Rule $rule
	 * @param array{host: string, path: string, query: string} $parts
	 * @return array<string, string>|null
	 */
	private static function values(array $rule, array $parts): ?array {
		if (isset($rule['hosts']) && self::match($rule['hosts'], $parts['host']) === null) {
			return null;
		}
		$found = self::match($rule['path'], $parts['path']);
		if ($found === null) {
			return null;
		}
		foreach ($rule['query'] ?? [] as $name => $value) {
			$given = null;
			foreach (explode('&', $parts['query']) as $pair) {
				[$key, $text] = [...explode('=', $pair, 2), ''];
				$given ??= $key === $name ? self::match($value, $text) : null;
			}
			if ($given === null) {
				return null;
			}
			$found = [...$found, ...$given];
		}
		return $found;
	}

	/**
	 * Path and query, without what only follows people.
	 *
	 * @param array{host: string, path: string, query: string} $parts
	 */
	private static function raw(array $parts): string {
		$kept = array_filter(
			explode('&', $parts['query']),
			static fn(string $pair): bool => $pair !== '' &&
				self::match(
					Networks::table()['tracking'],
					strtolower(explode('=', $pair, 2)[0]),
				) === null,
		);
		return $parts['path'] . ($kept === [] ? '' : '?' . implode('&', $kept));
	}

	/** A host's name in small ASCII letters; null where it can't be one. */
	private static function ascii(string $host): ?string {
		try {
			return strtolower(IdnaEncoder::encode(mb_strtolower($host, 'UTF-8')));
		} catch (RequestsException) {
			return null;
		}
	}

	/** What can't stand in an address as it is, as UTF-8 in percents. */
	private static function encode(string $text): string {
		return (string) preg_replace_callback(
			'/[^A-Za-z0-9\-._~!$&\'()*+,;=:@\/?%]+/',
			static fn(array $found): string => rawurlencode($found[0]),
			$text,
		);
	}

	private static function decode(string $text): string {
		$plain = rawurldecode($text);
		return mb_check_encoding($plain, 'UTF-8') ? $plain : $text;
	}

	/**
	 * The named groups of an expression that stands for the whole of a text; null where it doesn't.
	 *
	 * @return array<string, string>|null
	 */
	public static function match(string $expression, string $text): ?array {
		// The delimiter is one that no expression has in it.
		if (preg_match("\x01^(?:$expression)$\x01Du", $text, $found) !== 1) {
			return null;
		}
		/** @var array<string, string> */
		return array_filter($found, is_string(...), ARRAY_FILTER_USE_KEY);
	}

	/**
	 * A template with its placeholders filled; null where one has nothing to stand there.
	 *
	 * @param array<string, string> $values
	 * @param list<string> $optional placeholders that may stay empty
	 */
	public static function fill(string $template, array $values, array $optional = []): ?string {
		$is_whole = true;
		$filled = preg_replace_callback(
			'/\{(\w+)\}/',
			static function (array $found) use ($values, $optional, &$is_whole): string {
				$value = $values[$found[1]] ?? '';
				$is_whole = $is_whole && ($value !== '' || in_array($found[1], $optional, true));
				return $value;
			},
			$template,
		);
		return $is_whole ? (string) $filled : null;
	}
}
