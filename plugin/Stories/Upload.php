<?php
// A photo's arrival: the uploaded file is judged, made anew and sealed, once for each upload id.

namespace Throughline\Stories;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Photo from Photos
 * @phpstan-import-type Size from Photos
 */
final class Upload {
	/** Photos that no story has claimed, per person: more than that is no story any more. */
	private const MAX_UNCLAIMED = 40;
	private const FOLDER = 'throughline';

	/**
	 * Takes an uploaded file in: one photo per upload id, however often it is sent.
	 *
	 * @param array<mixed> $file one entry of $_FILES
	 * @return Photo|\WP_Error
	 */
	public static function add(array $file, string $upload, int $contributor): array|\WP_Error {
		$known = Photos::by_upload($upload, $contributor);
		if ($known !== null && $known['mime'] !== '') {
			return $known;
		}
		$problem = self::problem($file, $contributor);
		if ($problem !== null) {
			return $problem;
		}
		$name = is_string($file['name'] ?? null) ? self::name($file['name']) : '';
		$intake = Images::intake(
			is_string($file['tmp_name'] ?? null) ? $file['tmp_name'] : '',
			$name,
		);
		if (is_wp_error($intake)) {
			return $intake;
		}
		try {
			return self::seal($intake, [
				'name' => $name,
				'upload' => $upload,
				'contributor' => $contributor,
				'known' => $known,
			]);
		} finally {
			foreach ($intake['sizes'] as $size) {
				is_file($size['path']) && wp_delete_file($size['path']);
			}
		}
	}

	/** @param array<mixed> $file */
	private static function problem(array $file, int $contributor): ?\WP_Error {
		$error = is_int($file['error'] ?? null) ? $file['error'] : UPLOAD_ERR_NO_FILE;
		if ($error === UPLOAD_ERR_INI_SIZE || $error === UPLOAD_ERR_FORM_SIZE) {
			return self::too_large();
		}
		if ($error !== UPLOAD_ERR_OK) {
			return new \WP_Error(
				'throughline_photo_unreadable',
				__('The photo did not arrive whole. Please send it again.', 'throughline'),
				['status' => 422, 'field' => 'photos'],
			);
		}
		$unclaimed = Database::row(
			'SELECT COUNT(*) AS held FROM %i WHERE story_id = 0 AND contributor = %d',
			Database::table('photos'),
			$contributor,
		);
		if ((int) ($unclaimed['held'] ?? 0) >= self::MAX_UNCLAIMED) {
			return new \WP_Error(
				'throughline_too_many_photos',
				__(
					'Many photos of yours wait for a story already. Please send that story first, or come back tomorrow.',
					'throughline',
				),
				['status' => 429, 'field' => 'photos'],
			);
		}
		return null;
	}

	public static function too_large(): \WP_Error {
		return new \WP_Error(
			'throughline_photo_too_large',
			sprintf(
				/* translators: %s: a size, e.g. 25 MB */
				__(
					'This photo is larger than %s. Please choose a smaller one, or let your phone reduce it when sharing.',
					'throughline',
				),
				(string) size_format(Images::max_upload_bytes()),
			),
			['status' => 413, 'field' => 'photos'],
		);
	}

	/**
	 * Seals the pictures. The row comes first, so that files of a process that is killed can be found; it counts
	 * as a photo only once all files are there.
	 *
	 * @param array{width: int, height: int, mime: string, sizes: array<string, array{path: string, width: int, height: int, mime: string, bytes: int}>} $intake
	 * @param array{name: string, upload: string, contributor: int, known: Photo|null} $sent
	 * @return Photo|\WP_Error
	 */
	private static function seal(array $intake, array $sent): array|\WP_Error {
		if ($sent['known'] !== null) {
			// Another try was killed halfway, or is still under way: this one takes its place.
			Photos::delete($sent['known']);
		}
		$token = bin2hex(random_bytes(16));
		$path = self::FOLDER . '/' . substr($token, 0, 2) . "/$token";
		$key = Vault::key();
		$files = self::files($intake['sizes']);
		$new = Database::write(
			'INSERT IGNORE INTO %i (contributor, upload, name, alt, secret, path, files, created)
			VALUES (%d, %s, %s, %s, %s, %s, %s, %s)',
			Database::table('photos'),
			$sent['contributor'],
			$sent['upload'],
			$sent['name'],
			'',
			$key,
			$path,
			(string) wp_json_encode($files),
			utc(),
		);
		$id = Database::inserted();
		wp_mkdir_p(dirname(Photos::folder() . $path));
		try {
			foreach ($new === 1 ? $intake['sizes'] : [] as $size => $made) {
				Vault::seal($made['path'], Photos::folder() . "$path-$size", $key);
			}
			$done =
				$new === 1 &&
				Database::write(
					"UPDATE %i SET mime = %s, width = %d, height = %d WHERE id = %d AND mime = ''",
					Database::table('photos'),
					$intake['mime'],
					$intake['width'],
					$intake['height'],
					$id,
				) === 1;
		} catch (\RuntimeException) {
			$done = false;
			Database::write('DELETE FROM %i WHERE id = %d', Database::table('photos'), $id);
		}
		if (!$done) {
			foreach (array_keys($intake['sizes']) as $size) {
				wp_delete_file(Photos::folder() . "$path-$size");
			}
		}
		$photo = Photos::by_upload($sent['upload'], $sent['contributor']);
		return $photo !== null && $photo['mime'] !== ''
			? $photo
			: new \WP_Error(
				'throughline_photo_not_kept',
				__('The photo could not be kept just now. Please send it again.', 'throughline'),
				['status' => 503, 'field' => 'photos'],
			);
	}

	/**
	 * The names under which the files will be public: as hard to guess as the sealed ones, and not the same.
	 *
	 * @param array<string, array{path: string, width: int, height: int, mime: string, bytes: int}> $sizes
	 * @return array<string, Size>
	 */
	private static function files(array $sizes): array {
		$token = bin2hex(random_bytes(16));
		$base = self::FOLDER . '/' . substr($token, 0, 2) . "/$token";
		$files = [];
		foreach ($sizes as $name => $size) {
			$extension = $size['mime'] === 'image/png' ? 'png' : 'jpg';
			$suffix = $name === 'full' ? '' : "-{$size['width']}x{$size['height']}";
			$files[$name] = [
				'width' => $size['width'],
				'height' => $size['height'],
				'mime' => $size['mime'],
				'bytes' => $size['bytes'],
				'file' => "$base$suffix.$extension",
			];
		}
		return $files;
	}

	/** What its sender called it: no folders, one line. */
	private static function name(string $name): string {
		return mb_substr(Text::line(wp_basename(str_replace('\\', '/', $name))), 0, 180);
	}
}
