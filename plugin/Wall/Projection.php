<?php
// Keeps the pieces table in step with what is published, whoever publishes, and builds it anew.

namespace Throughline\Wall;

use Throughline\Database;
use Throughline\People\Departments;
use Throughline\Stories\Photos;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Photo from Pieces
 * @phpstan-import-type Scope from Pieces
 */
final class Projection {
	/** The event that builds the table anew, a batch each time. */
	public const REBUILD = 'throughline_rebuild_wall';
	private const BATCH = 100;
	private const PHOTO_META = ['_wp_attachment_image_alt', '_wp_attachment_metadata'];
	/** Wider than any card on any screen: left out of cards. */
	private const WIDEST = 2048;

	/** @var list<int> */
	private static array $moving = [];

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

	/** Runs before a department is changed: a new name moves nothing, a new parent does. */
	public static function note_move(mixed $parent, int $term, string $taxonomy): mixed {
		if ($taxonomy === Departments::TAXONOMY) {
			$before = get_term($term, $taxonomy);
			if ($before instanceof \WP_Term && $before->parent !== $parent) {
				self::$moving[] = $term;
			}
		}
		return $parent;
	}

	/** A department that moved takes all below it along: other ancestors than before. */
	public static function follow_department(int $term): void {
		if (!in_array($term, self::$moving, true)) {
			return;
		}
		self::$moving = array_values(array_diff(self::$moving, [$term]));
		$below = get_term_children($term, Departments::TAXONOMY);
		/** @var list<int> $below */
		$below = is_array($below) ? $below : [];
		foreach ([$term, ...$below] as $department) {
			self::move_department($department);
		}
	}

	public static function forget_department(int $term): void {
		Database::write(
			"DELETE FROM %i WHERE scope = 'department' AND scope_id = %d",
			Database::table('pieces'),
			$term,
		);
	}

	/** Builds the table anew from what is published; every row that should not be there goes. */
	public static function rebuild(): void {
		for ($after = 0; $after !== null; ) {
			$after = self::rebuild_batch($after);
		}
	}

	/** The same in the background, so that no request takes long. */
	public static function rebuild_later(int $after = 0): void {
		if (wp_next_scheduled(self::REBUILD, [$after]) === false) {
			wp_schedule_single_event(time(), self::REBUILD, [$after]);
		}
	}

	public static function rebuild_some(int $after): void {
		$until = time() + 10;
		do {
			$after = self::rebuild_batch($after);
		} while ($after !== null && time() < $until);
		if ($after !== null) {
			self::rebuild_later($after);
		}
	}

	/** @return int|null the last story of this batch; null when there are none left */
	private static function rebuild_batch(int $after): ?int {
		$ids = array_map(
			static fn(array $row): int => (int) $row['ID'],
			Database::rows(
				"SELECT ID FROM %i WHERE post_type = %s AND post_status = 'publish' AND ID > %d ORDER BY ID LIMIT %d",
				Database::wpdb()->posts,
				Stories::TYPE,
				$after,
				self::BATCH,
			),
		);
		$last = count($ids) === self::BATCH ? end($ids) : PHP_INT_MAX;
		$marks = implode(', ', array_fill(0, count($ids) + 1, '%d'));
		Database::write(
			"DELETE FROM %i WHERE kind = 'story' AND piece_id > %d AND piece_id <= %d AND piece_id NOT IN ($marks)",
			Database::table('pieces'),
			$after,
			$last,
			0,
			...$ids,
		);
		_prime_post_caches($ids);
		foreach ($ids as $id) {
			self::follow($id);
		}
		return $last === PHP_INT_MAX ? null : $last;
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

	private static function follow(int $id): void {
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
		$department = Stories::department($post->ID);
		$photo = self::photo($post->ID);
		Pieces::put(
			[
				'kind' => 'story',
				'id' => $post->ID,
				'published' => self::published($post),
				'contributor' => (int) $post->post_author,
				'department' => $department,
				'card' => [
					'title' => $post->post_title,
					'excerpt' => Excerpt::of(Text::to_plain($post->post_content), $photo !== null),
					'slug' => $post->post_name,
					'photo' => $photo,
				],
			],
			self::scopes($department),
		);
	}

	/** A story that WP-CLI published straight from a draft may have no date in UTC yet. */
	private static function published(\WP_Post $post): string {
		return str_starts_with($post->post_date_gmt, '0000')
			? get_gmt_from_date($post->post_date)
			: $post->post_date_gmt;
	}

	/** @return list<Scope> */
	private static function scopes(int $department): array {
		return [
			Pieces::ALL,
			...array_map([Pieces::class, 'scope'], Departments::upwards($department)),
		];
	}

	/** @return Photo|null */
	private static function photo(int $story): ?array {
		foreach (Photos::of_story($story) as $photo) {
			$meta =
				$photo['attachment'] > 0 ? wp_get_attachment_metadata($photo['attachment']) : false;
			if (!is_array($meta) || !isset($meta['file'], $meta['width'], $meta['height'])) {
				continue;
			}
			$alt = get_post_meta($photo['attachment'], '_wp_attachment_image_alt', true);
			return [
				'id' => $photo['attachment'],
				'alt' => is_string($alt) ? $alt : '',
				'dir' => dirname($meta['file']) . '/',
				'sizes' => self::sizes($meta),
			];
		}
		return null;
	}

	/**
	 * @param array{file: string, width: int, height: int, sizes?: array<string, array{file: string, width: int, height: int, ...}>, ...} $meta
	 * @return list<array{int, int, string}>
	 */
	private static function sizes(array $meta): array {
		[$width, $height] = [$meta['width'], $meta['height']];
		$sizes = [$width => [$width, $height, basename($meta['file'])]];
		foreach ($meta['sizes'] ?? [] as $size) {
			// Squares that were cut out are another picture.
			if (wp_image_matches_ratio($width, $height, $size['width'], $size['height'])) {
				$sizes[$size['width']] = [$size['width'], $size['height'], $size['file']];
			}
		}
		ksort($sizes);
		$fitting = array_filter(
			$sizes,
			static fn(int $wide): bool => $wide <= self::WIDEST,
			ARRAY_FILTER_USE_KEY,
		);
		return array_values($fitting === [] ? $sizes : $fitting);
	}

	/** Writes the scopes of all pieces of one department anew, in a handful of queries however many they are. */
	private static function move_department(int $department): void {
		$table = Database::table('pieces');
		Database::transaction(static function () use ($department, $table): bool {
			Database::write(
				"DELETE FROM %i WHERE scope = 'department' AND department = %d",
				$table,
				$department,
			);
			foreach (Departments::upwards($department) as $ancestor) {
				Database::write(
					"INSERT INTO %i (kind, piece_id, scope, scope_id, published, contributor, department, card)
					SELECT kind, piece_id, 'department', %d, published, contributor, department, card FROM %i
					WHERE scope = 'all' AND department = %d",
					$table,
					$ancestor,
					$table,
					$department,
				);
			}
			return true;
		});
	}
}
