<?php
// Why a piece waits, or was let through, in a sentence for the moderator.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Reasons {
	/**
	 * @param string $code a code, with a detail after a colon where there is one. A code that nobody knows is shown as
	 *     it is: a company's own check may simply say its reason in plain words.
	 */
	public static function sentence(string $code): string {
		[$name, $detail] = explode(':', $code, 2) + [1 => ''];
		$sentence = match ($name) {
			'same_text' => __(
				'Somebody else sent the same text within the last day.',
				'throughline',
			),
			'links' => __('Several links stand in it.', 'throughline'),
			'word_watched' => sprintf(
				/* translators: %s: an entry of the list of watched words */
				__('“%s” stands in it, from the list of watched words.', 'throughline'),
				$detail,
			),
			'colleague' => __('A visitor names a colleague in it.', 'throughline'),
			'consent_missing' => __(
				'Others can be recognised in the photos: they have to agree first.',
				'throughline',
			),
			'visitor' => __('What visitors write waits until somebody has read it.', 'throughline'),
			'default' => __('Here somebody looks at every piece before it appears.', 'throughline'),
			'mode_after' => __(
				'Here pieces appear at once, and somebody looks at them afterwards.',
				'throughline',
			),
			'mode_off' => __('Here pieces appear without anybody looking at them.', 'throughline'),
			'outside' => __('It was set to wait outside of the desk.', 'throughline'),
			'answered' => __('Its contributor has answered.', 'throughline'),
			'proposed' => __(
				'Its contributor would like to change what is published.',
				'throughline',
			),
			default => $code,
		};
		/** Filters the sentence of a reason. */
		$filtered = apply_filters('throughline_reason', $sentence, $code);
		return is_string($filtered) ? $filtered : $sentence;
	}
}
