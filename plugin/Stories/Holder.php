<?php
// The posts that photos belong to: stories, and whatever kinds below this feature say that they have photos, too.

declare(strict_types=1);

namespace Throughline\Stories;

use Throughline\Database;
use Throughline\Moderation\Kind;

defined('ABSPATH') || exit();

/** @phpstan-import-type Content from Kind */
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
		return self::kind_of($post->post_type);
	}

	/** The same by the post's type, whatever stands there. */
	public static function kind_of(mixed $type): string {
		return is_string($type) ? self::$types[$type] ?? '' : '';
	}

	/** Whatever its status; null where it holds no photos. */
	public static function get(int $id): ?\WP_Post {
		$post = get_post($id);
		return $post instanceof \WP_Post && self::kind($post) !== '' ? $post : null;
	}

	/**
	 * The post as it is now, which nobody else changes until the transaction under way ends. Comes first in a
	 * transaction: what was read before may be old.
	 */
	public static function lock(int $id): ?\WP_Post {
		Database::write('UPDATE %i SET ID = ID WHERE ID = %d', Database::wpdb()->posts, $id);
		wp_cache_delete($id, 'posts');
		return self::get($id);
	}

	/** @return Content|null what its contributor wrote; null for no post */
	public static function content(?\WP_Post $post): ?array {
		return $post === null
			? null
			: [
				'title' => Text::to_plain($post->post_title),
				'text' => Text::to_plain($post->post_content),
				'photos' => array_map(
					static fn(array $photo): array => [
						'id' => $photo['id'],
						'alt' => $photo['alt'],
					],
					Photos::of_story($post->ID),
				),
			];
	}

	/**
	 * Puts other words into it, inside the transaction that holds its lock; photos that are not named any more go.
	 *
	 * @param Content $content
	 */
	public static function rewrite(int $id, array $content): void {
		$result = wp_update_post(
			[
				'ID' => $id,
				'post_title' => wp_slash(Text::to_title(Text::line($content['title']))),
				'post_content' => wp_slash(Text::to_html($content['text'])),
			],
			true,
		);
		if (is_wp_error($result)) {
			throw new \RuntimeException(esc_html($result->get_error_message()));
		}
		Photos::arrange($id, $content['photos']);
	}
}
