<?php
// A share as a card of our own: whatever a network told is text, every picture lies here, and nothing is loaded from elsewhere.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Moderation\Kind;
use Throughline\Moderation\ReportPage;
use Throughline\Shares\Networks\Networks;
use Throughline\Stories\Photos;
use Throughline\Stories\Text;

use const Throughline\FILE;
use const Throughline\VERSION;

defined('ABSPATH') || exit();

/**
 * `waiting` is for moderators and its contributor: pictures that nobody else may see yet; `content` shows other words
 * than those that stand in it; `live` offers the original in a frame.
 *
 * @phpstan-import-type Content from Kind
 * @phpstan-import-type Share from Shares
 * @phpstan-import-type Photo from Photos
 * @phpstan-type Options array{waiting?: bool, content?: Content|null, live?: bool}
 */
final class Card {
	private const REL = 'nofollow ugc noopener';

	/**
	 * Safe HTML; '' when there is no such share.
	 *
	 * @param Options $options
	 */
	public static function html(int $id, array $options = []): string {
		$post = Shares::post($id);
		$share = Shares::get($id);
		$content = $options['content'] ?? Shares::content($id);
		if ($post === null || $share === null || $content === null) {
			return '';
		}
		$waiting = $options['waiting'] ?? false;
		if ($waiting) {
			self::style();
		}
		$photos = '';
		foreach (self::shown($id, $content) as $photo) {
			$photos .= $photo['hidden'] && !$waiting ? '' : self::photo($photo);
		}
		$html = sprintf(
			'<article class="throughline-share">%s%s%s%s%s%s</article>',
			$photos === '' ? '' : "<div class=\"throughline-share__photos\">$photos</div>",
			$content['title'] === ''
				? ''
				: '<p class="throughline-share__title" dir="auto">' .
					esc_html($content['title']) .
					'</p>',
			$content['text'] === ''
				? ''
				: '<div class="throughline-share__text" dir="auto">' .
					Text::escape(Text::to_html($content['text'])) .
					'</div>',
			self::source($share, Shares::contributor($post)),
			$options['live'] ?? false ? Live::html($share) : '',
			$waiting || is_feed()
				? ''
				: '<p class="throughline-share__report">' .
					ReportPage::link(Shares::KIND, $id) .
					'</p>',
		);
		// In a page's content WordPress would run the shortcodes that somebody wrote into a post.
		return str_replace('[', '&#91;', $html);
	}

	/**
	 * Whose post it is, where and when; how that is known; its label. Safe HTML.
	 *
	 * @param array{network: string, address: string, author: string, author_url: string, known: string, known_at: string, posted: string, label: string, ...} $share
	 */
	public static function source(array $share, string $contributor): string {
		$network = Networks::label($share['network']);
		$posted = Sentences::day($share['posted']);
		$parts = array_filter(
			[
				self::link($share['author'], $share['author_url'], 'throughline-share__author'),
				self::link($network, $share['address'], 'throughline-share__network'),
				$posted,
			],
			static fn(string $part): bool => $part !== '',
		);
		$label = Sentences::label($share['label']);
		return sprintf(
			'<p class="throughline-share__source">%s<span>%s</span><span class="throughline-share__known">%s</span></p>',
			$label === ''
				? ''
				: '<strong class="throughline-share__label">' . esc_html($label) . '</strong>',
			implode(' · ', $parts),
			Sentences::known($share, $contributor),
		);
	}

	/**
	 * What stands below a share on a wall; safe HTML.
	 *
	 * @param array{network: string, address: string, author: string, author_url: string, known: string, known_at: string, posted: string, label: string} $share
	 */
	public static function below(int $id, array $share, string $contributor): string {
		return sprintf(
			'<div class="throughline-share">%s<p class="throughline-share__report">%s</p></div>',
			self::source($share, $contributor),
			ReportPage::link(Shares::KIND, $id),
		);
	}

	/** A link to elsewhere, or the words alone where there is no address; safe HTML. */
	public static function link(string $words, string $address, string $class = ''): string {
		if ($words === '' || $address === '') {
			return $words === ''
				? ''
				: sprintf('<span class="%s">%s</span>', esc_attr($class), esc_html($words));
		}
		return sprintf(
			'<a class="%s" href="%s" rel="%s">%s</a>',
			esc_attr($class),
			esc_url($address, ['https']),
			self::REL,
			esc_html($words),
		);
	}

	/**
	 * @param Content $content
	 * @return list<Photo>
	 */
	private static function shown(int $id, array $content): array {
		$by_id = array_column(Photos::of_story($id), null, 'id');
		$shown = [];
		foreach ($content['photos'] as $photo) {
			if (isset($by_id[$photo['id']])) {
				$shown[] = ['alt' => $photo['alt']] + $by_id[$photo['id']];
			}
		}
		return $shown;
	}

	/** @param Photo $photo */
	private static function photo(array $photo): string {
		if ($photo['attachment'] > 0 && $photo['secret'] === '') {
			return wp_get_attachment_image($photo['attachment'], 'large', false, [
				'sizes' => '(min-width: 48em) 640px, 100vw',
				'loading' => 'lazy',
				'decoding' => 'async',
			]);
		}
		return sprintf(
			'<img src="%s" width="%d" height="%d" alt="%s" decoding="async">',
			esc_url(Photos::shown_address($photo['id'], 'large')),
			$photo['width'],
			$photo['height'],
			esc_attr($photo['alt']),
		);
	}

	/** The desk prints cards without their block. */
	private static function style(): void {
		wp_enqueue_style('throughline-share', plugins_url('Shares/card.css', FILE), [], VERSION);
		wp_style_add_data('throughline-share', 'path', __DIR__ . '/card.css');
	}
}
