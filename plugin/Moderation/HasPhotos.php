<?php
// What a kind of piece adds whose contributors send photos.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

interface HasPhotos {
	/**
	 * Takes one more photo in for a piece that is not public; `write` then names it.
	 *
	 * @param array<mixed> $file one entry of $_FILES
	 * @param string $upload the browser's id for it: sending it twice makes one
	 * @return int|\WP_Error the photo's id
	 */
	public function take_photo(int $id, array $file, string $upload): int|\WP_Error;

	/** Keeps what its contributor says about people in the photos, as in a description. */
	public function set_people(int $id, string $people): void;

	/** An address of a small size for whoever is shown the page that it stands in; '' when the photo is gone. */
	public function photo(int $photo): string;

	/** What a browser may offer to choose, as in an input's `accept`. */
	public function accepts(): string;
}
