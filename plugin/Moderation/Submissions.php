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
KEY piece (kind,piece_id)";

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
			$id = $make();
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
