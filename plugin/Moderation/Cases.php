<?php
// Reports and appeals as records: what somebody said about a piece, and what came of it.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type CaseRow array{
 *     id: int, what: string, kind: string, piece: int, page: int, version: int, ground: string, guideline: int, photo: int,
 *     explanation: string, name: string, mail: string, report: int, urgency: int, outcome: string, decided: int, closed: string,
 *     created: string
 * }
 * `version` is what was reported, or the decision that an appeal is against; `report` is the report whose sender
 * appeals, 0 where the contributor does; `outcome` is '' while it is open, `decided` the version of the decision that
 * closed it.
 */
final class Cases {
	// `same` tells a report that comes again, for a day; `urgency` grows.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
what varchar(10) NOT NULL,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
page bigint(20) unsigned NOT NULL DEFAULT 0,
version int(10) unsigned NOT NULL,
ground varchar(20) NOT NULL,
guideline bigint(20) unsigned NOT NULL DEFAULT 0,
photo bigint(20) unsigned NOT NULL DEFAULT 0,
explanation text NOT NULL,
name varchar(190) NOT NULL DEFAULT '',
mail varchar(190) NOT NULL DEFAULT '',
report bigint(20) unsigned NOT NULL DEFAULT 0,
urgency smallint(6) NOT NULL DEFAULT 0,
same char(64) DEFAULT NULL,
outcome varchar(20) NOT NULL DEFAULT '',
decided int(10) unsigned NOT NULL DEFAULT 0,
closed datetime DEFAULT NULL,
created datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY same (same),
KEY piece (kind,piece_id,outcome),
KEY mail (mail),
KEY created (created)";

	/** Acts that say nothing about what was reported. */
	private const PASSING = ['submit', 'correct', 'revise', 'propose', 'undo'];

	/** @return CaseRow|null */
	public static function get(int $id): ?array {
		$row = Database::row('SELECT * FROM %i WHERE id = %d', Database::table('reports'), $id);
		return $row === null ? null : self::read($row);
	}

	/** @return list<CaseRow> what is open about a piece, oldest first */
	public static function open(string $kind, int $id): array {
		$rows = self::rows($kind, [$id]);
		usort($rows, static fn(array $a, array $b): int => (int) $a['id'] <=> (int) $b['id']);
		return array_map([self::class, 'read'], $rows);
	}

	/**
	 * Where pieces stand on the desk because of what is open about them; by id.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{list: string, urgency: int, since: string, reasons: list<string>}>
	 */
	public static function places(string $kind, array $ids): array {
		if ($ids === []) {
			return [];
		}
		$places = [];
		foreach (self::rows($kind, $ids) as $row) {
			$place = $places[(int) $row['piece_id']] ?? [
				'list' => 'reported',
				'urgency' => 0,
				'since' => (string) $row['created'],
				'reasons' => [],
				'reports' => 0,
			];
			$appeal = $row['what'] === 'appeal';
			$reason = match (true) {
				$appeal => 'appeal:' . ((int) $row['report'] > 0 ? 'reporter' : 'contributor'),
				$row['ground'] === Grounds::PICTURE && (int) $row['urgency'] >= Grounds::TOP
					=> 'report:picture_shown',
				default => "report:{$row['ground']}",
			};
			$places[(int) $row['piece_id']] = [
				'list' => $appeal ? 'appealed' : $place['list'],
				'urgency' => max($place['urgency'], (int) $row['urgency']),
				'since' => min($place['since'], (string) $row['created']),
				'reasons' => array_values(array_unique([...$place['reasons'], $reason])),
				'reports' => $place['reports'] + ($appeal ? 0 : 1),
			];
		}
		return array_map(
			static fn(array $place): array => [
				'list' => $place['list'],
				// What many report comes before what one reports.
				'urgency' => $place['urgency'] + min($place['reports'], 40),
				'since' => $place['since'],
				'reasons' => [
					...$place['reasons'],
					...$place['reports'] > 1 ? ["reports:{$place['reports']}"] : [],
				],
			],
			$places,
		);
	}

	/**
	 * What is open about these, the most urgent first; those who act on a piece in one transaction read it once.
	 *
	 * @param non-empty-list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	private static function rows(string $kind, array $ids): array {
		$marks = implode(', ', array_fill(0, count($ids), '%d'));
		return Database::once(
			Database::table('reports'),
			"$kind " . implode(' ', $ids),
			static fn(): array => Database::rows(
				"SELECT * FROM %i WHERE kind = %s AND piece_id IN ($marks) AND outcome = '' ORDER BY urgency DESC, id",
				Database::table('reports'),
				$kind,
				...$ids,
			),
		);
	}

	/**
	 * Closes what a decision answers, or opens again what an undone one answered. Runs in the decision's transaction.
	 *
	 * @param array{kind: string, id: int, version: int, act: string, rule?: string, photo?: int, delay?: int, ...} $doing
	 */
	public static function follow(array $doing): void {
		['kind' => $kind, 'id' => $id, 'act' => $act, 'version' => $version] = $doing;
		if ($act === 'undo') {
			$changed = self::reopen($kind, $id, $version);
		} elseif (in_array($act, self::PASSING, true) || ($doing['rule'] ?? '') === Reports::RULE) {
			return;
		} else {
			$changed = false;
			foreach (self::open($kind, $id) as $case) {
				$outcome = self::answer($case, $act, $doing['photo'] ?? 0);
				if ($outcome !== '') {
					self::close($case['id'], $outcome, $version + 1);
					Due::add('outcome', 'report', $case['id'], $version + 1, $doing['delay'] ?? 0);
					if ($case['what'] === 'appeal' && $outcome === 'denied' && $case['photo'] > 0) {
						// The deletion may have come by while the objection waited.
						Due::add(
							Restrictions::DELETION,
							$kind,
							$id,
							$case['version'],
							DAY_IN_SECONDS,
						);
					}
					$changed = true;
				}
			}
		}
		if ($changed) {
			Queue::follow($kind, $id);
		}
	}

