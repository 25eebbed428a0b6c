<?php
// Keeps the pieces table in step with what is published, whoever publishes.

namespace Throughline\Wall;

use Throughline\Database;
use Throughline\People\Departments;
use Throughline\Shares\Shares;
use Throughline\Stories\Holder;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

final class Projection {
	/** Of which posts there are cards, and what kinds of piece they are. */
	public const KINDS = [Stories::TYPE => 'story', Shares::TYPE => Shares::KIND];
	private const PHOTO_META = ['_wp_attachment_image_alt', '_wp_attachment_metadata'];

	public static function follow_status(string $new, string $old, \WP_Post $post): void {
		// What is new and not public was never on the wall.
		$kind = self::KINDS[$post->post_type] ?? '';
		if ($kind === '' || ($old === 'new' && $new !== 'publish')) {
			return;
		}
		$id = $post->ID;
		Database::transaction(static function () use ($id, $kind): bool {
			// Somebody else may have changed it again since: what it is now counts, and not what core tells.
			$piece = Holder::lock($id);
			if ($piece !== null && ($piece->post_status === 'publish' || Pieces::has($kind, $id))) {
				self::piece($piece);
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
		if (isset(self::KINDS[$post->post_type])) {
			Pieces::remove(self::KINDS[$post->post_type], $id);
		} elseif ($post->post_type === 'attachment' && $post->post_parent > 0) {
			self::follow($post->post_parent);
		}
	}

	/** Somebody described a picture in the media library, or made its sizes anew. */
	public static function follow_photo(mixed $meta_id, int $attachment, string $key): void {
		if (in_array($key, self::PHOTO_META, true)) {
			// While a story is being published its row does not exist yet, and is written last.
			self::follow_change((int) wp_get_post_parent_id($attachment));
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

	/** A piece has another name beneath it, or none, or other photos. */
	public static function follow_change(int $id): void {
		$kind = $id > 0 ? self::KINDS[(string) get_post_type($id)] ?? '' : '';
		if ($kind !== '' && Pieces::has($kind, $id)) {
			self::follow($id);
		}
	}

	/**
	 * Core writes a status first and tells afterwards: who is killed in between tells nobody. Finds the pieces
	 * whose rows disagree with their status.
	 */
	public static function catch_up(): void {
		foreach (self::KINDS as $type => $kind) {
			$rows = Database::rows(
				"SELECT post.ID FROM %i AS post LEFT JOIN %i AS piece
				ON piece.kind = %s AND piece.piece_id = post.ID AND piece.scope = 'all'
				WHERE post.post_type = %s AND (post.post_status = 'publish') <> (piece.piece_id IS NOT NULL)
				AND post.post_password = '' LIMIT 100",
				Database::wpdb()->posts,
				Database::table('pieces'),
				$kind,
				$type,
			);
			foreach ($rows as $row) {
				self::follow((int) $row['ID']);
			}
		}
	}

	/** Reads a piece anew. */
	public static function follow(int $id): void {
		$post = get_post($id);
		if ($post instanceof \WP_Post && isset(self::KINDS[$post->post_type])) {
			self::piece($post);
		}
	}

	private static function piece(\WP_Post $post): void {
		$piece =
			$post->post_status !== 'publish' || $post->post_password !== ''
				? null
				: match ($post->post_type) {
					Shares::TYPE => SharePiece::of($post),
					default => StoryPiece::of($post),
				};
		if ($piece === null) {
			Pieces::remove(self::KINDS[$post->post_type] ?? 'story', $post->ID);
			return;
		}
		Pieces::put($piece, [
			Pieces::ALL,
			...array_map([Pieces::class, 'scope'], Departments::upwards($piece['department'])),
		]);
	}
}
