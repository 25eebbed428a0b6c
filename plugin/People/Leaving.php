<?php
// Somebody leaves, or a department ends: nothing is left that points to nobody or nowhere.

namespace Throughline\People;

use Throughline\Database;

defined('ABSPATH') || exit();

final class Leaving {
	/** What this site keeps about a person, by option. */
	public const OPTIONS = [
		Departments::OF_USER,
		Person::ROLE,
		Scope::OPTION,
		Moderators::DEPUTY,
		Hours::KEPT,
	];

	/** On deleted_user, where core takes the person's own options itself, and on remove_user_from_blog, where it doesn't. */
	public static function forget_user(int $user): void {
		Desks::forget($user);
		$prefix = Database::wpdb()->get_blog_prefix();
		delete_metadata('user', 0, $prefix . Moderators::DEPUTY, (string) $user, true);
		foreach (self::OPTIONS as $option) {
			delete_user_option($user, $option);
		}
	}

	/** For uninstall.php: nothing about anybody stays, whichever way it was kept. */
	public static function forget_everybody(): void {
		foreach (self::OPTIONS as $option) {
			delete_metadata('user', 0, Database::wpdb()->get_blog_prefix() . $option, '', true);
			delete_metadata('user', 0, $option, '', true);
		}
		delete_option(Hours::KEPT);
	}

	/**
	 * Before a department is deleted, by whatever way: its people and its pieces go to the department above, and
	 * whoever decided there goes on deciding for the departments below, which move up.
	 */
	public static function leave_department(int $department, string $taxonomy): void {
		if ($taxonomy !== Departments::TAXONOMY) {
			return;
		}
		$above = Departments::upwards($department)[1] ?? 0;
		$below = get_terms([
			'taxonomy' => $taxonomy,
			'parent' => $department,
			'fields' => 'ids',
			'hide_empty' => false,
		]);
		foreach (self::who_has(Departments::OF_USER, (string) $department) as $user) {
			Departments::assign($user, $above);
		}
		foreach (self::who_has(Scope::OPTION) as $user) {
			$scope = Scope::given($user) ?? [];
			if (in_array($department, $scope, true)) {
				$rest = array_diff($scope, [$department]);
				$children = array_filter(is_array($below) ? $below : [], 'is_int');
				// An empty list stays one: it is nothing, and never everything.
				Scope::give($user, array_values(array_unique([...$rest, ...$children])));
			}
		}
		$pieces = get_objects_in_term($department, $taxonomy);
		foreach (is_array($pieces) && $above > 0 ? $pieces : [] as $piece) {
			wp_set_object_terms((int) $piece, [$above], $taxonomy);
		}
	}

	/** @return list<int> user ids */
	private static function who_has(string $option, ?string $value = null): array {
		$key = Database::wpdb()->get_blog_prefix() . $option;
		$table = Database::wpdb()->usermeta;
		$rows =
			$value === null
				? Database::rows('SELECT user_id FROM %i WHERE meta_key = %s', $table, $key)
				: Database::rows(
					'SELECT user_id FROM %i WHERE meta_key = %s AND meta_value = %s',
					$table,
					$key,
					$value,
				);
		return array_map('intval', array_column($rows, 'user_id'));
	}
}
