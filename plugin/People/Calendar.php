<?php
// Working hours and holidays as one calendar: whether it is open, when it opens next, when so much working time is over.

namespace Throughline\People;

defined('ABSPATH') || exit();

/**
 * A span: day 1 (Monday) to 7, times as HH:MM, `to` up to 24:00. A holiday: dates as YYYY-MM-DD, the last one included.
 *
 * @phpstan-type Span array{day: int, from: string, to: string}
 * @phpstan-type Holiday array{from: string, to: string, name: string}
 */
final class Calendar {
	/** Days after which a calendar counts as never open again. */
	private const HORIZON = 400;

	/**
	 * @param list<Span> $week
	 * @param list<Holiday> $holidays
	 */
	public function __construct(
		private readonly array $week,
		private readonly array $holidays,
		private readonly \DateTimeZone $zone,
	) {}

	/**
	 * What can't be kept as it was said, in a sentence; '' where all is well. Patterns stand in contract/hours.json.
	 *
	 * @param list<Span> $week
	 * @param list<Holiday> $holidays
	 */
	public static function problem(array $week, array $holidays): string {
		$closes = [];
		usort(
			$week,
			static fn(array $a, array $b): int => [$a['day'], $a['from']] <=> [
				$b['day'],
				$b['from'],
			],
		);
		foreach ($week as ['day' => $day, 'from' => $from, 'to' => $to]) {
			if ($to <= $from || $from < ($closes[$day] ?? '')) {
				/* translators: %s: a time, e.g. 14:00 */
				$problem = __(
					'Hours end after they begin and don’t overlap: please look at those that begin at %s. What goes past midnight is two lines, one a day.',
					'throughline',
				);
				return sprintf($problem, $from);
			}
			$closes[$day] = $to;
		}
		foreach ($holidays as ['from' => $from, 'to' => $to]) {
			if (!self::is_date($from) || !self::is_date($to) || $to < $from) {
				/* translators: %s: a date, e.g. 2026-12-24 */
				$problem = __(
					'Please look at the holiday that begins on %s: its last day comes on or after its first.',
					'throughline',
				);
				return sprintf($problem, $from);
			}
		}
		return '';
	}

	private static function is_date(string $date): bool {
		[$year, $month, $day] = array_map('intval', explode('-', "$date-0-0"));
		return checkdate($month, $day, $year);
	}

	public function is_open(int $at): bool {
		return $this->next($at) === $at;
	}

	/** The first moment from then on that lies within hours, in Unix seconds; null where none comes. */
	public function next(int $from): ?int {
		foreach ($this->spans($from) as [$opens, $closes]) {
			if ($closes > $from) {
				return max($opens, $from);
			}
		}
		return null;
	}

	/** When so many seconds of working time have passed; null where the hours don't suffice. */
	public function add(int $from, int $seconds): ?int {
		foreach ($this->spans($from) as [$opens, $closes]) {
			$starts = max($opens, $from);
			$has = max(0, $closes - $starts);
			if ($has >= $seconds) {
				return $starts + $seconds;
			}
			$seconds -= $has;
		}
		return null;
	}

	/**
	 * Hours from the day of that moment on, each as two moments. Days are counted by date, and each time is read on
	 * its own date, so that a day on which the clock changes is as long as it is.
	 *
	 * @return \Generator<array{int, int}>
	 */
	private function spans(int $from): \Generator {
		if ($this->week === []) {
			return;
		}
		$day = (new \DateTimeImmutable("@$from"))->setTimezone($this->zone)->setTime(12, 0);
		for ($passed = 0; $passed <= self::HORIZON; $passed++) {
			$date = $day->format('Y-m-d');
			if (!$this->is_holiday($date)) {
				foreach ($this->of_day((int) $day->format('N')) as $span) {
					yield [$this->moment($date, $span['from']), $this->moment($date, $span['to'])];
				}
			}
			$day = $day->modify('+1 day');
		}
	}

	/** @return list<Span> */
	private function of_day(int $weekday): array {
		$spans = array_values(
			array_filter($this->week, static fn(array $span): bool => $span['day'] === $weekday),
		);
		usort($spans, static fn(array $a, array $b): int => $a['from'] <=> $b['from']);
		return $spans;
	}

	private function is_holiday(string $date): bool {
		foreach ($this->holidays as $holiday) {
			if ($date >= $holiday['from'] && $date <= $holiday['to']) {
				return true;
			}
		}
		return false;
	}

	private function moment(string $date, string $time): int {
		return (new \DateTimeImmutable("$date $time", $this->zone))->getTimestamp();
	}
}
