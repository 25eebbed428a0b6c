<?php
// What those who follow read in their mails: who wrote what, where, and how to stop.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Dialog\CommentKind;
use Throughline\Dialog\Comments;
use Throughline\Moderation\Pace;
use Throughline\Moderation\Paragraphs;
use Throughline\Moderation\Sender;

defined('ABSPATH') || exit();

/** @phpstan-import-type Follower from Followers */
final class Letter {
	/** Comments of one conversation in one mail; there are more behind the link. */
	private const SHOWN = 10;
	private const TITLE = 60;
	/** To one address, whoever asks: nobody is flooded by forms that strangers fill in. */
	private const PACE = ['burst' => 3, 'every' => 6 * HOUR_IN_SECONDS];

	/**
	 * Tells one person what is new in all these. True when it went out, null when there is nothing to tell.
	 *
	 * @param non-empty-list<Follower> $group
	 */
	public static function send(array $group): ?bool {
		return self::in_language($group[0], static fn(): ?bool => self::news($group));
	}

	/** Runs when a guest’s wish is due: the mail by which they say yes, or which says that they follow already. */
	public static function ask(string $kind, int $id): bool {
		$follower = Followers::get($id);
		if (
			$follower === null ||
			$follower['mail'] === '' ||
			!Conversation::is_open($follower['post']) ||
			!Pace::take('follow', Sender::mail($follower['mail']), self::PACE)
		) {
			return true;
		}
		$sent = self::in_language($follower, static function () use ($follower): bool {
			$title = self::title($follower['post']);
			$address = Followers::address($follower);
			[$subject, $words] =
				$follower['state'] === 'asked'
					? [
						/* translators: %s: title of a page */
						sprintf(__('Follow “%s”?', 'throughline'), $title),
						[
							__(
								'Somebody entered this address to hear by mail what is new here:',
								'throughline',
							) .
							"\n" .
							self::place($follower),
							__(
								'If it was you, open this page and press the button:',
								'throughline',
							) . "\n$address",
							__(
								'If it wasn’t you, do nothing: you hear no more of it, and we forget the address within two days.',
								'throughline',
							),
						],
					]
					: [
						/* translators: %s: title of a page */
						sprintf(__('You follow “%s” already', 'throughline'), $title),
						[
							__('You hear by mail what is new here already:', 'throughline') .
							"\n" .
							self::place($follower),
							self::way_out($address),
						],
					];
			return self::mail($follower, $address, [$subject, $words]);
		});
		if (!$sent) {
			Pace::give_back('follow', Sender::mail($follower['mail']), self::PACE);
		}
		return $sent;
	}

	/** @param non-empty-list<Follower> $group */
	private static function news(array $group): ?bool {
		$parts = [];
		foreach ($group as $follower) {
			$part = self::part($follower);
			if ($part !== null) {
				$parts[] = [$follower, $part];
			}
		}
		if ($parts === []) {
			return null;
		}
		$first = $parts[0][0];
		$several = count($parts) > 1;
		$words = [];
		foreach ($parts as [$follower, $part]) {
			array_push($words, ...$part);
			if ($several) {
				$words[] = self::way_out(Followers::address($follower));
			}
		}
		$out = Followers::address($first, $several);
		$words[] = $several
			? __('To end all these mails at once:', 'throughline') . "\n$out"
			: self::way_out($out);
		$title = self::title($first['post']);
		$subject = match (true) {
			$several => __('New in the conversations you follow', 'throughline'),
			/* translators: %s: title of a page */
			$first['comment'] > 0 => sprintf(__('Answered: “%s”', 'throughline'), $title),
			/* translators: %s: title of a page */
			default => sprintf(__('New in “%s”', 'throughline'), $title),
		};
		return self::mail($first, $out, [$subject, $words]);
	}

	/**
	 * What is new in one conversation; null for nothing that this person has to hear.
	 *
	 * @param Follower $follower
	 * @return non-empty-list<string>|null
	 */
	private static function part(array $follower): ?array {
		['post' => $post, 'comment' => $above, 'user' => $user, 'mail' => $mail] = $follower;
		// Who follows the whole conversation hears of it there.
		$whole = $above > 0 ? Followers::row($post, 0, $user, $mail) : null;
		if (!Conversation::is_open($post) || ($whole['state'] ?? '') === 'follows') {
			return null;
		}
		$own = Sender::mail(self::to($follower));
		$ids = News::since($post, $above, $follower['told'], 5 * self::SHOWN);
		$lines = [];
		foreach ((new CommentKind())->describe($ids) as $comment) {
			if (
				$comment['link'] !== null &&
				($user === 0 || $comment['contributor'] !== $user) &&
				Sender::mail($comment['mail']) !== $own
			) {
				$lines[] = implode("\n", [
					/* translators: %s: a person's name */
					sprintf(__('%s writes:', 'throughline'), $comment['name']),
					$comment['excerpt'],
					$comment['link'],
				]);
			}
		}
		if ($lines === []) {
			return null;
		}
		$more = count($lines) > self::SHOWN || count($ids) === 5 * self::SHOWN;
		return [
			self::place($follower),
			...array_slice($lines, 0, self::SHOWN),
			...$more ? [__('And there is more on the page.', 'throughline')] : [],
		];
	}

	/** @param Follower $follower */
	private static function place(array $follower): string {
		$title = Comments::page_title($follower['post']);
		$comment = $follower['comment'] > 0 ? Comments::get($follower['comment']) : null;
		return $comment !== null
			? sprintf(
					/* translators: %s: title of a page */
					__('Answers to a comment on “%s”', 'throughline'),
					$title,
				) .
					"\n" .
					Comments::link($comment)
			: sprintf(
					/* translators: %s: title of a page */
					__('The conversation on “%s”', 'throughline'),
					$title,
				) .
					"\n" .
					get_permalink($follower['post']);
	}

	private static function way_out(string $address): string {
		return __('To hear of it less often, or no more:', 'throughline') . "\n$address";
	}

	private static function title(int $post): string {
		return Comments::shorten(Comments::page_title($post), self::TITLE);
	}

	/** @param Follower $follower */
	private static function to(array $follower): string {
		$user = $follower['user'] > 0 ? get_userdata($follower['user']) : false;
		return $user === false ? $follower['mail'] : $user->user_email;
	}

	/**
	 * One click ends it, in the mail program itself: RFC 8058.
	 *
	 * @param Follower $follower
	 * @param array{string, list<string>} $words subject and paragraphs
	 */
	private static function mail(array $follower, string $out, array $words): bool {
		$to = self::to($follower);
		return is_email($to) === false ||
			wp_mail($to, $words[0], Paragraphs::text($words[1]), [
				"List-Unsubscribe: <$out>",
				'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
			]);
	}

	/**
	 * @template T
	 * @param Follower $follower
	 * @param callable(): T $work
	 * @return T
	 */
	private static function in_language(array $follower, callable $work) {
		$switched =
			$follower['user'] > 0
				? switch_to_user_locale($follower['user'])
				: switch_to_locale($follower['locale'] === '' ? get_locale() : $follower['locale']);
		try {
			return $work();
		} finally {
			if ($switched) {
				restore_previous_locale();
			}
		}
	}
}
