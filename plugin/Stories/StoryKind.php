<?php
// How stories plug into Moderation.

namespace Throughline\Stories;

use Throughline\Moderation\HasPhotos;
use Throughline\Moderation\Kind;

defined('ABSPATH') || exit();

final class StoryKind implements Kind, HasPhotos {
	public function name(): string {
		return 'story';
	}

	public function label(): string {
		return __('Story', 'throughline');
	}

	public function describe(array $ids): array {
		return $ids === [] ? [] : Described::of($ids);
	}

	public function content(int $id): ?array {
		return Stories::content($id);
	}

	public function write(int $id, array $content): void {
		Holder::rewrite($id, $content);
	}

	/** A story stands by itself. */
	public function context(int $id): array {
		return [];
	}

	/** Its own. */
	public function page(int $id): int {
		return $id;
	}

	public function photos(int $id): array {
		$shown = [];
		foreach (Photos::of_story($id) as $photo) {
			// Core takes 0 for the post that is being shown.
			$src =
				$photo['hidden'] || $photo['attachment'] === 0
					? false
					: wp_get_attachment_image_url($photo['attachment'], 'medium');
			if (is_string($src)) {
				$shown[] = ['id' => $photo['id'], 'alt' => $photo['alt'], 'src' => $src];
			}
		}
		return $shown;
	}

	public function hide_photo(int $id, int $photo, bool $hidden): void {
		if (Photos::hide($id, $photo, $hidden)) {
			Publishing::bring_photos($id);
		}
	}

	public function lock(int $id): void {
		Holder::lock($id);
	}

	public function publish(int $id): void {
		self::set_status($id, 'publish');
	}

	public function withhold(int $id, string $state): void {
		self::set_status($id, $state === 'waiting' ? 'pending' : 'draft');
	}

	public function preview(int $id, ?array $content = null): string {
		return StoryView::html($id, true, $content);
	}

	public function limits(): array {
		return [
			'title' => Text::MAX_TITLE_LENGTH,
			'text' => Text::MAX_LENGTH,
			'photos' => Stories::MAX_PHOTOS,
		];
	}

	public function problem(array $content): ?\WP_Error {
		return Stories::problem(
			['submission' => '', 'department' => 0, 'recognisable' => 'nobody'] + $content,
		);
	}

	public function anonymise(int $id, string $name = ''): void {
		Stories::release($id, $name);
	}

	public function erase(int $id): void {
		wp_delete_post($id, true);
	}

	/** Guests send no stories yet. */
	public function by_mail(string $mail): array {
		return [];
	}

	public function take_photo(int $id, array $file, string $upload): int|\WP_Error {
		$photo = Upload::add($file, $upload, (int) (Stories::get($id)->post_author ?? 0));
		return is_wp_error($photo) ? $photo : $photo['id'];
	}

	public function set_people(int $id, string $people): void {
		update_post_meta($id, Stories::RECOGNISABLE, $people);
	}

	public function photo(int $photo): string {
		return Photos::shown_address($photo, 'thumbnail');
	}

	public function accepts(): string {
		return implode(',', Images::accepted_mimes());
	}

	private static function set_status(int $id, string $status): void {
		$post = ['ID' => $id, 'post_status' => $status];
		// Core would rather wait for a date that somebody gave the story; whoever publishes it means now.
		$date = get_post($id)->post_date_gmt ?? '';
		if (
			$status === 'publish' &&
			max(strtotime("$date UTC"), get_post_timestamp($id)) > time()
		) {
			$post += [
				'edit_date' => true,
				'post_date' => current_time('mysql'),
				'post_date_gmt' => current_time('mysql', true),
			];
		}
		$result = wp_update_post($post, true);
		if (is_wp_error($result)) {
			throw new \RuntimeException(esc_html($result->get_error_message()));
		}
		if (get_post_status($id) !== $status) {
			throw new \RuntimeException('Another plugin kept the story from changing its status.');
		}
	}
}
