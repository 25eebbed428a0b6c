<?php
// Objecting in words: the form, and where an objection stands.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/** @phpstan-import-type CaseRow from Cases */
final class AppealForm {
	/**
	 * Safe HTML.
	 *
	 * @param string $about what FormToken binds it to
	 * @param array{until: int, problem: \WP_Error|null, version: int} $details `version` of the decision
	 */
	public static function html(string $about, string $action, array $details): string {
		['until' => $until, 'problem' => $problem, 'version' => $version] = $details;
		$id = "throughline-explanation-$version";
		$hint = sprintf(
			/* translators: %s: a date */
			__(
				'You can object until %s. Somebody else than before reads what you write and decides anew.',
				'throughline',
			),
			(string) wp_date(Statements::day(), $until),
		);
		$hidden = '';
		foreach (
			['version' => (string) $version, 'token' => FormToken::make($about)]
			as $name => $value
		) {
			$hidden .= sprintf(
				'<input type="hidden" name="%s" value="%s">',
				esc_attr(ReportPage::FIELD . $name),
				esc_attr($value),
			);
		}
		return '<h2>' .
			esc_html__('You see it differently?', 'throughline') .
			'</h2>' .
			($problem === null
				? ''
				: '<p class="throughline-page__problem" role="alert">' .
					esc_html($problem->get_error_message()) .
					'</p>') .
			'<form method="post" action="' .
			esc_url($action) .
			'"><div class="throughline-page__field"><label for="' .
			esc_attr($id) .
			'">' .
			esc_html__('What was judged wrongly?', 'throughline') .
			' <span class="throughline-page__hint">' .
			esc_html($hint) .
			'</span></label><textarea id="' .
			esc_attr($id) .
			'" name="' .
			esc_attr(ReportPage::FIELD) .
			'explanation" rows="5" maxlength="' .
			esc_attr((string) Reports::MAX_EXPLANATION) .
			'"' .
			($problem === null ? '' : ' aria-invalid="true"') .
			'>' .
			esc_textarea($problem === null ? '' : ReportPage::field('explanation')) .
			'</textarea></div>' .
			$hidden .
			'<button class="wp-element-button" type="submit">' .
			esc_html__('Send the objection', 'throughline') .
			'</button></form>';
	}

	/** Why what was sent isn't taken yet, though nothing is lost. */
	public static function stopped(string $about): ?\WP_Error {
		$sentence = match (FormToken::check($about, ReportPage::field('token'))) {
			'good' => '',
			'early' => __(
				'That was very quick. Please look at it once more, then press the button again.',
				'throughline',
			),
			default => __(
				'The page was open for a long time. Everything is still here: please press the button once more.',
				'throughline',
			),
		};
		return $sentence === ''
			? null
			: new \WP_Error('throughline_expired', $sentence, ['status' => 403]);
	}

	/**
	 * Where an objection stands; safe HTML.
	 *
	 * @param CaseRow $appeal
	 */
	public static function state(array $appeal): string {
		$told = Cases::is_told($appeal['closed']);
		return '<h2>' .
			esc_html__('Your objection', 'throughline') .
			'</h2>' .
			Paragraphs::html([
				$told
					? Outcomes::sentence($appeal)
					: __(
						'It has arrived. Somebody else than before looks at it, and you are told.',
						'throughline',
					),
				$told ? Outcomes::reason($appeal) : '',
				$appeal['explanation'] === ''
					? ''
					: sprintf(
						/* translators: %s: what somebody wrote who objects */
						__("You wrote:\n%s", 'throughline'),
						$appeal['explanation'],
					),
			]);
	}
}
