<?php
// What those who must agree said to an edition, and when: append-only.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Database;
use Throughline\People\Person;

use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Row from Editions
 * @phpstan-import-type Face from Person
 * @phpstan-type Asked array{id: int, person: Face, role: string, answer: string, note: string, at: string|null}
 */
final class Agreements {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
edition int(10) unsigned NOT NULL,
round int(10) unsigned NOT NULL,
user_id bigint(20) unsigned NOT NULL,
answer varchar(10) NOT NULL,
note text NOT NULL,
created datetime NOT NULL,
PRIMARY KEY  (id),
KEY edition (edition,round,user_id),
KEY person (user_id)";

	public const AGREE = 'agree';
	/** Something should change first. */
	public const CHANGE = 'change';

	/**
	 * Keeps what somebody says to the edition they were asked about; the last yes puts it in force.
	 *
	 * @param array{edition: int, round: int, answer: string, note: string} $said
	 */
	public static function add(array $said, int $user): ?\WP_Error {
		$note = trim($said['note']);
		if ($said['answer'] === self::CHANGE && $note === '') {
			return new \WP_Error(
				'throughline_note_missing',
				__('Please say in a sentence what should change.', 'throughline'),
				['status' => 422, 'field' => 'note'],
			);
		}
		$done = Database::transaction(static function () use ($said, $user, $note): bool|\WP_Error {
			$next = Editions::lock();
			if (
				$next === null ||
				$next['state'] !== Editions::PUT ||
				$next['edition'] !== $said['edition'] ||
				$next['round'] !== $said['round']
			) {
				return Drafts::stale();
			}
			if (!in_array($user, $next['named'], true)) {
				return new \WP_Error(
					'throughline_forbidden',
					__('You were not asked about this edition.', 'throughline'),
					['status' => 403],
				);
			}
			Database::write(
				'INSERT INTO %i (edition, round, user_id, answer, note, created) VALUES (%d, %d, %d, %s, %s, %s)',
				Database::table('agreements'),
				$next['edition'],
				$next['round'],
				$user,
				$said['answer'],
				$note,
				utc(),
			);
			$open = array_filter(
				self::of_edition($next),
				static fn(array $asked): bool => $asked['answer'] !== self::AGREE,
			);
			if ($open === []) {
				Editions::take_effect($next['edition']);
			}
			$agreed = $open === [];
			Database::after_commit(
				static fn() => Letters::tell($next, $user, $agreed ? null : $said['answer'], $note),
			);
			return true;
		});
		return is_wp_error($done) ? $done : null;
	}

	/**
	 * Everybody who was named for an edition, with the last they said to it as it was put to them. In a draft only
	 * what should change is still of use.
	 *
	 * @param Row $edition
	 * @return list<Asked>
	 */
	public static function of_edition(array $edition): array {
		$said = [];
		$rows = Database::rows(
			'SELECT user_id, answer, note, created FROM %i WHERE edition = %d AND round = %d ORDER BY id',
			Database::table('agreements'),
			$edition['edition'],
			$edition['round'],
		);
		foreach ($rows as $row) {
			$said[(int) $row['user_id']] = $row;
		}
		if ($edition['state'] === Editions::DRAFT) {
			$said = array_filter(
				$said,
				static fn(array $row): bool => $row['answer'] === self::CHANGE,
			);
		}
		cache_users($edition['named']);
		return array_map(
			static fn(int $user): array => [
				'id' => $user,
				'person' => Person::of($user),
				'role' => Person::role($user),
				'answer' => $said[$user]['answer'] ?? '',
				'note' => $said[$user]['note'] ?? '',
				'at' => Editions::rfc3339($said[$user]['created'] ?? null),
			],
			$edition['named'],
		);
	}

	/** @return list<array{edition: int, answer: string, note: string, at: string}> what somebody said; `at` in UTC */
	public static function of_user(int $user): array {
		return array_map(
			static fn(array $row): array => [
				'edition' => (int) $row['edition'],
				'answer' => (string) $row['answer'],
				'note' => (string) $row['note'],
				'at' => (string) $row['created'],
			],
			Database::rows(
				'SELECT edition, answer, note, created FROM %i WHERE user_id = %d ORDER BY id',
				Database::table('agreements'),
				$user,
			),
		);
	}

	/** Their words go; that somebody agreed is part of the record of the edition and stays, without a name. */
	public static function erase_user(int $user): void {
		Database::write(
			"UPDATE %i SET note = '' WHERE user_id = %d",
			Database::table('agreements'),
			$user,
		);
	}
}
