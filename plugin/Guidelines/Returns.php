<?php
// Which guideline causes most returns: counted by guideline over all its editions, never by person.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Database;

use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Returns {
	/** A number about fewer people than this might tell who they are. */
	private const GROUP = 5;
	private const YEAR = 365 * DAY_IN_SECONDS;

	/**
	 * How often each guideline in force was the reason of a return or a removal within a year, the most frequent
	 * first.
	 *
	 * @return list<array{lineage: string, tone: string, sentence: string, returns: int|null, removals: int|null}>
	 * null for both where it concerns fewer than five people, or nobody
	 */
	public static function counted(): array {
		// A decision that was taken back is followed by an undo; who contributed is in the first decision.
		$rows = Database::rows(
			"SELECT g.lineage AS lineage, SUM(CASE WHEN d.act = 'return' THEN 1 ELSE 0 END) AS returns,
			SUM(CASE WHEN d.act = 'remove' THEN 1 ELSE 0 END) AS removals,
			COUNT(DISTINCT CASE WHEN s.user_id > 0 THEN s.user_id END) AS people
			FROM %i d JOIN %i g ON g.id = d.guideline
			LEFT JOIN %i s ON s.kind = d.kind AND s.piece_id = d.piece_id AND s.version = 1
			LEFT JOIN %i u ON u.kind = d.kind AND u.piece_id = d.piece_id AND u.version = d.version + 1 AND u.act = 'undo'
			WHERE d.guideline > 0 AND d.act IN ('return', 'remove') AND u.id IS NULL AND d.created >= %s
			GROUP BY g.lineage",
			Database::table('decisions'),
			Database::table('guidelines'),
			Database::table('decisions'),
			Database::table('decisions'),
			utc(now() - self::YEAR),
		);
		$counts = array_column($rows, null, 'lineage');
		$list = [];
		foreach (Texts::of_edition(Guidelines::edition()) as $text) {
			$count = $counts[$text['lineage']] ?? null;
			$is_told = $count !== null && (int) $count['people'] >= self::GROUP;
			$list[] = [
				'lineage' => $text['lineage'],
				'tone' => $text['tone'],
				'sentence' => $text['sentence'],
				'returns' => $is_told ? (int) $count['returns'] : null,
				'removals' => $is_told ? (int) $count['removals'] : null,
			];
		}
		// Those that can't be told keep the order of the guidelines: their place would tell something, too.
		usort(
			$list,
			static fn(array $a, array $b): int => (int) $b['returns'] + (int) $b['removals'] <=>
				(int) $a['returns'] + (int) $a['removals'],
		);
		return $list;
	}
}
