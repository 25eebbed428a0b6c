<?php
// A picture decoded by GD.

declare(strict_types=1);

namespace Throughline\Stories\Image;

use Throughline\Stories\Images;

defined('ABSPATH') || exit();

final class GdPicture implements Picture {
	private const TRANSPARENT = 0x7f000000;
	private const WHITE = 0xffffff;

	private function __construct(
		private readonly \GdImage $image,
		private readonly bool $is_opaque,
	) {}

	public static function reads(Type $type): bool {
		$flag = match ($type) {
			Type::Jpeg => 'IMG_JPG',
			Type::Png => 'IMG_PNG',
			Type::Webp => 'IMG_WEBP',
			Type::Avif => 'IMG_AVIF',
			Type::Heic => null,
		};
		return $flag !== null &&
			Images::may_use('gd') &&
			function_exists('imagetypes') &&
			defined($flag) &&
			(imagetypes() & constant($flag)) !== 0;
	}

	public static function open(string $file, Header $header, int $edge): self {
		$image = self::decoded($file, $header->type);
		if (
			$image === null ||
			imagesx($image) !== $header->width ||
			imagesy($image) !== $header->height
		) {
			throw new Refused($header->type === Type::Avif ? 'unreadable' : 'damaged');
		}
		imagepalettetotruecolor($image);
		$picture = new self($image, $header->type === Type::Jpeg);
		unset($image);
		[$width, $height] = wp_constrain_dimensions($header->width, $header->height, $edge, $edge);
		// Also at its own size: under full transparency, colours that somebody erased would live on.
		if (
			$header->type !== Type::Jpeg ||
			$width !== $header->width ||
			$height !== $header->height
		) {
			$picture = $picture->scaled([0, 0, $header->width, $header->height], $width, $height);
		}
		return $picture->turned($header->orientation);
	}

	public function width(): int {
		return imagesx($this->image);
	}

	public function height(): int {
		return imagesy($this->image);
	}

	public function is_transparent(): bool {
		[$width, $height] = Transparency::sample($this);
		$sample = $this->scaled([0, 0, $this->width(), $this->height()], $width, $height)->image;
		$transparencies = [];
		for ($x = 0; $x < $width; ++$x) {
			for ($y = 0; $y < $height; ++$y) {
				$transparencies[] = (imagecolorat($sample, $x, $y) >> 24) / 127;
			}
		}
		return Transparency::is_seen($transparencies);
	}

	public function on_white(): self {
		$paper = self::blank($this->width(), $this->height(), self::WHITE);
		imagealphablending($paper, true);
		imagecopy($paper, $this->image, 0, 0, 0, 0, $this->width(), $this->height());
		return new self($paper, true);
	}

	public function scaled(array $part, int $width, int $height): self {
		// Twice as fast, but it would smear colours from under full transparency into what is seen.
		if ($this->is_opaque && $part === [0, 0, $this->width(), $this->height()]) {
			$scaled = imagescale($this->image, $width, $height, IMG_TRIANGLE);
			return $scaled === false ? throw new Refused('unreadable') : new self($scaled, true);
		}
		$scaled = self::blank($width, $height, self::TRANSPARENT);
		imagecopyresampled(
			$scaled,
			$this->image,
			0,
			0,
			$part[0],
			$part[1],
			$width,
			$height,
			$part[2],
			$part[3],
		);
		return new self($scaled, $this->is_opaque);
	}

	public function encoded(Type $type): string {
		$stream = fopen('php://memory', 'w+b');
		$is_written =
			$stream !== false &&
			($type === Type::Png
				? imagepng($this->image, $stream)
				: imagejpeg($this->image, $stream, Images::QUALITY));
		$bytes = $is_written ? stream_get_contents($stream, -1, 0) : false;
		return is_string($bytes) ? $bytes : throw new Refused('unreadable');
	}

	private function turned(int $orientation): self {
		[$is_mirrored, $degrees] = Exif::turn($orientation);
		if ($is_mirrored) {
			imageflip($this->image, IMG_FLIP_HORIZONTAL);
		}
		$turned =
			$degrees === 0
				? $this->image
				: imagerotate($this->image, 360 - $degrees, self::TRANSPARENT);
		if ($turned === false) {
			throw new Refused('unreadable');
		}
		imagesavealpha($turned, true);
		return new self($turned, $this->is_opaque);
	}

	private static function blank(int $width, int $height, int $color): \GdImage {
		$image = imagecreatetruecolor(max(1, $width), max(1, $height));
		if ($image === false) {
			throw new Refused('unreadable');
		}
		imagealphablending($image, false);
		imagesavealpha($image, true);
		imagefilledrectangle($image, 0, 0, $width, $height, $color);
		return $image;
	}

	/** Null also when the library mended a JPEG: it says so by a warning only. */
	private static function decoded(string $file, Type $type): ?\GdImage {
		$before = ini_set('gd.jpeg_ignore_warning', '0');
		$is_mended = false;
		set_error_handler(static function () use (&$is_mended, $type): bool {
			$is_mended = $type === Type::Jpeg;
			return true;
		});
		try {
			$image = match ($type) {
				Type::Jpeg => imagecreatefromjpeg($file),
				Type::Png => imagecreatefrompng($file),
				Type::Webp => imagecreatefromwebp($file),
				Type::Avif => imagecreatefromavif($file),
				Type::Heic => false,
			};
		} finally {
			restore_error_handler();
			if ($before !== false) {
				ini_set('gd.jpeg_ignore_warning', $before);
			}
		}
		return $image === false || $is_mended ? null : $image;
	}
}
