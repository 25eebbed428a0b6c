<?php
// The names of colleagues, for finding one in what a visitor wrote.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;

defined('ABSPATH') || exit();

final class Names {
	/** Option, loaded only when a visitor writes: the names, folded, one a line; made anew after any account changed. */
	public const OPTION = 'throughline_names';
	/** A name of more words than these is found by its first and last. */
	private const MOST = 5;
	private const TITLES = '/ (?:frau|fr|herrn?|hr|kolleg(?:e|en|in)|mrs?|ms|miss|dr|prof) (?:(?:dr|prof) )*([^ ]+)/';

	public static function register(): void {
		$changes = [
			'user_register',
			'profile_update',
			'deleted_user',
			'set_user_role',
			'add_user_role',
			'remove_user_role',
			'add_user_to_blog',
			'remove_user_from_blog',
		];
		foreach ($changes as $hook) {
			add_action($hook, [self::class, 'forget']);
		}
	}

	public static function forget(): void {
		delete_option(self::OPTION);
	}

	/** Whether a colleague is named: by first and last name, or by the last one with Mr, Mrs, Frau, Herr. */
	public static function in(string $text): bool {
		$folded = Fold::words($text);
		$names = self::all();
		$words = explode(' ', trim($folded));
		foreach ($words as $at => $word) {
			for ($length = 2; $length <= self::MOST; $length++) {
				$name = implode(' ', array_slice($words, $at, $length));
				// "Anna Müllers Team"
				if (
					isset($names[$name]) ||
					isset($names[(string) preg_replace('/s$/', '', $name)])
				) {
					return true;
				}
			}
		}
		preg_match_all(self::TITLES, $folded, $titled);
		foreach ($titled[1] as $last) {
			if (isset($names["* $last"]) || isset($names['* ' . preg_replace('/s$/', '', $last)])) {
				return true;
			}
		}
		return false;
	}

	/** @return array<string, int> "anna mueller", and "* mueller" for the last name */
	private static function all(): array {
		$kept = get_option(self::OPTION);
		if (!is_string($kept)) {
			$kept = implode("\n", self::made());
			update_option(self::OPTION, $kept, false);
		}
		return array_flip(explode("\n", $kept));
	}

	/** @return list<string> */
	private static function made(): array {
		$names = [];
		foreach (get_users(['capability' => Capabilities::SUBMIT]) as $person) {
			if (!($person instanceof \WP_User)) {
				continue;
			}
			$full = [
				get_user_meta($person->ID, 'first_name', true),
				get_user_meta($person->ID, 'last_name', true),
			];
			foreach (
				[$person->display_name, implode(' ', array_filter($full, 'is_string'))]
				as $name
			) {
				$words = array_values(
					array_diff(explode(' ', trim(Fold::words($name))), [
						'dr',
						'prof',
						'ing',
						'dipl',
					]),
				);
				if (count($words) < 2) {
					continue;
				}
				$last = $words[count($words) - 1];
				$names[] = implode(' ', array_slice($words, 0, self::MOST));
				$names[] = "$words[0] $last";
				$names[] = "* $last";
			}
		}
		return array_values(array_unique($names));
	}
}
