<?php
// The report as a form: first why, then only what that needs.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/** @phpstan-import-type Report from Reports */
final class ReportForm {
	private string $wrong = '';

	public function __construct(private readonly string $kind, private readonly int $id) {}

	/** Why somebody reports: one row each, as links. */
	public function choice(): string {
		$choices = [];
		if ((Kinds::get($this->kind)?->photos($this->id) ?? []) !== []) {
			$choices['picture'] = [
				Grounds::label(Grounds::PICTURE),
				__('The picture is hidden at once. Then somebody looks at it.', 'throughline'),
			];
		}
		if (ReportPage::guidelines($this->kind, $this->id) !== []) {
			$choices['guideline'] = [
				Grounds::label(Grounds::GUIDELINE),
				__(
					'It hurts somebody, for example, or shows what should stay inside.',
					'throughline',
				),
			];
		}
		$choices['illegal'] = [
			__('It is illegal', 'throughline'),
			__('It breaks the law. You explain in a few sentences why.', 'throughline'),
		];
		$rows = '';
		foreach ($choices as $why => [$label, $hint]) {
			$rows .= sprintf(
				'<li><a href="%s" rel="nofollow"><strong>%s</strong> <span>%s</span></a></li>',
				esc_url(ReportPage::address($this->kind, $this->id, $why)),
				esc_html($label),
				esc_html($hint),
			);
		}
		return sprintf(
			'%s<p>%s</p><ul class="throughline-page__choices">%s</ul><p class="throughline-page__quiet">%s</p>',
			$this->about(),
			esc_html__(
				'You need no account, and its author doesn’t learn who you are. What is it about?',
				'throughline',
			),
			$rows,
			esc_html__(
				'That you see things differently is no reason: criticism breaks no guideline.',
				'throughline',
			),
		);
	}

	/** @param Report $report what was filled in already */
	public function form(string $why, array $report, ?\WP_Error $problem): string {
		$data = $problem?->get_error_data();
		$this->wrong = is_array($data) && is_string($data['field'] ?? null) ? $data['field'] : '';
		$fields = match ($why) {
			'picture' => $this->photos($report['photo']) .
				$this->explanation(
					__('Do you want to tell us more?', 'throughline'),
					$report['explanation'],
					__(
						'You don’t have to say why. It helps to know which person you are.',
						'throughline',
					),
				),
			'guideline' => $this->guidelines($report['guideline']) .
				$this->explanation(
					__('Do you want to tell us more?', 'throughline'),
					$report['explanation'],
				),
			default => $this->grounds($report['ground']) .
				$this->explanation(
					__('Why is it illegal?', 'throughline'),
					$report['explanation'],
					__(
						'What exactly is it, and why does it break the law? Two or three sentences are enough.',
						'throughline',
					),
				),
		};
		return sprintf(
			'%s%s<form method="post" action="%s">%s%s%s<input type="hidden" name="%stoken" value="%s"><div class="throughline-page__left-empty" aria-hidden="true"><label>%s <input type="text" name="%swebsite" value="" tabindex="-1" autocomplete="off"></label></div><button class="wp-element-button" type="submit">%s</button></form>%s',
			$this->about(),
			$problem === null
				? ''
				: '<p class="throughline-page__problem" role="alert">' .
					esc_html($problem->get_error_message()) .
					'</p>',
			esc_url(ReportPage::address($this->kind, $this->id, $why)),
			$fields,
			$this->sender($why, $report),
			$why === 'illegal' ? $this->faith($report['faith']) : '',
			esc_attr(ReportPage::FIELD),
			esc_attr(FormToken::make("report $this->kind $this->id")),
			esc_html__('Please leave this empty', 'throughline'),
			esc_attr(ReportPage::FIELD),
			$why === 'picture'
				? esc_html__('Hide the picture', 'throughline')
				: esc_html__('Send the report', 'throughline'),
			'<p class="throughline-page__quiet">' .
				esc_html__(
					'Only moderators read this. Your network address is used for a few hours to keep machines away, and only in a form that nobody can read.',
					'throughline',
				) .
				'</p>',
		);
	}

	/** What it is about, so that nobody reports the wrong thing. */
	private function about(): string {
		$piece = Kinds::get($this->kind)?->describe([$this->id])[$this->id] ?? null;
		return $piece === null
			? ''
			: sprintf(
				'<p class="throughline-page__about"><a href="%s">%s</a></p>',
				esc_url((string) $piece['link']),
				esc_html($piece['title']),
			);
	}

