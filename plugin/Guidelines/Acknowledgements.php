<?php
// Who said that they know which edition of the guidelines, and when: append-only.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Acknowledgements {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
user_id bigint(20) unsigned NOT NULL,
edition int(10) unsigned NOT NULL,
created datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY person (user_id,edition)";

	/** The newest edition that this person said to know; 0 for none. */
	public static function latest(int $user): int {
		$row = Database::row(
			'SELECT MAX(edition) AS edition FROM %i WHERE user_id = %d',
			Database::table('acknowledgements'),
			$user,
		);
		return (int) ($row['edition'] ?? 0);
	}

	/**
	 * Whether this person has to look at the guidelines before they send something: before the first piece, and
	 * after every change that matters. Never somebody without an account: there is nobody to remember.
	 */
	public static function needed(int $user): bool {
		return $user > 0 &&
			Database::row(
				'SELECT edition FROM %i WHERE state = %s AND (matters = 1 OR edition = 1) AND edition >
				(SELECT COALESCE(MAX(edition), 0) FROM %i WHERE user_id = %d) LIMIT 1',
				Database::table('editions'),
				Editions::IN_FORCE,
				Database::table('acknowledgements'),
				$user,
			) !== null;
	}

	/**
	 * Whether somebody may send something now. `$known` is the edition that they say to know with what they send; 0
	 * for none. What they say is kept, also where what they send is refused for something else.
	 */
	public static function refusal(int $user, int $known): ?\WP_Error {
		$edition = Guidelines::edition();
		if ($user > 0 && $known > 0 && $known === $edition) {
			self::add($user, $edition);
			return null;
		}
		if (!self::needed($user)) {
			return null;
		}
		$code = $known === 0 ? 'missing' : 'changed';
		return new \WP_Error(
			"throughline_guidelines_$code",
			self::sentences()["throughline_guidelines_$code"],
			['status' => 422, 'field' => 'guidelines', 'edition' => $edition],
		);
	}

	/** @return array{throughline_guidelines_missing: string, throughline_guidelines_changed: string} */
	public static function sentences(): array {
		return [
			'throughline_guidelines_missing' => __(
				'One thing first: please read the guidelines and tick that you know them.',
				'throughline',
			),
			'throughline_guidelines_changed' => __(
				'The guidelines have changed meanwhile. Please load this page again and look at them; what you wrote is kept.',
				'throughline',
			),
		];
	}

	/** Keeps that somebody knows an edition; the first time counts. */
	public static function add(int $user, int $edition): void {
		Database::write(
			'INSERT IGNORE INTO %i (user_id, edition, created) VALUES (%d, %d, %s)',
			Database::table('acknowledgements'),
			$user,
			$edition,
			utc(),
		);
	}

	/** @return list<array{edition: int, at: string}> first things first; `at` in UTC, `Y-m-d H:i:s` */
	public static function of_user(int $user): array {
		return array_map(
			static fn(array $row): array => [
				'edition' => (int) $row['edition'],
				'at' => (string) $row['created'],
			],
			Database::rows(
				'SELECT edition, created FROM %i WHERE user_id = %d ORDER BY edition',
				Database::table('acknowledgements'),
				$user,
			),
		);
	}

	/** Forgets what this person acknowledged: without them it says nothing. */
	public static function erase_user(int $user): void {
		Database::write(
			'DELETE FROM %i WHERE user_id = %d',
			Database::table('acknowledgements'),
			$user,
		);
	}
}
