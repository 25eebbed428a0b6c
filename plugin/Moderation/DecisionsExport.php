<?php
// All decisions of some days as a table. Never of one person, and without names while the works agreement says so.

namespace Throughline\Moderation;

use Throughline\Csv;
use Throughline\Database;
use Throughline\People\Capabilities;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class DecisionsExport {
	public const ACTION = 'throughline_decisions';
	private const BATCH = 500;

	/** Answers admin-post.php. */
	public static function answer(): void {
		if (!current_user_can(Capabilities::MANAGE)) {
			wp_die(
				esc_html__('This table is for those who manage Throughline.', 'throughline'),
				'',
				['response' => 403],
			);
		}
		check_admin_referer(self::ACTION);
		$from = self::day(filter_input(INPUT_GET, 'from'), 0);
		$to = self::day(filter_input(INPUT_GET, 'to'), 1);
		nocache_headers();
		header('Content-Type: text/csv; charset=utf-8');
		header('Content-Disposition: attachment; filename="decisions.csv"');
		$out = fopen('php://output', 'w');
		if ($out !== false) {
			Csv::put($out, self::lines($from ?? utc(0), $to ?? '9999-12-31 00:00:00'));
		}
		exit();
	}

	/** Whether it may say who decided. */
	public static function names(): bool {
		return !WorksAgreement::on(WorksAgreement::NO_EXPORT);
	}

	/**
	 * A head, then a line a decision, in their order; read bit by bit, so that a million of them fit.
	 *
	 * @param string $from UTC, as our tables keep it
	 * @param string $to the first moment that is not in it
	 * @return \Generator<list<string>>
	 */
	public static function lines(string $from, string $to): \Generator {
		$names = self::names();
		yield [
			__('When (UTC)', 'throughline'),
			__('Piece', 'throughline'),
			__('Version', 'throughline'),
			__('What', 'throughline'),
			__('State afterwards', 'throughline'),
			...$names ? [__('Who', 'throughline')] : [],
			__('Rule', 'throughline'),
			__('Guideline', 'throughline'),
			__('Reason as told', 'throughline'),
			__('Why it waits', 'throughline'),
		];
		$guidelines = [];
		for ($after = 0; ; ) {
			$rows = Database::rows(
				'SELECT id, kind, piece_id, version, act, state, user_id, rule, reason, guideline, reasons, created FROM %i
				WHERE id > %d AND created >= %s AND created < %s ORDER BY id LIMIT %d',
				Database::table('decisions'),
				$after,
				$from,
				$to,
				self::BATCH,
			);
			foreach ($rows as $row) {
				$guideline = (int) $row['guideline'];
				$guidelines[$guideline] ??= History::guideline($guideline);
				yield [
					(string) $row['created'],
					"{$row['kind']}-{$row['piece_id']}",
					(string) $row['version'],
					(string) $row['act'],
					(string) $row['state'],
					...$names ? [History::who($row)] : [],
					(string) $row['rule'],
					$guidelines[$guideline],
					(string) $row['reason'],
					implode(' ', Decisions::codes((string) $row['reasons'])),
				];
				$after = (int) $row['id'];
			}
			if (count($rows) < self::BATCH) {
				return;
			}
		}
	}

	/** The beginning of a day of the site, or of one after it, as our tables keep a moment; null for no date. */
	private static function day(mixed $date, int $after): ?string {
		if (!is_string($date) || preg_match('/^\d{4}-\d\d-\d\d$/', $date) !== 1) {
			return null;
		}
		$day = \DateTimeImmutable::createFromFormat('!Y-m-d', $date, wp_timezone());
		return $day === false ? null : utc($day->modify("+$after day")->getTimestamp());
	}
}