	private function photos(int $chosen): string {
		$rows = '';
		$photos = Kinds::get($this->kind)?->photos($this->id) ?? [];
		foreach ($photos as $at => $photo) {
			$rows .= $this->row(
				'photo',
				$photo['id'],
				$chosen === $photo['id'],
				sprintf(
					'<img src="%s" alt="%s">',
					esc_url($photo['src']),
					esc_attr(
						$photo['alt'] !== ''
							? $photo['alt']
							: /* translators: %d: number of the photo in the story, e.g. 2 */
							sprintf(__('Photo %d', 'throughline'), $at + 1),
					),
				),
			);
		}
		return $this->group('photo', __('Which picture are you in?', 'throughline'), $rows);
	}

	private function guidelines(int $chosen): string {
		$rows = '';
		foreach (ReportPage::guidelines($this->kind, $this->id) as $one) {
			$rows .= $this->row(
				'guideline',
				$one['id'],
				$chosen === $one['id'],
				'<span>' . esc_html($one['sentence']) . '</span>',
			);
		}
		return $this->group(
			'guideline',
			__('Which guideline does it break?', 'throughline'),
			$rows,
		);
	}

	private function grounds(string $chosen): string {
		$rows = '';
		foreach (Grounds::ILLEGAL as $ground) {
			$rows .= $this->row(
				'ground',
				$ground,
				$chosen === $ground,
				'<span>' . esc_html(Grounds::label($ground)) . '</span>',
			);
		}
		return $this->group('ground', __('What is it?', 'throughline'), $rows);
	}

	private function explanation(string $label, string $value, string $hint = ''): string {
		return sprintf(
			'<div class="throughline-page__field"><label for="throughline-explanation">%s%s</label><textarea id="throughline-explanation" name="%sexplanation" maxlength="%d" rows="5"%s>%s</textarea></div>',
			esc_html($label),
			$hint === ''
				? ''
				: ' <span class="throughline-page__hint">' . esc_html($hint) . '</span>',
			esc_attr(ReportPage::FIELD),
			Reports::MAX_EXPLANATION,
			$this->invalid('explanation'),
			esc_textarea($value),
		);
	}

	/** @param Report $report */
	private function sender(string $why, array $report): string {
		$hint =
			$why === 'illegal'
				? __(
					'The law wants us to know who reports, so that we can ask back. Only where it is about the sexual abuse of children you may stay unknown.',
					'throughline',
				)
				: __('If you like: then we tell you what came of it.', 'throughline');
		$inputs = '';
		foreach (
			[
				'name' => [__('Your name', 'throughline'), 'text', 'name'],
				'mail' => [__('Your mail address', 'throughline'), 'email', 'email'],
			]
			as $name => [$label, $type, $autocomplete]
		) {
			$inputs .= sprintf(
				'<div class="throughline-page__field"><label for="throughline-%1$s">%2$s%3$s</label><input id="throughline-%1$s" type="%4$s" name="%5$s%1$s" value="%6$s" autocomplete="%7$s" maxlength="190"%8$s></div>',
				esc_attr($name),
				esc_html($label),
				$name === 'name'
					? ' <span class="throughline-page__hint">' . esc_html($hint) . '</span>'
					: '',
				esc_attr($type),
				esc_attr(ReportPage::FIELD),
				esc_attr($report[$name]),
				esc_attr($autocomplete),
				$this->invalid($name),
			);
		}
		return $inputs;
	}

	private function faith(bool $given): string {
		return sprintf(
			'<label class="throughline-page__row"><input type="checkbox" name="%sfaith" value="1"%s%s> <span>%s</span></label>',
			esc_attr(ReportPage::FIELD),
			$given ? ' checked' : '',
			$this->invalid('faith'),
			esc_html__(
				'I write this in good faith: as far as I know it is right and complete.',
				'throughline',
			),
		);
	}

	private function group(string $name, string $legend, string $rows): string {
		return sprintf(
			'<fieldset%s><legend>%s</legend>%s</fieldset>',
			$this->wrong === $name ? ' class="is-wrong"' : '',
			esc_html($legend),
			$rows,
		);
	}

	/** @param string $label safe HTML */
	private function row(string $name, int|string $value, bool $chosen, string $label): string {
		return sprintf(
			'<label class="throughline-page__row"><input type="radio" name="%s%s" value="%s"%s required> %s</label>',
			esc_attr(ReportPage::FIELD),
			esc_attr($name),
			esc_attr((string) $value),
			$chosen ? ' checked' : '',
			$label,
		);
	}

	private function invalid(string $name): string {
		return $this->wrong === $name ? ' aria-invalid="true"' : '';
	}
}
