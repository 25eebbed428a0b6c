<?php
// How a piece came to stand where it stands, read from its record: what was undone says nothing.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/** @phpstan-import-type Decision from Decisions */
final class Course {
	/** What a notice of before is overtaken by. */
	private const OVERTAKES = ['publish', 'return', 'remove', 'restore', 'revise', 'withdraw'];

	/**
	 * @param list<Decision> $history
	 * @return list<Decision> without what was undone, and without what undid it
	 */
	public static function standing(array $history): array {
		$rows = [];
		foreach ($history as $row) {
			if ($row['act'] === 'undo') {
				array_pop($rows);
			} else {
				$rows[] = $row;
			}
		}
		return $rows;
	}

	/**
	 * @param list<Decision> $history
	 * @return Decision|null the last decision that says where the piece stands
	 */
	public static function holding(array $history): ?array {
		foreach (array_reverse(self::standing($history)) as $row) {
			if (!in_array($row['act'], Decisions::PASSING, true)) {
				return $row;
			}
		}
		return null;
	}

	/**
	 * Whether something was decided since that says more than this decision.
	 *
	 * @param list<Decision> $history
	 * @param Decision $decision
	 */
	public static function is_overtaken(array $history, array $decision): bool {
		$by = $decision['act'] === 'correct' ? ['correct', ...self::OVERTAKES] : self::OVERTAKES;
		foreach (self::standing($history) as $row) {
			if ($row['version'] > $decision['version'] && in_array($row['act'], $by, true)) {
				return true;
			}
		}
		return false;
	}
}
