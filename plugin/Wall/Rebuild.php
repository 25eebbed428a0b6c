<?php
// Builds the pieces table anew from what is published, in batches.

namespace Throughline\Wall;

use Throughline\Database;

defined('ABSPATH') || exit();

final class Rebuild {
	public const EVENT = 'throughline_rebuild_wall';
	private const BATCH = 100;

	/** Builds the table anew from what is published; every row that should not be there goes. */
	public static function whole(): void {
		for ($after = 0; $after !== null; ) {
			$after = self::batch($after);
		}
	}

	/** The same in the background, so that no request takes long. */
	public static function later(int $after = 0): void {
		if (wp_next_scheduled(self::EVENT, [$after]) === false) {
			wp_schedule_single_event(time(), self::EVENT, [$after]);
		}
	}

	public static function some(int $after): void {
		$until = time() + 10;
		do {
			$after = self::batch($after);
		} while ($after !== null && time() < $until);
		if ($after !== null) {
			self::later($after);
		}
	}

	/** @return int|null the last piece of this batch; null when there are none left */
	private static function batch(int $after): ?int {
		$kinds = Projection::KINDS;
		$two = implode(', ', array_fill(0, count($kinds), '%s'));
		$ids = array_map(
			static fn(array $row): int => (int) $row['ID'],
			Database::rows(
				"SELECT ID FROM %i WHERE post_type IN ($two) AND post_status = 'publish' AND ID > %d ORDER BY ID LIMIT %d",
				Database::wpdb()->posts,
				...array_keys($kinds),
				...[$after, self::BATCH],
			),
		);
		$last = count($ids) === self::BATCH ? end($ids) : PHP_INT_MAX;
		$marks = implode(', ', array_fill(0, count($ids) + 1, '%d'));
		Database::write(
			"DELETE FROM %i WHERE kind IN ($two) AND piece_id > %d AND piece_id <= %d AND piece_id NOT IN ($marks)",
			Database::table('pieces'),
			...array_values($kinds),
			...[$after, $last, 0, ...$ids],
		);
		_prime_post_caches($ids);
		foreach ($ids as $id) {
			Projection::follow($id);
		}
		return $last === PHP_INT_MAX ? null : $last;
	}
}
