<?php
// What happened to a question, step by step; append-only. What askers may see of it names desks, never people.

namespace Throughline\Dialog\Questions;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

/** @phpstan-type Step array{act: string, user: int, department: int, note: string, at: int} */
final class Steps {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
comment_id bigint(20) unsigned NOT NULL,
act varchar(20) NOT NULL,
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
department bigint(20) unsigned NOT NULL DEFAULT 0,
note text NOT NULL,
created datetime NOT NULL,
PRIMARY KEY  (id),
KEY comment (comment_id,id),
KEY person (user_id)";

	/** @param array{department?: int, note?: string} $more */
	public static function add(int $comment, string $act, int $user, array $more = []): void {
		Database::write(
			'INSERT INTO %i (comment_id, act, user_id, department, note, created) VALUES (%d, %s, %d, %d, %s, %s)',
			Database::table('question_steps'),
			$comment,
			$act,
			$user,
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
				'department' => (int) $row['department'],
				'note' => (string) $row['note'],
				'at' => (int) strtotime("$row[created] UTC"),
			];
		}
		return $steps;
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
			'UPDATE %i SET user_id = 0 WHERE user_id = %d',
			Database::table('question_steps'),
			$user,
		);
	}
}
