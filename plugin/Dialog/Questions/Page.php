<?php
// Where a question goes on: its asker says that an answer helped, or asks further; its experts answer by the link in their mail, take it, or pass it on. Opening it changes nothing.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Comments;
use Throughline\Dialog\Writing\Form;
use Throughline\People\Person;
use Throughline\Dialog\Writing\Text;
use Throughline\Moderation\Mine\Html;
use Throughline\Moderation\Page as ThemePage;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Question from Questions
 * @phpstan-type Bearer array{question: int, user: int, asker: bool, token: string}
 * `user` is 0 for a guest who asked; `token` '' where a login opens it.
 */
final class Page {
	public const PARAMETER = 'throughline-question';

	/** What anybody may open: who they are is asked there. */
	public static function address(string $act, int $question): string {
		return add_query_arg(
			[self::PARAMETER => (string) $question, 'throughline-act' => $act],
			home_url('/'),
		);
	}

	/** The link in a mail, for one person and one question. */
	public static function link(int $question, int $user): string {
		return add_query_arg(
			self::PARAMETER,
			"$question-$user-" . Seal::make($question, $user),
			home_url('/'),
		);
	}

	public static function answer(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- matched below.
		$asked = $_GET[self::PARAMETER] ?? null;
		if ($asked === null) {
			return;
		}
		$bearer = is_string($asked) ? self::bearer($asked) : null;
		$question = $bearer === null ? null : Questions::get($bearer['question']);
		$comment = $question === null ? null : Comments::get($question['comment']);
		if (
			$bearer === null ||
			$question === null ||
			$comment === null ||
			$comment->comment_approved !== '1'
		) {
			self::nobody($question, $comment);
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- the seal is looked at before anything changes.
		$act = $_POST[Html::FIELD . 'act'] ?? '';
		$said = is_string($act) && $act !== '' ? self::act($act, $question, $bearer) : null;
		if ($said instanceof \WP_Error || $said === null) {
			self::show($question, $comment, $bearer, $said);
		}
		ThemePage::show(
			__('Thank you', 'throughline'),
			Html::p($said) .
				sprintf(
					'<p><a href="%s">%s</a></p>',
					esc_url(Comments::link($comment)),
					esc_html__('To the conversation', 'throughline'),
				),
		);
	}

	/** @return Bearer|null */
	private static function bearer(string $asked): ?array {
		if (
			preg_match('/^([1-9]\d{0,17})(?:-(\d{1,18})-([0-9a-f]{64}))?$/D', $asked, $part) !== 1
		) {
			return null;
		}
		$id = (int) $part[1];
		$token = $part[3] ?? '';
		$user = $token === '' ? get_current_user_id() : (int) ($part[2] ?? 0);
		$question = Questions::get($id);
		$comment = Comments::get($id);
		if ($question === null || $comment === null) {
			return null;
		}
		$asker = (int) $comment->user_id === $user;
		$opens = $token === '' ? $user > 0 : Seal::opens($id, $user, $token);
		$theirs = $asker || Asking::answers_for($user, $question['department']);
		return $opens && $theirs
			? ['question' => $id, 'user' => $user, 'asker' => $asker, 'token' => $token]
			: null;
	}

	/**
	 * @param Question|null $question
	 */
	private static function nobody(?array $question, ?\WP_Comment $comment): never {
		$public = $question !== null && $comment !== null && $comment->comment_approved === '1';
		ThemePage::show(
			__('This is for whoever asked', 'throughline'),
			Html::p(
				__(
					'Whoever asked, or answers for the desk, opens this by the link in their newest mail, or by signing in.',
					'throughline',
				),
			) .
				(is_user_logged_in()
					? ''
					: sprintf(
						'<p><a class="wp-element-button" href="%s">%s</a></p>',
						esc_url(
							wp_login_url(
								$public ? self::address('', $question['comment']) : home_url('/'),
							),
						),
						esc_html__('Sign in', 'throughline'),
					)),
			$public ? 200 : 404,
		);
	}

	/**
	 * @param Question $question
	 * @param Bearer $bearer
	 * @return string|\WP_Error what happened, in a sentence
	 */
	private static function act(string $act, array $question, array $bearer): string|\WP_Error {
		$seal = self::field('seal');
		if (!hash_equals(self::seal($bearer), $seal)) {
			return new \WP_Error(
				'throughline_expired',
				__(
					'The page was open for a long time. Everything is still here: please press the button once more.',
					'throughline',
				),
				['status' => 403],
			);
		}
		$id = $question['comment'];
		if ($bearer['asker']) {
			return match ($act) {
				'helped' => Course::helped($id, $bearer['user'])
					? __('Good to know! Whoever answered is told.', 'throughline')
					: __('That is known already. Thank you!', 'throughline'),
				'further' => Acts::further($question, $bearer['user'], self::field('text')),
				default => self::unknown(),
			};
		}
		return Acts::desk($question, $bearer['user'], [
			'act' => $act,
			'text' => self::field('text'),
			'department' => (int) self::field('department'),
			'date' => self::field('date'),
			'link' => self::field('link'),
		]);
	}

	private static function unknown(): \WP_Error {
		return new \WP_Error(
			'throughline_invalid',
			__('Please choose what to do.', 'throughline'),
			[
				'status' => 400,
			],
		);
	}

	/**
	 * @param Question $question
	 * @param Bearer $bearer
	 */
	private static function show(
		array $question,
		\WP_Comment $comment,
		array $bearer,
		?\WP_Error $problem,
	): never {
		$data = $problem?->get_error_data();
		$inside = $bearer['asker']
			? self::asker($question)
			: self::expert($question, $bearer['user']);
		ThemePage::show(
			$bearer['asker']
				? __('Your question', 'throughline')
				: sprintf(
					/* translators: %s: name of a department */
					__('A question to %s', 'throughline'),
					(string) Departments::name($question['department']),
				),
			($problem === null
				? ''
				: '<p class="throughline-page__problem" role="alert">' .
					esc_html($problem->get_error_message()) .
					'</p>') .
				'<blockquote>' .
				Text::html($comment->comment_content) .
				'</blockquote>' .
				sprintf(
					'<form method="post">%s%s</form><p><a href="%s">%s</a></p>',
					Form::hidden(['seal' => self::seal($bearer)]),
					$inside,
					esc_url(Comments::link($comment)),
					esc_html__('To the conversation', 'throughline'),
				),
			is_array($data) && is_int($data['status'] ?? null) ? $data['status'] : 200,
		);
	}

	/** @param Question $question */
	private static function asker(array $question): string {
		$answer = Comments::get($question['answer']);
		if ($question['state'] === 'open' || $answer === null) {
			return Html::p(
				__('It is with the desk. You hear by mail when it is answered.', 'throughline'),
			);
		}
		return '<blockquote>' .
			Text::html($answer->comment_content) .
			'</blockquote><p>' .
			Html::button('helped', __('That helped', 'throughline'), true) .
			'</p>' .
			self::textarea(__('Or ask further', 'throughline')) .
			'<p>' .
			Html::button('further', __('Ask further', 'throughline')) .
			'</p>';
	}

	/** @param Question $question */
	private static function expert(array $question, int $user): string {
		if ($question['state'] !== 'open') {
			return Html::p(__('This question is answered already.', 'throughline'));
		}
		$holder = $question['holder'];
		return ($holder > 0 && $holder !== $user
			? Html::p(
				sprintf(
					/* translators: %s: somebody's name */
					__('%s has taken it. You may still answer.', 'throughline'),
					Person::of($holder)['name'],
				),
			)
			: '') .
			self::textarea(__('Your answer, in your own name', 'throughline')) .
			'<p>' .
			Html::button('answer', __('Answer', 'throughline'), true) .
			' ' .
			($holder === 0 ? Html::button('take', __('I take it', 'throughline')) : '') .
			($holder === $user
				? Html::button('give_back', __('Give it back to the desk', 'throughline'))
				: '') .
			'</p>';
	}

	private static function textarea(string $label): string {
		return sprintf(
			'<p><label for="throughline-text">%s</label><textarea id="throughline-text" name="%stext" rows="6">%s</textarea></p>',
			esc_html($label),
			esc_attr(Html::FIELD),
			str_replace('[', '&#91;', esc_textarea(self::field('text'))),
		);
	}

	/** @param Bearer $bearer */
	private static function seal(array $bearer): string {
		return hash_hmac(
			'sha256',
			"throughline-question|{$bearer['question']}|{$bearer['user']}|{$bearer['token']}|" .
				($bearer['token'] === '' ? wp_get_session_token() : ''),
			wp_salt('nonce'),
		);
	}

	private static function field(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- act() looks at the seal before anything changes; Acts cleans what was written.
		$value = $_POST[Html::FIELD . $name] ?? '';
		return is_string($value) ? str_replace("\r\n", "\n", wp_unslash($value)) : '';
	}
}
