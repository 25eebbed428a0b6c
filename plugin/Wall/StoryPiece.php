<?php
// A published story as a row of the pieces table.

namespace Throughline\Wall;

use Throughline\Stories\Photos;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Photo from Pieces
 * @phpstan-import-type Piece from Pieces
 */
final class StoryPiece {
	/** Wider than any card on any screen: left out of cards. */
	private const WIDEST = 2048;

	/** @return Piece */
	public static function of(\WP_Post $post): array {
		$photo = self::photo($post->ID);
		$name = Stories::kept_name($post->ID);
		return [
			'kind' => 'story',
			'id' => $post->ID,
			'published' => self::published($post),
			'contributor' => (int) $post->post_author,
			'department' => Stories::department($post->ID),
			'card' =>
				[
					'title' => $post->post_title,
					'excerpt' => Excerpt::of(Text::to_plain($post->post_content), $photo !== null),
					'slug' => $post->post_name,
					'photo' => $photo,
				] + ($name === '' ? [] : ['name' => $name]),
		];
	}

	/** A story that WP-CLI published straight from a draft may have no date in UTC yet. */
	public static function published(\WP_Post $post): string {
		return str_starts_with($post->post_date_gmt, '0000')
			? get_gmt_from_date($post->post_date)
			: $post->post_date_gmt;
	}

	/** @return Photo|null */
	public static function photo(int $story): ?array {
		foreach (Photos::of_story($story) as $photo) {
			if ($photo['hidden']) {
				continue;
			}
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
}
