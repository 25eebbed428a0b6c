<?php
// Questions to a desk: which comment asks whom, who holds it, what answered it; how it goes on is Course's.

namespace Throughline\Dialog\Questions;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * `holder` is the user who took it, 0 for nobody; `stage` how far it was carried: 0 the experts were told, 1 their
 * deputies, 2 the head; `promised` in Unix seconds the date that the asker was given, 0 for none. `role` and
 * `answered_by` (a department) are the expert's as they were when they answered.
 *
 * @phpstan-type Question array{
 *     comment: int, post: int, department: int, state: 'open'|'answered'|'closed', asked: int, holder: int, stage: int,
 *     promised: int, answer: int, answered: int, answered_by: int, role: string, helped: bool,
 *     changed: string, changed_on: string, changed_link: string
 * }
 */
final class Questions {
	// `opened` is when it became the desk's: by being asked, passed on, or asked further.
	public const SCHEMA = "comment_id bigint(20) unsigned NOT NULL,
post_id bigint(20) unsigned NOT NULL,
department bigint(20) unsigned NOT NULL,
state varchar(10) NOT NULL,
asked datetime NOT NULL,
opened datetime NOT NULL,
turn int(10) unsigned NOT NULL DEFAULT 1,
told int(10) unsigned NOT NULL DEFAULT 0,
holder bigint(20) unsigned NOT NULL DEFAULT 0,
stage tinyint(3) unsigned NOT NULL DEFAULT 0,
promised datetime DEFAULT NULL,
answer_id bigint(20) unsigned NOT NULL DEFAULT 0,
answered datetime DEFAULT NULL,
answered_by bigint(20) unsigned NOT NULL DEFAULT 0,
role varchar(190) NOT NULL DEFAULT '',
helped datetime DEFAULT NULL,
changed text NOT NULL,
changed_on date DEFAULT NULL,
changed_link varchar(500) NOT NULL DEFAULT '',
PRIMARY KEY  (comment_id),
KEY post (post_id,state),
KEY desk (department,state,opened),
KEY holder (holder),
KEY answer (answer_id),
KEY answered (answered_by,answered)";

	/** @return Question|null */
	public static function get(int $comment): ?array {
		return self::shown([$comment])[$comment] ?? null;
	}

	/**
	 * The questions among these comments, and those that one of them answers; by the comment that asks.
	 *
	 * @param list<int> $comments
	 * @return array<int, Question>
	 */
	public static function shown(array $comments): array {
		if ($comments === []) {
			return [];
		}
		$marks = implode(', ', array_fill(0, count($comments), '%d'));
		return self::read_all(
			Database::rows(
				"SELECT * FROM %i WHERE comment_id IN ($marks)",
				Database::table('questions'),
				...$comments,
			),
		);
	}

	/**
	 * The question that a comment answers.
	 *
	 * @return Question|null
	 */
	public static function answered_by(int $answer): ?array {
		$row = Database::row(
			'SELECT * FROM %i WHERE answer_id = %d LIMIT 1',
			Database::table('questions'),
			$answer,
		);
		return $row === null ? null : self::read($row);
	}

	/**
	 * Open questions of these desks, oldest first.
	 *
	 * @param list<int> $departments
	 * @return list<Question>
	 */
	public static function open(array $departments, int $limit = 100): array {
		if ($departments === []) {
			return [];
		}
		$marks = implode(', ', array_fill(0, count($departments), '%d'));
		return array_values(
			self::read_all(
				Database::rows(
					"SELECT * FROM %i WHERE department IN ($marks) AND state = 'open' ORDER BY opened, comment_id LIMIT %d",
					Database::table('questions'),
					...$departments,
					...[$limit],
				),
			),
		);
	}

	/**
	 * So long the desk's newest answers took, in seconds.
	 *
	 * @return list<int>
	 */
	public static function times(int $department, int $count): array {
		return array_map(
			static fn(array $row): int => max(
				0,
				(int) strtotime("$row[answered] UTC") - (int) strtotime("$row[asked] UTC"),
			),
			Database::rows(
				'SELECT asked, answered FROM %i WHERE answered_by = %d AND answered IS NOT NULL ORDER BY answered DESC LIMIT %d',
				Database::table('questions'),
				$department,
				$count,
			),
		);
	}

	/**
	 * How many questions of a post there are, and how many of them were answered; public ones. Stops at a thousand.
	 *
	 * @return array{asked: int, answered: int}
	 */
	public static function count(int $post): array {
		$rows = Database::rows(
			"SELECT state, COUNT(*) AS number FROM (SELECT question.state FROM %i AS question
			JOIN %i AS comment ON comment.comment_ID = question.comment_id
			WHERE question.post_id = %d AND comment.comment_approved = '1' LIMIT 1000) AS some GROUP BY state",
			Database::table('questions'),
			Database::wpdb()->comments,
			$post,
		);
		$number = array_map('intval', array_column($rows, 'number', 'state'));
		$asked = array_sum($number);
		return ['asked' => $asked, 'answered' => $asked - ($number['open'] ?? 0)];
	}

	/** Somebody left: no question names them, and what they held is the desk's again. */
	public static function forget_user(int $user): void {
		Database::write(
			'UPDATE %i SET holder = 0 WHERE holder = %d',
			Database::table('questions'),
			$user,
		);
	}

	/** How often it was put before a desk; what is due for an earlier turn is over. */
	public static function turn(int $comment): int {
		return (int) (Database::row(
			'SELECT turn FROM %i WHERE comment_id = %d',
			Database::table('questions'),
			$comment,
		)['turn'] ?? 0);
	}

	public static function forget(int $comment): void {
		Database::write(
			'DELETE FROM %i WHERE comment_id = %d',
			Database::table('questions'),
			$comment,
		);
		Steps::forget($comment);
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return array<int, Question>
	 */
	private static function read_all(array $rows): array {
		return array_column(array_map([self::class, 'read'], $rows), null, 'comment');
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Question
	 */
	private static function read(array $row): array {
		$at = static fn(string $column): int => $row[$column] === null
			? 0
			: (int) strtotime("$row[$column] UTC");
		$state = $row['state'];
		return [
			'comment' => (int) $row['comment_id'],
			'post' => (int) $row['post_id'],
			'department' => (int) $row['department'],
			'state' => $state === 'answered' || $state === 'closed' ? $state : 'open',
			'asked' => $at('asked'),
			'holder' => (int) $row['holder'],
			'stage' => (int) $row['stage'],
			'promised' => $at('promised'),
			'answer' => (int) $row['answer_id'],
			'answered' => $at('answered'),
			'answered_by' => (int) $row['answered_by'],
			'role' => (string) $row['role'],
			'helped' => $row['helped'] !== null,
			'changed' => (string) $row['changed'],
			'changed_on' => (string) $row['changed_on'],
			'changed_link' => (string) $row['changed_link'],
		];
	}
}
