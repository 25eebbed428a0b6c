<?php
// A decoded picture, whichever library holds it.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

interface Picture {
	public static function reads(Type $type): bool;

	/**
	 * Upright and at most as large as asked; smaller pictures keep their size.
	 *
	 * @param string $file holds $header->picture
	 * @param int $edge pixels of the longer side
	 * @throws Refused
	 */
	public static function open(string $file, Header $header, int $edge): self;

	public function width(): int;

	public function height(): int;

	/** Whether the page behind it is seen through more than a few pixels. */
	public function is_transparent(): bool;

	/** The same on white, for formats that can't be transparent. */
	public function on_white(): self;

	/**
	 * @param array{int, int, int, int} $part left, top, width and height of what is taken
	 * @return self a new picture of that part
	 */
	public function scaled(array $part, int $width, int $height): self;

	public function encoded(Type $type): string;
}
