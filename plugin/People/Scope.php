<?php
// Which departments' pieces somebody decides: everything, or their own departments with all below them.

namespace Throughline\People;

defined('ABSPATH') || exit();

final class Scope {
	/** User option: a list of term ids. Nothing kept is everything; an empty list is nothing. */
	public const OPTION = 'throughline_scope';

	/**
	 * The departments, all below them included; null for everything.
	 *
	 * Whoever moderates by a right of their own and was given no scope has everything. Whoever has the right from
	 * elsewhere (a peer moderator) has what `throughline_scope` says, and without an answer nothing.
	 *
	 * @return list<int>|null
	 */
	public static function of(int $user): ?array {
		$given = self::given($user);
		if ($given === null && self::has_right($user)) {
			return null;
		}
		/**
		 * Departments that somebody decides for another reason; those below them follow. Whoever has everything
		 * is not asked about.
		 *
		 * @param list<int> $scope
		 */
		$scope = apply_filters('throughline_scope', $given ?? [], $user);
		return self::with_below(self::ids(is_array($scope) ? $scope : []));
	}

	/** A piece without a department (0) is decided by those with everything. */
	public static function covers(int $user, int $department): bool {
		$scope = self::of($user);
		return $scope === null || in_array($department, $scope, true);
	}

	/**
	 * What was said about this person, without the departments below; null where nothing was.
	 *
	 * @return list<int>|null
	 */
	public static function given(int $user): ?array {
		$given = $user > 0 ? get_user_option(self::OPTION, $user) : false;
		return is_array($given) ? self::ids($given) : null;
	}

	/** @param list<int>|null $departments null for everything */
	public static function give(int $user, ?array $departments): void {
		if ($departments === null) {
			delete_user_option($user, self::OPTION);
		} else {
			update_user_option($user, self::OPTION, $departments);
		}
	}

	/** Whether somebody's role or account itself carries the right, not a filter on it. */
	public static function has_right(int $user): bool {
		$account = $user > 0 ? get_userdata($user) : false;
		return $account !== false &&
			(($account->allcaps[Capabilities::MODERATE] ?? false) ||
				(is_multisite() && is_super_admin($user)));
	}

	/**
	 * @param list<int> $departments
	 * @return list<int>
	 */
	private static function with_below(array $departments): array {
		$all = [];
		_prime_term_caches($departments, false);
		foreach ($departments as $department) {
			array_push($all, ...Departments::with_below($department));
		}
		return array_values(array_unique($all));
	}

	/**
	 * @param array<mixed> $ids
	 * @return list<int>
	 */
	private static function ids(array $ids): array {
		return array_values(array_map('intval', array_filter($ids, 'is_numeric')));
	}
}
