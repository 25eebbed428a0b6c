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

	/**
	 * What was said about this person, and whether their role alone would let them decide everything.
	 *
	 * @return array{moderates: 'nothing'|'some'|'everything', scope: list<int>, byRole: bool}
	 */
	public static function given(int $user): array {
		$scope = Scope::given($user);
		$has_right = Scope::has_right($user);
		return [
			'moderates' => match (true) {
				!$has_right, $scope === [] => 'nothing',
				$scope === null => 'everything',
				default => 'some',
			},
			'scope' => $scope ?? [],
			'byRole' => self::by_role($user),
		];
	}

	/**
	 * @param string $what nothing, some or everything
	 * @param list<int> $scope term ids, for `some`
	 */
	public static function give(int $user, string $what, array $scope): void {
		$account = get_userdata($user);
		if ($account === false) {
			return;
		}
		if ($what === 'nothing' || self::by_role($user)) {
			// A right of one's own beside the role's would outlive the role.
			$account->remove_cap(Capabilities::MODERATE);
		} else {
			$account->add_cap(Capabilities::MODERATE);
		}
		$scope =
			$what === 'nothing'
				? []
				: array_values(
					array_filter(
						$scope,
						static fn(int $department): bool => Departments::existing($department) > 0,
					),
				);
		$has_everything = $what === 'everything' || ($what === 'nothing' && !self::by_role($user));
		Scope::give($user, $has_everything ? null : $scope);
	}

	private static function by_role(int $user): bool {
		$account = get_userdata($user);
		if ($account === false) {
			return false;
		}
		foreach ($account->roles as $role) {
			if (get_role($role)?->has_cap(Capabilities::MODERATE) ?? false) {
				return true;
			}
		}
		return is_multisite() && is_super_admin($user);
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
