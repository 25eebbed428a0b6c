<?php
// For colleagues who are signed in: words to begin with, the label that the guidelines ask for, and the way back for what they posted.

declare(strict_types=1);

namespace Throughline\Shares\PassOn;

use Throughline\Shares\Networks\Networks;
use Throughline\Shares\Shares;

defined('ABSPATH') || exit();

/** @phpstan-import-type Attributes from PassOn */
final class Colleagues {
	private const VARIANTS = 5;
	private const LENGTH = 1000;
	private const ORIGINALS = 3;

	/**
	 * @param Attributes $attributes
	 * @param list<string> $channels
	 */
	public static function html(int $post, int $bar, array $attributes, array $channels): string {
		$id = Posted::id($post) . ($bar > 1 ? "-$bar" : '');
		$variants = self::variants($attributes);
		$label = self::label($attributes);
		return sprintf(
			'<details class="throughline-pass-on__own"%s><summary>%s</summary><p>%s</p>%s%s%s</details>',
			Posted::speaks() ? ' open' : '',
			esc_html__('From your own profile', 'throughline'),
			esc_html__(
				'Nothing has to be posted, and no word is given: make them your own, or write your own.',
				'throughline',
			),
			self::choices($variants, $label),
			Posted::html(
				$post,
				$id,
				is_string($attributes['label'] ?? null) ? $attributes['label'] : '',
				self::words("$id-words", $variants, $label) .
					sprintf(
						'<ul class="throughline-pass-on__links">%s</ul>',
						Channels::links($channels, [
							'url' => (string) get_permalink($post),
							'title' => html_entity_decode(
								get_the_title($post),
								ENT_QUOTES | ENT_HTML5,
								'UTF-8',
							),
							'text' => self::with_label($variants[0] ?? '', $label),
						]),
					),
			),
			self::originals($post),
		);
	}

	/**
	 * @param Attributes $attributes
	 * @return list<string>
	 */
	private static function variants(array $attributes): array {
		$words = is_array($attributes['words'] ?? null) ? $attributes['words'] : [];
		$kept = [];
		foreach (array_slice($words, 0, self::VARIANTS) as $one) {
			$one = is_string($one) ? trim(mb_substr($one, 0, self::LENGTH)) : '';
			if ($one !== '') {
				$kept[] = $one;
			}
		}
		return $kept;
	}

	/**
	 * What says for whom somebody speaks.
	 *
	 * @param Attributes $attributes
	 */
	private static function label(array $attributes): string {
		return match ($attributes['label'] ?? '') {
			'advertising' => __('Advertising', 'throughline'),
			'employee' => sprintf(
				/* translators: %s: name of the company */
				__('I work at %s.', 'throughline'),
				html_entity_decode(get_bloginfo('name', 'raw'), ENT_QUOTES | ENT_HTML5, 'UTF-8'),
			),
			default => '',
		};
	}

	private static function with_label(string $words, string $label): string {
		return trim($label === '' ? $words : "$words\n\n$label");
	}

	/** @param list<string> $variants */
	private static function choices(array $variants, string $label): string {
		if (count($variants) < 2) {
			return '';
		}
		$html = '';
		foreach ($variants as $variant) {
			$html .= sprintf(
				'<li><button type="button" data-words="%s">%s</button></li>',
				esc_attr(self::with_label($variant, $label)),
				esc_html($variant),
			);
		}
		return sprintf(
			'<ul class="throughline-pass-on__words" aria-label="%s">%s</ul>',
			esc_attr__('Words to begin with', 'throughline'),
			$html,
		);
	}

	/** @param list<string> $variants */
	private static function words(string $id, array $variants, string $label): string {
		return sprintf(
			'<label for="%1$s">%2$s</label><textarea id="%1$s" name="%5$s_text" rows="4">%3$s</textarea><p><button type="button" data-pass="words" hidden>%4$s</button></p>',
			esc_attr($id),
			esc_html__('Your words', 'throughline'),
			esc_textarea(Posted::words(self::with_label($variants[0] ?? '', $label))),
			esc_html__('Copy the words', 'throughline'),
			esc_attr(Posted::FIELD),
		);
	}

	/** Posts of colleagues that belong to this page: there they can be passed on as they are. */
	private static function originals(int $post): string {
		$html = '';
		foreach (Shares::of_page($post, self::ORIGINALS) as $id) {
			$share = Shares::get($id);
			if ($share === null || $share['address'] === '') {
				continue;
			}
			$html .= sprintf(
				'<li><a href="%s" target="_blank" rel="noopener noreferrer nofollow">%s</a></li>',
				esc_url($share['address'], ['https']),
				esc_html(
					sprintf(
						/* translators: 1: somebody's name, 2: name of a network */
						__('%1$s on %2$s: go there and pass it on', 'throughline'),
						$share['author'],
						Networks::label($share['network']),
					),
				),
			);
		}
		return $html === '' ? '' : "<ul class=\"throughline-pass-on__links\">$html</ul>";
	}
}
