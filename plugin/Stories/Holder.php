<?php
// The posts that photos belong to: stories, and whatever kinds below this feature say that they have photos, too.

declare(strict_types=1);

namespace Throughline\Stories;

use Throughline\Database;

defined('ABSPATH') || exit();

final class Holder {
	/** @var array<string, string> post type => kind of piece */
	private static array $types = [Stories::TYPE => 'story'];

	public static function add(string $type, string $kind): void {
		self::$types[$type] = $kind;
	}

	/** @return list<string> */
	public static function kinds(): array {
		return array_values(self::$types);
	}

	/** The kind of piece that a post is; '' where it holds no photos. */
	public static function kind(\WP_Post $post): string {
		return self::$types[$post->post_type] ?? '';
	}

	/** Whatever its status; null where it holds no photos. */
	public static function get(int $id): ?\WP_Post {
		$post = get_post($id);
		return $post instanceof \WP_Post && self::kind($post) !== '' ? $post : null;
	}

	/** As Stories::lock() */
	public static function lock(int $id): ?\WP_Post {
		Database::write('UPDATE %i SET ID = ID WHERE ID = %d', Database::wpdb()->posts, $id);
		wp_cache_delete($id, 'posts');
		return self::get($id);
	}
}
