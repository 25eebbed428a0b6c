<?php
// Photos of stories: sealed while they wait, attachments of their story once it is published.

namespace Throughline\Stories;

use Throughline\Contract;
use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\Stories\Image\Scratch;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Size array{width: int, height: int, mime: string, bytes: int, file: string}
 * @phpstan-type Photo array{
 *     id: int, contributor: int, upload: string, story: int, name: string, alt: string, width: int, height: int,
 *     mime: string, secret: string, path: string, sizes: array<string, Size>, attachment: int
 * }
 */
final class Photos {
	// `secret` is the key of the sealed files, '' once they are published; `mime` is '' until all are written.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
contributor bigint(20) unsigned NOT NULL,
upload char(36) NOT NULL,
story_id bigint(20) unsigned NOT NULL DEFAULT 0,
position smallint(5) unsigned NOT NULL DEFAULT 0,
name varchar(190) NOT NULL DEFAULT '',
alt text NOT NULL,
width int(10) unsigned NOT NULL DEFAULT 0,
height int(10) unsigned NOT NULL DEFAULT 0,
mime varchar(50) NOT NULL DEFAULT '',
secret char(64) NOT NULL DEFAULT '',
path varchar(190) NOT NULL,
files longtext NOT NULL,
attachment_id bigint(20) unsigned NOT NULL DEFAULT 0,
created datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY upload (contributor,upload),
KEY story (story_id,position),
KEY created (story_id,created)";

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
		$known = self::by_upload($upload, $contributor);
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

	/** @return Photo|null */
	public static function get(int $id): ?array {
		$row = Database::row(
			'SELECT * FROM %i WHERE id = %d AND mime <> %s',
			Database::table('photos'),
			$id,
			'',
		);
		return $row === null ? null : self::from_row($row);
	}

	/** @return list<Photo> in the order their contributor chose */
	public static function of_story(int $story): array {
		return array_map(
			[self::class, 'from_row'],
			Database::rows(
				"SELECT * FROM %i WHERE story_id = %d AND mime <> '' ORDER BY position, id",
				Database::table('photos'),
				$story,
			),
		);
	}

	/**
	 * The first photo of each of these stories.
	 *
	 * @param list<int> $stories
	 * @return array<int, int> photo ids by story id
	 */
	public static function first_of(array $stories): array {
		$first = [];
		$marks = implode(', ', array_fill(0, count($stories), '%d'));
		foreach (
			Database::rows(
				"SELECT id, story_id FROM %i WHERE story_id IN ($marks) AND mime <> '' ORDER BY story_id, position, id",
				Database::table('photos'),
				...$stories,
			)
			as $row
		) {
			$first[(int) $row['story_id']] ??= (int) $row['id'];
		}
		return $first;
	}

	/**
	 * Puts a photo on a draft, as its last.
	 */
	public static function attach(int $id, int $draft, int $contributor): void {
		Database::write(
			'UPDATE %i SET story_id = %d, position = %d WHERE id = %d AND contributor = %d AND story_id = 0',
			Database::table('photos'),
			$draft,
			count(self::of_story($draft)),
			$id,
			$contributor,
		);
	}

	/**
	 * Gives these photos to the story, in this order; whatever else its draft held is let go.
	 *
	 * @param list<array{id: int, alt: string}> $photos
	 * @return \WP_Error|null an error when one is gone, another's, or part of another story
	 */
	public static function claim(int $story, array $photos, int $contributor): ?\WP_Error {
		// One by one: to look for what is not there locks a gap, and two who then write into it lock each other out.
		foreach (self::of_story($story) as $held) {
			Database::write(
				'UPDATE %i SET story_id = 0 WHERE id = %d',
				Database::table('photos'),
				$held['id'],
			);
		}
		foreach ($photos as $position => $photo) {
			$claimed = Database::write(
				"UPDATE %i SET story_id = %d, position = %d, alt = %s
				WHERE id = %d AND contributor = %d AND story_id = 0 AND mime <> ''",
				Database::table('photos'),
				$story,
				$position,
				mb_substr(Text::line($photo['alt']), 0, 1000),
				$photo['id'],
				$contributor,
			);
			if ($claimed !== 1) {
				return new \WP_Error(
					'throughline_photo_gone',
					sprintf(
						/* translators: %d: number of the photo in the story, e.g. 2 */
						__(
							'Photo %d isn’t here any more. Please add it again; everything else is kept.',
							'throughline',
						),
						$position + 1,
					),
					['status' => 422, 'field' => 'photos', 'photo' => $photo['id']],
				);
			}
		}
		return null;
	}

	/** Whether this person may look at it before it is published. */
	public static function may_see(int $id, int $user): bool {
		$photo = self::get($id);
		return $photo !== null &&
			$user > 0 &&
			($photo['contributor'] === $user || user_can($user, Capabilities::MODERATE));
	}

	/**
	 * The picture itself, in the named size or the next that there is.
	 *
	 * @return array{bytes: string, mime: string}|null
	 */
	public static function bytes(int $id, string $size): ?array {
		$photo = self::get($id);
		if ($photo === null) {
			return null;
		}
		$size = isset($photo['sizes'][$size]) ? $size : 'full';
		$published = self::folder() . $photo['sizes'][$size]['file'];
		try {
			$bytes =
				$photo['secret'] === ''
					? (string) file_get_contents($published)
					: Vault::open(self::sealed($photo, $size), $photo['secret']);
		} catch (\RuntimeException) {
			return null;
		}
		return ['bytes' => $bytes, 'mime' => $photo['sizes'][$size]['mime']];
	}

