<?php
// How a kind of piece plugs into Moderation, which never asks what it is.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Description array{
 *     title: string, excerpt: string, text: string, contributor: int, name: string, mail: string, department: int,
 *     page: int, thumbnail: string|null, people: string, link: string|null
 * }
 * `contributor` is a user, 0 for a guest; `page` the post on whose page readers meet it, 0 for none; `name` as others see it; `mail` where they are told, '' for nowhere;
 * `people` says who can be recognised: '' (nobody was asked), nobody, me or others.
 * @phpstan-type Content array{title: string, text: string, photos: list<array{id: int, alt: string}>}
 * What a contributor wrote, as plain text.
 */
interface Kind {
	/** The word in the queue, in addresses and in the decisions: story. */
	public function name(): string;

	/** The word for people, in their language: Story. */
	public function label(): string;

	/**
	 * What the desk shows of these pieces, in as few queries as for one. Pieces that are gone are left out.
	 *
	 * @param list<int> $ids
	 * @return array<int, Description>
	 */
	public function describe(array $ids): array;

	/** @return Content|null null when it is gone */
	public function content(int $id): ?array;

	/**
	 * Puts other words into the piece, and leaves its state alone: photos that are not named any more go. Runs in a
	 * transaction that holds its lock. Throws when it can't be done.
	 *
	 * @param Content $content
	 */
	public function write(int $id, array $content): void;

	/**
	 * Where it stands: its page, and what it answers, from the top down.
	 *
	 * @return list<array{name: string, text: string, link: string}>
	 */
	public function context(int $id): array;

	/** The post on whose page its readers meet it; 0 for none. */
	public function page(int $id): int;

	/**
	 * Its photos that visitors can see now, each with an address of a small size that they can load.
	 *
	 * @return list<array{id: int, alt: string, src: string}>
	 */
	public function photos(int $id): array;

	/**
	 * Takes one of its photos from the public, or gives it back, and leaves the rest as it is. Runs in a transaction
	 * that holds the piece's lock.
	 */
	public function hide_photo(int $id, int $photo, bool $hidden): void;

	/** Nobody else changes the piece until the transaction under way ends; what is read afterwards is what it is now. */
	public function lock(int $id): void;

	/** Makes it public. Throws when it can't be done; the decision is rolled back then. */
	public function publish(int $id): void;

	/** Takes it, or keeps it, from the public: `state` is waiting, returned, removed or withdrawn. */
	public function withhold(int $id, string $state): void;

	/**
	 * The piece as visitors will see it, or as it would be with other words: safe HTML.
	 *
	 * @param Content|null $content
	 */
	public function preview(int $id, ?array $content = null): string;

	/**
	 * How much its contributor may write: characters of a title and of a text, and photos; 0 where it has none.
	 *
	 * @return array{title: int, text: int, photos: int}
	 */
	public function limits(): array;

	/**
	 * What keeps these words from being taken, with the field to mend.
	 *
	 * @param Content $content
	 */
	public function problem(array $content): ?\WP_Error;

	/**
	 * No account and no mail stands behind it any more; others read `name` beneath it, '' for none.
	 */
	public function anonymise(int $id, string $name = ''): void;

	/** Deletes it for good, with everything its contributor sent. */
	public function erase(int $id): void;

	/**
	 * What guests sent who gave this mail address.
	 *
	 * @return list<int>
	 */
	public function by_mail(string $mail): array;
}
