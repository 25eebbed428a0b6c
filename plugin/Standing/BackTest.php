<?php
// What would have happened: somebody's or a department's last pieces, looked at as if they had been handed over already.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;
use Throughline\Moderation\WorksAgreement;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/** @phpstan-type Tested array{all: int, live: int, returned: int, refused: int, people: int} */
final class BackTest {
	private const LAST = 20;
	/** Counts about fewer people would be counts about single ones. */
	private const PEOPLE = 5;

	/**
	 * What a hand-over to somebody would have meant, in a sentence. It counts what one person did: shown to whoever
	 * is about to sign, and kept nowhere.
	 *
	 * @param array{user: int, department: int, kind: string, level: string} $asked `kind` '' is every kind
	 */
	public static function of_person(array $asked): string {
		['user' => $user, 'department' => $department, 'kind' => $kind, 'level' => $level] = $asked;
		$rows = Database::rows(
			$kind === ''
				? 'SELECT outcome, free, contributor FROM %i WHERE contributor = %d AND department = %d AND kind <> %s ORDER BY decided DESC, id DESC LIMIT %d'
				: 'SELECT outcome, free, contributor FROM %i WHERE contributor = %d AND department = %d AND kind = %s ORDER BY decided DESC, id DESC LIMIT %d',
			Database::table('outcomes'),
			$user,
			$department,
			$kind,
			self::LAST,
		);
		$tested = self::count($rows);
		if ($tested['all'] === 0) {
			return __(
				'There is nothing to look back on: nobody has decided on anything of theirs here yet.',
				'throughline',
			);
		}
		if (in_array($level, ['', Ladder::NEWCOMER], true)) {
			return '';
		}
		[$live, $all] = [number_format_i18n($tested['live']), number_format_i18n($tested['all'])];
		if ($level === Ladder::KNOWN) {
			$sentence = sprintf(
				/* translators: 1: how many pieces, 2: of how many. What follows is said of the first number */
				__(
					'At this standing, %1$s of the last %2$s would have appeared unless somebody objected;',
					'throughline',
				),
				$live,
				$all,
			);
		} else {
			$sentence = sprintf(
				/* translators: 1: how many pieces, 2: of how many. What follows is said of the first number */
				__(
					'At this standing, %1$s of the last %2$s would have gone live at once;',
					'throughline',
				),
				$live,
				$all,
			);
		}
		return $sentence . ' ' . self::ended($tested);
	}

	/** What was decided in a department, in a sentence; without numbers where these would be about single people. */
	public static function of_department(int $department): string {
		$departments = Departments::with_below($department);
		$rows =
			$departments === []
				? []
				: Database::rows(
					'SELECT outcome, free, contributor FROM %i WHERE department IN (' .
						implode(', ', array_fill(0, count($departments), '%d')) .
						') ORDER BY decided DESC, id DESC LIMIT %d',
					Database::table('outcomes'),
					...[...$departments, self::LAST],
				);
		$tested = self::count($rows);
		if ($tested['all'] === 0) {
			return __(
				'There is nothing to look back on: nothing was decided in this department yet.',
				'throughline',
			);
		}
		if ($tested['people'] < self::PEOPLE && WorksAgreement::on(WorksAgreement::NO_NUMBERS)) {
			return $tested['refused'] + $tested['returned'] === 0
				? __(
					'The last pieces here come from few people, so nothing is counted. All of them were published at first look.',
					'throughline',
				)
				: __(
					'The last pieces here come from few people, so nothing is counted. Some of them went back with a question or were refused.',
					'throughline',
				);
		}
		return sprintf(
			/* translators: 1: how many pieces, 2: of how many. What follows is said of the first number */
			__('Of the last %2$s pieces here, %1$s waited for nothing but a look;', 'throughline'),
			number_format_i18n($tested['live']),
			number_format_i18n($tested['all']),
		) .
			' ' .
			self::ended($tested);
	}

	/** @param Tested $tested */
	private static function ended(array $tested): string {
		['returned' => $returned, 'refused' => $refused] = $tested;
		if ($returned + $refused === 0) {
			return __('none of them was refused.', 'throughline');
		}
		return sprintf(
			/* translators: 1 and 2: numbers of pieces. Goes on after “14 of the last 20 would have gone live at once;” */
			__('of these, %1$s went back with a question and %2$s were refused.', 'throughline'),
			number_format_i18n($returned),
			number_format_i18n($refused),
		);
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return Tested `returned` and `refused` are some of those that would have gone live
	 */
	private static function count(array $rows): array {
		$live = array_filter($rows, static fn(array $row): bool => $row['free'] === '1');
		$ends = array_count_values(array_map('strval', array_column($live, 'outcome')));
		return [
			'all' => count($rows),
			'live' => count($live),
			'returned' => ($ends[Outcomes::RETURNED] ?? 0) + ($ends[Outcomes::MENDED] ?? 0),
			'refused' => $ends[Outcomes::REFUSED] ?? 0,
			'people' => count(array_unique(array_column($rows, 'contributor'))),
		];
	}
}
