<?php
// Rows about what lies elsewhere, each looked up when it is due, one after the other: never while a page renders, never within the request that sent them.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Database;
use function Throughline\now;
use function Throughline\soon;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Turns {
	/** Seconds that one run may take. */
	private const PATIENCE = 30;
	/** Whoever takes a row has this long to look it up before another process may. */
	private const LEASE = 10 * MINUTE_IN_SECONDS;

	/**
	 * Gives what is due to `$up`, and lets the event come back for what is left. A row is taken by moving its date, so
	 * of two processes one gets it.
	 *
	 * @param array{table: string, key: string, event: string, batch: int} $of `table` without its prefix
	 * @param callable(array<string, string|null>): void $up
	 */
	public static function drain(array $of, callable $up): void {
		$until = time() + self::PATIENCE;
		$table = Database::table($of['table']);
		$rows = Database::rows(
			'SELECT * FROM %i WHERE next <= %s ORDER BY next LIMIT %d',
			$table,
			utc(),
			$of['batch'],
		);
		foreach ($rows as $row) {
			if (time() >= $until) {
				break;
			}
			$taken = Database::write(
				'UPDATE %i SET next = %s, tries = tries + 1 WHERE %i = %d AND next = %s',
				$table,
				utc(now() + self::LEASE),
				$of['key'],
				(int) $row[$of['key']],
				(string) $row['next'],
			);
			try {
				if ($taken === 1) {
					$up($row);
				}
			} catch (\RuntimeException $error) {
				// What can't be written now is taken up again, and keeps nobody else waiting.
				wp_trigger_error(self::class, $error->getMessage(), E_USER_WARNING);
			}
		}
		$next = Database::row('SELECT MIN(next) AS next FROM %i', $table)['next'] ?? null;
		if ($next !== null) {
			soon($of['event'], max(MINUTE_IN_SECONDS, (int) strtotime("$next UTC") - now()));
		}
	}
}
