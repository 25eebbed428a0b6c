<?php
// How a kind of piece plugs into Moderation, which never asks what it is.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Description array{
 *     title: string, excerpt: string, text: string, contributor: int, department: int,
 *     thumbnail: string|null, people: string, link: string|null
 * }
 * `people` says who can be recognised: '' (nobody was asked), nobody, me or others.
 */
interface Kind {
	/** The word in the queue, in addresses and in the decisions: story. */
	public function name(): string;

	/**
	 * What the desk shows of these pieces, in as few queries as for one. Pieces that are gone are left out.
	 *
	 * @param list<int> $ids
	 * @return array<int, Description>
	 */
	public function describe(array $ids): array;

	/** Nobody else changes the piece until the transaction under way ends; what is read afterwards is what it is now. */
	public function lock(int $id): void;

	/** Makes it public. Throws when it can't be done; the decision is rolled back then. */
	public function publish(int $id): void;

	/** Takes it, or keeps it, from the public: `state` is waiting, returned, removed or withdrawn. */
	public function withhold(int $id, string $state): void;

	/** The piece as visitors will see it: safe HTML. */
	public function preview(int $id): string;
}
