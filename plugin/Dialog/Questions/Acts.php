<?php
// What experts do with a question: take it, give it back, answer in their own name, pass it to another desk, say what was changed because of it. And askers, who ask further.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Comments;
use Throughline\Dialog\Writing\Send;
use Throughline\Dialog\Writing\Text;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Question from Questions
 * @phpstan-type Wish array{act: string, text?: string, department?: int, mentor?: int, date?: string, link?: string}
 */
final class Acts {
	/**
	 * The caller has made sure that they answer for the desk.
	 *
	 * @param Question $question
	 * @param Wish $wish
	 * @return string|\WP_Error what happened, in a sentence
	 */
	public static function desk(array $question, int $user, array $wish): string|\WP_Error {
		$id = $question['comment'];
		return match ($wish['act']) {
			'take' => Course::take($id, $user)
				? __('It is yours. Whoever asked waits for your answer.', 'throughline')
				: self::late($id),
			'give_back' => Course::give_back($id, $user)
				? __('It is the desk’s again.', 'throughline')
				: self::late($id),
			'answer' => self::answer($question, $user, $wish['text'] ?? ''),
			'pass' => self::pass($question, $user, $wish),
			'close' => self::close($question, $user, $wish),
			'draft', 'advise' => self::ask_mentor($question, $user, $wish),
			default => new \WP_Error(
				'throughline_invalid',
				__('Please choose what to do.', 'throughline'),
				['status' => 400],
			),
		};
	}

	/**
	 * An answer is a comment below the question, by the expert; it passes the intake as their standing says.
	 *
	 * @param Question $question
	 */
	public static function answer(array $question, int $user, string $text): string|\WP_Error {
		$account = get_userdata($user);
		if ($account === false || self::is_company($account)) {
			return new \WP_Error(
				'throughline_company_name',
				__(
					'Nobody answers under the company’s name. Please give your account your own name first, then answer again; your text is still here.',
					'throughline',
				),
				['status' => 422],
			);
		}
		$text = Text::clean($text);
		$problem = Send::text_problem($text, Comments::MAX_LENGTH);
		if ($problem !== null) {
			return $problem;
		}
		if ((Questions::get($question['comment'])['state'] ?? '') !== 'open') {
			return self::late($question['comment']);
		}
		$id = Answers::write($question, $account, $text);
		if (is_wp_error($id)) {
			return $id;
		}
		return Comments::get($id)?->comment_approved === '1'
			? __('Your answer is online. Whoever asked is told.', 'throughline')
			: __(
				'Your answer is on its way: somebody looks at it first. It is told once it is online.',
				'throughline',
			);
	}

	/**
	 * @param Question $question
	 */
	public static function further(array $question, int $user, string $text): string|\WP_Error {
		$text = Text::clean($text);
		$problem = Send::text_problem($text, Comments::MAX_LENGTH);
		if ($problem !== null) {
			return $problem;
		}
		$id = Answers::further($question, $text);
		if (is_wp_error($id)) {
			return $id;
		}
		Course::reopen($question['comment'], 'further', $user);
		return __('The desk has it again. You hear by mail when it is answered.', 'throughline');
	}

	/**
	 * @param Question $question
	 * @param Wish $wish
	 */
	private static function pass(array $question, int $user, array $wish): string|\WP_Error {
		$to = $wish['department'] ?? 0;
		if (!Asking::takes($to)) {
			return new \WP_Error(
				'throughline_no_desk',
				__('Nobody answers there yet. Please choose another desk.', 'throughline'),
				['status' => 422, 'field' => 'department'],
			);
		}
		return Asking::put($question['comment'], $to, $user, Text::clean($wish['text'] ?? ''))
			? sprintf(
				/* translators: %s: name of a department */
				__('Passed on to %s. Whoever asked sees that.', 'throughline'),
				(string) Departments::name($to),
			)
			: self::late($question['comment']);
	}

	/**
	 * @param Question $question
	 * @param Wish $wish
	 */
	private static function close(array $question, int $user, array $wish): string|\WP_Error {
		$changed = Change::read($wish);
		if (is_wp_error($changed)) {
			return $changed;
		}
		Course::close($question['comment'], $user, $changed);
		return __('Everybody can read now what you changed.', 'throughline');
	}

	/**
	 * A draft goes to somebody else of the desk first, and comes back with what they think; only its expert sends it.
	 *
	 * @param Question $question
	 * @param Wish $wish
	 */
	private static function ask_mentor(array $question, int $user, array $wish): string|\WP_Error {
		$id = $question['comment'];
		$text = Text::clean($wish['text'] ?? '');
		$problem = Send::text_problem($text, Comments::MAX_LENGTH);
		$other = $wish['mentor'] ?? 0;
		if ($wish['act'] === 'advise') {
			foreach (Steps::of([$id])[$id] ?? [] as $step) {
				$other =
					$step['act'] === 'draft' && $step['other'] === $user ? $step['user'] : $other;
			}
		}
		if ($problem !== null) {
			return $problem;
		}
		if ($other === $user || !Asking::answers_for($other, $question['department'])) {
			return new \WP_Error(
				'throughline_no_mentor',
				__('Please choose somebody else of this desk.', 'throughline'),
				['status' => 422, 'field' => 'mentor'],
			);
		}
		Steps::add($id, $wish['act'], $user, ['other' => $other, 'note' => $text]);
		Letters::draft($id, $user, $other, $text);
		return $wish['act'] === 'draft'
			? __(
				'They have your draft. You send the answer yourself, whenever you like.',
				'throughline',
			)
			: __('They have your note. They send the answer themselves.', 'throughline');
	}

	/** There is no such author: an account that is called like the site speaks for everybody. */
	private static function is_company(\WP_User $account): bool {
		$plain = static fn(string $name): string => (string) preg_replace(
			'/[^\p{L}\p{N}]+/u',
			'',
			mb_strtolower(html_entity_decode($name, ENT_QUOTES | ENT_HTML5, 'UTF-8')),
		);
		return $plain($account->display_name) === $plain(get_bloginfo('name', 'raw'));
	}

	private static function late(int $question): \WP_Error {
		$now = Questions::get($question);
		return new \WP_Error(
			'throughline_late',
			match (true) {
				$now === null => __('This question isn’t there any more.', 'throughline'),
				$now['state'] !== 'open' => __(
					'Somebody was quicker: it is answered already.',
					'throughline',
				),
				default => __(
					'Somebody was quicker, and has it now. You find it on the overview.',
					'throughline',
				),
			},
			['status' => 409],
		);
	}
}
