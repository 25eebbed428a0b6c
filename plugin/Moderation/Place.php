<?php
// Where a piece stands on the desk, by its records alone: the queue can be rebuilt from them.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * `version` and `state` are the piece's own; `urgency` is 0 for what merely waits, and grows; `since` when it began
 * to wait.
 *
 * @phpstan-type Standing array{
 *     list: string, urgency: int, since: string, reasons: list<string>, version: int, state: string
 * }
 */
final class Place {
	/** Those who decide there ask somebody else: before what merely waits, after what was reported. */
	private const ESCALATED = 50;

	/**
	 * Those that need somebody, in as many queries as for one piece.
	 *
	 * @param list<int> $ids
	 * @return array<int, Standing> by id
	 */
	public static function of(string $kind, array $ids): array {
		$places = [];
		$records = self::records($kind, $ids);
		foreach ($records as $id => $rows) {
			[$effective, $began] = Decisions::standing($rows);
			$list = self::list($effective);
			if ($effective === null || $list === null) {
				continue;
			}
			$reasons = Decisions::codes((string) $effective['reasons']);
			$places[$id] = [
				'list' => $list,
				'urgency' => in_array('escalated', $reasons, true) ? self::ESCALATED : 0,
				'since' => $began['created'] ?? '',
				'reasons' => $reasons,
				'version' => (int) $rows[0]['version'],
				'state' => (string) $rows[0]['state'],
			];
		}
		foreach (array_intersect_key(Cases::places($kind, $ids), $records) as $id => $case) {
			$places[$id] =
				[
					'reasons' => [...$case['reasons'], ...$places[$id]['reasons'] ?? []],
					'version' => (int) $records[$id][0]['version'],
					'state' => (string) $records[$id][0]['state'],
				] + $case;
		}
		return $places;
	}

	/** @param array<string, string|null>|null $decision */
	private static function list(?array $decision): ?string {
		return match (true) {
			$decision === null => null,
			$decision['act'] === 'propose', $decision['state'] === 'waiting' => 'waiting',
			$decision['state'] === 'returned' => 'returned',
			// It appeared at once, and nobody has looked at it yet.
			$decision['act'] === 'submit' &&
				in_array('mode_after', Decisions::codes((string) $decision['reasons']), true)
				=> 'waiting',
			default => null,
		};
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, non-empty-list<array<string, string|null>>> each piece's decisions, newest first
	 */
	private static function records(string $kind, array $ids): array {
		if (count($ids) < 2) {
			$rows = $ids === [] ? [] : Decisions::rows($kind, $ids[0]);
			return $rows === [] ? [] : [$ids[0] => $rows];
		}
		$marks = implode(', ', array_fill(0, count($ids), '%d'));
		$records = [];
		foreach (
			Database::rows(
				"SELECT piece_id, version, act, state, reasons, created FROM %i
				WHERE kind = %s AND piece_id IN ($marks) ORDER BY piece_id DESC, version DESC",
				Database::table('decisions'),
				$kind,
				...$ids,
			)
			as $row
		) {
			$records[(int) $row['piece_id']][] = $row;
		}
		return $records;
	}
}
