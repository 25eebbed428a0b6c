<?php
// Pictures that people uploaded of themselves: two squares made anew, without anything that a camera wrote beside them.

declare(strict_types=1);

namespace Throughline\Dialog\Faces;

use Throughline\People\Person;
use Throughline\Stories\Images;

defined('ABSPATH') || exit();

final class Faces {
	/**
	 * Takes somebody's picture in, and the one before away.
	 *
	 * @param array<mixed> $file one entry of $_FILES
	 */
	public static function put(int $user, array $file): ?\WP_Error {
		$path = is_string($file['tmp_name'] ?? null) ? $file['tmp_name'] : '';
		if (($file['error'] ?? null) !== UPLOAD_ERR_OK || !is_uploaded_file($path)) {
			return new \WP_Error(
				'throughline_photo_unreadable',
				__('The picture did not arrive whole. Please send it again.', 'throughline'),
				['status' => 422, 'field' => 'photo'],
			);
		}
		$name = is_string($file['name'] ?? null) ? $file['name'] : '';
		$taken = Images::intake($path, $name, Person::EDGES);
		if (is_wp_error($taken)) {
			return $taken;
		}
		$face =
			bin2hex(random_bytes(16)) . '-%d.' . ($taken['mime'] === 'image/png' ? 'png' : 'jpg');
		$kept = wp_mkdir_p(self::folder());
		foreach ($taken['sizes'] as $edge => $size) {
			$to = self::folder() . sprintf($face, (int) $edge);
			// Temporary files are often on another disk, and nobody else's to read.
			$kept = $kept && @copy($size['path'], $to) && @chmod($to, 0644);
			wp_delete_file($size['path']);
		}
		if (!$kept) {
			self::delete($face);
			return new \WP_Error(
				'throughline_photo_not_kept',
				__('The picture could not be kept just now. Please send it again.', 'throughline'),
				['status' => 503, 'field' => 'photo'],
			);
		}
		self::remove($user);
		update_user_option($user, Person::FACE, $face);
		return null;
	}

	public static function remove(int $user): void {
		$face = get_user_option(Person::FACE, $user);
		if (is_string($face) && $face !== '') {
			delete_user_option($user, Person::FACE);
			self::delete($face);
		}
	}

	/** For uninstall.php. */
	public static function forget_everybody(): void {
		$files = glob(self::folder() . '*');
		foreach ($files === false ? [] : $files as $file) {
			wp_delete_file($file);
		}
		is_dir(self::folder()) && @rmdir(self::folder());
	}

	/**
	 * Where core or a theme shows an avatar, it is theirs; nobody else is asked for one.
	 *
	 * @param array<string, mixed> $avatar
	 * @return array<string, mixed>
	 */
	public static function avatar(array $avatar, mixed $whose): array {
		$user = match (true) {
			is_int($whose) => $whose,
			$whose instanceof \WP_User => $whose->ID,
			// A guest who enters a colleague's address does not get their face.
			$whose instanceof \WP_Comment => (int) $whose->user_id,
			$whose instanceof \WP_Post => (int) $whose->post_author,
			default => 0,
		};
		$picture = Person::picture($user, 192);
		return $picture === null || ($avatar['force_default'] ?? false) === true
			? $avatar
			: ['url' => $picture, 'found_avatar' => true] + $avatar;
	}

	/**
	 * @param array<string, array<string, mixed>> $erasers
	 * @return array<string, array<string, mixed>>
	 */
	public static function eraser(array $erasers): array {
		$erasers['throughline-face'] = [
			'eraser_friendly_name' => __('Throughline: own picture', 'throughline'),
			'callback' => [self::class, 'erase'],
		];
		return $erasers;
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public static function erase(string $mail): array {
		$user = get_user_by('email', $mail);
		$has = $user !== false && Person::picture($user->ID) !== null;
		if ($user !== false) {
			self::remove($user->ID);
		}
		return [
			'items_removed' => $has,
			'items_retained' => false,
			'messages' => [],
			'done' => true,
		];
	}

	private static function delete(string $face): void {
		foreach (Person::EDGES as $edge) {
			wp_delete_file(self::folder() . wp_basename(sprintf($face, $edge)));
		}
	}

	private static function folder(): string {
		return trailingslashit(wp_upload_dir(null, false)['basedir']) . Person::FACES . '/';
	}
}
