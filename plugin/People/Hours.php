<?php
// When somebody looks: working hours and holidays of the site, of departments and of moderators, in the site's time zone.

namespace Throughline\People;

use function Throughline\now;

defined('ABSPATH') || exit();

/**
 * `week` null: as what stands above says; an empty one: never.
 *
 * @phpstan-import-type Span from Calendar
 * @phpstan-import-type Holiday from Calendar
 * @phpstan-type Times array{week: list<Span>|null, holidays: list<Holiday>}
 */
final class Hours {
	/** An option, a term meta and a user option have the same name. */
	public const KEPT = 'throughline_hours';

	/**
	 * When somebody looks next, in Unix seconds: `from` (now) itself within hours. Null when nobody set any hours,
	 * and when none come.
	 */
	public static function next_look(int $department, ?int $from = null): ?int {
		return self::calendar($department)?->next($from ?? now());
	}

	/** When so much working time has passed since then; plain time where nobody set any hours. */
	public static function add(int $department, int $from, int $working_seconds): int {
		return self::calendar($department)?->add($from, $working_seconds) ??
			$from + $working_seconds;
	}

	/** Always, where nobody set any hours. */
	public static function is_open(int $department, int $at): bool {
		return self::calendar($department)?->is_open($at) ?? true;
	}

	/** Whether a moderator works then: by their own hours, else by the site's. */
	public static function works(int $user, int $at): bool {
		return self::calendar_of($user)?->is_open($at) ?? true;
	}

	/** When a moderator works next; `from` (now) itself within their hours. Null when nobody set any, and when none come. */
	public static function next_work(int $user, ?int $from = null): ?int {
		return self::calendar_of($user)?->next($from ?? now());
	}

	/** When a moderator has worked so long since then; plain time where nobody set any hours. */
	public static function add_work(int $user, int $from, int $working_seconds): int {
		return self::calendar_of($user)?->add($from, $working_seconds) ?? $from + $working_seconds;
	}

	/** @return Times */
	public static function of_site(): array {
		return self::read(get_option(self::KEPT, null));
	}

	/** @return Times what was said about this department itself */
	public static function of_department(int $department): array {
		return self::read(get_term_meta($department, self::KEPT, true));
	}

	/** @return Times what was said about this person */
	public static function of_user(int $user): array {
		return self::read(get_user_option(self::KEPT, $user));
	}

	/**
	 * What holds for a department that says nothing itself; `from` names the department above, '' is the site.
	 *
	 * @return array{week: list<Span>|null, holidays: list<Holiday>, from: string}
	 */
	public static function above(int $department): array {
		$holidays = self::of_site()['holidays'];
		$week = null;
		$from = '';
		foreach (array_slice(Departments::upwards($department), 1) as $above) {
			$times = self::of_department($above);
			if ($week === null && $times['week'] !== null) {
				$week = $times['week'];
				$from = Departments::name($above) ?? '';
			}
			array_push($holidays, ...$times['holidays']);
		}
		return [
			'week' => $week ?? self::of_site()['week'],
			'holidays' => $holidays,
			'from' => $from,
		];
	}

	/** A moment in words, in the site's time zone. */
	public static function told(?int $at): ?string {
		if ($at === null) {
			return null;
		}
		$format = [get_option('date_format'), get_option('time_format')];
		return (string) wp_date('l, ' . implode(', ', array_filter($format, 'is_string')), $at);
	}

	/** @param Times $times */
	public static function problem(array $times): ?\WP_Error {
		$problem = Calendar::problem($times['week'] ?? [], $times['holidays']);
		return $problem === ''
			? null
			: new \WP_Error('throughline_hours_invalid', $problem, [
				'status' => 422,
				'field' => 'hours',
			]);
	}

	/** @param Times $times */
	public static function set_site(array $times): void {
		// Not autoloaded: few pages ask.
		self::says($times) ? update_option(self::KEPT, $times, false) : delete_option(self::KEPT);
	}

	/** @param Times $times */
	public static function set_department(int $department, array $times): void {
		self::says($times)
			? update_term_meta($department, self::KEPT, wp_slash($times))
			: delete_term_meta($department, self::KEPT);
	}

	/** @param Times $times */
	public static function set_user(int $user, array $times): void {
		self::says($times)
			? update_user_option($user, self::KEPT, wp_slash($times))
			: delete_user_option($user, self::KEPT);
	}

	/** The nearest week upwards, with everybody's holidays on the way; null where nobody set a week. */
	private static function calendar(int $department): ?Calendar {
		$all = array_map([self::class, 'of_department'], Departments::upwards($department));
		return self::joined([...$all, self::of_site()]);
	}

	private static function calendar_of(int $user): ?Calendar {
		return self::joined([self::of_user($user), self::of_site()]);
	}

	/** @param non-empty-list<Times> $all nearest first */
	private static function joined(array $all): ?Calendar {
		foreach ($all as $times) {
			if ($times['week'] !== null) {
				$holidays = array_merge(...array_column($all, 'holidays'));
				return new Calendar($times['week'], $holidays, wp_timezone());
			}
		}
		return null;
	}

	/** @param Times $times */
	private static function says(array $times): bool {
		return $times['week'] !== null || $times['holidays'] !== [];
	}

	/** @return Times */
	private static function read(mixed $kept): array {
		/** @var Times */
		return is_array($kept) ? $kept : ['week' => null, 'holidays' => []];
	}
}
