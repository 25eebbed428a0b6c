<?php
// Answers are comments: whoever of a desk writes below its question answers it, and the question is answered for as long as that comment is public.

namespace Throughline\Dialog\Questions;

use Throughline\Contract;
use Throughline\Database;
use Throughline\Dialog\Comments;
use Throughline\Dialog\Writing\Text;
use Throughline\Moderation\Sender;
use Throughline\People\Person;

defined('ABSPATH') || exit();

/** @phpstan-import-type Question from Questions */
final class Answers {
	/**
	 * By wp_new_comment(), as every comment.
	 *
	 * @param Question $question
	 * @return int|\WP_Error
	 */
	public static function write(array $question, \WP_User $account, string $text): int|\WP_Error {
		return self::comment($question, [
			'comment_content' => wp_slash(Text::to_stored($text)),
			'comment_author' => wp_slash($account->display_name),
			'comment_author_email' => $account->user_email,
			'user_id' => $account->ID,
		]);
	}

	/**
	 * Whoever asked asks further, below the answer, as who they asked.
	 *
	 * @param Question $question
	 * @return int|\WP_Error
	 */
	public static function further(array $question, string $text): int|\WP_Error {
		$asker = Comments::get($question['comment']);
		return $asker === null
			? new \WP_Error(
				'throughline_not_found',
				__('This question isn’t there any more.', 'throughline'),
				['status' => 404],
			)
			: self::comment($question, [
				'comment_content' => wp_slash(Text::to_stored($text)),
				'comment_author' => wp_slash($asker->comment_author),
				'comment_author_email' => $asker->comment_author_email,
				'user_id' => (int) $asker->user_id,
			]);
	}

	/**
	 * @param Question $question
	 * @param array{comment_content: string, comment_author: string, comment_author_email: string, user_id: int} $by
	 * @return int|\WP_Error
	 */
	private static function comment(array $question, array $by): int|\WP_Error {
		add_filter('wp_is_comment_flood', '__return_false', PHP_INT_MAX);
		try {
			// The comment and what it answers are there together, or neither.
			$id = Database::transaction(
				static fn(): int|false|\WP_Error => wp_new_comment(
					$by + [
						'comment_post_ID' => $question['post'],
						'comment_parent' => $question['comment'],
						'comment_type' => 'comment',
						'comment_author_url' => '',
						'comment_author_IP' => Sender::address(),
					],
					true,
				),
			);
		} finally {
			remove_filter('wp_is_comment_flood', '__return_false', PHP_INT_MAX);
		}
		return $id === false ? Contract::failed() : $id;
	}

	/**
	 * Who has written an answer that nobody has looked at yet.
	 *
	 * @param list<int> $questions
	 * @return array<int, list<int>> accounts by question
	 */
	public static function waiting(array $questions): array {
		$waiting = [];
		$rows =
			$questions === []
				? []
				: Database::rows(
					"SELECT DISTINCT comment_parent, user_id FROM %i WHERE comment_approved = '0' AND user_id > 0 AND comment_parent IN (" .
						implode(',', array_fill(0, count($questions), '%d')) .
						')',
					Database::wpdb()->comments,
					...$questions,
				);
		foreach ($rows as $row) {
			$waiting[(int) $row['comment_parent']][] = (int) $row['user_id'];
		}
		return $waiting;
	}

	/** What raw SQL, or a process that was killed, left behind: answers that are public, and their question is open. Once an hour. */
	public static function catch_up(): void {
		$last = 0;
		do {
			$rows = Database::rows(
				"SELECT comment.comment_ID FROM %i AS question JOIN %i AS comment ON comment.comment_parent = question.comment_id
				WHERE question.state = 'open' AND comment.comment_approved = '1' AND comment.user_id > 0
				AND comment.comment_date_gmt >= question.opened AND comment.comment_ID > %d
				ORDER BY comment.comment_ID LIMIT 500",
				Database::table('questions'),
				Database::wpdb()->comments,
				$last,
			);
			foreach ($rows as $row) {
				$last = (int) $row['comment_ID'];
				self::follow($last);
			}
		} while (count($rows) === 500);
	}

	/** A comment came, or its status changed: the question above it is answered, or not any more. */
	public static function follow(int $comment): void {
		$now = Comments::get($comment);
		$public = $now !== null && $now->comment_approved === '1';
		$answered = Questions::answered_by($comment);
		if ($answered !== null && !$public && $answered['state'] === 'answered') {
			Course::reopen($answered['comment'], 'answer_gone', 0);
			return;
		}
		if ($now === null || !$public || (int) $now->user_id === 0) {
			return;
		}
		$question = Questions::get((int) $now->comment_parent);
		if (
			$question !== null &&
			$question['state'] === 'open' &&
			Asking::answers_for((int) $now->user_id, $question['department']) &&
			// Who asks again below their own question does not answer it.
			(int) (Comments::get($question['comment'])->user_id ?? 0) !== (int) $now->user_id
		) {
			Course::answer($question['comment'], $comment, [
				'user' => (int) $now->user_id,
				'department' => $question['department'],
				'role' => Person::role((int) $now->user_id),
			]);
		}
	}
}
