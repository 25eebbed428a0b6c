<?php
// Somebody wants to follow: the same answer to everybody, by REST or by a page, whatever we know of their address.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Dialog\Comments;
use Throughline\Moderation\Pace;
use Throughline\Moderation\Sender;

defined('ABSPATH') || exit();

/** @phpstan-import-type Place from Conversation */
final class Wish {
	/** From one address or account. */
	private const PACE = ['burst' => 6, 'every' => 10 * MINUTE_IN_SECONDS];

	/**
	 * @param Place $place
	 * @return string|\WP_Error what happens next, in a sentence
	 */
	public static function send(array $place, string $mail, string $how): string|\WP_Error {
		$user = get_current_user_id();
		$mail = trim($mail);
		if ($user === 0 && (is_email($mail) === false || strlen($mail) > 190)) {
			return new \WP_Error(
				'throughline_mail_invalid',
				__(
					'This is no mail address yet. Please look at it once more, e.g. name@example.com.',
					'throughline',
				),
				['status' => 422, 'field' => 'mail'],
			);
		}
		$sender = Sender::of([
			'kind' => '',
			'id' => 0,
			'contributor' => $user,
			'name' => '',
			'mail' => '',
			'address' => Sender::address(),
			'department' => 0,
			'page' => $place['post'],
			'people' => '',
			'title' => '',
			'text' => '',
		]);
		if ($user === 0 && $sender !== '' && !Pace::take('follow-from', $sender, self::PACE)) {
			return new \WP_Error(
				'throughline_too_many',
				__(
					'Many mails were asked for from here just now. Please try again in ten minutes.',
					'throughline',
				),
				['status' => 429],
			);
		}
		Followers::ask([
			...$place,
			'user' => $user,
			'mail' => $mail,
			'how' => in_array($how, Followers::HOW, true) ? $how : 'now',
		]);
		return match (true) {
			$user === 0 => sprintf(
				/* translators: %s: a mail address */
				__(
					'A mail is on its way to %s. Open the link in it and press the button there: then you hear what is new here.',
					'throughline',
				),
				$mail,
			),
			$how === 'daily' => __(
				'You follow this now. What is new comes once a day by mail, and every mail ends it with one click.',
				'throughline',
			),
			default => __(
				'You follow this now. What is new comes by mail, and every mail ends it with one click.',
				'throughline',
			),
		};
	}

	/** Whoever wrote a comment wants to hear of the answers to it: a guest says yes by their mail first. */
	public static function answers(int $id): void {
		$comment = Comments::get($id);
		$user = (int) ($comment->user_id ?? 0);
		$mail = $comment->comment_author_email ?? '';
		if ($comment !== null && ($user > 0 || is_email($mail) !== false)) {
			Followers::ask([
				'post' => (int) $comment->comment_post_ID,
				'comment' => $id,
				'user' => $user,
				'mail' => $mail,
				'how' => 'now',
			]);
		}
	}

	public static function gone(): \WP_Error {
		return new \WP_Error(
			'throughline_gone',
			__(
				'There is no conversation here that you could follow. It may have been taken off the site.',
				'throughline',
			),
			['status' => 404],
		);
	}
}
