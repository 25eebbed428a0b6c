<?php
// The outbox: what has to happen after a decision, written in its transaction and done afterwards, each line once.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Due {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
what varchar(20) NOT NULL,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
version int(10) unsigned NOT NULL,
due datetime NOT NULL,
tries smallint(5) unsigned NOT NULL DEFAULT 0,
PRIMARY KEY  (id),
UNIQUE KEY line (what,kind,piece_id,version),
KEY due (due)";

	public const EVENT = 'throughline_due';
	private const BATCH = 20;
	/** Whoever takes a line has this long to finish it before another process may. */
	private const LEASE = 5 * MINUTE_IN_SECONDS;
	/** After these tries, spread over about a day, a line is given up. */
	private const TRIES = 10;

	public static function add(string $what, string $kind, int $id, int $version): void {
		Database::write(
			'INSERT IGNORE INTO %i (what, kind, piece_id, version, due) VALUES (%s, %s, %d, %d, %s)',
			Database::table('due'),
			$what,
			$kind,
			$id,
			$version,
			utc(),
		);
		Database::after_commit(static function (): void {
			if (wp_next_scheduled(self::EVENT) === false) {
				wp_schedule_single_event(time(), self::EVENT);
			}
		});
	}

	/** Does what is due. A line is taken by moving its date, so of two processes one gets it. */
	public static function drain(): void {
		$lines = Database::rows(
			'SELECT * FROM %i WHERE due <= %s ORDER BY due LIMIT %d',
			Database::table('due'),
			utc(),
			self::BATCH,
		);
		foreach ($lines as $line) {
			$tries = (int) $line['tries'];
			$taken = Database::write(
				'UPDATE %i SET due = %s, tries = tries + 1 WHERE id = %d AND tries = %d',
				Database::table('due'),
				utc(now() + self::LEASE * 2 ** min($tries, 8)),
				(int) $line['id'],
				$tries,
			);
			if ($taken !== 1) {
				continue;
			}
			if (self::act($line) || $tries + 1 >= self::TRIES) {
				Database::write(
					'DELETE FROM %i WHERE id = %d',
					Database::table('due'),
					(int) $line['id'],
				);
			}
		}
		if (Database::row('SELECT id FROM %i LIMIT 1', Database::table('due')) !== null) {
			// More lines than one batch, or some that failed and come again.
			wp_schedule_single_event(time() + MINUTE_IN_SECONDS, self::EVENT);
		}
	}

	/** @param array<string, string|null> $line */
	private static function act(array $line): bool {
		return match ($line['what']) {
			'notice' => Notices::send(
				(string) $line['kind'],
				(int) $line['piece_id'],
				(int) $line['version'],
			),
			default => true,
		};
	}
}
