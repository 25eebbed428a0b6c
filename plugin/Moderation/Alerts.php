<?php
// Who hears that something waits: the moderators of its department, once for all that came, at their hours; after a while whoever stands in.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Hours;
use Throughline\People\Moderators;
use Throughline\People\Scope;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Alerts {
	/** Lines of the outbox: something came to a department; somebody has to be told; somebody stands in. */
	public const ALERT = 'alert';
	public const OVERDUE = 'overdue';
	/** User option: now, digest or off; nothing kept is what the site says. */
	public const WISH = 'throughline_alerts';
	public const WISHES = ['now', 'digest', 'off'];

	/** What came within a minute is told together; within an hour of the last mail comes no other. */
	private const GATHER = MINUTE_IN_SECONDS;
	private const GAP = HOUR_IN_SECONDS;
	private const URGENT_GAP = 10 * MINUTE_IN_SECONDS;

	/** A mail asks about each of a hundred pieces. */
	private static int $asked = 0;
	/** @var array<string, list<int>> */
	private static array $audiences = [];

	/** Runs when a piece took its place in the queue; `news` tells whether there is any. */
	public static function arrived(int $department, string $news, bool $urgent): void {
		if ($news < utc(now() - self::GATHER)) {
			return;
		}
		// After the commit: several who write at once would wait for one another's line.
		Database::after_commit(
			static fn() => Due::add(
				self::ALERT,
				$urgent ? 'desk-urgent' : 'desk',
				$department,
				0,
				self::GATHER,
			),
		);
	}

	/** A line is due: a department has something new, or it is time to tell somebody. */
	public static function answer(string $kind, int $id): bool {
		$urgent = str_ends_with($kind, '-urgent');
		if (str_starts_with($kind, 'desk')) {
			foreach (self::listeners($id) as $user) {
				$at = self::when($user, $urgent);
				if ($at !== null) {
					Due::add(
						self::ALERT,
						$urgent ? 'moderator-urgent' : 'moderator',
						$user,
						0,
						max(0, $at - now()),
					);
				}
			}
			return true;
		}
		return AlertMail::tell($id);
	}

	/** Once an hour: what a killed process did not announce, and what has waited too long. */
	public static function sweep(): void {
		$departments = self::departments();
		foreach ($departments as $department => $newest) {
			if ($newest >= utc(now() - DAY_IN_SECONDS)) {
				Due::add(self::ALERT, 'desk', $department, 0, self::GATHER);
			}
		}
		foreach (Overdue::deputies(array_keys($departments)) as $deputy) {
			$works = Hours::next_work($deputy) ?? now();
			Due::add(self::OVERDUE, 'deputy', $deputy, 0, $works - now());
		}
	}

	/** @return list<int> everybody who hears of something that came to this department lately */
	private static function listeners(int $department): array {
		$rows = Database::rows(
			"SELECT DISTINCT reasons FROM %i WHERE department = %d AND list IN ('waiting', 'reported', 'appealed')
			AND news > %s LIMIT 100",
			Database::table('queue'),
			$department,
			utc(now() - DAY_IN_SECONDS),
		);
		$users = [];
		foreach ($rows as $row) {
			array_push($users, ...self::audience($department, (string) $row['reasons']));
		}
		return array_values(array_unique($users));
	}

	/**
	 * Who is told of what waits in a department: its moderators, and who stands in for one of them who is away for long.
	 *
	 * @param string $reasons why it waits, as it stands in the queue
	 * @return list<int> user ids
	 */
	public static function audience(int $department, string $reasons): array {
		$key = "$department $reasons";
		if (self::$asked !== now()) {
			[self::$asked, self::$audiences] = [now(), []];
		}
		return self::$audiences[$key] ??= self::with_deputies(
			$department,
			/**
			 * Filters who is told of what waits in a department.
			 *
			 * @param list<int> $users those who may decide there
			 * @param list<string> $reasons why it waits
			 */
			apply_filters(
				'throughline_alerted',
				Moderators::of($department),
				$department,
				Decisions::codes($reasons),
			),
		);
	}

	/** @return list<int> */
	private static function with_deputies(int $department, mixed $users): array {
		$users = array_map('intval', array_filter(is_array($users) ? $users : [], 'is_numeric'));
		$away = now() + Settings::get('deputy') * HOUR_IN_SECONDS;
		foreach ($users as $user) {
			$works = Settings::get('deputy') > 0 ? Hours::next_work($user) : null;
			$deputy = Moderators::deputy($user);
			if ($works !== null && $works > $away && self::may($deputy, $department)) {
				$users[] = $deputy;
			}
		}
		return array_values(array_unique($users));
	}

	/** Whoever may not decide a piece is not told of it. */
	public static function may(int $user, int $department): bool {
		return $user > 0 &&
			user_can($user, Capabilities::MODERATE) &&
			Scope::covers($user, $department);
	}

	public static function wish(int $user): string {
		$wish = get_user_option(self::WISH, $user);
		return is_string($wish) && in_array($wish, self::WISHES, true)
			? $wish
			: Settings::get('alerts');
	}

	/** When somebody wants to hear of what waits, in Unix seconds; null for never. */
	private static function when(int $user, bool $urgent): ?int {
		$wish = self::wish($user);
		if ($wish === 'off') {
			return null;
		}
		$told = AlertMail::told($user);
		if ($urgent) {
			return max(now(), $told + self::URGENT_GAP);
		}
		$at = max(now(), $told + self::GAP);
		if ($wish === 'digest') {
			$day = (new \DateTimeImmutable('@' . now()))->setTimezone(wp_timezone());
			$next = $day->setTime(Settings::get('digest'), 0);
			$at = ($next->getTimestamp() >= now()
				? $next
				: $next->modify('+1 day')
			)->getTimestamp();
		}
		return Hours::next_work($user, $at) ?? $at;
	}

	/** @return array<int, string> departments in which something waits for a moderator: when the newest was news */
	public static function departments(): array {
		$newest = [];
		foreach (
			Database::rows(
				"SELECT department, MAX(news) AS newest FROM %i WHERE list IN ('waiting', 'reported', 'appealed') GROUP BY department",
				Database::table('queue'),
			)
			as $row
		) {
			$newest[(int) $row['department']] = (string) $row['newest'];
		}
		return $newest;
	}

	/** For uninstall.php. */
	public static function forget_everybody(): void {
		$prefix = Database::wpdb()->get_blog_prefix();
		foreach ([self::WISH, AlertMail::TOLD, Overdue::TOLD] as $option) {
			delete_metadata('user', 0, $prefix . $option, '', true);
		}
	}
}
