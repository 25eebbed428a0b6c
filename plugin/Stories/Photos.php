<?php
// Photos of stories: sealed while they wait, attachments of their story once it is published.

namespace Throughline\Stories;

use Throughline\Contract;
use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Scope;
use Throughline\Stories\Image\Scratch;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Size array{width: int, height: int, mime: string, bytes: int, file: string}
 * @phpstan-type Photo array{
 *     id: int, contributor: int, upload: string, story: int, name: string, alt: string, width: int, height: int,
 *     mime: string, secret: string, path: string, sizes: array<string, Size>, attachment: int, hidden: bool
 * }
 */
final class Photos {
	// `secret` is the key of the sealed files, '' once they are published; `mime` is '' until all are written; what is
	// `hidden` stays sealed though its story is published.
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
hidden tinyint(1) NOT NULL DEFAULT 0,
created datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY upload (contributor,upload),
KEY story (story_id,position),
KEY created (story_id,created)";

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

	/** @return Photo|null whole or not: its `mime` is '' while it arrives */
	public static function by_upload(string $upload, int $contributor): ?array {
		$row = Database::row(
			'SELECT * FROM %i WHERE contributor = %d AND upload = %s',
			Database::table('photos'),
			$contributor,
			$upload,
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
	 * Puts a photo on a draft, as its last. A draft that was sent while the photo came in is none any more: what its
	 * story shows somebody has looked at.
	 */
	public static function attach(int $id, int $draft, int $contributor): void {
		Database::transaction(static function () use ($id, $draft, $contributor): bool {
			if (Holder::lock($draft)?->post_status === 'auto-draft') {
				self::put_last($id, $draft, $contributor);
			}
			return true;
		});
	}

	private static function put_last(int $id, int $draft, int $contributor): void {
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

	/**
	 * Brings a story's own photos into this order and gives them these alternative texts; what is not named goes.
	 *
	 * @param list<array{id: int, alt: string}> $photos
	 */
	public static function arrange(int $story, array $photos): void {
		$positions = array_flip(array_column($photos, 'id'));
		foreach (self::of_story($story) as $photo) {
			$position = $positions[$photo['id']] ?? null;
			if ($position === null) {
				self::delete($photo);
				continue;
			}
			$alt = mb_substr(Text::line($photos[$position]['alt']), 0, 1000);
			Database::write(
				'UPDATE %i SET position = %d, alt = %s WHERE id = %d',
				Database::table('photos'),
				$position,
				$alt,
				$photo['id'],
			);
			if ($photo['attachment'] > 0) {
				update_post_meta($photo['attachment'], '_wp_attachment_image_alt', wp_slash($alt));
			}
			unset($positions[$photo['id']]);
		}
		// What came with the change: photos of the same contributor that no story has yet.
		foreach ($positions as $id => $position) {
			Database::write(
				"UPDATE %i SET story_id = %d, position = %d, alt = %s
				WHERE id = %d AND contributor = %d AND story_id = 0 AND mime <> ''",
				Database::table('photos'),
				$story,
				$position,
				mb_substr(Text::line($photos[$position]['alt']), 0, 1000),
				$id,
				(int) (Holder::get($story)->post_author ?? 0),
			);
		}
	}

	/** Notes that a photo of this story is kept from the public, or that it isn't any more; false when nothing changed. */
	public static function hide(int $story, int $id, bool $hidden): bool {
		return Database::write(
			'UPDATE %i SET hidden = %d WHERE id = %d AND story_id = %d AND hidden <> %d',
			Database::table('photos'),
			(int) $hidden,
			$id,
			$story,
			(int) $hidden,
		) === 1;
	}

	/** Whether this person may look at it before it is published. */
	public static function may_see(int $id, int $user): bool {
		$photo = self::get($id);
		return $photo !== null &&
			$user > 0 &&
			($photo['contributor'] === $user ||
				(user_can($user, Capabilities::MODERATE) &&
					Scope::covers($user, Stories::department($photo['story']))));
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

	/**
	 * The address of a photo for the page that is being printed, whoever it is for: by their login, or, for the bearer
	 * of a link, signed for an hour. Whoever prints it has made sure that they may see it. '' when it is gone.
	 */
	public static function shown_address(int $id, string $size): string {
		$photo = self::get($id);
		if ($photo === null) {
			return '';
		}
		if ($photo['attachment'] > 0 && $photo['secret'] === '') {
			return (string) wp_get_attachment_image_url($photo['attachment'], $size);
		}
		$until = now() + HOUR_IN_SECONDS;
		return add_query_arg(
			get_current_user_id() > 0
				? ['_wpnonce' => wp_create_nonce('wp_rest')]
				: ['until' => $until, 'signed' => self::signature($id, $until)],
			self::address($id, $size),
		);
	}

	/** Whether an address was signed by shown_address(), not too long ago. */
	public static function is_signed(int $id, mixed $until, mixed $signed): bool {
		return is_string($until) &&
			is_string($signed) &&
			ctype_digit($until) &&
			(int) $until >= now() &&
			hash_equals(self::signature($id, (int) $until), $signed);
	}

	private static function signature(int $id, int $until): string {
		return hash_hmac('sha256', "throughline-photo|$id|$until", wp_salt('auth'));
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
			'hidden' => (bool) $row['hidden'],
		];
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
