<?php
// What contributors are told about their pieces, by mail, in their own language.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Notices {
	/** Tells the contributor of a decision. True when it is told, or when there is nobody or nothing to tell. */
	public static function send(string $kind, int $id, int $version): bool {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$decision = Decisions::history($kind, $id)[$version - 1] ?? null;
		$user = $piece === null ? false : get_userdata($piece['contributor']);
		if ($piece === null || $decision === null || $user === false || $user->user_email === '') {
			return true;
		}
		$switched = switch_to_user_locale($user->ID);
		[$subject, $text] = self::words($decision['state'], $piece['title'], [
			'reason' => $decision['reason'],
			'link' => (string) $piece['link'],
		]);
		$sent = $subject === '' || wp_mail($user->user_email, $subject, $text);
		if ($switched) {
			restore_previous_locale();
		}
		return $sent;
	}

	/**
	 * @param array{reason: string, link: string} $details
	 * @return array{string, string} subject and text; an empty subject where there is nothing to say
	 */
	private static function words(string $state, string $title, array $details): array {
		return match ($state) {
			'published' => [
				/* translators: %s: title of the story */
				sprintf(__('“%s” is online', 'throughline'), $title),
				sprintf(
					/* translators: %s: address of the story */
					__(
						"Thank you! What you sent can be seen by everybody now:\n%s\n\nPass it on from your own profile if you like.",
						'throughline',
					),
					$details['link'],
				),
			],
			'returned' => [
				/* translators: %s: title of the story */
				sprintf(__('Almost there: “%s”', 'throughline'), $title),
				sprintf(
					/* translators: %s: what the moderator asks */
					__(
						"One thing before it can appear:\n\n%s\n\nPlease send it again with that changed.",
						'throughline',
					),
					$details['reason'],
				),
			],
			'removed' => [
				/* translators: %s: title of the story */
				sprintf(__('“%s” was taken off the site', 'throughline'), $title),
				trim(
					__(
						'It can’t be seen by others any more. If you think that is a mistake, please write to your moderators.',
						'throughline',
					) .
						"\n\n" .
						$details['reason'],
				),
			],
			default => ['', ''],
		};
	}
}
