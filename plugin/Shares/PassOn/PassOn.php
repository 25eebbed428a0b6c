<?php
// The bar by which visitors and colleagues pass a page on: links that ask nobody before they are pressed.

declare(strict_types=1);

namespace Throughline\Shares\PassOn;

use Throughline\Blocks;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

/** @phpstan-type Attributes array<string, mixed> */
final class PassOn {
	/** @var array<int, int> how many bars a page has had in this request: ids in them differ */
	private static array $bars = [];

	/**
	 * Safe HTML; '' where there is no page that others could open.
	 *
	 * @param Attributes $attributes
	 */
	public static function render(array $attributes, int $post): string {
		if (is_feed() || is_embed() || !self::is_public($post)) {
			return '';
		}
		self::$bars[$post] = (self::$bars[$post] ?? 0) + 1;
		Blocks::config();
		wp_interactivity_config('throughline/pass-on', [
			'phrases' => [
				'copied' => __('The address is in the clipboard.', 'throughline'),
				'words' => __('The words are in the clipboard.', 'throughline'),
				'copy' => __('Copy this address:', 'throughline'),
				'marked' => __('The words are marked: copy them now.', 'throughline'),
				'qr' => __('QR code that leads to this page', 'throughline'),
			],
		]);
		$url = (string) get_permalink($post);
		// As text: the networks' addresses carry no entities.
		$title = html_entity_decode(get_the_title($post), ENT_QUOTES | ENT_HTML5, 'UTF-8');
		$channels = Channels::chosen($attributes['networks'] ?? []);
		$html = sprintf(
			'<section %s aria-label="%s">%s<ul class="throughline-pass-on__links">%s%s%s%s</ul>%s<p role="status" class="throughline-pass-on__said"></p>%s</section>',
			get_block_wrapper_attributes([
				'class' => 'throughline-pass-on',
				'data-post' => (string) $post,
				'data-url' => $url,
				'data-title' => $title,
			]),
			esc_attr__('Pass this page on', 'throughline'),
			self::heading($attributes),
			self::button('device', __('Share …', 'throughline')),
			Channels::links($channels, ['url' => $url, 'title' => $title]),
			self::button('copy', __('Copy the address', 'throughline')),
			self::button('qr', __('QR code', 'throughline')),
			in_array('fediverse', $channels, true)
				? '<details class="throughline-pass-on__server"><summary>' .
					esc_html__('Mastodon and the fediverse', 'throughline') .
					'</summary>' .
					Fediverse::form($post) .
					'</details>'
				: '',
			Stories::may_submit()
				? Colleagues::html($post, self::$bars[$post], $attributes, $channels)
				: '',
		);
		// In a page's content WordPress would run what somebody took for a shortcode.
		return str_replace('[', '&#91;', $html);
	}

	/** Whether everybody can open it: only such a page can be passed on. */
	public static function is_public(int $post): bool {
		$page = $post > 0 ? get_post($post) : null;
		return $page instanceof \WP_Post &&
			$page->post_password === '' &&
			is_post_publicly_viewable($page);
	}

	/** @param Attributes $attributes */
	private static function heading(array $attributes): string {
		$level = $attributes['level'] ?? 2;
		$level = in_array($level, [2, 3, 4], true) ? $level : 2;
		$words = is_string($attributes['heading'] ?? null) ? trim($attributes['heading']) : '';
		return ($attributes['showHeading'] ?? true) === false
			? ''
			: sprintf(
				'<h%1$d>%2$s</h%1$d>',
				$level,
				esc_html($words !== '' ? $words : __('Pass it on', 'throughline')),
			);
	}

	/** What only a script can do appears with it. */
	private static function button(string $id, string $label): string {
		return sprintf(
			'<li hidden><button type="button" data-pass="%s">%s</button></li>',
			esc_attr($id),
			esc_html($label),
		);
	}
}
