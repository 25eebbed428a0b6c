<?php
// Which rows of the queue somebody asked for and may see, found by the key that answers it without sorting.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Query array{
 *     list: string, kind?: string, department?: int, contributor?: int, reason?: string, search?: string, after?: string
 * }
 * @phpstan-type Cursor array{int, string, int}
 * A cursor is urgency, since and id of the last row before.
 */
final class QueueFilter {
	/** Each word costs a look at the text of every row. */
	private const WORDS = 5;

	/**
	 * The most urgent rows, oldest first, after the cursor.
	 *
	 * @param Query $query
	 * @param list<int>|null $scope the departments that may be seen; null for everything
	 * @param Cursor $after
	 * @return list<array<string, string|null>>
	 */
	public static function rows(array $query, ?array $scope, array $after, int $limit): array {
		$departments = self::departments($query['department'] ?? 0, $scope);
		if ($departments === []) {
			return [];
		}
		[$and, $values] = self::conditions($query);
		[$urgency, $since, $id] = $after;
		$where = "list = %s AND (urgency > %d OR (urgency = %d AND since > %s) OR (urgency = %d AND since = %s AND id > %d))$and";
		$values = [$query['list'], $urgency, $urgency, $since, $urgency, $since, $id, ...$values];
		$table = Database::table('queue');
		if (
			$departments === null ||
			($query['contributor'] ?? 0) > 0 ||
			count($departments) === 1
		) {
			$in =
				$departments === null
					? ''
					: ' AND department IN (' . self::marks($departments) . ')';
			return Database::rows(
				"SELECT * FROM %i WHERE $where$in ORDER BY urgency, since, id LIMIT %d",
				$table,
				...[...$values, ...$departments ?? [], $limit],
			);
		}
		// Each department by its own key, and then the first of all: one query over several would sort all they hold.
		$parts = [];
		$all = [];
		foreach ($departments as $department) {
			$parts[] = "SELECT * FROM (SELECT id FROM %i WHERE $where AND department = %d ORDER BY urgency, since, id LIMIT %d) AS part";
			array_push($all, $table, ...$values);
			array_push($all, $department, $limit);
		}
		return Database::rows(
			'SELECT queue.* FROM (' .
				implode(' UNION ALL ', $parts) .
				') AS found JOIN %i AS queue ON queue.id = found.id ORDER BY queue.urgency, queue.since, queue.id LIMIT %d',
			...[...$all, $table, $limit],
		);
	}

	/**
	 * How many pieces each list holds. Each stops at so many, where counting would cost more than it tells.
	 *
	 * @param list<int>|null $scope
	 * @return array<string, int>
	 */
	public static function counts(?array $scope, int $stop): array {
		$counts = array_fill_keys(Queue::LISTS, 0);
		if ($scope === []) {
			return $counts;
		}
		$in = $scope === null ? '' : ' AND department IN (' . self::marks($scope) . ')';
		$parts = [];
		$values = [];
		foreach (Queue::LISTS as $list) {
			$parts[] = "SELECT * FROM (SELECT list FROM %i WHERE list = %s$in LIMIT %d) AS part";
			array_push($values, Database::table('queue'), $list, ...$scope ?? []);
			$values[] = $stop;
		}
		$rows = Database::rows(
			'SELECT list, COUNT(*) AS held FROM (' .
				implode(' UNION ALL ', $parts) .
				') AS held_rows GROUP BY list',
			...$values,
		);
		foreach ($rows as $row) {
			$counts[(string) $row['list']] = (int) $row['held'];
		}
		return $counts;
	}

	/**
	 * @param list<int>|null $scope
	 * @return list<int>|null null for all
	 */
	private static function departments(int $asked, ?array $scope): ?array {
		if ($asked === 0) {
			return $scope;
		}
		$below = Departments::with_below($asked);
		return $scope === null ? $below : array_values(array_intersect($below, $scope));
	}

	/**
	 * @param Query $query
	 * @return array{literal-string, list<string|int>}
	 */
	private static function conditions(array $query): array {
		$and = '';
		$values = [];
		if (($query['kind'] ?? '') !== '') {
			$and .= ' AND kind = %s';
			$values[] = $query['kind'];
		}
		if (($query['contributor'] ?? 0) > 0) {
			$and .= ' AND contributor = %d';
			$values[] = $query['contributor'];
		}
		if (($query['reason'] ?? '') !== '') {
			$and .= ' AND reasons LIKE %s';
			$values[] = self::like((string) wp_json_encode($query['reason']));
		}
		$words = preg_split('/\s+/u', $query['search'] ?? '', -1, PREG_SPLIT_NO_EMPTY);
		foreach (array_slice($words === false ? [] : $words, 0, self::WORDS) as $word) {
			$and .= ' AND words LIKE %s';
			$values[] = self::like($word);
		}
		return [$and, $values];
	}

	private static function like(string $part): string {
		return '%' . Database::wpdb()->esc_like($part) . '%';
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return literal-string
	 */
	private static function marks(array $ids): string {
		return implode(', ', array_fill(0, count($ids), '%d'));
	}
}
