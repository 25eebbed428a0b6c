<?php
// Photos become public with their story, and sealed again when it is taken back; killed anywhere, it ends well.

namespace Throughline\Stories;

use Throughline\Database;
use Throughline\Moderation\Outside;
use function Throughline\now;

defined('ABSPATH') || exit();

/** @phpstan-import-type Photo from Photos */
final class Publishing {
	/** No process takes longer to publish a story. */
	private const PATIENCE = 10 * MINUTE_IN_SECONDS;

	/** Brings photos and queue to where the story's status says; nothing to do is fine. */
	public static function follow(\WP_Post $story): void {
		$id = $story->ID;
		Database::transaction(static function () use ($id): bool {
			// Somebody else may have changed it again since: what it is now counts, and not what core tells.
			$story = Holder::lock($id);
			if ($story === null) {
				return true;
			}
			$public = $story->post_status === 'publish';
			$public ? self::publish($story) : self::withhold($story);
			Outside::observe(Holder::kind($story), $id, $public, $story->post_status === 'pending');
			return true;
		});
	}

	/** @return list<int> pieces whose photos or place in the queue disagree with their status */
	public static function left_behind(): array {
		$posts = Database::wpdb()->posts;
		$kinds = Holder::kinds();
		$marks = implode(', ', array_fill(0, count($kinds), '%s'));
		$rows = [
			...Database::rows(
				"SELECT DISTINCT post.ID FROM %i AS photo JOIN %i AS post ON post.ID = photo.story_id
				WHERE photo.mime <> '' AND ((photo.attachment_id > 0 AND (post.post_status <> 'publish' OR photo.hidden = 1))
				OR (photo.attachment_id = 0 AND post.post_status = 'publish' AND photo.hidden = 0)) LIMIT 100",
				Database::table('photos'),
				$posts,
			),
			...Database::rows(
				"SELECT post.ID FROM %i AS queue JOIN %i AS post ON post.ID = queue.piece_id
				WHERE queue.kind IN ($marks) AND ((queue.state = 'waiting' AND post.post_status <> 'pending')
				OR (queue.state = 'returned' AND post.post_status <> 'draft')) LIMIT 100",
				Database::table('queue'),
				$posts,
				...$kinds,
			),
		];
		return array_map(static fn(array $row): int => (int) $row['ID'], $rows);
	}

	/** Brings the photos of a story to where it and they belong, in the transaction that holds its lock. */
	public static function bring_photos(int $id): void {
		$story = Holder::get($id);
		if ($story === null) {
			return;
		}
		$story->post_status === 'publish' ? self::publish($story) : self::withhold($story);
		/** Tells that other photos of a story can be seen now, inside the transaction that writes it. */
		do_action('throughline_photos_changed', $id);
		// Caches of whole pages hear this.
		Database::after_commit(static fn() => clean_post_cache($id));
	}

	/** Makes its photos attachments; in the transaction under way where there is one. */
	private static function publish(\WP_Post $story): void {
		Database::transaction(static function () use ($story): bool {
			foreach (Photos::of_story($story->ID) as $photo) {
				if ($photo['hidden']) {
					self::withhold_photo($photo);
				} elseif ($photo['attachment'] === 0) {
					self::publish_photo($photo, $story);
				} elseif ($photo['secret'] !== '') {
					Database::after_commit(static fn() => self::settle($photo['id']));
				}
			}
			return true;
		});
	}

	/** Seals its photos again. */
	private static function withhold(\WP_Post $story): void {
		Database::transaction(static function () use ($story): bool {
			foreach (Photos::of_story($story->ID) as $photo) {
				self::withhold_photo($photo);
			}
			return true;
		});
	}

	/** @param Photo $photo */
	private static function withhold_photo(array $photo): void {
		if ($photo['attachment'] > 0 && $photo['secret'] === '') {
			self::seal_photo($photo);
		} elseif ($photo['attachment'] > 0) {
			Database::after_commit(static fn() => self::settle($photo['id']));
		}
	}

