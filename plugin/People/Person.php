<?php
// Somebody as others see them: a name and initials in a quiet colour, never an account or an address.

namespace Throughline\People;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Face array{name: string, initials: string, hue: int}
 * @phpstan-type Shown array{name: string, initials: string, hue: int, picture: string|null}
 */
final class Person {
	/** User option: what somebody's job is called. */
	public const ROLE = 'throughline_role';
	/** User option: the picture that somebody uploaded of themselves, below FACES, with %d for its edge. */
	public const FACE = 'throughline_face';
	/** In uploads. */
	public const FACES = 'throughline/faces';
	/** Pixels of a picture’s edge. */
	public const EDGES = [96, 192];

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

	/**
	 * The same for visitors’ pages, with the address of their own picture where they have one.
	 *
	 * @return Shown
	 */
	public static function shown(int $user): array {
		return [...self::of($user), 'picture' => self::picture($user)];
	}

	/**
	 * Address of the picture that somebody uploaded of themselves; null for none. Nobody else is asked for one.
	 *
	 * @param value-of<self::EDGES> $edge
	 */
	public static function picture(int $user, int $edge = 96): ?string {
		$face = $user > 0 ? get_user_option(self::FACE, $user) : '';
		return self::address($face, $edge);
	}

	/**
	 * The same, of what stands in the user option.
	 *
	 * @param value-of<self::EDGES> $edge
	 */
	public static function address(mixed $face, int $edge = 96): ?string {
		return is_string($face) && preg_match('/^[0-9a-f]{32}-%d\.(jpg|png)$/D', $face) === 1
			? wp_upload_dir(null, false)['baseurl'] .
					'/' .
					self::FACES .
					'/' .
					sprintf($face, $edge)
			: null;
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
