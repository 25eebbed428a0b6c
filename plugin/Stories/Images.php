<?php
// Takes a photo in: upright, in all sizes, and without anything that its camera wrote beside the picture.

declare(strict_types=1);

namespace Throughline\Stories;

use Throughline\Stories\Image\GdPicture;
use Throughline\Stories\Image\Header;
use Throughline\Stories\Image\ImagickPicture;
use Throughline\Stories\Image\Jpeg;
use Throughline\Stories\Image\Memory;
use Throughline\Stories\Image\Picture;
use Throughline\Stories\Image\Png;
use Throughline\Stories\Image\Refused;
use Throughline\Stories\Image\Scratch;
use Throughline\Stories\Image\Sizes;
use Throughline\Stories\Image\Type;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Size array{path: string, width: int, height: int, mime: string, bytes: int}
 * @phpstan-type Taken array{width: int, height: int, mime: string, sizes: array<string, Size>}
 */
final class Images {
	public const MAX_BYTES = 25 * MB_IN_BYTES;
	/** Known before anything is decoded. */
	public const MAX_PIXELS = 50_000_000;
	/** Pixels of the longer side, as in core (big_image_size_threshold). */
	public const MAX_EDGE = 2560;
	/** Of JPEG, as in core. */
	public const QUALITY = 82;
	private const MAX_NAME = 80;

	/** Bytes that one photo may have on this server. */
	public static function max_upload_bytes(): int {
		return min(self::MAX_BYTES, wp_max_upload_size());
	}

	/** @return list<string> */
	public static function accepted_mimes(): array {
		$mimes = array_map(static fn(Type $type): string => $type->value, Type::accepted());
		return in_array(Type::Heic->value, $mimes, true) ? [...$mimes, 'image/heif'] : $mimes;
	}

	/** @param 'gd'|'imagick' $library */
	public static function may_use(string $library): bool {
		/** @param list<string> $libraries what may decode photos: a site can leave out one that gives it trouble */
		return in_array(
			$library,
			(array) apply_filters('throughline_image_libraries', ['gd', 'imagick']),
			true,
		);
	}

	/** A file's name as it may stand in a sentence: no folders, no control characters, no marks that turn the text around. */
	public static function display_name(string $name): string {
		$name = wp_basename(strtr(wp_check_invalid_utf8($name, true), '\\', '/'));
		$name = trim((string) preg_replace('/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]+/u', '', $name));
		$name =
			mb_strlen($name) > self::MAX_NAME
				? mb_substr($name, 0, self::MAX_NAME - 1) . '…'
				: $name;
		return $name === '' ? __('Your photo', 'throughline') : $name;
	}

	/**
	 * Writes a temporary file for each registered size, and "full". They are the caller's to move or delete.
	 *
	 * @param list<int> $squares edges in pixels: the middle of the picture in these sizes instead
	 * @param string $path the file as it was sent; it is left where it is
	 * @param string $name as its sender calls it, only for messages: what a file is, its content tells
	 * @return Taken|\WP_Error
	 */
	public static function intake(
		string $path,
		string $name,
		array $squares = [],
	): array|\WP_Error {
		$limit = ini_get('memory_limit');
		wp_raise_memory_limit('image');
		$scratch = new Scratch();
		try {
			$taken = self::take($path, $scratch, $squares);
			$scratch->keep(array_column($taken['sizes'], 'path'));
			return $taken;
		} catch (Refused $refused) {
			return $refused->to_error(self::display_name($name));
		} catch (\ImagickException $error) {
			return (new Refused('unreadable', 0, $error))->to_error(self::display_name($name));
		} finally {
			$scratch->clear();
			gc_mem_caches();
			// Refused by PHP, with a warning, when more is in use.
			@ini_set('memory_limit', $limit);
		}
	}

	/**
	 * @param list<int> $squares
	 * @return Taken
	 */
	private static function take(string $path, Scratch $scratch, array $squares): array {
		if (!is_file($path)) {
			throw new Refused('not_stored');
		}
		if ((int) filesize($path) > self::MAX_BYTES) {
			throw new Refused('too_large', self::MAX_BYTES);
		}
		$header = Header::read((string) file_get_contents($path));
		if ($header->pixels() > self::MAX_PIXELS) {
			throw new Refused('too_many_pixels', intdiv(self::MAX_PIXELS, 1_000_000));
		}
		$file = $scratch->file($header->picture);
		$header->picture = '';
		$master = self::opened($file, $header);
		$is_transparent = $header->type !== Type::Jpeg && $master->is_transparent();
		$type = $is_transparent ? Type::Png : Type::Jpeg;
		if (!$is_transparent && $header->type !== Type::Jpeg) {
			$master = $master->on_white();
		}
		$sizes = [];
		$made = $squares === [] ? Sizes::of($master) : Sizes::squares($master, $squares);
		foreach ($made as $size => $picture) {
			$bytes = self::verified($picture, $type, $header->profile);
			$sizes[$size] = [
				'path' => $scratch->file($bytes),
				'width' => $picture->width(),
				'height' => $picture->height(),
				'mime' => $type->value,
				'bytes' => strlen($bytes),
			];
		}
		return [
			'width' => $master->width(),
			'height' => $master->height(),
			'mime' => $type->value,
			'sizes' => $sizes,
		];
	}

	/** GD goes first, since it tells damage; ImageMagick reads what GD can't, or not within PHP's memory. */
	private static function opened(string $file, Header $header): Picture {
		$type = $header->type;
		$is_for_gd = GdPicture::reads($type);
		return match (true) {
			$is_for_gd && Memory::fits($header, self::MAX_EDGE) => GdPicture::open(
				$file,
				$header,
				self::MAX_EDGE,
			),
			ImagickPicture::reads($type) => ImagickPicture::open($file, $header, self::MAX_EDGE),
			$is_for_gd => throw new Refused(
				'too_many_pixels',
				Memory::megapixels($header, self::MAX_EDGE),
			),
			default => throw new Refused(
				$type === Type::Heic ? 'heic_unsupported' : 'type_refused',
			),
		};
	}

	/** The picture as a file that was read again, to be sure that it holds the picture, its colours and nothing else. */
	private static function verified(Picture $picture, Type $type, ?string $profile): string {
		$format = $type === Type::Png ? Png::class : Jpeg::class;
		$bytes = Header::read($picture->encoded($type))->picture;
		$bytes = $profile === null ? $bytes : $format::with_profile($bytes, $profile);
		$header = Header::read($bytes);
		$size = getimagesizefromstring($bytes);
		$is_verified =
			$format::is_bare($bytes) &&
			$header->type === $type &&
			$header->profile === $profile &&
			[$header->width, $header->height] === [$picture->width(), $picture->height()] &&
			$size !== false &&
			[$size[0], $size[1], $size['mime']] === [$header->width, $header->height, $type->value];
		return $is_verified ? $bytes : throw new Refused('unreadable');
	}
}
