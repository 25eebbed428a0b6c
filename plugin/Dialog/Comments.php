<?php
// Core's comments, as we read them: those of type comment alone, never pings, notes or another plugin's records.

namespace Throughline\Dialog;

use Throughline\Database;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

final class Comments {
	public const KIND = 'comment';
	/** Characters that a comment may have when its contributor changes it. */
	public const MAX_LENGTH = 10000;

	public static function get(int $id): ?\WP_Comment {
		$comment = $id > 0 ? get_comment($id) : null;
		return $comment instanceof \WP_Comment && self::is_ours($comment->comment_type)
			? $comment
			: null;
	}

	/** Comments of long ago have no type. */
	public static function is_ours(string $type): bool {
		return in_array($type, ['comment', ''], true);
	}

	/** The comment as it is now, which nobody else changes until the transaction under way ends. */
	public static function lock(int $id): ?\WP_Comment {
		Database::write(
			'UPDATE %i SET comment_ID = comment_ID WHERE comment_ID = %d',
			Database::wpdb()->comments,
			$id,
		);
		wp_cache_delete($id, 'comment');
		return self::get($id);
	}

	/** The department whose page it stands on; 0 for none. */
	public static function department(\WP_Comment $comment): int {
		return self::department_of_page((int) $comment->comment_post_ID);
	}

	public static function department_of_page(int $page): int {
		$terms = get_the_terms($page, Departments::TAXONOMY);
		return is_array($terms) && isset($terms[0]) ? $terms[0]->term_id : 0;
	}

	/** Its own address, which opens it in its context; core's function would count the comments before it. */
	public static function link(\WP_Comment $comment): string {
		$id = $comment->comment_ID;
		return add_query_arg(
			View\Request::COMMENT,
			$id,
			(string) get_permalink((int) $comment->comment_post_ID),
		) . "#comment-$id";
	}

	/** What it says, in one line without markup. */
	public static function plain(\WP_Comment $comment): string {
		$text = html_entity_decode(
			wp_strip_all_tags($comment->comment_content, true),
			ENT_QUOTES | ENT_HTML5,
			'UTF-8',
		);
		return trim((string) preg_replace('/\s+/u', ' ', $text));
	}

	public static function shorten(string $line, int $length): string {
		return mb_strlen($line) > $length ? rtrim(mb_substr($line, 0, $length - 1)) . '…' : $line;
	}

	public static function page_title(int $page): string {
		return html_entity_decode(get_the_title($page), ENT_QUOTES | ENT_HTML5, 'UTF-8');
	}
}
