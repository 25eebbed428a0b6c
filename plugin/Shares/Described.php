<?php
// What the desk shows of shares, of twenty in two queries: what they have in common with stories, and where they come from.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Database;
use Throughline\Moderation\Kind;
use Throughline\Stories\Described as Posts;

defined('ABSPATH') || exit();

/** @phpstan-import-type Description from Kind */
final class Described {
	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, Description>
	 */
	public static function of(array $ids): array {
		$addresses = array_column(
			Database::rows(
				'SELECT post_id, address FROM %i WHERE post_id IN (' .
					implode(', ', array_fill(0, count($ids), '%d')) .
					')',
				Database::table('shares'),
				...$ids,
			),
			'address',
			'post_id',
		);
		$pieces = [];
		foreach (Posts::posts(Shares::TYPE, $ids) as $id => ['post' => $post, 'piece' => $piece]) {
			$address = $addresses[$id] ?? '';
			$pieces[$id] =
				[
					'title' => Shares::title($post),
					// It may stand on many pages, or on walls alone.
					'page' => 0,
					'link' => match (true) {
						$post->post_status !== 'publish' => null,
						$address === '' => home_url('/'),
						default => $address,
					},
				] + $piece;
		}
		return $pieces;
	}
}
