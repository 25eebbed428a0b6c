<?php
// What persons decided about standing, with their reasons: append-only. Somebody's last row counts.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;

use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Entry array{
 *     what: string, subject?: int, department?: int, kind?: string, level?: string, details?: array<string, int>,
 *     reason: string
 * }
 * `what`: level (of a subject), department (handed over: `level` is handed, taken back: '') or rules (`details` are
 * the new ones). `kind` '' is every kind, `level` '' what the rules say.
 */
final class Log {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
what varchar(20) NOT NULL,
subject bigint(20) unsigned NOT NULL DEFAULT 0,
department bigint(20) unsigned NOT NULL DEFAULT 0,
kind varchar(20) NOT NULL DEFAULT '',
level varchar(20) NOT NULL DEFAULT '',
details text NOT NULL,
reason text NOT NULL,
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
created datetime NOT NULL,
PRIMARY KEY  (id),
KEY subject (subject),
KEY person (user_id)";

	private const PAGE = 30;

	/** @param Entry $entry */
	public static function add(array $entry, int $by): void {
		Database::write(
			'INSERT INTO %i (what, subject, department, kind, level, details, reason, user_id, created)
			VALUES (%s, %d, %d, %s, %s, %s, %s, %d, %s)',
			Database::table('standing_log'),
			$entry['what'],
			$entry['subject'] ?? 0,
			$entry['department'] ?? 0,
			$entry['kind'] ?? '',
			$entry['level'] ?? '',
			(string) wp_json_encode($entry['details'] ?? []),
			$entry['reason'],
			$by,
			utc(),
		);
	}

	/**
	 * Where persons put somebody: what was said last about every kind replaces what was said about each.
	 *
	 * @return array<int, array<string, array{level: string, reason: string}>> by department and kind; '' is every kind
	 */
	public static function levels(int $subject): array {
		return self::levels_of([$subject])[$subject] ?? [];
	}

	/**
	 * The same for several people in one query.
	 *
	 * @param list<int> $subjects
	 * @return array<int, array<int, array<string, array{level: string, reason: string}>>>
	 */
	public static function levels_of(array $subjects): array {
		if ($subjects === []) {
			return [];
		}
		$rows = Database::rows(
			'SELECT subject, department, kind, level, reason FROM %i WHERE what = %s AND subject IN (' .
				implode(', ', array_fill(0, count($subjects), '%d')) .
				') ORDER BY id',
			Database::table('standing_log'),
			'level',
			...$subjects,
		);
		$levels = [];
		foreach ($rows as $row) {
			$subject = (int) $row['subject'];
			$department = (int) $row['department'];
			$kind = (string) $row['kind'];
			if ($kind === '') {
				$levels[$subject][$department] = [];
			}
			$levels[$subject][$department][$kind] = [
				'level' => (string) $row['level'],
				'reason' => (string) $row['reason'],
			];
		}
		return $levels;
	}

	/**
	 * A page of the log, latest first.
	 *
	 * @param int $before 0 begins at the latest
	 * @return array{rows: list<array<string, string|null>>, before: int|null}
	 */
	public static function page(int $before): array {
		$rows = Database::rows(
			'SELECT * FROM %i WHERE id < %d ORDER BY id DESC LIMIT %d',
			Database::table('standing_log'),
			$before > 0 ? $before : PHP_INT_MAX,
			self::PAGE + 1,
		);
		$has_more = count($rows) > self::PAGE;
		$rows = array_slice($rows, 0, self::PAGE);
		$last = $rows === [] ? null : $rows[count($rows) - 1];
		return [
			'rows' => $rows,
			'before' => $has_more && $last !== null ? (int) $last['id'] : null,
		];
	}

	/** @return list<array<string, string|null>> everything said about somebody */
	public static function about(int $subject): array {
		return Database::rows(
			'SELECT * FROM %i WHERE subject = %d ORDER BY id',
			Database::table('standing_log'),
			$subject,
		);
	}

	/** Somebody's account goes: the record stays, without them and without words about them. */
	public static function forget_person(int $user): void {
		Database::write(
			"UPDATE %i SET subject = 0, reason = '' WHERE subject = %d",
			Database::table('standing_log'),
			$user,
		);
		Database::write(
			'UPDATE %i SET user_id = 0 WHERE user_id = %d',
			Database::table('standing_log'),
			$user,
		);
	}
}
