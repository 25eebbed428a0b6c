<?php
// Builds the index for the comments that a site has already, and looks at it again in turn: what raw SQL, a killed process or a time without the plugin left behind is put right.

namespace Throughline\Dialog\Threads;

use Throughline\Database;

defined('ABSPATH') || exit();

final class Build {
	public const EVENT = 'throughline_build_threads';
	/** Option, loaded with every page: `built`, or up to which comment the first building has come. */
	public const OPTION = 'throughline_threads';
	/** Option, not loaded: where the hourly look goes on. */
	public const LOOKED = 'throughline_threads_looked';
	public const BUILT = 'built';
	private const BATCH = 500;
	/** So many are looked at in an hour. */
	private const HOURLY = 2000;

	/** Until then threads are read from core's own table. */
	public static function is_built(): bool {
		return get_option(self::OPTION) === self::BUILT;
	}

	/** Comments may have come and gone while the plugin was away. */
	public static function activate(): void {
		$some = Database::rows(
			'SELECT comment_ID FROM %i LIMIT %d',
			Database::wpdb()->comments,
			self::BATCH,
		);
		if (count($some) < self::BATCH) {
			self::whole();
			return;
		}
		update_option(self::OPTION, '0', true);
		self::later();
	}

	private static function later(): void {
		if (wp_next_scheduled(self::EVENT) === false) {
			wp_schedule_single_event(time(), self::EVENT);
		}
	}

	/** Some of it, and the rest in a later request; who is killed in between loses one batch. */
	public static function some(): void {
		$until = time() + 20;
		do {
			$kept = get_option(self::OPTION);
			if ($kept === self::BUILT) {
				return;
			}
			$after = self::batch(is_numeric($kept) ? (int) $kept : 0);
			update_option(self::OPTION, $after === null ? self::BUILT : (string) $after, true);
		} while ($after !== null && time() < $until);
		if ($after !== null) {
			self::later();
		}
	}

	/**
	 * All of it, now. Gives how many comments were looked at.
	 *
	 * @param callable(int): void|null $tell hears how many have been looked at
	 */
	public static function whole(?callable $tell = null): int {
		$seen = 0;
		$looked = 0;
		for ($after = 0; $after !== null; ) {
			$after = self::batch($after, $looked);
			$seen += $looked;
			if ($tell !== null) {
				$tell($seen);
			}
		}
		update_option(self::OPTION, self::BUILT, true);
		return $seen;
	}

	/** Once an hour: what is new, and some of the rest in turn. */
	public static function look(): void {
		if (!self::is_built()) {
			self::later();
			return;
		}
		$kept = get_option(self::LOOKED);
		$after = is_numeric($kept) ? (int) $kept : 0;
		$newest =
			(int) (Database::row(
				'SELECT MAX(comment_ID) AS id FROM %i',
				Database::wpdb()->comments,
			)['id'] ?? 0);
		$from = max($after, $newest - self::HOURLY);
		for ($left = self::HOURLY; $left > 0 && $from !== null; $left -= self::BATCH) {
			$from = self::batch($from);
		}
		for ($left = self::HOURLY; $left > 0 && $after !== null; $left -= self::BATCH) {
			$after = self::batch($after);
		}
		update_option(self::LOOKED, (string) ($after ?? 0), false);
	}

	/**
	 * A post's comments changed in bulk.
	 */
	public static function post(int $post): void {
		$after = 0;
		do {
			$rows = Database::rows(
				'SELECT comment_ID FROM %i WHERE comment_post_ID = %d AND comment_ID > %d ORDER BY comment_ID LIMIT %d',
				Database::wpdb()->comments,
				$post,
				$after,
				self::BATCH,
			);
			$ids = array_map('intval', array_column($rows, 'comment_ID'));
			self::mend($ids);
			$after = $ids === [] ? 0 : end($ids);
		} while (count($rows) === self::BATCH);
	}

	/**
	 * The comments that follow a number, and the rows that no comment has any more.
	 *
	 * @return int|null the last one of this batch; null when there are none left
	 */
	private static function batch(int $after, int &$looked = 0): ?int {
		$ids = [];
		foreach (
			[['comment_ID', Database::wpdb()->comments], ['comment_id', Database::table('threads')]]
			as [$column, $table]
		) {
			foreach (
				Database::rows(
					'SELECT %i AS id FROM %i WHERE %i > %d ORDER BY %i LIMIT %d',
					$column,
					$table,
					$column,
					$after,
					$column,
					self::BATCH,
				)
				as $row
			) {
				$ids[(int) $row['id']] = true;
			}
		}
		ksort($ids);
		$some = array_slice(array_keys($ids), 0, self::BATCH);
		self::mend($some);
		$looked = count($some);
		return $looked < self::BATCH ? null : end($some);
	}

