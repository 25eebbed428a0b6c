<?php
// Departments move and go: pieces follow into the scopes above them, all of a department at once.

namespace Throughline\Wall;

use Throughline\Database;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

final class Moves {
	/** @var list<int> departments that are about to get another parent */
	private static array $moving = [];

	/** Runs before a department is changed: a new name moves nothing, a new parent does. */
	public static function note_move(mixed $parent, int $term, string $taxonomy): mixed {
		if ($taxonomy === Departments::TAXONOMY) {
			$before = get_term($term, $taxonomy);
			if ($before instanceof \WP_Term && $before->parent !== $parent) {
				self::$moving[] = $term;
			}
		}
		return $parent;
	}

	/** A department that moved takes all below it along: other ancestors than before. */
	public static function follow_department(int $term): void {
		if (!in_array($term, self::$moving, true)) {
			return;
		}
		self::$moving = array_values(array_diff(self::$moving, [$term]));
		$below = get_term_children($term, Departments::TAXONOMY);
		/** @var list<int> $below */
		$below = is_array($below) ? $below : [];
		foreach ([$term, ...$below] as $department) {
			self::move_department($department);
		}
	}

	public static function forget_department(int $term): void {
		Database::write(
			"DELETE FROM %i WHERE scope = 'department' AND scope_id = %d",
			Database::table('pieces'),
			$term,
		);
	}

	/** Writes the scopes of all pieces of one department anew, in a handful of queries however many they are. */
	private static function move_department(int $department): void {
		$table = Database::table('pieces');
		Database::transaction(static function () use ($department, $table): bool {
			Database::write(
				"DELETE FROM %i WHERE scope = 'department' AND department = %d",
				$table,
				$department,
			);
			foreach (Departments::upwards($department) as $ancestor) {
				Database::write(
					"INSERT INTO %i (kind, piece_id, scope, scope_id, published, contributor, department, card)
					SELECT kind, piece_id, 'department', %d, published, contributor, department, card FROM %i
					WHERE scope = 'all' AND department = %d",
					$table,
					$ancestor,
					$table,
					$department,
				);
			}
			return true;
		});
	}
}
