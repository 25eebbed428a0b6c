<?php
// What moderators tell each other about a piece: only added to, never changed; its contributor does not see it.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Person;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Face from Person
 * @phpstan-type Note array{by: Face, text: string, at: string}
 */
final class Notes {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
text text NOT NULL,
created datetime NOT NULL,
PRIMARY KEY  (id),
KEY piece (kind,piece_id),
KEY person (user_id),
KEY created (created)";

	/**
	 * @param array{user: int, text: string} $note
	 * @return Note
	 */
	public static function add(string $kind, int $id, array $note): array {
		['user' => $user, 'text' => $text] = $note;
		$at = utc();
		Database::write(
			'INSERT INTO %i (kind, piece_id, user_id, text, created) VALUES (%s, %d, %d, %s, %s)',
			Database::table('notes'),
			$kind,
			$id,
			$user,
			trim($text),
			$at,
		);
		return [
			'by' => Person::of($user),
			'text' => trim($text),
			'at' => Queue::rfc3339($at),
		];
	}

	/** @return list<Note> oldest first; those whose words were erased are left out */
	public static function of(string $kind, int $id): array {
		$rows = Database::rows(
			"SELECT user_id, text, created FROM %i WHERE kind = %s AND piece_id = %d AND text <> '' ORDER BY id",
			Database::table('notes'),
			$kind,
			$id,
		);
		Person::prime(array_map(static fn(array $row): int => (int) $row['user_id'], $rows));
		return array_map(
			static fn(array $row): array => [
				'by' => Person::of((int) $row['user_id']),
				'text' => (string) $row['text'],
				'at' => Queue::rfc3339((string) $row['created']),
			],
			$rows,
		);
	}

	/** Somebody's notes go: name and words; that there was one stays. Gives how many. */
	public static function erase_by(int $user): int {
		return Database::write(
			"UPDATE %i SET user_id = 0, text = '' WHERE user_id = %d",
			Database::table('notes'),
			$user,
		);
	}

	/** What others noted about a piece goes with its contributor's erasure. Gives how many. */
	public static function erase_about(string $kind, int $id): int {
		return Database::write(
			"UPDATE %i SET text = '' WHERE kind = %s AND piece_id = %d",
			Database::table('notes'),
			$kind,
			$id,
		);
	}

	/** Once an hour: what is older than the site keeps notes. */
	public static function sweep(): void {
		$days = Settings::get('keep')['notes'];
		if ($days > 0) {
			Database::write(
				'DELETE FROM %i WHERE created < %s',
				Database::table('notes'),
				utc(now() - $days * DAY_IN_SECONDS),
			);
		}
	}
}
