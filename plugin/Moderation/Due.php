<?php
// The outbox: what has to happen after a decision, written in its transaction and done afterwards, each line once.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\now;
use function Throughline\soon;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Due {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
what varchar(20) NOT NULL,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
version int(10) unsigned NOT NULL,
due datetime NOT NULL,
mail varchar(190) NOT NULL DEFAULT '',
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

	/** @var array<string, callable(string, int, int, string): bool> */
	private static array $handlers = [];

	/**
	 * Names who does what is due. A handler gets kind, id, version and mail address of the line, and tells whether it
	 * is done; if not it is asked again later.
	 *
	 * @param callable(string, int, int, string): bool $handler
	 */
	public static function on(string $what, callable $handler): void {
		self::$handlers[$what] = $handler;
	}

	/**
	 * Writes a line that is due after so many seconds; the same line twice is one. `mail` says who is told where the
	 * piece itself won't know it by then.
	 */
	public static function add(
		string $what,
		string $kind,
		int $id,
		int $version,
		int $delay = 0,
		string $mail = '',
	): void {
		Database::together(
			Database::table('due'),
			[$what, $kind, $id, $version, utc(now() + $delay), $mail],
			static function (array $lines): void {
				Database::write(
					'INSERT IGNORE INTO %i (what, kind, piece_id, version, due, mail) VALUES ' .
						implode(', ', array_fill(0, count($lines), '(%s, %s, %d, %d, %s, %s)')),
					Database::table('due'),
					...array_merge(...$lines),
				);
			},
		);
		Database::after_commit(static fn() => soon(self::EVENT, $delay));
	}

	/** Takes back what is not done yet. */
	public static function drop(string $what, string $kind, int $id, int $version): void {
		Database::write(
			'DELETE FROM %i WHERE what = %s AND kind = %s AND piece_id = %d AND version = %d',
			Database::table('due'),
			$what,
			$kind,
			$id,
			$version,
		);
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
		$next =
			Database::row('SELECT MIN(due) AS due FROM %i', Database::table('due'))['due'] ?? null;
		if ($next !== null) {
			// More lines than one batch, some that failed and come again, or some that are not due yet.
			soon(self::EVENT, max(MINUTE_IN_SECONDS, (int) strtotime("$next UTC") - now()));
		}
	}

	/** @param array<string, string|null> $line */
	private static function act(array $line): bool {
		// A feature that is gone has nothing to do any more.
		$handler = self::$handlers[(string) $line['what']] ?? null;
		return $handler === null ||
			$handler(
				(string) $line['kind'],
				(int) $line['piece_id'],
				(int) $line['version'],
				(string) $line['mail'],
			);
	}
}
