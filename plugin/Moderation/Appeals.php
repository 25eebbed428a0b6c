<?php
// Objecting to a decision: for six months, by whoever it went against, and decided by another person than the first.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Moderators;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type CaseRow from Cases
 * @phpstan-import-type Description from Kind
 * @phpstan-type Appealable array{version: int, act: string, photo: int, until: int}
 * `until` in Unix seconds.
 */
final class Appeals {
	/** Digital Services Act, Art. 20 (1): at least six months from the day somebody was told. */
	private const OPEN_FOR = '+6 months';
	/** What a contributor may object to. */
	private const AGAINST = ['remove', 'return', 'hide'];

	/** Until when one may object to a decision of that moment (UTC), in Unix seconds. */
	public static function until(string $decided): int {
		return (int) strtotime("$decided UTC " . self::OPEN_FOR);
	}

	/**
	 * What the contributor may object to now.
	 *
	 * @return list<Appealable>
	 */
	public static function of_contributor(string $kind, int $id): array {
		$found = [];
		$now = Decisions::effective($kind, $id);
		if ($now !== null && in_array($now['state'], ['removed', 'returned'], true)) {
			$found[] = self::holding($kind, $id);
		}
		foreach (Restrictions::last($kind, $id) as $act) {
			if ($act['act'] === 'hide') {
				$found[] = $act;
			}
		}
		$open = [];
		foreach (array_filter($found) as $act) {
			$until = self::until($act['created']);
			// Nobody was told yet while it can be undone.
			if (
				Cases::is_told($act['created']) &&
				$until >= now() &&
				!self::was_made($kind, $id, $act['version'], 0)
			) {
				$open[] = [
					'version' => $act['version'],
					'act' => $act['act'],
					'photo' => $act['photo'],
					'until' => $until,
				];
			}
		}
		return $open;
	}

	/**
	 * Until when whoever sent a report may object to what came of it; null where there is nothing to object to.
	 *
	 * @param CaseRow $case
	 */
	public static function of_reporter(array $case): ?int {
		$until = self::until($case['closed']);
		return $case['what'] === 'report' &&
			in_array($case['outcome'], ['kept', 'shown'], true) &&
			Cases::is_told($case['closed']) &&
			$until >= now() &&
			!self::was_made($case['kind'], $case['piece'], $case['decided'], $case['id'])
			? $until
			: null;
	}

	/**
	 * The caller has made sure that it is theirs, and that they may.
	 *
	 * @param array{kind: string, id: int, version: int, photo: int, explanation: string, report: int} $appeal `report`
	 * is the one whose sender objects, 0 where the contributor does
	 * @return int|\WP_Error the appeal's number
	 */
	public static function add(array $appeal): int|\WP_Error {
		['kind' => $kind, 'id' => $id] = $appeal;
		$explanation = ReportCheck::cleaned($appeal['explanation']);
		if (mb_strlen($explanation) < 10) {
			return new \WP_Error(
				'throughline_explanation_missing',
				__(
					'Please explain in a sentence or two what was judged wrongly. Somebody else than before reads it.',
					'throughline',
				),
				['status' => 422, 'field' => 'explanation'],
			);
		}
		return Database::transaction(static function () use (
			$appeal,
			$explanation,
			$kind,
			$id,
		): int {
			Kinds::get($kind)?->lock($id);
			Database::write(
				'INSERT IGNORE INTO %i (what, kind, piece_id, page, version, ground, photo, explanation, report, urgency, same, created)
				VALUES (%s, %s, %d, %d, %d, %s, %d, %s, %d, %d, %s, %s)',
				Database::table('reports'),
				'appeal',
				$kind,
				$id,
				Kinds::get($kind)?->page($id) ?? 0,
				$appeal['version'],
				'appeal',
				$appeal['photo'],
				$explanation,
				$appeal['report'],
				100,
				self::same($kind, $id, $appeal['version'], $appeal['report']),
				utc(),
			);
			Queue::follow($kind, $id);
			$row = self::find($kind, $id, $appeal['version'], $appeal['report']);
			return (int) ($row['id'] ?? 0);
		});
	}

