<?php
// The course that a question takes: asked, taken, carried on, answered, asked further, closed. Each step once, whoever takes it at the same time.

namespace Throughline\Dialog\Questions;

use Throughline\Database;
use Throughline\People\Departments;
use function Throughline\utc;

defined('ABSPATH') || exit();

/** Each says whether it was done: false where the question went on since. */
final class Course {
	/**
	 * A comment becomes a question to a desk, or goes to another one. False where it is there already, or there is no
	 * such desk.
	 *
	 * @param array{comment: int, post: int, department: int, user: int, note: string} $asked
	 */
	public static function put(array $asked): bool {
		[
			'comment' => $comment,
			'post' => $post,
			'department' => $department,
			'user' => $user,
			'note' => $note,
		] = $asked;
		if (Departments::existing($department) === 0) {
			return false;
		}
		return Database::transaction(static function () use (
			$comment,
			$post,
			$department,
			$user,
			$note,
		): bool {
			$new = Database::write(
				"INSERT IGNORE INTO %i (comment_id, post_id, department, state, asked, opened, changed)
				VALUES (%d, %d, %d, 'open', %s, %s, '')",
				Database::table('questions'),
				$comment,
				$post,
				$department,
				utc(),
				utc(),
			);
			if ($new === 0) {
				$moved = Database::write(
					"UPDATE %i SET department = %d, holder = 0, stage = 0, opened = %s, promised = NULL, turn = turn + 1
					WHERE comment_id = %d AND department <> %d AND state = 'open'",
					Database::table('questions'),
					$department,
					utc(),
					$comment,
					$department,
				);
				if ($moved === 0) {
					return false;
				}
			}
			Steps::add($comment, $new > 0 ? 'ask' : 'pass', $user, [
				'department' => $department,
				'note' => $note,
			]);
			self::changed($comment);
			return true;
		});
	}

	/** The first to take it holds it. */
	public static function take(int $comment, int $user): bool {
		return self::step(
			$comment,
			Database::write(
				"UPDATE %i SET holder = %d WHERE comment_id = %d AND state = 'open' AND holder = 0",
				Database::table('questions'),
				$user,
				$comment,
			),
			'take',
			$user,
		);
	}

	/** Whoever holds it gives it back to the desk. */
	public static function give_back(int $comment, int $user): bool {
		return self::step(
			$comment,
			Database::write(
				"UPDATE %i SET holder = 0 WHERE comment_id = %d AND state = 'open' AND holder = %d",
				Database::table('questions'),
				$comment,
				$user,
			),
			'give_back',
			$user,
		);
	}

	/**
	 * An answer was published.
	 *
	 * @param array{user: int, department: int, role: string} $by
	 */
	public static function answer(int $comment, int $answer, array $by): bool {
		return self::step(
			$comment,
			Database::write(
				"UPDATE %i SET state = 'answered', answer_id = %d, answered = %s, answered_by = %d, role = %s, holder = %d
				WHERE comment_id = %d AND state = 'open'",
				Database::table('questions'),
				$answer,
				utc(),
				$by['department'],
				mb_substr($by['role'], 0, 190),
				$by['user'],
				$comment,
			),
			'answer',
			$by['user'],
		);
	}

	/** The answer is gone, or did not answer it: the desk has it again. */
	public static function reopen(int $comment, string $act, int $user): bool {
		return self::step(
			$comment,
			Database::write(
				"UPDATE %i SET state = 'open', opened = %s, stage = 0, promised = NULL, helped = NULL, turn = turn + 1,
				answer_id = CASE WHEN %s = 'further' THEN answer_id ELSE 0 END
				WHERE comment_id = %d AND state <> 'open'",
				Database::table('questions'),
				utc(),
				$act,
				$comment,
			),
			$act,
			$user,
		);
	}

	public static function helped(int $comment, int $user): bool {
		return self::step(
			$comment,
			Database::write(
				"UPDATE %i SET helped = %s WHERE comment_id = %d AND state <> 'open' AND helped IS NULL",
				Database::table('questions'),
				utc(),
				$comment,
			),
			'helped',
			$user,
		);
	}

	/**
	 * What the company changed because of it closes a question.
	 *
	 * @param array{sentence: string, date: string, link: string} $changed
	 */
	public static function close(int $comment, int $user, array $changed): bool {
		return self::step(
			$comment,
			Database::write(
				"UPDATE %i SET state = CASE WHEN state = 'open' THEN 'closed' ELSE state END, changed = %s, changed_on = %s,
				changed_link = %s WHERE comment_id = %d",
				Database::table('questions'),
				$changed['sentence'],
				$changed['date'],
				$changed['link'],
				$comment,
			),
			'close',
			$user,
		);
	}

	/**
	 * The desk has not heard of this turn yet. True once a turn, whoever asks how often.
	 */
	public static function tell(int $comment): bool {
		return Database::write(
			"UPDATE %i SET told = turn WHERE comment_id = %d AND told < turn AND state = 'open'",
			Database::table('questions'),
			$comment,
		) === 1;
	}

	/**
	 * It is carried on: to the deputies where nobody took it, to the head where nobody answered it. False where that
	 * was done, or the question went on since.
	 */
	public static function carry(int $comment, int $stage, int $turn, int $promised): bool {
		return self::step(
			$comment,
			Database::write(
				"UPDATE %i SET stage = %d, promised = %s
				WHERE comment_id = %d AND state = 'open' AND turn = %d AND stage < %d AND (holder = 0 OR %d = 2)",
				Database::table('questions'),
				$stage,
				utc($promised),
				$comment,
				$turn,
				$stage,
				$stage,
			),
			$stage === 1 ? 'deputies' : 'head',
			0,
		);
	}

	private static function step(int $comment, int $written, string $act, int $user): bool {
		if ($written > 0) {
			Steps::add($comment, $act, $user);
			self::changed($comment);
		}
		return $written > 0;
	}

	private static function changed(int $comment): void {
		/** Tells that a question was asked, went on or was answered; inside the transaction that writes it, if any. */
		do_action('throughline_question_changed', $comment);
	}
}
