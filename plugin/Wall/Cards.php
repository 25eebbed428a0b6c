<?php
// Pieces as cards: picture, title, one or two sentences, person.

namespace Throughline\Wall;

use Throughline\People\Departments;
use Throughline\People\Person;
use Throughline\Shares\Card;
use Throughline\Shares\Networks\Networks;
use Throughline\Stories\Byline;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

/**
 * `level` is that of the titles; `first` makes the first card large, `eager` loads its picture at once.
 *
 * @phpstan-import-type Shown from Pieces
 * @phpstan-import-type Photo from Pieces
 * @phpstan-type Options array{level: int, first?: bool, eager?: bool}
 */
final class Cards {
	/**
	 * List items. They carry no directives: what is appended to a page is never hydrated.
	 *
	 * @param list<Shown> $pieces
	 * @param Options $options
	 */
	public static function of(array $pieces, array $options): string {
		_prime_term_caches(
			array_values(array_diff(array_unique(array_column($pieces, 'department')), [0])),
			false,
		);
		$html = '';
		foreach ($pieces as $index => $piece) {
			$html .= self::card($piece, [
				'level' => $options['level'],
				'large' =>
					($options['first'] ?? false) &&
					$index === 0 &&
					$piece['card']['photo'] !== null,
				'eager' => ($options['eager'] ?? false) && $index === 0,
			]);
		}
		// In a page's content WordPress would run the shortcodes that somebody wrote into a story.
		return str_replace('[', '&#91;', $html);
	}

	/**
	 * @param Shown $piece
	 * @param array{level: int, large: bool, eager: bool} $options
	 */
	private static function card(array $piece, array $options): string {
		$card = $piece['card'];
		$photo = $card['photo'];
		return sprintf(
			'<li class="throughline-card %1$s%2$s">%3$s<div class="throughline-card__words">%4$s</div>%5$s</li>',
			$photo === null ? 'is-words' : 'has-photo',
			$options['large'] ? ' is-large' : '',
			$photo === null ? '' : self::photo($photo, $options),
			self::words($piece, $options['level']),
			isset($card['share'])
				? Card::below($piece['id'], $card['share'], $piece['name'] ?? '')
				: Byline::html([
					'person' => [
						...$piece['name'] === null ? Person::of(0) : Person::named($piece['name']),
						'picture' => $piece['picture'],
					],
					'department' => Departments::name($piece['department']) ?? '',
					'published' => $piece['published'],
				]),
		);
	}

	/**
	 * The title is the link, and the whole card its target. What has no title is told by its first words.
	 *
	 * @param Shown $piece
	 */
	private static function words(array $piece, int $level): string {
		$card = $piece['card'];
		$title = $card['title'] !== '' ? $card['title'] : $card['excerpt'];
		return sprintf(
			'<h%1$d class="throughline-card__title%2$s">%3$s</h%1$d>%4$s',
			$level,
			$card['title'] === '' && $card['excerpt'] !== '' ? ' is-text' : '',
			self::link($piece, $title),
			$card['title'] !== '' && $card['excerpt'] !== ''
				? '<p class="throughline-card__text">' . esc_html($card['excerpt']) . '</p>'
				: '',
		);
	}

	/**
	 * To the story's own page; a share leads to the original.
	 *
	 * @param Shown $piece
	 */
	private static function link(array $piece, string $title): string {
		$share = $piece['card']['share'] ?? null;
		if ($share === null) {
			$post = self::post($piece);
			return sprintf(
				'<a href="%s">%s</a>',
				esc_url(get_permalink($post)),
				esc_html($title !== '' ? $title : Stories::title($post)),
			);
		}
		return Card::link(
			$title !== ''
				? $title
				: /* translators: %s: name of a network */
				sprintf(__('A post on %s', 'throughline'), Networks::label($share['network'])),
			$share['address'],
		);
	}

	/**
	 * As much of the post as its address takes, without loading it.
	 *
	 * @param Shown $piece
	 */
	private static function post(array $piece): \WP_Post {
		return new \WP_Post(
			(object) [
				'ID' => $piece['id'],
				'post_type' => Stories::TYPE,
				'post_status' => 'publish',
				'post_name' => $piece['card']['slug'],
				'post_author' => (string) $piece['contributor'],
				'post_date' => get_date_from_gmt($piece['published']),
				'post_date_gmt' => $piece['published'],
				'filter' => 'raw',
			],
		);
	}

	/**
	 * @param Photo $photo
	 * @param array{large: bool, eager: bool, ...} $options
	 */
	private static function photo(array $photo, array $options): string {
		$base = trailingslashit(wp_get_upload_dir()['baseurl']) . $photo['dir'];
		$fallback = $photo['sizes'][0];
		$sources = [];
		foreach ($photo['sizes'] as [$width, $height, $file]) {
			$sources[] = esc_url($base . $file) . " {$width}w";
			$fallback = $width <= 1024 ? [$width, $height, $file] : $fallback;
		}
		$sizes = $options['large']
			? '(min-width: 60em) 800px, calc(100vw - 2rem)'
			: '(min-width: 60em) 400px, (min-width: 40em) 50vw, calc(100vw - 2rem)';
		return sprintf(
			'<div class="throughline-card__photo"><img src="%s" srcset="%s" sizes="%s" width="%d" height="%d" alt="%s" %s decoding="async"></div>',
			esc_url($base . $fallback[2]),
			implode(', ', $sources),
			esc_attr($options['eager'] ? $sizes : "auto, $sizes"),
			$fallback[0],
			$fallback[1],
			esc_attr($photo['alt']),
			$options['eager'] ? 'loading="eager" fetchpriority="high"' : 'loading="lazy"',
		);
	}
}
