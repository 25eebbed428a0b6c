<?php
// When somebody looks at a piece: before it appears, afterwards, or not at all; by page, by kind and by site.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Mode {
	/** Post meta of a page whose dialog or call has a rule of its own. */
	public const META = '_throughline_mode';
	public const MODES = ['before', 'after', 'off'];

	/** The page's own rule, else the kind's, else the site's. */
	public static function of(string $kind, int $page): string {
		$modes = Settings::get('modes');
		$own = self::of_page($page);
		$mode = match (true) {
			$own !== '' => $own,
			($modes[$kind] ?? '') !== '' => $modes[$kind],
			default => $modes['site'],
		};
		/** Filters when somebody looks at a kind of piece on a page: before, after or off. */
		$filtered = apply_filters('throughline_mode', $mode, $kind, $page);
		return in_array($filtered, self::MODES, true) ? $filtered : 'before';
	}

	/** A page's own rule; '' where it has none. */
	public static function of_page(int $page): string {
		$mode = $page > 0 ? get_post_meta($page, self::META, true) : '';
		return is_string($mode) && in_array($mode, self::MODES, true) ? $mode : '';
	}

	/** Gives a page its own rule; '' takes it away. */
	public static function set(int $page, string $mode): void {
		in_array($mode, self::MODES, true)
			? update_post_meta($page, self::META, $mode)
			: delete_post_meta($page, self::META);
	}

	/**
	 * The pages that have a rule of their own.
	 *
	 * @return list<array{id: int, title: string, link: string, mode: string}>
	 */
	public static function pages(): array {
		$posts = get_posts([
			'meta_key' => self::META,
			'post_type' => 'any',
			'post_status' => ['publish', 'private', 'draft', 'pending', 'future'],
			'numberposts' => 200,
			'orderby' => 'title',
			'order' => 'ASC',
		]);
		return array_map(
			static fn(\WP_Post $post): array => [
				'id' => $post->ID,
				'title' => html_entity_decode(get_the_title($post), ENT_QUOTES, 'UTF-8'),
				'link' => (string) get_permalink($post->ID),
				'mode' => self::of_page($post->ID),
			],
			array_values($posts),
		);
	}

	/** The page with this address or number; 0 when there is none. */
	public static function find(string $address): int {
		$page = ctype_digit($address) ? (int) $address : url_to_postid($address);
		// The front page has no address of its own among posts.
		if ($page === 0 && untrailingslashit($address) === untrailingslashit(home_url())) {
			$front = get_option('page_on_front');
			$page = is_numeric($front) ? (int) $front : 0;
		}
		return get_post($page === 0 ? -1 : $page) === null ? 0 : $page;
	}
}
