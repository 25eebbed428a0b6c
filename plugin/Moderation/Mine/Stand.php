<?php
// Where one's own piece stands and why: the reason as it was told, the guideline as a lesson, the way to object, and what was corrected.

namespace Throughline\Moderation\Mine;

use Throughline\Guidelines\Guidelines;
use Throughline\Moderation\AppealPage;
use Throughline\Moderation\Appeals;
use Throughline\Moderation\Cases;
use Throughline\Moderation\Corrections;
use Throughline\Moderation\Course;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Kind;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\LooksNext;
use Throughline\Moderation\Own;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Owned from Own
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Decision from Decisions
 * @phpstan-import-type Record from Decisions
 */
final class Stand {
	/**
	 * @param Owned $own
	 * @param Description $piece
	 * @param Record $now
	 */
	public static function standing(array $own, array $piece, array $now): string {
		['kind' => $kind, 'id' => $id] = $own;
		$holding = Course::holding(Decisions::history($kind, $id));
		$html = Html::p(Words::sentence($now['state'], $holding['act'] ?? ''), 'state');
		if ($now['state'] === 'waiting' || $now['act'] === 'propose') {
			/** Filters when a piece that waits appears by itself, in a sentence; '' where it doesn't. */
			$appears = apply_filters('throughline_appears', '', $kind, $id);
			$look =
				is_string($appears) && $appears !== ''
					? $appears
					: LooksNext::sentence($piece['department']);
			$html .= $look === '' ? '' : Html::p($look, 'quiet');
		}
		$context = Kinds::get($kind)?->context($id)[0] ?? null;
		if ($context !== null) {
			$html .= sprintf(
				'<p class="throughline-mine__quiet">%s <a href="%s">%s</a></p>',
				esc_html__('On the page', 'throughline'),
				esc_url($context['link']),
				Html::text($context['name']),
			);
		}
		if ($piece['link'] !== null) {
			$html .= sprintf(
				'<p><a href="%s">%s</a></p>',
				esc_url($piece['link']),
				esc_html__('See it where it stands', 'throughline'),
			);
		}
		return $html . ($holding === null ? '' : self::told($holding));
	}

	/**
	 * The reason of the decision that counts now, in the moderator's words, and the guideline that was named.
	 *
	 * @param Decision $decision
	 */
	private static function told(array $decision): string {
		if (!in_array($decision['act'], ['return', 'remove'], true)) {
			return '';
		}
		$reason =
			$decision['reason'] === ''
				? ''
				: '<blockquote class="throughline-mine__reason">' .
					Html::lines($decision['reason']) .
					'</blockquote>';
		return $reason . self::guideline($decision['guideline']);
	}

	/** The guideline as a lesson: the sentence, why it is so, and an example. */
	private static function guideline(int $id): string {
		$guideline = $id > 0 ? Guidelines::get($id) : null;
		if ($guideline === null) {
			return '';
		}
		return '<aside class="throughline-mine__guideline">' .
			Html::p(__('It is about this guideline:', 'throughline'), 'quiet') .
			'<p><strong>' .
			Html::text($guideline['sentence']) .
			'</strong></p>' .
			($guideline['reason'] === '' ? '' : Html::p($guideline['reason'])) .
			($guideline['example'] === '' ? '' : Html::p($guideline['example'], 'quiet')) .
			'</aside>';
	}

	/**
	 * The way to object, beneath every return and removal.
	 *
	 * @param Owned $own
	 */
	public static function objection(array $own): string {
		['kind' => $kind, 'id' => $id] = $own;
		if (Appeals::of_contributor($kind, $id) !== []) {
			return sprintf(
				'<p class="throughline-mine__quiet">%s <a href="%s">%s</a></p>',
				esc_html__('You see it differently?', 'throughline'),
				esc_url(AppealPage::address($kind, $id, $own['token'])),
				esc_html__('Object, and somebody else decides.', 'throughline'),
			);
		}
		foreach (Cases::open($kind, $id) as $case) {
			if ($case['what'] === 'appeal' && $case['report'] === 0) {
				return Html::p(
					__('You objected. Somebody else than before looks at it now.', 'throughline'),
					'quiet',
				);
			}
		}
		return '';
	}

	/** @param Owned $own */
	public static function correction(array $own): string {
		$correction = Corrections::open($own['kind'], $own['id']);
		if (
			$correction === null ||
			(Decisions::effective($own['kind'], $own['id'])['act'] ?? '') === 'propose'
		) {
			return '';
		}
		['theirs' => $theirs, 'now' => $now] = $correction;
		$alts = '';
		foreach ($now['photos'] as $place => $photo) {
			$alts .= Difference::html($theirs['photos'][$place]['alt'] ?? '', $photo['alt']);
		}
		return '<section class="throughline-mine__correction"><h3>' .
			esc_html__('A moderator corrected something', 'throughline') .
			'</h3>' .
			Difference::html($theirs['title'], $now['title']) .
			Difference::html($theirs['text'], $now['text']) .
			$alts .
			Form::around(
				$own,
				Decisions::latest($own['kind'], $own['id'])['version'],
				'<p>' .
					Html::button('correct', __('Put my own words back', 'throughline')) .
					'</p>',
			) .
			'</section>';
	}
}
