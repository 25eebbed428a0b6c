<?php
// What happened while it was calm, and around it.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class CalmLog {
	/**
	 * What happened, newest first.
	 *
	 * @return list<array<string, string|null>>
	 */
	public static function history(int $limit): array {
		return Database::rows(
			"SELECT * FROM %i WHERE act <> 'removed' ORDER BY id DESC LIMIT %d",
			Database::table('calm'),
			$limit,
		);
	}

	/**
	 * What was taken off a page since then and is still gone, newest first.
	 *
	 * @return list<array{kind: string, guideline: int, at: int}>
	 */
	public static function removals(int $page, int $since): array {
		$rows = Database::rows(
			"SELECT kind, piece_id, guideline, created FROM %i WHERE page = %d AND act = 'removed' AND created >= %s ORDER BY id DESC LIMIT 10",
			Database::table('calm'),
			$page,
			utc($since),
		);
		$gone = [];
		foreach ($rows as $row) {
			$piece = "{$row['kind']} {$row['piece_id']}";
			if (
				Decisions::latest((string) $row['kind'], (int) $row['piece_id'])['state'] ===
				'removed'
			) {
				$gone[$piece] ??= [
					'kind' => (string) $row['kind'],
					'guideline' => (int) $row['guideline'],
					'at' => (int) strtotime("{$row['created']} UTC"),
				];
			}
		}
		return array_values($gone);
	}
}
