<?php
// Who decides: the moderators of a department, and who stands in for one of them.

namespace Throughline\People;

defined('ABSPATH') || exit();

final class Moderators {
	/** User option: the user id of somebody's deputy. */
	public const DEPUTY = 'throughline_deputy';

	/**
	 * Who may decide on a department's pieces: first those who were named for it, then those with everything.
	 * 0 asks for pieces without a department.
	 *
	 * @return list<int> user ids
	 */
	public static function of(int $department): array {
		$named = [];
		$everything = [];
		foreach (self::all() as $user) {
			$scope = Scope::of($user);
			if ($scope === null) {
				$everything[] = $user;
			} elseif (in_array($department, $scope, true)) {
				$named[] = $user;
			}
		}
		return [...$named, ...$everything];
	}

	/**
	 * Everybody who moderates anything. Reads the users' rights: for screens and mails, not for visitors' pages.
	 *
	 * @return list<int> user ids
	 */
	public static function all(): array {
		$found = get_users([
			'capability' => Capabilities::MODERATE,
			'fields' => 'ID',
			'orderby' => 'ID',
		]);
		/**
		 * Others who moderate without a right of their own; `throughline_scope` says where.
		 *
		 * @param list<int> $users
		 */
		$users = apply_filters(
			'throughline_moderators',
			array_map('intval', array_filter($found, 'is_numeric')),
		);
		if (!is_array($users)) {
			return [];
		}
		$users = array_values(
			array_unique(array_map('intval', array_filter($users, 'is_numeric'))),
		);
		cache_users($users);
		return array_values(
			array_filter(
				$users,
				static fn(int $user): bool => user_can($user, Capabilities::MODERATE),
			),
		);
	}

	/** Who decides while this person doesn't; 0 for nobody. */
	public static function deputy(int $user): int {
		$deputy = $user > 0 ? get_user_option(self::DEPUTY, $user) : 0;
		return is_numeric($deputy) ? (int) $deputy : 0;
	}

	public static function set_deputy(int $user, int $deputy): void {
		if ($deputy > 0 && $deputy !== $user) {
			update_user_option($user, self::DEPUTY, $deputy);
		} else {
			delete_user_option($user, self::DEPUTY);
		}
	}
}