	/** A piece is gone for good, and with it what was said about it. */
	public static function forget(string $kind, int $id): void {
		foreach (self::open($kind, $id) as $case) {
			self::close($case['id'], 'gone', 0);
			Due::add('outcome', 'report', $case['id'], 0);
		}
	}

	/**
	 * What an act answers to a case; '' where it says nothing about it.
	 *
	 * @param CaseRow $case
	 */
	private static function answer(array $case, string $act, int $photo): string {
		$about_photo = in_array($act, ['hide', 'show'], true);
		$gone = in_array($act, ['remove', 'return', 'withdraw'], true);
		if ($about_photo && $photo !== $case['photo']) {
			return '';
		}
		// A photo that is hidden until somebody decides waits for a word on itself.
		if (
			!$about_photo &&
			!$gone &&
			$case['ground'] === Grounds::PICTURE &&
			Restrictions::is_hidden($case['kind'], $case['piece'], $case['photo'])
		) {
			return '';
		}
		if ($case['what'] === 'report') {
			return match ($act) {
				'remove' => 'removed',
				'return' => 'returned',
				'withdraw' => 'gone',
				'hide' => 'hidden',
				'show' => 'shown',
				default => 'kept',
			};
		}
		return match (true) {
			$act === 'withdraw' => 'gone',
			$case['report'] > 0 => $gone || $act === 'hide' ? 'granted' : 'denied',
			default => in_array($act, ['publish', 'restore', 'show'], true) ? 'granted' : 'denied',
		};
	}

	private static function close(int $id, string $outcome, int $decided): void {
		Database::write(
			// What is answered and comes again is a report of its own; an objection is made once.
			"UPDATE %i SET outcome = %s, decided = %d, closed = %s, same = CASE WHEN what = 'report' THEN NULL ELSE same END
			WHERE id = %d AND outcome = ''",
			Database::table('reports'),
			$outcome,
			$decided,
			utc(),
			$id,
		);
	}

	private static function reopen(string $kind, int $id, int $decided): bool {
		return Database::write(
			"UPDATE %i SET outcome = '', decided = 0, closed = NULL WHERE kind = %s AND piece_id = %d AND decided = %d AND outcome <> ''",
			Database::table('reports'),
			$kind,
			$id,
			$decided,
		) > 0;
	}

	/** So long after the decision nobody is told of it, since it may be undone. */
	public static function is_told(string $closed): bool {
		return $closed !== '' && (int) strtotime("$closed UTC") + Desk::undo_seconds() <= now();
	}

	/** What tells a report that comes again goes within a day; who sent a report, some time after it was answered. */
	public static function sweep(): void {
		$table = Database::table('reports');
		Database::write(
			"UPDATE %i SET same = NULL WHERE same IS NOT NULL AND what = 'report' AND created < %s",
			$table,
			utc(now() - Pace::LONGEST),
		);
		$days = Settings::get('keep')['reports'];
		if ($days > 0) {
			Database::write(
				"UPDATE %i SET name = '', mail = '', explanation = '' WHERE closed < %s AND (name <> '' OR mail <> '' OR explanation <> '')",
				$table,
				utc(now() - $days * DAY_IN_SECONDS),
			);
		}
	}

	/**
	 * @param array<string, string|null> $row
	 * @return CaseRow
	 */
	private static function read(array $row): array {
		return [
			'id' => (int) $row['id'],
			'what' => (string) $row['what'],
			'kind' => (string) $row['kind'],
			'piece' => (int) $row['piece_id'],
			'page' => (int) $row['page'],
			'version' => (int) $row['version'],
			'ground' => (string) $row['ground'],
			'guideline' => (int) $row['guideline'],
			'photo' => (int) $row['photo'],
			'explanation' => (string) $row['explanation'],
			'name' => (string) $row['name'],
			'mail' => (string) $row['mail'],
			'report' => (int) $row['report'],
			'urgency' => (int) $row['urgency'],
			'outcome' => (string) $row['outcome'],
			'decided' => (int) $row['decided'],
			'closed' => (string) $row['closed'],
			'created' => (string) $row['created'],
		];
	}
}
