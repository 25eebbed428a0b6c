<?php
// How each piece ended, by contributor, department and kind: a projection of the decisions, which can be rebuilt.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Kinds;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Row array{act: string, state: string, user: int, reasons: list<string>, created: string}
 * @phpstan-type Ended array{outcome: string, decided: string}
 */
final class Outcomes {
	// `free`: nothing held the piece on its way in but that everything waits.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
contributor bigint(20) unsigned NOT NULL,
department bigint(20) unsigned NOT NULL,
outcome varchar(20) NOT NULL,
free tinyint(1) NOT NULL DEFAULT 0,
decided datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY piece (kind,piece_id),
KEY person (contributor,department,kind,decided),
KEY department (department,decided)";

	/** At first look, or because nobody objected. */
	public const PUBLISHED = 'published';
	/** After it was returned. */
	public const MENDED = 'mended';
	/** It came back with a question, which is open. */
	public const RETURNED = 'returned';
	public const REFUSED = 'refused';

	private const BATCH = 200;
	/** What is longer ago decides nothing any more, and nobody waits for it. */
	private const LAST = 1000;

	/**
	 * Runs wherever the queue follows pieces.
	 *
	 * @param list<int> $ids
	 */
	public static function follow(string $kind, array $ids): void {
		if ($ids === []) {
			return;
		}
		$records = self::records($kind, $ids);
		// A guest's piece counts for nobody.
		$ids = array_values(
			array_filter($ids, static fn(int $id): bool => ($records[$id][0]['user'] ?? -1) !== 0),
		);
		if ($ids === []) {
			return;
		}
		$records = array_intersect_key($records, array_flip($ids));
		$ended = array_filter(array_map([self::class, 'ended'], $records));
		cache_users(
			array_map(static fn(int $id): int => $records[$id][0]['user'], array_keys($ended)),
		);
		$pieces = $ended === [] ? [] : Kinds::get($kind)?->describe(array_keys($ended)) ?? [];
		$kept = [];
		foreach ($ended as $id => $end) {
			$contributor = $records[$id][0]['user'];
			if (
				// What was put in for somebody else says nothing about either of them.
				($pieces[$id]['contributor'] ?? 0) === $contributor &&
				get_userdata($contributor) !== false
			) {
				self::put($kind, $id, [
					'contributor' => $contributor,
					'department' => $pieces[$id]['department'],
					'free' => Passage::is_free($records[$id][0]['reasons']),
					...$end,
				]);
				$kept[] = $id;
			}
		}
		// Most pieces have no row yet, and a DELETE that finds none would lock a gap.
		foreach (array_intersect(array_diff($ids, $kept), self::there($kind, $ids)) as $id) {
			self::forget($kind, $id);
		}
	}

	/** @param array{contributor: int, department: int, free: bool, outcome: string, decided: string} $row */
	private static function put(string $kind, int $id, array $row): void {
		Database::write(
			'INSERT INTO %i (kind, piece_id, contributor, department, outcome, free, decided)
			VALUES (%s, %d, %d, %d, %s, %d, %s)
			ON DUPLICATE KEY UPDATE contributor = VALUES(contributor), department = VALUES(department),
			outcome = VALUES(outcome), free = VALUES(free), decided = VALUES(decided)',
			Database::table('outcomes'),
			$kind,
			$id,
			$row['contributor'],
			$row['department'],
			$row['outcome'],
			(int) $row['free'],
			$row['decided'],
		);
	}

	public static function forget(string $kind, int $id): void {
		Database::write(
			'DELETE FROM %i WHERE kind = %s AND piece_id = %d',
			Database::table('outcomes'),
			$kind,
			$id,
		);
	}

	/** Makes all rows anew from the decisions. */
	public static function rebuild(): void {
		Database::write('DELETE FROM %i', Database::table('outcomes'));
		$kinds = Database::rows('SELECT DISTINCT kind FROM %i', Database::table('decisions'));
		foreach (array_map('strval', array_column($kinds, 'kind')) as $kind) {
			$after = 0;
			do {
				$ids = array_map(
					'intval',
					array_column(
						Database::rows(
							'SELECT piece_id FROM %i WHERE kind = %s AND piece_id > %d AND version = 1 ORDER BY piece_id LIMIT %d',
							Database::table('decisions'),
							$kind,
							$after,
							self::BATCH,
						),
						'piece_id',
					),
				);
				self::follow($kind, $ids);
				$after = $ids === [] ? $after : max($ids);
			} while (count($ids) === self::BATCH);
		}
	}

