<?php
// How much anybody may report, and how much is hidden on a stranger's word.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

/** @phpstan-import-type Report from Reports */
final class ReportLimits {
	/** Of one piece so many reports wait at once: with more nobody would know more. */
	private const OPEN_AT_ONCE = 200;
	private const BY_ADDRESS = ['burst' => 10, 'every' => 30 * MINUTE_IN_SECONDS];
	private const BY_PIECE = ['burst' => 60, 'every' => MINUTE_IN_SECONDS];
	/** A whole shift on one photo can report it; nobody can empty a wall. */
	private const HIDE_BY_ADDRESS = ['burst' => 3, 'every' => 6 * HOUR_IN_SECONDS];
	private const HIDE_BY_PAGE = ['burst' => 5, 'every' => 2 * HOUR_IN_SECONDS];
	/** Many addresses are easily had. */
	private const HIDE_BY_SITE = ['burst' => 30, 'every' => 30 * MINUTE_IN_SECONDS];

	/** @param Report $report */
	public static function may_report(array $report, string $sender): bool {
		$row = Database::row(
			"SELECT COUNT(*) AS held FROM (SELECT 1 FROM %i WHERE kind = %s AND piece_id = %d AND outcome = '' LIMIT %d) AS held_rows",
			Database::table('reports'),
			$report['kind'],
			$report['id'],
			self::OPEN_AT_ONCE,
		);
		return (int) ($row['held'] ?? 0) < self::OPEN_AT_ONCE &&
			($sender === '' || Pace::take('report', $sender, self::BY_ADDRESS)) &&
			Pace::take('report-piece', "{$report['kind']} {$report['id']}", self::BY_PIECE);
	}

	/**
	 * Whether the photo is hidden before anybody looked. Not where a moderator decided on it already: then a person
	 * looks again, and first.
	 *
	 * @param Report $report
	 */
	public static function may_hide(array $report, string $sender): bool {
		['kind' => $kind, 'id' => $id, 'photo' => $photo] = $report;
		if (
			$report['ground'] !== Grounds::PICTURE ||
			isset(Restrictions::last($kind, $id)[$photo])
		) {
			return false;
		}
		$page = Kinds::get($kind)?->page($id) ?? 0;
		return ($sender === '' || Pace::take('hide', $sender, self::HIDE_BY_ADDRESS)) &&
			Pace::take('hide-page', "page $page", self::HIDE_BY_PAGE) &&
			Pace::take('hide-site', 'site', self::HIDE_BY_SITE);
	}

	/** @param Report $report */
	public static function sender(array $report): string {
		return Sender::of([
			'kind' => '',
			'id' => 0,
			'contributor' => 0,
			'name' => '',
			'mail' => '',
			'address' => $report['address'],
			'department' => 0,
			'page' => 0,
			'people' => '',
			'title' => '',
			'text' => '',
		]);
	}

	public static function too_many(): \WP_Error {
		return new \WP_Error(
			'throughline_too_many',
			__(
				'Very many reports came from here, or about this, just now. Somebody looks at them already. If yours says something new, please send it in half an hour.',
				'throughline',
			),
			['status' => 429],
		);
	}
}
