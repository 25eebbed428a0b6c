<?php
// The formats that a photo may have, known by their content, never by the file's name.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

enum Type: string {
	case Jpeg = 'image/jpeg';
	case Png = 'image/png';
	case Webp = 'image/webp';
	case Avif = 'image/avif';
	case Heic = 'image/heic';

	/** Brands of ISO base media files that hold one picture coded with HEVC (ISO/IEC 23008-12, annex B). */
	private const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis'];
	/** Brands of pictures and sound that are no video all the same: HEIF of other codecs, raw photos, JPEG 2000 and XL. */
	private const OTHER_BRANDS = ['mif1', 'crx ', 'jp2 ', 'jpx ', 'jxl ', 'M4A '];
	private const HEAD = 4096;

	public function name(): string {
		return match ($this) {
			self::Jpeg => 'JPEG',
			self::Png => 'PNG',
			self::Webp => 'WebP',
			self::Avif => 'AVIF',
			self::Heic => 'HEIC',
		};
	}

	/**
	 * Those that this server can read.
	 *
	 * @return list<self>
	 */
	public static function accepted(): array {
		return array_values(
			array_filter(
				self::cases(),
				static fn(self $type): bool => GdPicture::reads($type) ||
					ImagickPicture::reads($type),
			),
		);
	}

	public static function of(string $bytes): self {
		$head = substr($bytes, 0, self::HEAD);
		return match (true) {
			str_starts_with($head, "\xFF\xD8\xFF") => self::Jpeg,
			str_starts_with($head, "\x89PNG\r\n\x1A\n") => self::Png,
			str_starts_with($head, 'RIFF') && substr($head, 8, 4) === 'WEBP' => self::Webp,
			substr($head, 4, 4) === 'ftyp' => self::of_brands($head),
			self::is_video($head) => throw new Refused('video'),
			// Without its NULs, since it may be written in UTF-16.
			stripos(str_replace("\0", '', $head), '<svg') !== false => throw new Refused('svg'),
			default => throw new Refused('type_refused'),
		};
	}

	private static function of_brands(string $head): self {
		$size = min(Bytes::big($head, 0, 4), strlen($head));
		$major = substr($head, 8, 4);
		$brands = [$major, ...str_split(substr($head, 16, max(0, $size - 16)), 4)];
		return match (true) {
			// A major brand "avis" is an animation; one that only allows it has a still picture too.
			$major !== 'avis' && in_array('avif', $brands, true) => self::Avif,
			array_intersect(self::HEIC_BRANDS, $brands) !== [] => self::Heic,
			in_array($major, self::OTHER_BRANDS, true) => throw new Refused('type_refused'),
			default => throw new Refused('video'),
		};
	}

	/** Video containers that are no ISO base media file. */
	private static function is_video(string $head): bool {
		return str_starts_with($head, "\x1A\x45\xDF\xA3") || // Matroska, WebM
			(str_starts_with($head, 'RIFF') && substr($head, 8, 4) === 'AVI ') ||
			str_starts_with($head, "\x00\x00\x01\xBA") || // MPEG
			str_starts_with($head, "\x30\x26\xB2\x75\x8E\x66\xCF\x11") || // Windows Media
			str_starts_with($head, 'FLV') ||
			// QuickTime before "ftyp" was invented.
			in_array(substr($head, 4, 4), ['moov', 'mdat', 'wide'], true);
	}
}
