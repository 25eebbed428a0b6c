<?php
// Who hears of a question, and when: the desk once everybody can read it, the deputies when a working day of the desk went by and nobody took it, the head a working day later; then the asker gets a date.

namespace Throughline\Dialog\Questions;

use Throughline\Database;
use Throughline\Dialog\Comments;
use Throughline\Moderation\Due;
use Throughline\People\Desks;
use Throughline\People\Hours;
use function Throughline\now;

defined('ABSPATH') || exit();

/** @phpstan-import-type Question from Questions */
final class Carry {
	/** Lines of the outbox: their version is the turn, or the user who is told. */
	public const KIND = 'question';
	public const EXPERT = 'ask-expert';
	public const DEPUTIES = 'ask-deputies';
	public const HEAD = 'ask-head';
	public const ASKER = 'ask-asker';
	public const ANSWERED = 'ask-answered';
	public const HELPED = 'ask-helped';
	/** A working day: so long the desk has, and then its deputies. */
	private const DAY = 8 * HOUR_IN_SECONDS;

	public static function register(): void {
		add_action('throughline_question_changed', [self::class, 'follow']);
		Due::on(self::EXPERT, [Letters::class, 'expert']);
		Due::on(self::ASKER, [Letters::class, 'asker']);
		Due::on(self::ANSWERED, [Letters::class, 'answered']);
		Due::on(self::HELPED, [Letters::class, 'helped']);
		Due::on(self::DEPUTIES, [self::class, 'deputies']);
		Due::on(self::HEAD, [self::class, 'head']);
	}

	/** Desks that have not heard of their question, since a process was killed between a comment and that. Once an hour. */
	public static function catch_up(): void {
		foreach (
			Database::rows(
				"SELECT question.comment_id FROM %i AS question JOIN %i AS comment ON comment.comment_ID = question.comment_id
				WHERE question.state = 'open' AND question.told < question.turn AND comment.comment_approved = '1' LIMIT 500",
				Database::table('questions'),
				Database::wpdb()->comments,
			)
			as $row
		) {
			self::follow((int) $row['comment_id']);
		}
	}

	/** A question was asked, went on, or became public. */
	public static function follow(int $comment): void {
		$question = Questions::get($comment);
		if ($question === null || Comments::get($comment)?->comment_approved !== '1') {
			return;
		}
		if ($question['state'] !== 'open') {
			if ($question['answer'] > 0) {
				Due::add(
					$question['helped'] ? self::HELPED : self::ANSWERED,
					self::KIND,
					$comment,
					$question['answer'],
				);
			}
			return;
		}
		Database::transaction(static function () use ($question, $comment): bool {
			if (!Course::tell($comment)) {
				return false;
			}
			$department = $question['department'];
			self::tell($comment, Desks::experts($department));
			Due::add(
				self::DEPUTIES,
				self::KIND,
				$comment,
				Questions::turn($comment),
				Hours::add($department, now(), self::DAY) - now(),
			);
			return true;
		});
	}

	public static function deputies(string $kind, int $comment, int $turn): bool {
		$question = Questions::get($comment);
		if ($question === null) {
			return true;
		}
		$department = $question['department'];
		Database::transaction(static function () use ($comment, $turn, $department): bool {
			$then = Hours::add($department, now(), self::DAY);
			if (Course::carry($comment, 1, $turn, $then)) {
				self::tell($comment, Desks::deputies($department));
				Due::add(self::ASKER, self::KIND, $comment, $turn * 10 + 1);
			}
			// Whoever took it has a day, too; then the head hears of it.
			Due::add(self::HEAD, self::KIND, $comment, $turn, $then - now());
			return true;
		});
		return true;
	}

	public static function head(string $kind, int $comment, int $turn): bool {
		$question = Questions::get($comment);
		if ($question === null) {
			return true;
		}
		$department = $question['department'];
		Database::transaction(static function () use ($comment, $turn, $department): bool {
			if (Course::carry($comment, 2, $turn, Hours::add($department, now(), self::DAY))) {
				self::tell($comment, [Desks::head($department)]);
				Due::add(self::ASKER, self::KIND, $comment, $turn * 10 + 2);
			}
			return true;
		});
		return true;
	}

	/**
	 * One line each: who is told is told once, whatever dies in between.
	 *
	 * @param list<int> $users
	 */
	private static function tell(int $comment, array $users): void {
		foreach (array_diff($users, [0]) as $user) {
			Due::add(self::EXPERT, self::KIND, $comment, $user);
		}
	}
}
