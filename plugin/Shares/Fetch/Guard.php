<?php
// Judges the addresses behind a host's name before anything is sent there; Connection then goes to exactly those.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

defined('ABSPATH') || exit();

/**
 * A name is looked up once for each request: were it looked up again for the connection, it could
 * point into the company's own network by then.
 */
final class Guard {
	/** Networks of IPv4 that are not the open Internet: the registry of IANA (RFC 6890 and its successors). */
	private const CLOSED = [
		'0.0.0.0/8',
		'10.0.0.0/8',
		'100.64.0.0/10',
		'127.0.0.0/8',
		'169.254.0.0/16',
		'172.16.0.0/12',
		'192.0.0.0/24',
		'192.0.2.0/24',
		'192.31.196.0/24',
		'192.52.193.0/24',
		'192.88.99.0/24',
		'192.168.0.0/16',
		'192.175.48.0/24',
		'198.18.0.0/15',
		'198.51.100.0/24',
		'203.0.113.0/24',
		'224.0.0.0/3',
	];
	/** The only part of IPv6 that is given out; mapped, translated (NAT64), unique local and multicast ones lie outside. */
	private const OPEN6 = '2000::/3';
	/** And what in it isn't open: protocols and Teredo, documentation, 6to4. */
	private const CLOSED6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

	/**
	 * Whether hosts that nobody knows beforehand can be asked at all: where connections can't be held
	 * to the addresses that were judged, they are not. A form then says that it needs the text pasted.
	 */
	public static function open_hosts(): bool {
		return self::can_hold() && !self::has_proxy();
	}

	/**
	 * The addresses that a connection to this host may go to; none when nobody has that name, null
	 * when one of them is closed.
	 *
	 * @return list<string>|null
	 */
	public static function addresses(string $host): ?array {
		if (self::is_own($host)) {
			return null;
		}
		$addresses = self::look_up($host);
		foreach ($addresses as $address) {
			if (!self::is_open($address)) {
				return null;
			}
		}
		return $addresses;
	}

	/**
	 * The one place that asks for the addresses of a name.
	 *
	 * @return list<string>
	 */
	private static function look_up(string $host): array {
		/**
		 * @param list<string> $addresses known without asking, for this host
		 * @param string $host
		 */
		$addresses = array_filter(
			(array) apply_filters('throughline_addresses', [], $host),
			is_string(...),
		);
		if ($addresses === []) {
			// The warning only repeats that there is no answer.
			$records = @dns_get_record($host, DNS_A | DNS_AAAA);
			foreach ($records === false ? [] : $records as $record) {
				$address = $record['ip'] ?? ($record['ipv6'] ?? '');
				$addresses[] = is_string($address) ? $address : '';
			}
		}
		if ($addresses === []) {
			$found = gethostbynamel($host);
			$addresses = $found === false ? [] : $found;
		}
		return array_values(array_unique($addresses));
	}

	/** Whether an address belongs to the open Internet. */
	public static function is_open(string $address): bool {
		$bytes = @inet_pton($address);
		if ($bytes === false) {
			return false;
		}
		$is_six = strlen($bytes) === 16;
		if ($is_six && !self::lies_in($bytes, self::OPEN6)) {
			return false;
		}
		foreach ($is_six ? self::CLOSED6 : self::CLOSED as $network) {
			if (self::lies_in($bytes, $network)) {
				return false;
			}
		}
		$server = $_SERVER['SERVER_ADDR'] ?? '';
		return !is_string($server) || @inet_pton($server) !== $bytes;
	}

	private static function lies_in(string $bytes, string $network): bool {
		[$start, $bits] = explode('/', $network);
		$whole = intdiv((int) $bits, 8);
		$rest = (int) $bits % 8;
		$start = (string) inet_pton($start);
		if (substr($bytes, 0, $whole) !== substr($start, 0, $whole)) {
			return false;
		}
		$shift = 8 - $rest;
		return $rest === 0 || ord($bytes[$whole]) >> $shift === ord($start[$whole]) >> $shift;
	}

	/** This site, and its siblings in a network of sites. */
	private static function is_own(string $host): bool {
		foreach ([home_url(), site_url(), network_home_url()] as $own) {
			if (strcasecmp((string) wp_parse_url($own, PHP_URL_HOST), $host) === 0) {
				return true;
			}
		}
		return is_multisite() && get_sites(['domain' => $host, 'count' => true]) > 0;
	}

	/** Whether this PHP lets us choose the address of a connection. WebAssembly's names all resolve to private ones. */
	private static function can_hold(): bool {
		return function_exists('curl_init') && !str_contains(php_uname(), 'wasm');
	}

	/** A proxy looks names up by itself. */
	private static function has_proxy(): bool {
		return (new \WP_HTTP_Proxy())->is_enabled();
	}
}
