<?php
// The form by which a contributor answers, mends, or proposes a change: plain HTML, no script.

namespace Throughline\Moderation\Mine;

use Throughline\Moderation\HasPhotos;
use Throughline\Moderation\Kind;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Own;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Owned from Own
 * @phpstan-import-type Content from Kind
 * @phpstan-import-type Shown from Acts
 */
final class Form {
	/**
	 * @param Owned $own
	 * @param array{version: int, state: string, people: string} $now
	 * @param Content $content what stands in the form
	 * @param Shown $shown
	 */
	public static function html(array $own, array $now, array $content, array $shown): string {
		$kind = Kinds::get($own['kind']);
		$limits = $kind?->limits() ?? ['title' => 0, 'text' => 0, 'photos' => 0];
		$data = $shown['problem']?->get_error_data();
		$wrong = is_array($data) && is_string($data['field'] ?? null) ? $data['field'] : '';
		$act = $now['state'] === 'published' ? 'propose' : 'revise';
		$returned = $now['state'] === 'returned';
		$answer = self::area('answer', $shown['typed']['answer'] ?? '', [
			'label' => $returned
				? __('Your answer', 'throughline')
				: __('A word to the moderators, if you like', 'throughline'),
			'hint' => __('Only moderators read it.', 'throughline'),
			'rows' => $returned ? 3 : 2,
			'max' => 2000,
		]);
		$inside =
			($returned ? $answer : '') .
			($limits['title'] > 0 ? self::title($content['title'], $wrong === 'title') : '') .
			self::area('text', $content['text'], [
				'label' => __('Text', 'throughline'),
				'hint' => '',
				'rows' => 6,
				'max' => 0,
				'wrong' => $wrong === 'text',
			]) .
			($kind instanceof HasPhotos ? self::photos($kind, $content['photos']) : '') .
			($kind instanceof HasPhotos &&
			$act === 'revise' &&
			count($content['photos']) < $limits['photos']
				? self::add($kind, $shown['typed']['people'] ?? $now['people'])
				: '') .
			($returned ? '' : $answer) .
			'<p>' .
			Html::button(
				$act,
				match (true) {
					$returned => __('Send it again', 'throughline'),
					$act === 'propose' => __('Propose this change', 'throughline'),
					default => __('Send the change', 'throughline'),
				},
				true,
			) .
			'</p>';
		return self::around($own, $now['version'], $inside, true);
	}

	/**
	 * A form around one or more buttons.
	 *
	 * @param Owned $own
	 */
	public static function around(
		array $own,
		int $version,
		string $inside,
		bool $files = false,
	): string {
		return sprintf(
			'<form method="post"%s action="%s"><input type="hidden" name="%3$sseal" value="%4$s"><input type="hidden" name="%3$sversion" value="%5$d"><input type="hidden" name="%3$supload" value="%6$s">%7$s</form>',
			$files ? ' enctype="multipart/form-data"' : '',
			esc_url(\Throughline\Moderation\MyPieces::address(Own::name($own))),
			esc_attr(Html::FIELD),
			esc_attr(Own::seal($own)),
			$version,
			esc_attr(wp_generate_uuid4()),
			$inside,
		);
	}

	private static function title(string $title, bool $wrong): string {
		return sprintf(
			'<p class="throughline-mine__field"><label for="throughline-mine-title">%s</label><input type="text" id="throughline-mine-title" name="%stitle" value="%s" dir="auto" autocomplete="off"%s></p>',
			esc_html__('Title', 'throughline'),
			esc_attr(Html::FIELD),
			Html::text($title),
			$wrong ? ' aria-invalid="true" aria-describedby="throughline-mine-problem"' : '',
		);
	}

