<?php
// Contributors from whom nothing is taken: an account by a user option, a guest by a keyed hash of their mail.

namespace Throughline\Moderation;

use Throughline\Database;
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

	/** Takes from somebody again, by the id that `all` gives them. */
	public static function end(string $id): void {
		if (preg_match('/^user-(\d{1,18})$/', $id, $part) === 1) {
			self::remove((int) $part[1]);
			return;
		}
		update_option(self::OPTION, array_diff_key(self::guests(), [$id => 0]), false);
	}

	/**
	 * Everybody from whom nothing is taken, accounts by name first; of guests nobody knows more than the date.
	 *
	 * @return list<array{id: string, name: string|null, since: string}>
	 */
	public static function all(): array {
		$since = static fn(int $at): string => gmdate('Y-m-d\TH:i:s\Z', $at);
		$blocked = [];
		$users = get_users([
			'meta_key' => Database::wpdb()->get_blog_prefix() . self::META,
			'orderby' => 'display_name',
		]);
		foreach ($users as $user) {
			if ($user instanceof \WP_User) {
				$at = get_user_option(self::META, $user->ID);
				$blocked[] = [
					'id' => "user-{$user->ID}",
					'name' => $user->display_name,
					'since' => $since(is_numeric($at) ? (int) $at : 0),
				];
			}
		}
		foreach (self::guests() as $hash => $at) {
			$blocked[] = ['id' => $hash, 'name' => null, 'since' => $since($at)];
		}
		return $blocked;
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
