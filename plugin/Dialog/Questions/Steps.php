<?php
// What happened to a question, step by step; append-only. What askers may see of it names desks, never people.

namespace Throughline\Dialog\Questions;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * `other` is the mentor of a draft, and the expert whom a mentor advises.
 *
 * @phpstan-type Step array{act: string, user: int, other: int, department: int, note: string, at: int}
 */
final class Steps {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
comment_id bigint(20) unsigned NOT NULL,
act varchar(20) NOT NULL,
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
other bigint(20) unsigned NOT NULL DEFAULT 0,
department bigint(20) unsigned NOT NULL DEFAULT 0,
note text NOT NULL,
created datetime NOT NULL,
PRIMARY KEY  (id),
KEY comment (comment_id,id),
KEY person (user_id),
KEY other (other)";

	/** @param array{department?: int, other?: int, note?: string} $more */
	public static function add(int $comment, string $act, int $user, array $more = []): void {
		Database::write(
			'INSERT INTO %i (comment_id, act, user_id, other, department, note, created) VALUES (%d, %s, %d, %d, %d, %s, %s)',
			Database::table('question_steps'),
			$comment,
			$act,
			$user,
			$more['other'] ?? 0,
			$more['department'] ?? 0,
			$more['note'] ?? '',
			utc(),
		);
	}

	/**
	 * Of several questions, oldest first.
	 *
	 * @param list<int> $comments
	 * @return array<int, list<Step>>
	 */
	public static function of(array $comments): array {
		if ($comments === []) {
			return [];
		}
		$steps = [];
		foreach (
			Database::rows(
				'SELECT * FROM %i WHERE comment_id IN (' .
					implode(', ', array_fill(0, count($comments), '%d')) .
					') ORDER BY id',
				Database::table('question_steps'),
				...$comments,
			)
			as $row
		) {
			$steps[(int) $row['comment_id']][] = [
				'act' => (string) $row['act'],
				'user' => (int) $row['user_id'],
				'other' => (int) $row['other'],
				'department' => (int) $row['department'],
				'note' => (string) $row['note'],
				'at' => (int) strtotime("$row[created] UTC"),
			];
		}
		return $steps;
	}

	/**
	 * What somebody did, for an export.
	 *
	 * @return list<array{act: string, comment: int, note: string, at: string}>
	 */
	public static function by(int $user): array {
		return array_map(
			static fn(array $row): array => [
				'act' => (string) $row['act'],
				'comment' => (int) $row['comment_id'],
				'note' => (string) $row['note'],
				'at' => (string) $row['created'],
			],
			Database::rows(
				'SELECT act, comment_id, note, created FROM %i WHERE user_id = %d ORDER BY id LIMIT 5000',
				Database::table('question_steps'),
				$user,
			),
		);
	}

	public static function forget(int $comment): void {
		Database::write(
			'DELETE FROM %i WHERE comment_id = %d',
			Database::table('question_steps'),
			$comment,
		);
	}

	/** Somebody left: what happened stays, without who did it. */
	public static function forget_user(int $user): void {
		Database::write(
			"UPDATE %i SET note = CASE WHEN act IN ('draft', 'advise') THEN '' ELSE note END, user_id = 0 WHERE user_id = %d",
			Database::table('question_steps'),
			$user,
		);
		Database::write(
			'UPDATE %i SET other = 0 WHERE other = %d',
			Database::table('question_steps'),
			$user,
		);
	}
}
