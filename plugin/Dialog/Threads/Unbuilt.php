<?php
// Reads conversations from core's own table, for as long as the index is being built: newest or oldest first, in the order in which comments came.

namespace Throughline\Dialog\Threads;

use Throughline\Cursor;
use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Row from Threads
 * @phpstan-import-type Page from Threads
 * @phpstan-import-type Order from Threads
 */
final class Unbuilt {
	private const SELECT = "SELECT comment.*, comment.comment_ID AS root_id, 0 AS depth, 1 AS public, 0 AS question, 0 AS replies,
		comment.comment_date_gmt AS created, person.display_name FROM %i AS comment
		LEFT JOIN %i AS person ON person.ID = comment.user_id
		WHERE comment.comment_approved = '1' AND comment.comment_type IN ('comment', '')";
	/** Deeper replies wait for the index. */
	private const LEVELS = 5;

	/**
	 * @param array{order: Order, count: int, answered?: bool, after?: string} $asked
	 * @return Page
	 */
	public static function page(int $post, array $asked): array {
		$oldest = $asked['order'] === 'oldest';
		$after = (int) Cursor::read($asked['after'] ?? '');
		$rows = Database::rows(
			self::SELECT .
				' AND comment.comment_post_ID = %d AND comment.comment_parent = 0' .
				($after > 0
					? ($oldest
						? ' AND comment.comment_ID > %d'
						: ' AND comment.comment_ID < %d')
					: '') .
				($oldest
					? ' ORDER BY comment.comment_ID LIMIT %d'
					: ' ORDER BY comment.comment_ID DESC LIMIT %d'),
			...self::tables(),
			...[$post],
			...$after > 0 ? [$after] : [],
			...[$asked['count'] + 1],
		);
		return self::paged($rows, $asked['count']);
	}

	/**
	 * @param list<int> $roots
	 * @return array<int, list<Row>>
	 */
	public static function replies(array $roots, int $count): array {
		$below = [];
		foreach (self::below($roots) as $row) {
			$below[$row['root']][] = $row;
		}
		foreach ($below as $root => $rows) {
			usort($rows, static fn(array $a, array $b): int => $a['id'] <=> $b['id']);
			$below[$root] = array_slice($rows, 0, $count);
		}
		return $below;
	}

	/** @return Page */
	public static function more(int $root, int $count, string $after): array {
		$begin = (int) Cursor::read($after);
		$rows = array_values(
			array_filter(self::below([$root]), static fn(array $row): bool => $row['id'] > $begin),
		);
		usort($rows, static fn(array $a, array $b): int => $a['id'] <=> $b['id']);
		$shown = array_slice($rows, 0, $count);
		$last = end($shown);
		return [
			'rows' => $shown,
			'after' =>
				count($rows) > $count && $last !== false
					? Cursor::opaque((string) $last['id'])
					: null,
		];
	}

	/**
	 * @param list<int> $comments
	 * @return array<int, Row>
	 */
	public static function some(array $comments): array {
		$rows = Database::rows(
			self::SELECT .
				' AND comment.comment_ID IN (' .
				implode(', ', array_fill(0, count($comments), '%d')) .
				')',
			...self::tables(),
			...$comments,
		);
		return array_column(array_map([Threads::class, 'row'], $rows), null, 'id');
	}

	/**
	 * @param list<int> $roots
	 * @return list<Row>
	 */
	private static function below(array $roots): array {
		$root_of = array_combine($roots, $roots);
		$found = [];
		for (
			$above = $roots;
			$above !== [] && count($found) < 1000 && ($level ??= 0) < self::LEVELS;
			$level++
		) {
			$rows = Database::rows(
				self::SELECT .
					' AND comment.comment_parent IN (' .
					implode(', ', array_fill(0, count($above), '%d')) .
					') ORDER BY comment.comment_ID LIMIT 1000',
				...self::tables(),
				...$above,
			);
			$above = [];
			foreach ($rows as $row) {
				$id = (int) $row['comment_ID'];
				if (!isset($root_of[$id])) {
					$root_of[$id] = $root_of[(int) $row['comment_parent']] ?? $id;
					$above[] = $id;
					$found[] =
						['root' => $root_of[$id], 'depth' => $level + 1] + Threads::row($row);
				}
			}
		}
		return $found;
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return Page
	 */
	private static function paged(array $rows, int $count): array {
		$shown = array_map([Threads::class, 'row'], array_slice($rows, 0, $count));
		// How many stand below is known once the index is there; until then all are shown.
		$last = count($rows) > $count ? end($shown) : false;
		return [
			'rows' => $shown,
			'after' => $last === false ? null : Cursor::opaque((string) $last['id']),
		];
	}

	/** @return list<string> */
	private static function tables(): array {
		return [Database::wpdb()->comments, Database::wpdb()->users];
	}
}
