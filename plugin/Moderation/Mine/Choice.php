<?php
// A question that is answered by choosing one row.

namespace Throughline\Moderation\Mine;

defined('ABSPATH') || exit();

final class Choice {
	/** @param array<string, array{string, string}> $choices label and what it means, by value */
	public static function rows(
		string $name,
		array $choices,
		string $chosen,
		string $question,
	): string {
		$rows = '';
		foreach ($choices as $value => [$label, $meaning]) {
			$rows .= sprintf(
				'<label class="throughline-mine__row"><input type="radio" name="%s" value="%s" required%s> <span><strong>%s</strong> <span class="throughline-mine__hint">%s</span></span></label>',
				esc_attr(Html::FIELD . $name),
				esc_attr($value),
				checked($chosen, $value, false),
				esc_html($label),
				esc_html($meaning),
			);
		}
		return '<fieldset><legend>' . esc_html($question) . "</legend>$rows</fieldset>";
	}
}
