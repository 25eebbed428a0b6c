<?php
// What strangers learn about people who only submit: nothing that core would tell by itself.

namespace Throughline\People;

defined('ABSPATH') || exit();

final class Exposure {
	/**
	 * An author page names its author even without posts, and its address is the login name. Who doesn't
	 * write posts has none.
	 */
	public static function hide_author_page(): void {
		/** @var \WP_Query $wp_query */
		global $wp_query;
		if (!is_author()) {
			return;
		}
		$author = get_queried_object();
		if ($author instanceof \WP_User && !$author->has_cap('edit_posts')) {
			$wp_query->set_404();
			status_header(404);
			nocache_headers();
		}
	}

	/** Themes link an author's name to that page; the front page tells less. */
	public static function hide_author_link(string $link, int $author): string {
		return user_can($author, 'edit_posts') ? $link : home_url('/');
	}
}
