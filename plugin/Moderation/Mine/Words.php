<?php
// What the pages of one's own pieces say about states, acts and what was done.

namespace Throughline\Moderation\Mine;

use Throughline\Moderation\Settings;

defined('ABSPATH') || exit();

final class Words {
	/** A state in a few words, for a list. */
	public static function state(string $state, bool $proposed): string {
		return match (true) {
			$proposed => __('Online, your change waits', 'throughline'),
			$state === 'waiting' => __('Waits until somebody has looked', 'throughline'),
			$state === 'published' => __('Online', 'throughline'),
			$state === 'returned' => __('A question for you', 'throughline'),
			$state === 'removed' => __('Taken off the site', 'throughline'),
			default => __('Withdrawn', 'throughline'),
		};
	}

	/** The same in a sentence that says how it goes on. */
	public static function sentence(string $state, string $act): string {
		return match (true) {
			$state === 'published' && $act === 'propose' => __(
				'It is online. Your change waits until somebody has looked at it; until then it stays as it is.',
				'throughline',
			),
			$state === 'published' && $act === 'return' => __(
				'It is online, as it was. Your change was not taken over.',
				'throughline',
			),
			$state === 'waiting' => __(
				'It has arrived. Before it appears, somebody looks at it.',
				'throughline',
			),
			$state === 'published' => __('It is online, everybody can see it.', 'throughline'),
			$state === 'returned' => __(
				'Almost there: one thing before it can appear.',
				'throughline',
			),
			$state === 'removed' => __(
				'It was taken off the site, others don’t see it any more.',
				'throughline',
			),
			default => __('You withdrew it, others don’t see it any more.', 'throughline'),
		};
	}

	/** An act as its contributor reads it in what happened so far; '' for what is no news to them. */
	public static function act(string $act, bool $own): string {
		return match (true) {
			$act === 'submit' => __('It arrived.', 'throughline'),
			$act === 'revise' => __('You changed it and sent it again.', 'throughline'),
			$act === 'propose' => __('You proposed a change.', 'throughline'),
			$act === 'correct' && $own => __('You put your own words back.', 'throughline'),
			$act === 'correct' => __('A moderator corrected it.', 'throughline'),
			$act === 'publish' => __('It went online.', 'throughline'),
			$act === 'return' => __('A moderator asked you something.', 'throughline'),
			$act === 'remove' => __('It was taken off the site.', 'throughline'),
			$act === 'restore' => __('It is online again.', 'throughline'),
			$act === 'keep' => __('Somebody looked at it again: it stays.', 'throughline'),
			$act === 'hide' => __('A photo was hidden.', 'throughline'),
			$act === 'show' => __('A photo is shown again.', 'throughline'),
			$act === 'withdraw' => __('You withdrew it.', 'throughline'),
			default => '',
		};
	}

	/** What a button has done; '' for what it never did. */
	public static function said(string $said): string {
		return match ($said) {
			'revised' => __(
				'Thank you! It has arrived, and waits until somebody has looked at it.',
				'throughline',
			),
			'proposed' => __(
				'Thank you! Your change has arrived. Until somebody has looked at it, what is online stays as it is.',
				'throughline',
			),
			'corrected' => __('Your own words are back.', 'throughline'),
			'withdrawn_kept' => sprintf(
				/* translators: %s: number of days */
				__(
					'It is off the site, and the links to this page are ended. It is kept for %s days, then it is deleted.',
					'throughline',
				),
				number_format_i18n(self::days()),
			),
			'withdrawn_anonymised' => __(
				'Your name is gone from it, and the links to this page are ended. Thank you for leaving the rest.',
				'throughline',
			),
			'withdrawn_removed' => __(
				'It is deleted for good, with its photos and all earlier versions.',
				'throughline',
			),
			'revoked' => __('All links to this page are ended.', 'throughline'),
			'renewed' => __(
				'All older links to this page are ended. It has a new address now: please keep that.',
				'throughline',
			),
			'mailed' => __(
				'All links to this page are ended. A new one is on its way to your mail.',
				'throughline',
			),
			'leaving' => __('We’ll do it that way when you leave.', 'throughline'),
			default => '',
		};
	}

	/** So long what was withdrawn is kept. */
	public static function days(): int {
		return Settings::get('keep')['removed'];
	}
}