	/** Finishes what a killed process began. */
	public static function settle_all(): void {
		$table = Database::table('photos');
		foreach (
			Database::rows(
				"SELECT * FROM %i WHERE attachment_id > 0 AND secret <> '' LIMIT 200",
				$table,
			)
			as $row
		) {
			self::settle((int) $row['id']);
		}
		// Unsealed, but the story did not become public: nothing points to these files.
		$last = 0;
		do {
			$rows = Database::rows(
				"SELECT * FROM %i WHERE id > %d AND attachment_id = 0 AND mime <> '' ORDER BY id LIMIT 500",
				$table,
				$last,
			);
			foreach ($rows as $row) {
				$photo = Photos::from_row($row);
				$last = $photo['id'];
				self::delete_forgotten($photo);
			}
		} while (count($rows) === 500);
	}

	/** @param Photo $photo */
	private static function delete_forgotten(array $photo): void {
		foreach ($photo['sizes'] as $size) {
			$file = Photos::folder() . $size['file'];
			// A process that is publishing right now has just written it.
			if (is_file($file) && now() - (int) filemtime($file) > self::PATIENCE) {
				wp_delete_file($file);
			}
		}
	}

	/** @param Photo $photo */
	private static function publish_photo(array $photo, \WP_Post $story): void {
		foreach ($photo['sizes'] as $name => $size) {
			$file = Photos::folder() . $size['file'];
			wp_mkdir_p(dirname($file));
			Vault::open_to(Photos::sealed($photo, $name), $file, $photo['secret']);
		}
		$attachment = self::attachment($photo, $story);
		Database::write(
			'UPDATE %i SET attachment_id = %d WHERE id = %d',
			Database::table('photos'),
			$attachment,
			$photo['id'],
		);
		Database::after_commit(static fn() => self::settle($photo['id']));
	}

	/** @param Photo $photo */
	private static function attachment(array $photo, \WP_Post $story): int {
		$full = $photo['sizes']['full'];
		$id = wp_insert_attachment(
			wp_slash([
				'post_title' => Text::to_title(Stories::title($story)),
				'post_mime_type' => $full['mime'],
				'post_status' => 'inherit',
				'post_parent' => $story->ID,
				// Core would list the authors of attachments to anybody.
				'post_author' => 0,
				'guid' => wp_upload_dir(null, false)['baseurl'] . '/' . $full['file'],
			]),
			$full['file'],
			$story->ID,
			true,
		);
		if (is_wp_error($id)) {
			throw new \RuntimeException(esc_html($id->get_error_message()));
		}
		$sizes = [];
		foreach (array_diff_key($photo['sizes'], ['full' => true]) as $name => $size) {
			$sizes[$name] = [
				'file' => basename($size['file']),
				'width' => $size['width'],
				'height' => $size['height'],
				'mime-type' => $size['mime'],
				'filesize' => $size['bytes'],
			];
		}
		wp_update_attachment_metadata($id, [
			'width' => $full['width'],
			'height' => $full['height'],
			'file' => $full['file'],
			'filesize' => $full['bytes'],
			'sizes' => $sizes,
		]);
		update_post_meta($id, '_wp_attachment_image_alt', wp_slash($photo['alt']));
		return $id;
	}

	/** @param Photo $photo */
	private static function seal_photo(array $photo): void {
		$key = Vault::key();
		foreach ($photo['sizes'] as $name => $size) {
			Vault::seal(Photos::folder() . $size['file'], Photos::sealed($photo, $name), $key);
		}
		Database::write(
			'UPDATE %i SET secret = %s WHERE id = %d',
			Database::table('photos'),
			$key,
			$photo['id'],
		);
		Database::after_commit(static fn() => self::settle($photo['id']));
	}

	/**
	 * A photo that is both public and sealed is on its way: its story says where to. Does what is left to do,
	 * and nothing when it was done.
	 */
	private static function settle(int $id): void {
		$story = Photos::get($id)['story'] ?? 0;
		Database::transaction(static function () use ($id, $story): bool {
			$published = Holder::lock($story)?->post_status === 'publish';
			$photo = Photos::get($id);
			if ($photo === null || $photo['attachment'] === 0 || $photo['secret'] === '') {
				return true;
			}
			$table = Database::table('photos');
			if ($published && !$photo['hidden']) {
				Database::write("UPDATE %i SET secret = '' WHERE id = %d", $table, $id);
				Database::after_commit(static fn() => Photos::delete_sealed($photo));
				return true;
			}
			wp_delete_attachment($photo['attachment'], true);
			Photos::delete_public($photo);
			Database::write('UPDATE %i SET attachment_id = 0 WHERE id = %d', $table, $id);
			return true;
		});
	}
}
