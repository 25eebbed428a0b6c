<?php
// The quiet link under every comment by which everybody can report it, on block themes and classic ones.

namespace Throughline\Dialog;

use Throughline\Moderation\ReportPage;

defined('ABSPATH') || exit();

final class Report {
	/** After all that makes paragraphs of a comment's text, on its page alone. */
	public static function add_link(mixed $text, mixed $comment = null): mixed {
		if (
			!is_string($text) ||
			!($comment instanceof \WP_Comment) ||
			!Comments::is_ours($comment->comment_type) ||
			$comment->comment_approved !== '1' ||
			!is_singular() ||
			is_admin() ||
			is_feed() ||
			wp_is_serving_rest_request()
		) {
			return $text;
		}
		return $text .
			'<p class="throughline-report-line" style="font-size:.85em">' .
			ReportPage::link(Comments::KIND, (int) $comment->comment_ID) .
			'</p>';
	}
}
