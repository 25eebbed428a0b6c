<?php
// How stories plug into Moderation.

namespace Throughline\Stories;

use Throughline\Moderation\Kind;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

final class StoryKind implements Kind {
	public function name(): string {
		return 'story';
	}

	public function describe(array $ids): array {
		if ($ids === []) {
			return [];
		}
		_prime_post_caches($ids);
		$photos = Photos::first_of($ids);
		$pieces = [];
		foreach ($ids as $id) {
			$post = Stories::get($id);
			if ($post === null) {
				continue;
			}
			$pieces[$id] = [
				'title' => Stories::title($post),
				'excerpt' => Text::excerpt($post->post_content),
				'text' => Text::to_plain($post->post_content),
				'contributor' => (int) $post->post_author,
				'department' => Stories::department($id),
				'thumbnail' => isset($photos[$id])
					? Photos::address($photos[$id], 'thumbnail')
					: null,
				'people' => Stories::recognisable($id),
				'link' => $post->post_status === 'publish' ? get_permalink($post) : null,
			];
		}
		return $pieces;
	}

	public function lock(int $id): void {
		Stories::lock($id);
	}

	public function publish(int $id): void {
		self::set_status($id, 'publish');
	}

	public function withhold(int $id, string $state): void {
		self::set_status($id, $state === 'waiting' ? 'pending' : 'draft');
	}

	public function preview(int $id): string {
		return StoryView::html($id, true);
	}

	private static function set_status(int $id, string $status): void {
		$result = wp_update_post(['ID' => $id, 'post_status' => $status], true);
		if (is_wp_error($result)) {
			throw new \RuntimeException(esc_html($result->get_error_message()));
		}
		if (get_post_status($id) !== $status) {
			throw new \RuntimeException('Another plugin kept the story from changing its status.');
		}
	}
}
