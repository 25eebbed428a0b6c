<?php
// What a photo says about itself before anything is decoded.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Header {
	/** What PNG allows, and what can be multiplied. */
	private const MAX_SIDE = 0x7fffffff;

	/**
	 * @param int $width pixels as they are stored, before turning
	 * @param int $orientation how to turn it, as Exif counts: 1 (upright) to 8
	 * @param ?string $profile ICC colour profile
	 * @param string $picture the file with nothing in it but the picture, for decoders
	 */
	public function __construct(
		public readonly Type $type,
		public readonly int $width,
		public readonly int $height,
		public readonly int $orientation,
		public readonly ?string $profile,
		public string $picture,
	) {
		if ($width < 1 || $height < 1 || max($width, $height) > self::MAX_SIDE) {
			throw new Refused('damaged');
		}
	}

	/** @throws Refused */
	public static function read(string $bytes): self {
		$type = Type::of($bytes);
		return match ($type) {
			Type::Jpeg => Jpeg::read($bytes),
			Type::Png => Png::read($bytes),
			Type::Webp => Webp::read($bytes),
			Type::Avif, Type::Heic => Heif::read($bytes, $type),
		};
	}

	public function pixels(): int {
		return $this->width * $this->height;
	}
}
