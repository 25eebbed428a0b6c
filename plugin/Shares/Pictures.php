<?php
// Copies a post's pictures, once somebody said that they may be: made anew and sealed like photos of stories.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Shares\Fetch\Outcome;
use Throughline\Shares\Fetch\Picture;
use Throughline\Stories\Upload;

defined('ABSPATH') || exit();

/** @phpstan-import-type Share from Shares */
final class Pictures {
	/**
	 * Photos that belong to nothing yet. What can't be copied is left out: the card does without.
	 *
	 * @param Share $share
	 * @param list<array{url: string, alt: string}> $pictures
	 * @return list<array{id: int, alt: string}>
	 */
	public static function copy(array $share, array $pictures): array {
		$user = (int) (Shares::post($share['id'])->post_author ?? 0);
		if ($share['permission'] === 'none' || $user === 0) {
			return [];
		}
		$photos = [];
		foreach (array_slice($pictures, 0, Shares::MAX_PHOTOS) as $number => $picture) {
			$answer = Picture::fetch($picture['url'], $share['network']);
			$photo =
				$answer['outcome'] === Outcome::FINE
					? self::take($answer['bytes'], self::upload($share['id'], $number), $user)
					: 0;
			if ($photo > 0) {
				$photos[] = ['id' => $photo, 'alt' => mb_substr($picture['alt'], 0, 1000)];
			}
		}
		return $photos;
	}

	private static function take(string $bytes, string $upload, int $user): int {
		require_once ABSPATH . 'wp-admin/includes/file.php';
		$file = wp_tempnam('throughline-share');
		try {
			file_put_contents($file, $bytes);
			$photo = Upload::add(
				['error' => UPLOAD_ERR_OK, 'tmp_name' => $file, 'name' => ''],
				$upload,
				$user,
			);
			return is_wp_error($photo) ? 0 : $photo['id'];
		} finally {
			wp_delete_file($file);
		}
	}

	/** The same for every try: a process that was killed halfway leaves nothing twice. */
	private static function upload(int $share, int $number): string {
		$hash = hash_hmac('md5', "share $share $number", wp_salt('auth'));
		return vsprintf('%s-%s-%s-%s-%s', [
			substr($hash, 0, 8),
			substr($hash, 8, 4),
			substr($hash, 12, 4),
			substr($hash, 16, 4),
			substr($hash, 20),
		]);
	}
}
