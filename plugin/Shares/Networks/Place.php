<?php
// Where a request or a link may lead: https, a name that others can look up, no tricks.

declare(strict_types=1);

namespace Throughline\Shares\Networks;

use WpOrg\Requests\Exception as RequestsException;
use WpOrg\Requests\IdnaEncoder;

defined('ABSPATH') || exit();

final class Place {
	/**
	 * Where a request or a link may lead: https, as it stands, without its fragment; null where that
	 * would be no usable address. What an address of somebody's page passes, every address must pass
	 * that another host gives us.
	 *
	 * @return array{host: string, url: string}|null
	 */
	public static function of(string $text): ?array {
		$parts = self::parts($text);
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
		return self::of($url)['host'] ?? '';
	}

	/**
	 * The parts of an address that is safe to go on with: one expression holds it as a whole before
	 * anything is taken out of it.
	 *
	 * @return array{host: string, path: string, query: string}|null
	 */
	public static function parts(string $text): ?array {
		$table = Networks::table();
		$found =
			strlen($text) > $table['longest'] ? null : Pattern::match($table['address'], $text);
		$host = $found === null ? null : self::ascii($found['host']);
		if ($found === null || $host === null || Pattern::match($table['host'], $host) === null) {
			return null;
		}
		$path = self::encode(($found['path'] ?? '') !== '' ? $found['path'] : '/');
		$query = self::encode($found['query'] ?? '');
		return Pattern::match($table['path'], $path) === null
			? null
			: compact('host', 'path', 'query');
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
}
