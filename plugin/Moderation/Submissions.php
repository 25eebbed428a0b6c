<?php
// What was sent, by the id that its sender gave it: sending twice makes one piece.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Submissions {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
contributor bigint(20) unsigned NOT NULL,
submission char(36) NOT NULL,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL DEFAULT 0,
created datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY submission (contributor,submission),
KEY mine (contributor,id),
KEY piece (kind,piece_id)";

	private const PAGE = 20;

	/** Whether once() makes a piece right now, and writes its row itself. */
	private static bool $making = false;

	/**
	 * Makes the piece, unless this submission made one already. Runs in one transaction: a second sender
	 * waits at the unique key until the first has finished, and then finds its piece.
	 *
	 * @param array{kind: string, contributor: int, submission: string} $sent
	 * @param callable(): (int|\WP_Error) $make gives the new piece's id
	 * @return array{id: int, again: bool}|\WP_Error
	 */
	public static function once(array $sent, callable $make): array|\WP_Error {
		return Database::transaction(static function () use ($sent, $make): array|\WP_Error {
			$first = Database::write(
				'INSERT IGNORE INTO %i (contributor, submission, kind, created) VALUES (%d, %s, %s, %s)',
				Database::table('submissions'),
				$sent['contributor'],
				$sent['submission'],
				$sent['kind'],
				utc(),
			);
			if ($first === 0) {
				return [
					'id' => self::piece($sent['contributor'], $sent['submission']),
					'again' => true,
				];
			}
			$row = Database::inserted();
			self::$making = true;
			try {
				$id = $make();
			} finally {
				self::$making = false;
			}
			if (is_wp_error($id)) {
				return $id;
			}
			Database::write(
				'UPDATE %i SET piece_id = %d WHERE id = %d',
				Database::table('submissions'),
				$id,
				$row,
			);
			return ['id' => $id, 'again' => false];
		});
	}

	/**
	 * Pieces that came by another way than our forms stand here, too: a contributor finds all of theirs.
	 *
	 * @param array{kind: string, id: int, version: int, ...} $doing
	 */
	public static function follow(array $doing): void {
		['kind' => $kind, 'id' => $id] = $doing;
		if ($doing['version'] > 0 || self::$making) {
			return;
		}
		Database::write(
			'INSERT IGNORE INTO %i (contributor, submission, kind, piece_id, created) VALUES (%d, %s, %s, %d, %s)',
			Database::table('submissions'),
			Kinds::get($kind)?->describe([$id])[$id]['contributor'] ?? 0,
			"$kind-$id",
			$kind,
			$id,
			utc(),
		);
	}

	/**
	 * What somebody sent, newest first.
	 *
	 * @param int $before the last row of the page before; 0 begins at the top
	 * @return array{pieces: list<array{kind: string, id: int}>, after: int} `after` is 0 on the last page
	 */
	public static function of(int $contributor, int $before = 0): array {
		$rows = Database::rows(
			'SELECT id, kind, piece_id FROM %i WHERE contributor = %d AND id < %d AND piece_id > 0 ORDER BY id DESC LIMIT %d',
			Database::table('submissions'),
			$contributor,
			$before > 0 ? $before : PHP_INT_MAX,
			self::PAGE + 1,
		);
		$shown = array_slice($rows, 0, self::PAGE);
		$last = end($shown);
		return [
			'pieces' => array_map(
				static fn(array $row): array => [
					'kind' => (string) $row['kind'],
					'id' => (int) $row['piece_id'],
				],
				$shown,
			),
			'after' => count($rows) > self::PAGE && $last !== false ? (int) $last['id'] : 0,
		];
	}

	/** A piece is gone. */
	public static function forget(string $kind, int $id): void {
		foreach (self::rows($kind, $id) as $row) {
			Database::write('DELETE FROM %i WHERE id = %d', Database::table('submissions'), $row);
		}
	}

	/** A piece is nobody's any more. */
	public static function release(string $kind, int $id): void {
		foreach (self::rows($kind, $id) as $row) {
			// Guests share one number, and may have chosen the same id as somebody with an account.
			Database::write(
				'UPDATE %i SET contributor = 0, submission = %s WHERE id = %d',
				Database::table('submissions'),
				"$kind-$id",
				$row,
			);
		}
	}

	/** @return list<int> */
	private static function rows(string $kind, int $id): array {
		return array_map(
			static fn(array $row): int => (int) $row['id'],
			Database::rows(
				'SELECT id FROM %i WHERE kind = %s AND piece_id = %d',
				Database::table('submissions'),
				$kind,
				$id,
			),
		);
	}

	private static function piece(int $contributor, string $submission): int {
		$row = Database::row(
			'SELECT piece_id FROM %i WHERE contributor = %d AND submission = %s',
			Database::table('submissions'),
			$contributor,
			$submission,
		);
		return (int) ($row['piece_id'] ?? 0);
	}
}
