<?php
// What can be followed: the dialog of a page that everybody may read, and a comment in it.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Dialog\Comments;

defined('ABSPATH') || exit();

/**
 * `comment` 0: all of it.
 *
 * @phpstan-type Place array{post: int, comment: int}
 */
final class Conversation {
	/** Whether strangers read it; of what they don't, nobody is told. */
	public static function is_open(int $post): bool {
		$page = get_post($post);
		return $page instanceof \WP_Post &&
			is_post_publicly_viewable($page) &&
			$page->post_password === '' &&
			post_type_supports($page->post_type, 'comments');
	}

	/**
	 * What an address names: post-12, or comment-34 for the answers to it.
	 *
	 * @return Place|null
	 */
	public static function named(string $name): ?array {
		if (preg_match('/^(post|comment)-(\d{1,18})$/D', $name, $part) !== 1) {
			return null;
		}
		return self::place(
			$part[1] === 'post'
				? ['post' => (int) $part[2], 'comment' => 0]
				: ['post' => 0, 'comment' => (int) $part[2]],
		);
	}

	/**
	 * The same, where it can be followed by everybody.
	 *
	 * @param Place $asked
	 * @return Place|null
	 */
	public static function place(array $asked): ?array {
		$comment = $asked['comment'] > 0 ? Comments::get($asked['comment']) : null;
		if (
			$asked['comment'] > 0 &&
			($comment === null ||
				// Whether there is one that waits is nobody's business but its writer's.
				($comment->comment_approved !== '1' && !self::is_own($comment)))
		) {
			return null;
		}
		$post = $comment === null ? $asked['post'] : (int) $comment->comment_post_ID;
		return self::is_open($post) ? ['post' => $post, 'comment' => $asked['comment']] : null;
	}

	/** @param Place $place */
	public static function name(array $place): string {
		return $place['comment'] > 0 ? "comment-{$place['comment']}" : "post-{$place['post']}";
	}

	private static function is_own(\WP_Comment $comment): bool {
		return (int) $comment->user_id > 0 && (int) $comment->user_id === get_current_user_id();
	}
}
