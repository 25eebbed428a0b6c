<?php
// Contributors from whom nothing is taken: an account by a user option, a guest by a keyed hash of their mail.

namespace Throughline\Moderation;

use function Throughline\now;

defined('ABSPATH') || exit();

final class Blocked {
	/** User option: since when, in seconds since 1970. */
	public const META = 'throughline_blocked';
	/** Option, not loaded with every page: hashes of guests' mail addresses, each with its date. */
	public const OPTION = 'throughline_blocked_guests';

	/** @param string $mail of a guest; unused for a user */
	public static function add(int $user, string $mail = ''): void {
		if ($user > 0) {
			update_user_option($user, self::META, now());
		} elseif (Sender::mail($mail) !== '') {
			update_option(self::OPTION, [self::hash($mail) => now()] + self::guests(), false);
		}
	}

	public static function remove(int $user, string $mail = ''): void {
		if ($user > 0) {
			delete_user_option($user, self::META);
		} else {
			update_option(
				self::OPTION,
				array_diff_key(self::guests(), [self::hash($mail) => 0]),
				false,
			);
		}
	}

	public static function is(int $user, string $mail = ''): bool {
		return match (true) {
			$user > 0 => (bool) get_user_option(self::META, $user),
			Sender::mail($mail) === '' => false,
			default => isset(self::guests()[self::hash($mail)]),
		};
	}

	/** @return array<string, int> */
	private static function guests(): array {
		/** @var array<string, int>|false $guests written by add() alone */
		$guests = get_option(self::OPTION);
		return is_array($guests) ? $guests : [];
	}

	private static function hash(string $mail): string {
		return hash_hmac('sha256', Sender::mail($mail), wp_salt('auth'));
	}
}
