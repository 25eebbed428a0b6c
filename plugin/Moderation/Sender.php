<?php
// Who sends something, as limits tell people apart: by account, by mail, or by the network address, of which only a keyed hash is kept.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;

defined('ABSPATH') || exit();

/** @phpstan-import-type Arrival from Intake */
final class Sender {
	/** @param Arrival $arrival '' when nothing is known of them, as in an import */
	public static function of(array $arrival): string {
		return match (true) {
			$arrival['contributor'] > 0 => "user {$arrival['contributor']}",
			$arrival['address'] !== '' => 'address ' . self::network($arrival['address']),
			$arrival['mail'] !== '' => 'mail ' . self::mail($arrival['mail']),
			default => '',
		};
	}

	/** Whoever sends this request, by where it comes from; '' where that is not known. */
	public static function here(): string {
		$address = self::address();
		return $address === '' ? '' : 'address ' . self::network($address);
	}

	/** Somebody with an account that may send stories; everybody else is a visitor here. */
	public static function is_colleague(int $user): bool {
		return $user > 0 && user_can($user, Capabilities::SUBMIT);
	}

	/** The network address of this request; behind a proxy a site names the right one by the filter. */
	public static function address(): string {
		$address = $_SERVER['REMOTE_ADDR'] ?? '';
		/** Filters the sender's network address, for sites behind a proxy that they trust. */
		$filtered = apply_filters('throughline_address', is_string($address) ? $address : '');
		return is_string($filtered) && filter_var($filtered, FILTER_VALIDATE_IP) !== false
			? $filtered
			: '';
	}

	/** A mail address as it is compared. */
	public static function mail(string $mail): string {
		return mb_strtolower(trim($mail));
	}

	/** With IPv6 one household holds 2^64 addresses: the first half tells them apart. */
	private static function network(string $address): string {
		$bytes = inet_pton($address);
		return $bytes === false || strlen($bytes) === 4
			? $address
			: bin2hex(substr($bytes, 0, 8)) . '::/64';
	}
}
