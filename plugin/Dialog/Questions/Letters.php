<?php
// The mails about questions: plain, in the language of whoever reads them, each with a link that needs no login.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Comments;
use Throughline\Dialog\Writing\Text;
use Throughline\Moderation\Letters as Mail;
use Throughline\Moderation\LooksNext;
use Throughline\Moderation\Notices;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/** @phpstan-import-type Question from Questions */
final class Letters {
	/** To one of the desk. */
	public static function expert(string $kind, int $comment, int $user): bool {
		[$question, $asking] = self::open($comment);
		$account = get_userdata($user);
		if (
			$question === null ||
			$asking === null ||
			$account === false ||
			$question['state'] !== 'open' ||
			($question['holder'] > 0 && $question['holder'] !== $user && $question['stage'] < 2) ||
			!Asking::answers_for($user, $question['department'])
		) {
			return true;
		}
		return Notices::mail(
			$account->user_email,
			static fn(): array => [
				sprintf(
					/* translators: %s: name of a department */
					__('A question to %s', 'throughline'),
					(string) Departments::name($question['department']),
				),
				[
					Comments::shorten(Text::to_plain($asking->comment_content), 1000),
					match ($question['stage']) {
						1 => __(
							'Nobody of the desk has taken it so far; you stand in for them.',
							'throughline',
						),
						2 => __(
							'Nobody has answered it so far; you are the head of the desk.',
							'throughline',
						),
						default => '',
					},
					__(
						'Here you take it, answer it in your own name, or pass it on, without signing in. The link is yours alone:',
						'throughline',
					) .
					"\n" .
					Page::link($comment, $user),
					__('Where it was asked:', 'throughline') . "\n" . Comments::link($asking),
				],
			],
		);
	}

	/** A date for whoever asked, or where it went. */
	public static function asker(string $kind, int $comment): bool {
		[$question, $asking] = self::open($comment);
		if ($question === null || $asking === null || $question['state'] !== 'open') {
			return true;
		}
		$desk = (string) Departments::name($question['department']);
		return self::to_asker(
			$asking,
			static fn(): array => [
				sprintf(
					/* translators: %s: name of a department */
					__('Your question to %s', 'throughline'),
					$desk,
				),
				[
					$question['promised'] > 0
						? sprintf(
							/* translators: 1: name of a department, 2: a day and a time */
							__(
								'It takes a little longer, sorry for that. %1$s answers by %2$s.',
								'throughline',
							),
							$desk,
							LooksNext::moment($question['promised']),
						)
						: sprintf(
							/* translators: %s: name of a department */
							__('It went to %s: they know more about it.', 'throughline'),
							$desk,
						),
					Comments::link($asking),
				],
			],
		);
	}

	public static function answered(string $kind, int $comment, int $answer): bool {
		[$question, $asking] = self::open($comment);
		$says = Comments::get($answer);
		if (
			$question === null ||
			$asking === null ||
			$says === null ||
			$says->comment_approved !== '1' ||
			$question['answer'] !== $answer ||
			$question['state'] === 'open'
		) {
			return true;
		}
		return self::to_asker(
			$asking,
			static fn(): array => [
				__('Your question is answered', 'throughline'),
				[
					sprintf(
						/* translators: 1: somebody's name, 2: role and department */
						__('%1$s (%2$s) answers:', 'throughline'),
						html_entity_decode($says->comment_author, ENT_QUOTES | ENT_HTML5, 'UTF-8'),
						View::place($question),
					),
					Text::to_plain($says->comment_content),
					__('Did that help? Here you say so, or ask further:', 'throughline') .
					"\n" .
					Page::link($comment, (int) $asking->user_id),
					__('Where it stands:', 'throughline') . "\n" . Comments::link($says),
				],
			],
		);
	}

	/** Whoever answered hears that it helped. */
	public static function helped(string $kind, int $comment): bool {
		[$question, $asking] = self::open($comment);
		$account = $question === null ? false : get_userdata($question['holder']);
		return $question === null ||
			$asking === null ||
			$account === false ||
			Notices::mail(
				$account->user_email,
				static fn(): array => [
					__('Your answer helped', 'throughline'),
					[
						__('Whoever asked says so. Thank you!', 'throughline'),
						Comments::link($asking),
					],
				],
			);
	}

	/** To a mentor with a draft, or back to the expert with what the mentor thinks. */
	public static function draft(int $comment, int $from, int $to, string $text): bool {
		$account = get_userdata($to);
		$by = get_userdata($from);
		return $account !== false &&
			$by !== false &&
			Notices::mail(
				$account->user_email,
				static fn(): array => [
					sprintf(
						/* translators: %s: somebody's name */
						__('%s asks what you think of an answer', 'throughline'),
						Mail::title($by->display_name),
					),
					[
						$text,
						__(
							'Here you write what you think. Only whoever wrote it sends it:',
							'throughline',
						) .
						"\n" .
						Page::link($comment, $to),
					],
				],
			);
	}

	/** @param callable(): array{string, list<string>} $words */
	private static function to_asker(\WP_Comment $asking, callable $words): bool {
		$account = (int) $asking->user_id > 0 ? get_userdata((int) $asking->user_id) : false;
		$mail = $account === false ? $asking->comment_author_email : $account->user_email;
		return is_email($mail) === false || Notices::mail($mail, $words);
	}

	/** @return array{Question|null, \WP_Comment|null} nulls where nobody should hear of it */
	private static function open(int $comment): array {
		$asking = Comments::get($comment);
		return $asking !== null && $asking->comment_approved === '1'
			? [Questions::get($comment), $asking]
			: [null, null];
	}
}