	/** @param array{label: string, hint: string, rows: int, max: int, wrong?: bool} $field */
	private static function area(string $name, string $value, array $field): string {
		$hint = $field['hint'] === '' ? '' : "throughline-mine-$name-hint";
		$wrong = $field['wrong'] ?? false;
		$described = trim($hint . ($wrong ? ' throughline-mine-problem' : ''));
		return sprintf(
			'<p class="throughline-mine__field"><label for="throughline-mine-%1$s">%2$s</label>%3$s<textarea id="throughline-mine-%1$s" name="%4$s%1$s" rows="%5$d" dir="auto"%6$s%7$s%8$s>%9$s</textarea></p>',
			esc_attr($name),
			esc_html($field['label']),
			$hint === ''
				? ''
				: sprintf(
					'<span class="throughline-mine__hint" id="%s">%s</span>',
					esc_attr($hint),
					esc_html($field['hint']),
				),
			esc_attr(Html::FIELD),
			$field['rows'],
			$field['max'] > 0 ? ' maxlength="' . $field['max'] . '"' : '',
			$wrong ? ' aria-invalid="true"' : '',
			$described === '' ? '' : ' aria-describedby="' . esc_attr($described) . '"',
			// Browsers take a line break right after the tag away.
			"\n" . Html::text($value),
		);
	}

	/** @param list<array{id: int, alt: string}> $photos */
	private static function photos(HasPhotos $kind, array $photos): string {
		$html = '';
		foreach ($photos as $place => $photo) {
			$src = $kind->photo($photo['id']);
			$number = number_format_i18n($place + 1);
			$id = "throughline-mine-alt-{$photo['id']}";
			$html .= sprintf(
				'<li class="throughline-mine__photo">%s<div><label for="%s">%s <span class="throughline-mine__hint">%s</span></label><input type="text" id="%2$s" name="%salt[%d]" value="%s" maxlength="1000" dir="auto"><label class="throughline-mine__check"><input type="checkbox" name="%5$sdrop[]" value="%6$d"> %8$s</label></div></li>',
				$src === ''
					? ''
					: sprintf(
						'<img src="%s" alt="%s" loading="lazy" decoding="async">',
						esc_url($src),
						/* translators: %s: number of the photo in the story */
						esc_attr(sprintf(__('Photo %s', 'throughline'), $number)),
					),
				esc_attr($id),
				/* translators: %s: number of the photo in the story */
				esc_html(sprintf(__('What can be seen in photo %s?', 'throughline'), $number)),
				esc_html__('For those who can’t see it, if you like.', 'throughline'),
				esc_attr(Html::FIELD),
				$photo['id'],
				Html::text($photo['alt']),
				/* translators: %s: number of the photo in the story */
				esc_html(sprintf(__('Remove photo %s', 'throughline'), $number)),
			);
		}
		return $html === '' ? '' : "<ul class=\"throughline-mine__photos\">$html</ul>";
	}

	private static function add(HasPhotos $kind, string $people): string {
		$answers = '';
		foreach (
			[
				'nobody' => __('No, nobody', 'throughline'),
				'me' => __('Only me', 'throughline'),
				'others' => __('Yes, others – we’ll ask them', 'throughline'),
			]
			as $value => $label
		) {
			$answers .= sprintf(
				'<label class="throughline-mine__row"><input type="radio" name="%speople" value="%s"%s> <span>%s</span></label>',
				esc_attr(Html::FIELD),
				esc_attr($value),
				checked($people, $value, false),
				esc_html($label),
			);
		}
		$inside = sprintf(
			'<p class="throughline-mine__field"><label for="throughline-mine-photo">%s</label><span class="throughline-mine__hint" id="throughline-mine-photo-hint">%s</span><input type="file" id="throughline-mine-photo" name="%sphoto" accept="%s" aria-describedby="throughline-mine-photo-hint"></p><p class="throughline-mine__field"><label for="throughline-mine-new-alt">%s</label><input type="text" id="throughline-mine-new-alt" name="%3$snew_alt" maxlength="1000" dir="auto"></p><fieldset><legend>%s</legend>%s</fieldset>',
			esc_html__('Choose a photo', 'throughline'),
			esc_html(
				sprintf(
					/* translators: %s: a size, e.g. 25 MB */
					__(
						'One at a time, at most %s. You can add the next one after that.',
						'throughline',
					),
					(string) size_format(wp_max_upload_size()),
				),
			),
			esc_attr(Html::FIELD),
			esc_attr($kind->accepts()),
			esc_html__('What can be seen in it, if you like', 'throughline'),
			esc_html__('Can anybody be recognised in the photos?', 'throughline'),
			$answers,
		);
		return Html::details(__('Add a photo', 'throughline'), $inside);
	}
}