	/**
	 * Makes the rows of these comments agree, those that differ one by one.
	 *
	 * @param list<int> $ids
	 */
	public static function mend(array $ids): int {
		if ($ids === []) {
			return 0;
		}
		$comments = Index::read($ids);
		$kept = self::kept($ids);
		$asked = Index::asked($ids);
		$parents = array_map('intval', array_column($comments, 'comment_parent'));
		$known = Index::rows(array_values(array_unique([...$ids, ...array_diff($parents, [0])])));
		$mended = 0;
		foreach ($ids as $id) {
			$comment = $comments[$id] ?? null;
			if ($comment === null) {
				if (isset($kept[$id])) {
					Index::put($id);
					$mended++;
				}
				continue;
			}
			$place = Index::place($comment, $known);
			$row = array_map('strval', Index::row($comment, $place, $asked[$id] ?? 0));
			if (!self::agrees($kept[$id] ?? null, $row, $place['root'] === $id)) {
				Index::put($id);
				$mended++;
			}
			$known[$id] = $place;
		}
		return $mended + self::mend_roots($ids);
	}

	/**
	 * Of those that are roots, the ones that say something else of their thread than stands in it.
	 *
	 * @param non-empty-list<int> $ids
	 */
	private static function mend_roots(array $ids): int {
		$marks = implode(', ', array_fill(0, count($ids), '%d'));
		$threads = Database::table('threads');
		$below = array_column(
			Database::rows(
				"SELECT root_id, COUNT(*) AS replies FROM %i WHERE root_id IN ($marks) AND list = 2 GROUP BY root_id",
				$threads,
				...$ids,
			),
			'replies',
			'root_id',
		);
		$asked = array_column(
			Database::rows(
				"SELECT root_id, MIN(question) AS question FROM %i
				WHERE root_id IN ($marks) AND question > 0 AND comment_id <> root_id GROUP BY root_id",
				$threads,
				...$ids,
			),
			'question',
			'root_id',
		);
		$own = Index::asked($ids);
		$mended = 0;
		foreach (
			Database::rows(
				"SELECT comment_id, list, public, question, replies, root_id FROM %i WHERE comment_id IN ($marks) AND type = ''",
				$threads,
				...$ids,
			)
			as $row
		) {
			$id = (int) $row['comment_id'];
			$root = (int) $row['root_id'] === $id;
			$replies = $root ? min(Index::MOST, (int) ($below[$id] ?? 0)) : 0;
			$states = array_diff(
				[$row['public'] === '1' ? $own[$id] ?? 0 : 0, $root ? (int) ($asked[$id] ?? 0) : 0],
				[0],
			);
			$right = [
				$root ? (int) ($row['public'] === '1' || $replies > 0) : (int) $row['list'],
				$states === [] ? 0 : min($states),
				$replies,
			];
			if ($right !== [(int) $row['list'], (int) $row['question'], (int) $row['replies']]) {
				Index::refresh($id);
				$mended++;
			}
		}
		return $mended;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, list<string>>
	 */
	private static function kept(array $ids): array {
		$rows = Database::rows(
			'SELECT comment_id, post_id, root_id, parent_id, depth, list, public, question, type, created FROM %i
			WHERE comment_id IN (' .
				implode(', ', array_fill(0, count($ids), '%d')) .
				')',
			Database::table('threads'),
			...$ids,
		);
		$kept = [];
		foreach ($rows as $row) {
			$kept[(int) $row['comment_id']] = array_map('strval', array_values($row));
		}
		return $kept;
	}

	/**
	 * A root's list and question speak of its thread, too, and are refreshed by themselves.
	 *
	 * @param list<string>|null $kept
	 * @param list<string> $right
	 */
	private static function agrees(?array $kept, array $right, bool $root): bool {
		if ($kept === null) {
			return false;
		}
		if ($root && $right[8] === '') {
			unset($kept[5], $right[5], $kept[7], $right[7]);
		}
		return $kept === $right;
	}
}
