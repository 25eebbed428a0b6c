<?php
// How many reports, objections and measures there were, by month, ground and outcome: groups, never persons.

namespace Throughline\Moderation;

use Throughline\Csv;
use Throughline\Database;

defined('ABSPATH') || exit();

/** What they count: Digital Services Act, Art. 15 (1) and 24 (1). */
final class Counters {
	/** A file instead of JSON: the answer of REST is replaced while it goes out. */
	public static function answer(): \WP_REST_Response {
		$response = new \WP_REST_Response();
		$response->header('Content-Type', 'text/csv; charset=utf-8');
		$response->header('Content-Disposition', 'attachment; filename="reports.csv"');
		$response->header('X-Content-Type-Options', 'nosniff');
		$response->header('Cache-Control', 'no-store');
		add_filter(
			'rest_pre_serve_request',
			static function (bool $served, mixed $result) use ($response): bool {
				if ($served || $result !== $response) {
					return $served;
				}
				// phpcs:ignore WordPress.Security.EscapeOutput -- no HTML: a file, whose cells Csv makes harmless.
				echo Csv::write(self::lines());
				return true;
			},
			10,
			2,
		);
		return $response;
	}

	/** @return list<list<string>> */
	public static function lines(): array {
		return [
			[
				__('Month', 'throughline'),
				__('What', 'throughline'),
				__('Ground', 'throughline'),
				__('Outcome', 'throughline'),
				__('Number', 'throughline'),
				__('Median hours until the outcome', 'throughline'),
			],
			...self::cases(),
			...self::measures(),
		];
	}

	/** @return list<list<string>> reports and objections by the month in which they came */
	private static function cases(): array {
		$groups = [];
		$last = 0;
		do {
			$rows = Database::rows(
				'SELECT id, what, ground, report, outcome, created, closed FROM %i WHERE id > %d ORDER BY id LIMIT 5000',
				Database::table('reports'),
				$last,
			);
			foreach ($rows as $row) {
				$last = (int) $row['id'];
				$key = implode('|', [
					substr((string) $row['created'], 0, 7),
					$row['what'],
					$row['what'] === 'appeal'
						? ((int) $row['report'] > 0
							? 'reporter'
							: 'contributor')
						: $row['ground'],
					$row['outcome'],
				]);
				$groups[$key][] =
					$row['closed'] === null
						? null
						: (int) strtotime("{$row['closed']} UTC") -
							(int) strtotime("{$row['created']} UTC");
			}
		} while (count($rows) === 5000);
		ksort($groups);
		$lines = [];
		foreach ($groups as $key => $seconds) {
			[$month, $what, $ground, $outcome] = explode('|', $key);
			$lines[] = [
				$month,
				$what === 'appeal' ? __('Objection', 'throughline') : __('Report', 'throughline'),
				$what === 'appeal' ? self::party($ground) : Grounds::label($ground),
				self::outcome($outcome),
				(string) count($seconds),
				self::median($seconds),
			];
		}
		return $lines;
	}

	/** @return list<list<string>> what was done, by the month in which it was */
	private static function measures(): array {
		$rows = Database::rows(
			"SELECT SUBSTR(created, 1, 7) AS month, act, rule = %s AS automatic, guideline > 0 AS named, COUNT(*) AS held FROM %i AS made
			WHERE act IN ('return', 'remove', 'hide', 'restore', 'show') AND NOT EXISTS (SELECT 1 FROM %i AS undone
			WHERE undone.kind = made.kind AND undone.piece_id = made.piece_id AND undone.version = made.version + 1
			AND undone.act = 'undo') GROUP BY month, act, automatic, named ORDER BY month, act, automatic, named",
			Reports::RULE,
			Database::table('decisions'),
			Database::table('decisions'),
		);
		return array_map(
			static fn(array $row): array => [
				(string) $row['month'],
				(bool) $row['automatic']
					? __('Measure, by a fixed rule', 'throughline')
					: __('Measure, by a person', 'throughline'),
				(bool) $row['named']
					? __('A guideline', 'throughline')
					: __('No guideline named', 'throughline'),
				self::measure((string) $row['act']),
				(string) $row['held'],
				'',
			],
			$rows,
		);
	}

	private static function party(string $party): string {
		return $party === 'reporter'
			? __('Objection by whoever reported it', 'throughline')
			: __('Objection by its contributor', 'throughline');
	}

	private static function outcome(string $outcome): string {
		return match ($outcome) {
			'' => __('Open', 'throughline'),
			'removed' => __('Taken off', 'throughline'),
			'returned' => __('Sent back', 'throughline'),
			'hidden' => __('Picture stays hidden', 'throughline'),
			'shown' => __('Picture shown again', 'throughline'),
			'kept' => __('Stays', 'throughline'),
			'gone' => __('Gone before anybody decided', 'throughline'),
			'granted' => __('Decision changed', 'throughline'),
			'denied' => __('Decision confirmed', 'throughline'),
			default => $outcome,
		};
	}

	private static function measure(string $act): string {
		return match ($act) {
			'remove' => __('Taken off', 'throughline'),
			'return' => __('Sent back', 'throughline'),
			'hide' => __('Picture hidden', 'throughline'),
			'show' => __('Picture shown again', 'throughline'),
			'restore' => __('Restored', 'throughline'),
			default => $act,
		};
	}

	/** @param list<int|null> $seconds */
	private static function median(array $seconds): string {
		$known = array_values(array_filter($seconds, 'is_int'));
		if ($known === []) {
			return '';
		}
		sort($known);
		return number_format_i18n($known[intdiv(count($known), 2)] / HOUR_IN_SECONDS, 1);
	}
}
