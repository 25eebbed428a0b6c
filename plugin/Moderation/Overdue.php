<?php
// What has waited too long for its moderators: whoever stands in for them hears of it, once for each piece.

namespace Throughline\Moderation;

use Throughline\People\Hours;
use Throughline\People\Moderators;
use Throughline\People\Person;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Overdue {
	/** User option of who stands in: since when the newest piece has waited of which they were told, by department. */
	public const TOLD = 'throughline_overdue';

	/**
	 * Who has to hear of something.
	 *
	 * @param list<int> $departments those in which something waits
	 * @return list<int> user ids
	 */
	public static function deputies(array $departments): array {
		return array_values(
			array_filter(
				array_keys(self::stand_ins($departments)),
				static fn(int $deputy): bool => Alerts::wish($deputy) !== 'off' &&
					self::rows($deputy, self::stand_ins($departments)[$deputy]) !== [],
			),
		);
	}

	/** Tells a deputy what their moderators have not decided. True when they know. */
	public static function answer(string $kind, int $deputy): bool {
		$moderators = self::stand_ins(array_keys(Alerts::departments()))[$deputy] ?? [];
		$rows = self::rows($deputy, $moderators);
		$names = array_map(
			static fn(int $moderator): string => Person::of($moderator)['name'],
			array_keys($moderators),
		);
		$sent = AlertMail::send(
			$deputy,
			$rows,
			static fn(string $count): array => [
				sprintf(
					/* translators: %s: number of pieces, "100+" for many. */
					_n(
						'%s piece has waited for a while: can you step in?',
						'%s pieces have waited for a while: can you step in?',
						count($rows),
						'throughline',
					),
					$count,
				),
				sprintf(
					/* translators: %s: names of colleagues */
					__('You stand in for %s, and can decide this, too:', 'throughline'),
					wp_sprintf('%l', $names),
				),
			],
		);
		if ($sent) {
			$told = self::told($deputy);
			foreach ($rows as $row) {
				$department = (int) $row['department'];
				$told[$department] = max($told[$department] ?? '', (string) $row['since']);
			}
			update_user_option($deputy, self::TOLD, $told);
		}
		return $sent;
	}

	/**
	 * @param list<int> $departments
	 * @return array<int, array<int, list<int>>> by deputy: their moderators, and which departments wait for each
	 */
	private static function stand_ins(array $departments): array {
		$by = [];
		foreach ($departments as $department) {
			foreach (Alerts::audience($department, '[]') as $moderator) {
				$deputy = Moderators::deputy($moderator);
				if (Alerts::may($deputy, $department)) {
					$by[$deputy][$moderator][] = $department;
				}
			}
		}
		return $by;
	}

	/**
	 * What has waited for so much of a moderator's working time, and the deputy has not heard of.
	 *
	 * @param array<int, list<int>> $moderators
	 * @return list<array<string, string|null>>
	 */
	private static function rows(int $deputy, array $moderators): array {
		$seconds = Settings::get('deputy') * HOUR_IN_SECONDS;
		$told = self::told($deputy);
		$rows = [];
		foreach ($seconds > 0 ? $moderators : [] as $moderator => $departments) {
			// What began to wait later can't have waited so long.
			foreach (AlertMail::rows($departments, 'since', utc(now() - $seconds)) as $row) {
				$since = (string) $row['since'];
				if (
					$since > ($told[(int) $row['department']] ?? '') &&
					Hours::add_work($moderator, (int) strtotime("$since UTC"), $seconds) <= now()
				) {
					$rows["{$row['kind']}-{$row['piece_id']}"] = $row;
				}
			}
		}
		return array_values($rows);
	}

	/** @return array<int, string> */
	private static function told(int $deputy): array {
		$told = get_user_option(self::TOLD, $deputy);
		$told = array_filter(is_array($told) ? $told : [], 'is_string');
		return array_filter($told, 'is_int', ARRAY_FILTER_USE_KEY);
	}
}