	/**
	 * Whether somebody may decide what is open about this piece: nobody decides on their own decision again.
	 *
	 * @param array{kind: string, id: int, act: string, photo?: int, ...} $choice
	 * @param Description $piece
	 */
	public static function may_decide(
		mixed $refused,
		array $choice,
		int $user,
		array $piece,
	): mixed {
		if ($refused instanceof \WP_Error || $choice['act'] === 'correct') {
			return $refused;
		}
		return self::obstacle($choice['kind'], $choice['id'], $user, $piece['department']) ??
			$refused;
	}

	/** Why this person can't decide on the appeals that are open about a piece; null when they can. */
	public static function obstacle(string $kind, int $id, int $user, int $department): ?\WP_Error {
		if (!in_array($user, self::first_deciders($kind, $id), true)) {
			return null;
		}
		$others = array_diff(Moderators::of($department), self::first_deciders($kind, $id));
		return new \WP_Error(
			'throughline_other_person',
			$others === []
				? __(
					'Somebody objects to your decision, so somebody else has to decide now – and nobody else moderates here yet. Name a second person under People; until then it waits.',
					'throughline',
				)
				: __(
					'Somebody objects to your decision, so somebody else decides now. You don’t have to do anything.',
					'throughline',
				),
			['status' => 403],
		);
	}

	/** Whether somebody objects to this decision and waits for an answer. */
	public static function is_open(string $kind, int $id, int $version): bool {
		foreach (Cases::open($kind, $id) as $case) {
			if ($case['what'] === 'appeal' && $case['version'] === $version) {
				return true;
			}
		}
		return false;
	}

	/** @return list<int> who made the decisions that open appeals are against */
	private static function first_deciders(string $kind, int $id): array {
		$deciders = [];
		foreach (Cases::open($kind, $id) as $case) {
			if ($case['what'] === 'appeal') {
				$deciders[] = Decisions::version($kind, $id, $case['version'])['user'] ?? 0;
			}
		}
		return array_values(array_unique(array_diff($deciders, [0])));
	}

	/**
	 * The decision that keeps a piece from the public.
	 *
	 * @return array{version: int, act: string, photo: int, created: string}|null
	 */
	private static function holding(string $kind, int $id): ?array {
		$rows = Database::rows(
			'SELECT version, act, created FROM %i WHERE kind = %s AND piece_id = %d ORDER BY version',
			Database::table('decisions'),
			$kind,
			$id,
		);
		$stand = [];
		foreach ($rows as $row) {
			if ($row['act'] === 'undo') {
				array_pop($stand);
			} else {
				$stand[] = $row;
			}
		}
		foreach (array_reverse($stand) as $row) {
			if ($row['act'] !== 'hide' && in_array($row['act'], self::AGAINST, true)) {
				return [
					'version' => (int) $row['version'],
					'act' => $row['act'],
					'photo' => 0,
					'created' => (string) $row['created'],
				];
			}
		}
		return null;
	}

	/** @return list<CaseRow> by whoever sent this report, newest first */
	public static function of_report(int $report): array {
		return self::rows(
			Database::rows(
				"SELECT id FROM %i WHERE what = 'appeal' AND report = %d ORDER BY id DESC",
				Database::table('reports'),
				$report,
			),
		);
	}

	/** @return list<CaseRow> newest first */
	public static function made_by_contributor(string $kind, int $id): array {
		return self::rows(
			Database::rows(
				"SELECT id FROM %i WHERE kind = %s AND piece_id = %d AND what = 'appeal' AND report = 0 ORDER BY id DESC LIMIT 10",
				Database::table('reports'),
				$kind,
				$id,
			),
		);
	}

	/**
	 * @param list<array<string, string|null>> $ids
	 * @return list<CaseRow>
	 */
	private static function rows(array $ids): array {
		return array_values(
			array_filter(
				array_map(static fn(array $row): ?array => Cases::get((int) $row['id']), $ids),
			),
		);
	}

	private static function was_made(string $kind, int $id, int $version, int $report): bool {
		return self::find($kind, $id, $version, $report) !== null;
	}

	/** @return array<string, string|null>|null */
	private static function find(string $kind, int $id, int $version, int $report): ?array {
		return Database::row(
			'SELECT id FROM %i WHERE same = %s',
			Database::table('reports'),
			self::same($kind, $id, $version, $report),
		);
	}

	private static function same(string $kind, int $id, int $version, int $report): string {
		return hash('sha256', "appeal|$kind|$id|$version|$report");
	}
}
