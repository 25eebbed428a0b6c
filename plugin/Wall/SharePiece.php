<?php
// A published share as a row of the pieces table.

declare(strict_types=1);

namespace Throughline\Wall;

use Throughline\Shares\Shares;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

defined('ABSPATH') || exit();

/** @phpstan-import-type Piece from Pieces */
final class SharePiece {
	/** @return Piece|null null where its row is gone */
	public static function of(\WP_Post $post): ?array {
		$share = Shares::get($post->ID);
		if ($share === null) {
			return null;
		}
		$photo = StoryPiece::photo($post->ID);
		$name = Stories::kept_name($post->ID);
		return [
			'kind' => Shares::KIND,
			'id' => $post->ID,
			'published' => StoryPiece::published($post),
			'contributor' => (int) $post->post_author,
			'department' => Stories::department($post->ID),
			'card' =>
				[
					'title' => Text::to_plain($post->post_title),
					'excerpt' => Excerpt::of(Text::to_plain($post->post_content), $photo !== null),
					'slug' => '',
					'photo' => $photo,
					'share' => [
						'network' => $share['network'],
						'address' => $share['address'],
						'author' => $share['author'],
						'author_url' => $share['author_url'],
						'known' => $share['known'],
						'known_at' => $share['known_at'],
						'posted' => $share['posted'],
						'label' => $share['label'],
					],
				] + ($name === '' ? [] : ['name' => $name]),
		];
	}
}
