<?php
// How often somebody may do something: counted in the database by one statement, so it holds across web nodes and for requests at once.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\now;

defined('ABSPATH') || exit();

final class Pace {
	// `mark` is a keyed hash of who and what; nobody can be found by it, and the row goes within a day.
	public const SCHEMA = "mark char(64) NOT NULL,
full_at bigint(20) unsigned NOT NULL,
taker char(36) NOT NULL,
PRIMARY KEY  (mark),
KEY full_at (full_at)";

	/** The hourly sweep deletes what is over: with it, no row is older than a day. */
	public const LONGEST = 23 * HOUR_IN_SECONDS;

	/**
	 * Takes one turn. A bucket of `burst` turns that fills again by one every so many seconds; a turn taken in a
	 * transaction that is rolled back was none.
	 *
	 * @param string $what the act, e.g. report
	 * @param string $who as Sender tells it
	 * @param array{burst: int, every: int} $pace `every` in seconds
	 * @return bool false when it is too soon
	 */
	public static function take(string $what, string $who, array $pace): bool {
		/**
		 * Filters the pace of an act: how many at once, and then one every so many seconds.
		 *
		 * @var array{burst: int, every: int} $pace
		 */
		$pace = apply_filters('throughline_pace', $pace, $what, $who);
		$every = max(1, min($pace['every'], self::LONGEST));
		$burst = max(1, min($pace['burst'], intdiv(self::LONGEST, $every)));
		$mark = hash_hmac('sha256', "$what|$who", wp_salt('auth'));
		// The row's lock makes those who come at once go one by one; held until it is read whose turn it was.
		return Database::transaction(static fn(): bool => self::turn($mark, $burst, $every));
	}

	/**
	 * Gives a turn back of which nothing came, e.g. where no mail goes out: it comes again.
	 *
	 * @param array{burst: int, every: int} $pace as it was taken
	 */
	public static function give_back(string $what, string $who, array $pace): void {
		Database::write(
			'UPDATE %i SET full_at = full_at - %d WHERE mark = %s AND full_at > %d',
			Database::table('pace'),
			$pace['every'],
			hash_hmac('sha256', "$what|$who", wp_salt('auth')),
			$pace['every'],
		);
	}

	private static function turn(string $mark, int $burst, int $every): bool {
		$taker = wp_generate_uuid4();
		$now = now();
		$latest = $now + ($burst - 1) * $every;
		// `taker` is set first: on MariaDB an assignment sees what those before it wrote.
		Database::write(
			'INSERT INTO %i (mark, full_at, taker) VALUES (%s, %d, %s) ON DUPLICATE KEY UPDATE
			taker = CASE WHEN full_at <= %d THEN VALUES(taker) ELSE taker END,
			full_at = CASE WHEN full_at > %d THEN full_at WHEN full_at < %d THEN %d ELSE full_at + %d END',
			Database::table('pace'),
			$mark,
			$now + $every,
			$taker,
			$latest,
			$latest,
			$now,
			$now + $every,
			$every,
		);
		$row = Database::row(
			'SELECT taker FROM %i WHERE mark = %s',
			Database::table('pace'),
			$mark,
		);
		return ($row['taker'] ?? '') === $taker;
	}

	/** Runs with the hourly sweep. */
	public static function sweep(): void {
		Database::write('DELETE FROM %i WHERE full_at <= %d', Database::table('pace'), now());
	}
}
