<?php
// Photos that were hidden by themselves: what the record says about each, and bringing it about.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-type PhotoAct array{version: int, act: string, photo: int, user: int, rule: string, created: string}
 */
final class Restrictions {
	/**
	 * Hides or shows the photo that a decision names, or that an undone one named. Runs in its transaction.
	 *
	 * @param array{kind: string, id: int, version: int, act: string, photo?: int, ...} $doing
	 */
	public static function follow(array $doing): void {
		['kind' => $kind, 'id' => $id, 'act' => $act] = $doing;
		$photo = $doing['photo'] ?? 0;
		if ($act === 'undo') {
			$undone = Database::row(
				'SELECT photo FROM %i WHERE kind = %s AND piece_id = %d AND version = %d',
				Database::table('decisions'),
				$kind,
				$id,
				$doing['version'],
			);
			$photo = (int) ($undone['photo'] ?? 0);
		}
		if ($photo > 0) {
			Kinds::get($kind)?->hide_photo($id, $photo, self::is_hidden($kind, $id, $photo));
		}
	}

	public static function is_hidden(string $kind, int $id, int $photo): bool {
		return (self::last($kind, $id)[$photo]['act'] ?? '') === 'hide';
	}

	/**
	 * What was last decided about each photo, by photo; what was undone is left out.
	 *
	 * @return array<int, PhotoAct>
	 */
	public static function last(string $kind, int $id): array {
		$rows = Database::rows(
			'SELECT version, act, photo, user_id, rule, created FROM %i
			WHERE kind = %s AND piece_id = %d ORDER BY version',
			Database::table('decisions'),
			$kind,
			$id,
		);
		$stand = [];
		foreach ($rows as $row) {
			if ($row['act'] === 'undo') {
				array_pop($stand);
			} else {
				$stand[] = $row;
			}
		}
		$last = [];
		foreach ($stand as $row) {
			if ((int) $row['photo'] > 0) {
				$last[(int) $row['photo']] = [
					'version' => (int) $row['version'],
					'act' => (string) $row['act'],
					'photo' => (int) $row['photo'],
					'user' => (int) $row['user_id'],
					'rule' => (string) $row['rule'],
					'created' => (string) $row['created'],
				];
			}
		}
		return $last;
	}
}
