<?php
// A picture decoded by ImageMagick: what GD can't read, or not within PHP's memory.

declare(strict_types=1);

namespace Throughline\Stories\Image;

use Throughline\Stories\Images;

defined('ABSPATH') || exit();

final class ImagickPicture implements Picture {
	/** ImageMagick is always told the format, since it would also read scripts and addresses. */
	private const FORMATS = [
		'image/jpeg' => 'JPEG',
		'image/png' => 'PNG',
		'image/webp' => 'WEBP',
		'image/avif' => 'AVIF',
		'image/heic' => 'HEIC',
	];
	/** Bytes a pixel, twice: the picture and its scaled copy. */
	private const PIXEL_BYTES = 16;

	private function __construct(private readonly \Imagick $image) {}

	public static function reads(Type $type): bool {
		// Playground's stand-in for Imagick has no number as its version.
		return Images::may_use('imagick') &&
			class_exists(\Imagick::class) &&
			version_compare((string) phpversion('imagick'), '3.4', '>=') &&
			\Imagick::queryFormats(self::FORMATS[$type->value]) !== [];
	}

	public static function open(string $file, Header $header, int $edge): self {
		try {
			$image = self::decoded($file, $header, $edge);
			[$width, $height] = wp_constrain_dimensions(
				$image->getImageWidth(),
				$image->getImageHeight(),
				$edge,
				$edge,
			);
			$image->resizeImage($width, $height, \Imagick::FILTER_TRIANGLE, 1);
			// Its HEIF decoder turns pictures by itself.
			$is_turned = $header->type === Type::Heic || $header->type === Type::Avif;
			[$is_mirrored, $degrees] = Exif::turn($is_turned ? 1 : $header->orientation);
			if ($is_mirrored) {
				$image->flopImage();
			}
			if ($degrees !== 0) {
				$image->rotateImage('none', $degrees);
			}
			$image->setImagePage(0, 0, 0, 0);
		} catch (\ImagickException $error) {
			throw self::refused($header, $error);
		}
		return new self($image);
	}

	public function width(): int {
		return $this->image->getImageWidth();
	}

	public function height(): int {
		return $this->image->getImageHeight();
	}

	public function is_transparent(): bool {
		if (!$this->image->getImageAlphaChannel()) {
			return false;
		}
		$whole = [0, 0, $this->width(), $this->height()];
		$sample = $this->scaled($whole, ...Transparency::sample($this))->image;
		$opacities = $sample->exportImagePixels(
			0,
			0,
			$sample->getImageWidth(),
			$sample->getImageHeight(),
			'A',
			\Imagick::PIXEL_CHAR,
		);
		return Transparency::is_seen(
			array_map(static fn(int $opacity): float => 1 - $opacity / 255, $opacities),
		);
	}

	public function on_white(): self {
		$image = clone $this->image;
		$image->setImageBackgroundColor('white');
		$image->setImageAlphaChannel(\Imagick::ALPHACHANNEL_REMOVE);
		return new self($image);
	}

	public function scaled(array $part, int $width, int $height): self {
		[$left, $top, $part_width, $part_height] = $part;
		$image = clone $this->image;
		$image->cropImage($part_width, $part_height, $left, $top);
		$image->setImagePage(0, 0, 0, 0);
		$image->resizeImage($width, $height, \Imagick::FILTER_TRIANGLE, 1);
		return new self($image);
	}

	public function encoded(Type $type): string {
		$image = clone $this->image;
		if ($type === Type::Png) {
			// Under full transparency, colours that somebody erased would live on.
			$image->setImageBackgroundColor('black');
			$image->setImageAlphaChannel(\Imagick::ALPHACHANNEL_BACKGROUND);
		}
		$image->setImageFormat($type === Type::Png ? 'PNG32' : 'JPEG');
		$image->setImageCompressionQuality(Images::QUALITY);
		return $image->getImageBlob();
	}

	/** @throws \ImagickException */
	private static function decoded(string $file, Header $header, int $edge): \Imagick {
		$image = new \Imagick();
		// Lets the JPEG library leave out what scaling would drop: 50 megapixels in a quarter of the memory.
		// A hint of another shape would make it enlarge the picture.
		$hint = wp_constrain_dimensions($header->width, $header->height, $edge, $edge);
		$image->setOption('jpeg:size', implode('x', $hint));
		$image->readImage(self::FORMATS[$header->type->value] . ":{$file}[0]");
		$image->stripImage();
		$image->transformImageColorspace(\Imagick::COLORSPACE_SRGB);
		$image->setImageDepth(8);
		// Else grey pictures come out with one channel, to which no RGB profile fits.
		$image->setType(\Imagick::IMGTYPE_TRUECOLOR);
		return $image;
	}

	private static function refused(Header $header, \ImagickException $error): Refused {
		$says = $error->getMessage();
		$type = $header->type;
		// A float in some versions.
		$memory = (int) round(\Imagick::getResourceLimit(\Imagick::RESOURCETYPE_MEMORY));
		$room = intdiv($memory, self::PIXEL_BYTES);
		// Its PNG reader gives no reason.
		$is_unexplained = str_starts_with($says, 'Failed to read') && $header->pixels() > $room;
		if ($is_unexplained || str_contains($says, 'resources exhausted')) {
			$by_gd = GdPicture::reads($type) ? Memory::megapixels($header, Images::MAX_EDGE) : 1;
			return new Refused('too_many_pixels', max($by_gd, intdiv($room, 1_000_000)), $error);
		}
		$is_unsupported = $type === Type::Heic && str_contains($says, 'nsupported');
		return new Refused($is_unsupported ? 'heic_unsupported' : 'damaged', 0, $error);
	}
}
