<?php
// Somebody as others see them: a name and initials in a quiet colour, never an account or an address.

namespace Throughline\People;

defined('ABSPATH') || exit();

/** @phpstan-type Face array{name: string, initials: string, hue: int} */
final class Person {
	/** User option: what somebody's job is called. */
	public const ROLE = 'throughline_role';

	/**
	 * Loads several in one go. Core's own would ask the database about 0, which is nobody, again and again.
	 *
	 * @param array<int> $users
	 */
	public static function prime(array $users): void {
		cache_users(array_values(array_diff(array_unique($users), [0])));
	}

	/** What somebody's job is called; '' where nobody said. */
	public static function role(int $user): string {
		$role = $user > 0 ? get_user_option(self::ROLE, $user) : '';
		return is_string($role) ? $role : '';
	}

	public static function set_role(int $user, string $role): void {
		if ($role === '') {
			delete_user_option($user, self::ROLE);
		} else {
			// Core takes slashes away again.
			update_user_option($user, self::ROLE, wp_slash($role));
		}
	}

	/** @return Face */
	public static function of(int $user): array {
		$data = $user > 0 ? get_userdata($user) : false;
		return self::named(
			$data === false ? __('Somebody who was here', 'throughline') : $data->display_name,
		);
	}

	/** @return Face */
	public static function named(string $name): array {
		$name = trim($name);
		return [
			'name' => $name,
			'initials' => self::initials($name),
			// The same name has the same colour on every page and every server.
			'hue' => crc32($name) % 360,
		];
	}

	/** The first letters of the first and the last word: "Anna-Lena von der Au" is AA. */
	private static function initials(string $name): string {
		$words = preg_split('/[\s.]+/u', $name, -1, PREG_SPLIT_NO_EMPTY);
		if ($words === false || $words === []) {
			return '?';
		}
		$letters = [$words[0], ...count($words) > 1 ? [$words[count($words) - 1]] : []];
		return mb_strtoupper(
			implode(
				'',
				array_map(static fn(string $word): string => mb_substr($word, 0, 1), $letters),
			),
		);
	}
}
