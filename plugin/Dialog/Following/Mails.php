<?php
// The mails to those who follow: all that is due to one person in one mail, some people at a time, going on where a killed process stopped.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Database;
use Throughline\Moderation\Settings;
use function Throughline\now;

defined('ABSPATH') || exit();

/** @phpstan-import-type Follower from Followers */
final class Mails {
	public const EVENT = 'throughline_follow';
	/** After a mail comes no other within this time, but to those who want all at once later. */
	public const GAP = 10 * MINUTE_IN_SECONDS;
	/** People in one run, and how long it may take. */
	private const BATCH = 100;
	private const SECONDS = 20;
	/** Whoever takes somebody has this long to tell them before another process may. */
	private const LEASE = 5 * MINUTE_IN_SECONDS;
	private const TRIES = 8;

	/** When somebody hears of what is new: now, or at the hour of the digest in the site’s time. */
	public static function next(string $how): int {
		if ($how !== 'daily') {
			return now();
		}
		$day = (new \DateTimeImmutable('@' . now()))->setTimezone(wp_timezone());
		$next = $day->setTime(Settings::get('digest'), 0);
		return ($next->getTimestamp() > now() ? $next : $next->modify('+1 day'))->getTimestamp();
	}

	/** Makes sure that the event comes at that moment, or earlier. */
	public static function schedule(int $at): void {
		$in = max(0, $at - now());
		$next = wp_next_scheduled(self::EVENT);
		if ($next !== false && $next <= time() + $in) {
			return;
		}
		// Core refuses an event within ten minutes of the same one.
		wp_clear_scheduled_hook(self::EVENT);
		wp_schedule_single_event(time() + $in, self::EVENT);
	}

	public static function schedule_next(int $soonest = 0): void {
		$row = Database::row(
			'SELECT due FROM %i WHERE due > 0 ORDER BY due LIMIT 1',
			Database::table('followers'),
		);
		if ($row !== null) {
			self::schedule(max(now() + $soonest, (int) $row['due']));
		}
	}

	/** Tells whoever is due, and comes back for the rest. */
	public static function drain(): void {
		$until = microtime(true) + self::SECONDS;
		for ($told = 0; $told < self::BATCH && microtime(true) < $until; $told++) {
			$row = Database::row(
				'SELECT user_id, mail, how, tries FROM %i WHERE due > 0 AND due <= %d ORDER BY due LIMIT 1',
				Database::table('followers'),
				now(),
			);
			if ($row === null) {
				break;
			}
			$group = self::take($row);
			if ($group !== []) {
				self::finish($group, Letter::send($group));
			}
		}
		self::schedule_next(MINUTE_IN_SECONDS);
	}

	/**
	 * All that is due to one person: taken by moving its date, so of two processes one gets it.
	 *
	 * @param array<string, string|null> $row
	 * @return list<Follower>
	 */
	private static function take(array $row): array {
		// Told apart from what another process takes in the same second.
		$lease = now() + self::LEASE * 2 ** min((int) $row['tries'], 6) + random_int(0, 59);
		$who = [(int) $row['user_id'], (string) $row['mail'], (string) $row['how']];
		$taken = Database::write(
			'UPDATE %i SET due = %d, tries = tries + 1 WHERE user_id = %d AND mail = %s AND how = %s AND due > 0 AND due <= %d',
			Database::table('followers'),
			$lease,
			...[...$who, now()],
		);
		return $taken === 0
			? []
			: array_map(
				[Followers::class, 'read'],
				Database::rows(
					'SELECT * FROM %i WHERE user_id = %d AND mail = %s AND how = %s AND due = %d ORDER BY id',
					Database::table('followers'),
					...[...$who, $lease],
				),
			);
	}

	/**
	 * What was told is told; what came meanwhile is due again. A mail that did not go out is tried again later.
	 *
	 * @param list<Follower> $group
	 * @param bool|null $sent null: there was nothing to tell any more
	 */
	private static function finish(array $group, ?bool $sent): void {
		foreach ($group as $follower) {
			Database::write(
				'UPDATE %i SET told = %d, tries = 0, mailed = CASE WHEN %d = 1 THEN %d ELSE mailed END,
				due = CASE WHEN latest > %d THEN %d ELSE 0 END WHERE id = %d AND (%d = 0 OR tries >= %d)',
				Database::table('followers'),
				$follower['latest'],
				$sent === true ? 1 : 0,
				now(),
				$follower['latest'],
				max(self::next($follower['how']), now() + self::GAP),
				$follower['id'],
				$sent === false ? 1 : 0,
				self::TRIES,
			);
		}
	}
}
