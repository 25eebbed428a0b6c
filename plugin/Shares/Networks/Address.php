<?php
// Reads an address that somebody pasted: whose it is, what it shows, and how it is written without tracking. src/shares/address.ts does the same, and a test compares them.

declare(strict_types=1);

namespace Throughline\Shares\Networks;

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
			$is_theirs = $row['hosts'] !== '' && Pattern::match($row['hosts'], $host) !== null;
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
	 * The parts of what somebody pasted, in whichever of its spellings.
	 *
	 * @return array{host: string, path: string, query: string}|null
	 */
	private static function parts(string $text): ?array {
		$table = Networks::table();
		$text = trim($text, " \t\r\n");
		foreach ($table['spellings'] as ['from' => $from, 'to' => $to]) {
			$found = Pattern::match($from, $text);
			$text = $found === null ? $text : Pattern::fill($to, $found) ?? $text;
		}
		if (preg_match('~^[A-Za-z0-9.-]+/~', $text) === 1) {
			// Many leave the scheme out. A word with a dot in it is no address, though.
			$host = strtolower((string) strstr($text, '/', true));
			foreach ($table['networks'] as $row) {
				if ($row['hosts'] !== '' && Pattern::match($row['hosts'], $host) !== null) {
					$text = 'https://' . $text;
					break;
				}
			}
		}
		return Place::parts($text);
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
			$url = Pattern::fill($rule['url'], [
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
					? Pattern::fill($rule['id'], $found) ?? ''
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
		if (isset($rule['hosts']) && Pattern::match($rule['hosts'], $parts['host']) === null) {
			return null;
		}
		$found = Pattern::match($rule['path'], $parts['path']);
		if ($found === null) {
			return null;
		}
		foreach ($rule['query'] ?? [] as $name => $value) {
			$given = null;
			foreach (explode('&', $parts['query']) as $pair) {
				[$key, $text] = [...explode('=', $pair, 2), ''];
				$given ??= $key === $name ? Pattern::match($value, $text) : null;
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
				Pattern::match(
					Networks::table()['tracking'],
					strtolower(explode('=', $pair, 2)[0]),
				) === null,
		);
		return $parts['path'] . ($kept === [] ? '' : '?' . implode('&', $kept));
	}

	private static function decode(string $text): string {
		$plain = rawurldecode($text);
		return mb_check_encoding($plain, 'UTF-8') ? $plain : $text;
	}
}
