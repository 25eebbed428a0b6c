<?php
// Keeps the pieces table in step with what is published, whoever publishes.

namespace Throughline\Wall;

use Throughline\Database;
use Throughline\People\Departments;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

final class Projection {
	private const PHOTO_META = ['_wp_attachment_image_alt', '_wp_attachment_metadata'];

	public static function follow_status(string $new, string $old, \WP_Post $post): void {
		// What is new and not public was never on the wall.
		if ($post->post_type !== Stories::TYPE || ($old === 'new' && $new !== 'publish')) {
			return;
		}
		$id = $post->ID;
		Database::transaction(static function () use ($id): bool {
			// Somebody else may have changed it again since: what it is now counts, and not what core tells.
			$story = Stories::lock($id);
			if (
				$story !== null &&
				($story->post_status === 'publish' || Pieces::has('story', $id))
			) {
				self::story($story);
			}
			return true;
		});
	}

	public static function follow_terms(int $id, mixed $terms, mixed $taxonomy): void {
		// Both hooks name the taxonomy at another place.
		if ($taxonomy === Departments::TAXONOMY) {
			self::follow($id);
		}
	}

	/** @param list<int> $tt_ids */
	public static function follow_set_terms(
		int $id,
		mixed $terms,
		array $tt_ids,
		string $taxonomy,
	): void {
		self::follow_terms($id, $terms, $taxonomy);
	}

	public static function follow_deletion(int $id, \WP_Post $post): void {
		if ($post->post_type === Stories::TYPE) {
			Pieces::remove('story', $id);
		} elseif ($post->post_type === 'attachment' && $post->post_parent > 0) {
			self::follow($post->post_parent);
		}
	}

	/** Somebody described a picture in the media library, or made its sizes anew. */
	public static function follow_photo(mixed $meta_id, int $attachment, string $key): void {
		if (in_array($key, self::PHOTO_META, true)) {
			$story = (int) wp_get_post_parent_id($attachment);
			// While a story is being published its row does not exist yet, and is written last.
			if ($story > 0 && Pieces::has('story', $story)) {
				self::follow($story);
			}
		}
	}

	/** Somebody left, and what they published was given to another; core does that without a word to posts' hooks. */
	public static function follow_person(int $user, mixed $heir): void {
		if (is_numeric($heir) && (int) $heir > 0) {
			Database::write(
				'UPDATE %i SET contributor = %d WHERE contributor = %d',
				Database::table('pieces'),
				(int) $heir,
				$user,
			);
		}
	}

	/** A story has another name beneath it, or none, or other photos. */
	public static function follow_change(int $id): void {
		if (Pieces::has('story', $id)) {
			self::follow($id);
		}
	}

	/**
	 * Core writes a status first and tells afterwards: who is killed in between tells nobody. Finds the stories
	 * whose rows disagree with their status.
	 */
	public static function catch_up(): void {
		$rows = Database::rows(
			"SELECT post.ID FROM %i AS post LEFT JOIN %i AS piece
			ON piece.kind = 'story' AND piece.piece_id = post.ID AND piece.scope = 'all'
			WHERE post.post_type = %s AND (post.post_status = 'publish') <> (piece.piece_id IS NOT NULL)
			AND post.post_password = '' LIMIT 100",
			Database::wpdb()->posts,
			Database::table('pieces'),
			Stories::TYPE,
		);
		foreach ($rows as $row) {
			self::follow((int) $row['ID']);
		}
	}

	/** Reads a story anew. */
	public static function follow(int $id): void {
		$post = get_post($id);
		if ($post instanceof \WP_Post && $post->post_type === Stories::TYPE) {
			self::story($post);
		}
	}

	private static function story(\WP_Post $post): void {
		if ($post->post_status !== 'publish' || $post->post_password !== '') {
			Pieces::remove('story', $post->ID);
			return;
		}
		$piece = StoryPiece::of($post);
		Pieces::put($piece, [
			Pieces::ALL,
			...array_map([Pieces::class, 'scope'], Departments::upwards($piece['department'])),
		]);
	}
}