	/** Takes a photo away that its contributor has not sent yet. */
	public static function remove_unsent(int $id, int $contributor): bool {
		$photo = self::get($id);
		if (
			$photo === null ||
			$photo['contributor'] !== $contributor ||
			($photo['story'] > 0 && get_post_status($photo['story']) !== 'auto-draft')
		) {
			return false;
		}
		self::delete($photo);
		return true;
	}

	/**
	 * Deletes a photo with all its files. Without the row's key no backup of the files shows it either.
	 *
	 * @param Photo $photo
	 */
	public static function delete(array $photo): void {
		Database::write('DELETE FROM %i WHERE id = %d', Database::table('photos'), $photo['id']);
		Database::after_commit(static function () use ($photo): void {
			if ($photo['attachment'] > 0) {
				wp_delete_attachment($photo['attachment'], true);
			}
			self::delete_sealed($photo);
			self::delete_public($photo);
		});
	}

	/**
	 * Somebody deleted a published photo in core's media library: it is gone here, too. One that is on its way back
	 * to being sealed has its key already, and stays.
	 */
	public static function forget_attachment(int $attachment): void {
		Database::write(
			"DELETE FROM %i WHERE attachment_id = %d AND secret = ''",
			Database::table('photos'),
			$attachment,
		);
	}

	/** The contributor's and the moderators' address of a photo; a nonce has to be added. */
	public static function address(int $id, string $size): string {
		return rest_url(Contract::REST . "/photos/$id/$size");
	}

	/**
	 * @param Photo $photo
	 * @return array<string, mixed>
	 */
	public static function to_contract(array $photo): array {
		return [
			'id' => $photo['id'],
			'upload' => $photo['upload'],
			'name' => $photo['name'],
			'width' => $photo['width'],
			'height' => $photo['height'],
			'alt' => $photo['alt'],
			'src' => [
				'thumbnail' => self::address($photo['id'], 'thumbnail'),
				'large' => self::address($photo['id'], 'large'),
			],
		];
	}

	/** Where pictures lie, with a slash at its end. */
	public static function folder(): string {
		return trailingslashit(wp_upload_dir(null, false)['basedir']);
	}

	/** @param Photo $photo */
	public static function sealed(array $photo, string $size): string {
		return self::folder() . $photo['path'] . "-$size";
	}

	/** @param Photo $photo */
	public static function delete_sealed(array $photo): void {
		foreach (array_keys($photo['sizes']) as $size) {
			Vault::remove(self::sealed($photo, $size));
		}
	}

	/** @param Photo $photo */
	public static function delete_public(array $photo): void {
		foreach ($photo['sizes'] as $size) {
			Vault::remove(self::folder() . $size['file']);
		}
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Photo
	 */
	public static function from_row(array $row): array {
		$sizes = json_decode((string) $row['files'], true);
		/** @var array<string, Size> $sizes */
		$sizes = is_array($sizes) ? $sizes : [];
		return [
			'id' => (int) $row['id'],
			'contributor' => (int) $row['contributor'],
			'upload' => (string) $row['upload'],
			'story' => (int) $row['story_id'],
			'name' => (string) $row['name'],
			'alt' => (string) $row['alt'],
			'width' => (int) $row['width'],
			'height' => (int) $row['height'],
			'mime' => (string) $row['mime'],
			'secret' => (string) $row['secret'],
			'path' => (string) $row['path'],
			'sizes' => $sizes,
			'attachment' => (int) $row['attachment_id'],
		];
	}

	/** @return Photo|null */
	private static function by_upload(string $upload, int $contributor): ?array {
		$row = Database::row(
			'SELECT * FROM %i WHERE contributor = %d AND upload = %s',
			Database::table('photos'),
			$contributor,
			$upload,
		);
		return $row === null ? null : self::from_row($row);
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
			self::delete($sent['known']);
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
		wp_mkdir_p(dirname(self::folder() . $path));
		try {
			foreach ($new === 1 ? $intake['sizes'] : [] as $size => $made) {
				Vault::seal($made['path'], self::folder() . "$path-$size", $key);
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
				wp_delete_file(self::folder() . "$path-$size");
			}
		}
		$photo = self::by_upload($sent['upload'], $sent['contributor']);
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

	/** Takes away what nobody claimed for a day, and what a killed process left behind. Once an hour. */
	public static function sweep(): void {
		$rows = Database::rows(
			'SELECT photo.* FROM %i AS photo LEFT JOIN %i AS post ON post.ID = photo.story_id
			WHERE (photo.story_id = 0 OR post.ID IS NULL) AND photo.created < %s LIMIT 200',
			Database::table('photos'),
			Database::wpdb()->posts,
			utc(now() - DAY_IN_SECONDS),
		);
		foreach ($rows as $row) {
			self::delete(self::from_row($row));
		}
		Publishing::settle_all();
		Scratch::sweep();
	}
}
