<?php
// How shares plug into Moderation.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Moderation\Kind;
use Throughline\Shares\Networks\Networks;
use Throughline\Stories\Holder;
use Throughline\Stories\Photos;
use Throughline\Stories\Publishing;
use Throughline\Stories\StoryKind;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

defined('ABSPATH') || exit();

final class ShareKind implements Kind {
	public function name(): string {
		return Shares::KIND;
	}

	public function label(): string {
		return __('Share', 'throughline');
	}

	public function describe(array $ids): array {
		return $ids === [] ? [] : Described::of($ids);
	}

	public function content(int $id): ?array {
		return Shares::content($id);
	}

	public function write(int $id, array $content): void {
		Holder::rewrite($id, $content);
	}

	public function context(int $id): array {
		$share = Shares::get($id);
		if ($share === null) {
			return [];
		}
		return [
			...$share['address'] === ''
				? []
				: [
					[
						'name' => sprintf(
							/* translators: %s: name of a network */
							__('The original on %s', 'throughline'),
							Networks::label($share['network']),
						),
						'text' => trim(Sentences::outcome($share) . ' ' . $share['address']),
						'link' => $share['address'],
					],
				],
			...Place::told($share['page']),
		];
	}

	/** Wherever an editor puts it, and on walls. */
	public function page(int $id): int {
		return 0;
	}

	public function photos(int $id): array {
		return (new StoryKind())->photos($id);
	}

	public function hide_photo(int $id, int $photo, bool $hidden): void {
		if (Photos::hide($id, $photo, $hidden)) {
			Publishing::bring_photos($id);
		}
	}

	public function lock(int $id): void {
		Holder::lock($id);
	}

	public function publish(int $id): void {
		(new StoryKind())->publish($id);
	}

	public function withhold(int $id, string $state): void {
		(new StoryKind())->withhold($id, $state);
	}

	public function preview(int $id, ?array $content = null): string {
		return Card::html($id, ['waiting' => true, 'content' => $content]);
	}

	public function limits(): array {
		return [
			'title' => Text::MAX_TITLE_LENGTH,
			'text' => Text::MAX_LENGTH,
			'photos' => Shares::MAX_PHOTOS,
		];
	}

	public function problem(array $content): ?\WP_Error {
		return Stories::problem(
			['submission' => '', 'department' => 0, 'recognisable' => 'nobody'] + $content,
		);
	}

	/** A post leads to whoever wrote it: without their name it has no address here either. */
	public function anonymise(int $id, string $name = ''): void {
		Shares::put($id, [
			'author' => $name,
			'author_url' => '',
			'author_id' => '',
			'known' => 'claimed',
			'address' => '',
			'mark' => null,
			'live' => 0,
			'next' => null,
		]);
		Stories::release($id, $name);
	}

	public function erase(int $id): void {
		wp_delete_post($id, true);
	}

	public function by_mail(string $mail): array {
		return [];
	}
}
