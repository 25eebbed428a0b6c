<?php
// Photos that were hidden by themselves: what the record says about each, and bringing it about.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type PhotoAct array{version: int, act: string, photo: int, user: int, rule: string, created: string}
 */
final class Restrictions {
	/** What is due some time after a photo was hidden. */
	public const DELETION = 'photo';

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

	/**
	 * What a person hid stays sealed as long as somebody may object, and is then deleted.
	 *
	 * @param array{kind: string, id: int, version: int, act: string, user: int, photo?: int, ...} $doing
	 */
	public static function delete_later(array $doing): void {
		if ($doing['act'] === 'hide' && $doing['user'] > 0) {
			Due::add(
				self::DELETION,
				$doing['kind'],
				$doing['id'],
				$doing['version'] + 1,
				Appeals::until(utc()) - now() + DAY_IN_SECONDS,
			);
		}
	}

	/** Runs when it is due; nothing happens where the photo was shown again, or where an objection still waits. */
	public static function delete(string $kind, int $id, int $version): bool {
		return Database::transaction(static function () use ($kind, $id, $version): bool {
			$piece = Kinds::get($kind);
			$piece?->lock($id);
			$content = $piece?->content($id);
			if ($piece === null || $content === null || Appeals::is_open($kind, $id, $version)) {
				return true;
			}
			foreach (self::last($kind, $id) as $photo => $act) {
				if ($act['version'] === $version && $act['act'] === 'hide') {
					$content['photos'] = array_values(
						array_filter(
							$content['photos'],
							static fn(array $one): bool => $one['id'] !== $photo,
						),
					);
					$piece->write($id, $content);
				}
			}
			return true;
		});
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