	/**
	 * How somebody's pieces of one kind ended in one department, oldest first.
	 *
	 * @return list<array{outcome: string, at: int}>
	 */
	public static function of(int $contributor, int $department, string $kind): array {
		$rows = Database::rows(
			'SELECT outcome, decided FROM %i WHERE contributor = %d AND department = %d AND kind = %s
			ORDER BY decided DESC, id DESC LIMIT %d',
			Database::table('outcomes'),
			$contributor,
			$department,
			$kind,
			self::LAST,
		);
		return array_map(
			static fn(array $row): array => [
				'outcome' => (string) $row['outcome'],
				'at' => (int) strtotime("{$row['decided']} UTC"),
			],
			array_reverse($rows),
		);
	}

	/**
	 * The same of several people, by kind.
	 *
	 * @param list<int> $people
	 * @return array<int, array<string, list<array{outcome: string, at: int}>>>
	 */
	public static function of_people(array $people, int $department): array {
		if ($people === []) {
			return [];
		}
		$rows = Database::rows(
			'SELECT contributor, kind, outcome, decided FROM %i WHERE department = %d AND contributor IN (' .
				self::marks($people) .
				') ORDER BY decided, id',
			Database::table('outcomes'),
			$department,
			...$people,
		);
		$outcomes = [];
		foreach ($rows as $row) {
			$outcomes[(int) $row['contributor']][(string) $row['kind']][] = [
				'outcome' => (string) $row['outcome'],
				'at' => (int) strtotime("{$row['decided']} UTC"),
			];
		}
		return $outcomes;
	}

	public static function forget_person(int $user): void {
		Database::write(
			'DELETE FROM %i WHERE contributor = %d',
			Database::table('outcomes'),
			$user,
		);
	}

	/**
	 * How a colleague's piece ended, by what others did with it; null as long as nobody decided, and for guests. What
	 * was undone never happened.
	 *
	 * @param list<Row> $rows oldest first
	 * @return Ended|null
	 */
	public static function ended(array $rows): ?array {
		$stands = [];
		foreach ($rows as $row) {
			if ($row['act'] === 'undo') {
				array_pop($stands);
			} else {
				$stands[] = $row;
			}
		}
		$contributor = $rows[0]['user'] ?? 0;
		if ($contributor === 0) {
			return null;
		}
		$outcome = null;
		$decided = '';
		$was_returned = false;
		foreach ($stands as $row) {
			$by_rule =
				$row['act'] === 'submit' && in_array(Passage::TRUSTED, $row['reasons'], true);
			if (!$by_rule && $row['user'] === $contributor) {
				continue;
			}
			$was_returned =
				$was_returned || ($row['act'] === 'return' && $row['state'] === 'returned');
			$next = match (true) {
				$by_rule, in_array($row['act'], ['publish', 'restore'], true) => $was_returned
					? self::MENDED
					: self::PUBLISHED,
				// A proposal that is declined leaves what is published.
				$row['act'] === 'return' && $row['state'] === 'returned' => self::RETURNED,
				$row['act'] === 'remove' => self::REFUSED,
				default => null,
			};
			$decided = $next !== null && $decided === '' ? $row['created'] : $decided;
			$outcome = $next ?? $outcome;
		}
		return $outcome === null ? null : ['outcome' => $outcome, 'decided' => $decided];
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, non-empty-list<Row>> by id, oldest first
	 */
	private static function records(string $kind, array $ids): array {
		$rows =
			count($ids) === 1
				? array_reverse(Decisions::rows($kind, $ids[0]))
				: Database::rows(
					'SELECT piece_id, act, state, user_id, reasons, created FROM %i WHERE kind = %s AND piece_id IN (' .
						self::marks($ids) .
						') ORDER BY piece_id, version',
					Database::table('decisions'),
					$kind,
					...$ids,
				);
		$records = [];
		foreach ($rows as $row) {
			$records[(int) $row['piece_id']][] = [
				'act' => (string) $row['act'],
				'state' => (string) $row['state'],
				'user' => (int) $row['user_id'],
				'reasons' => Decisions::codes((string) $row['reasons']),
				'created' => (string) $row['created'],
			];
		}
		return $records;
	}

	/**
	 * @param list<int> $ids
	 * @return list<int>
	 */
	private static function there(string $kind, array $ids): array {
		$rows = Database::rows(
			'SELECT piece_id FROM %i WHERE kind = %s AND piece_id IN (' . self::marks($ids) . ')',
			Database::table('outcomes'),
			$kind,
			...$ids,
		);
		return array_map('intval', array_column($rows, 'piece_id'));
	}

	/**
	 * @param list<int> $ids
	 * @return literal-string
	 */
	private static function marks(array $ids): string {
		return implode(', ', array_fill(0, count($ids), '%d'));
	}
}
