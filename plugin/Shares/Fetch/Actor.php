<?php
// Somebody on an ActivityPub server, as their own host knows them.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Place;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Thing from ActivityPub
 */
final class Actor {
	private const TYPES = ['Person', 'Service', 'Organization', 'Group', 'Application'];

	/**
	 * Somebody, as their own host knows them; null where that doesn't agree.
	 *
	 * @return Thing|null
	 */
	public static function of(string $id, string $beside = ''): ?array {
		$place = Place::of($id);
		if ($place === null || ($beside !== '' && Place::host($beside) !== $place['host'])) {
			return null;
		}
		$actor = ActivityPub::thing(Http::get($id, ['accept' => ActivityPub::ACCEPT]));
		$is_whole =
			$actor['outcome'] === Outcome::FINE &&
			$actor['id'] === $id &&
			ActivityPub::is_a($actor['json'], self::TYPES);
		return $is_whole ? $actor : null;
	}

	/** @param array<mixed> $json */
	public static function is_actor(array $json): bool {
		return ActivityPub::is_a($json, self::TYPES);
	}

	/**
	 * @param Thing $actor
	 * @return array{name: string, url: string, id: string, handle: string}
	 */
	public static function author(array $actor): array {
		['json' => $json, 'id' => $id] = $actor;
		$user = Text::line($json['preferredUsername'] ?? '');
		$url = Text::url(ActivityPub::link($json['url'] ?? ''));
		$name = Text::line($json['name'] ?? '');
		return [
			'name' => $name !== '' ? $name : $user,
			// An address elsewhere would be somebody else's.
			'url' => Place::host($url) === Place::host($id) ? $url : $id,
			'id' => $id,
			'handle' => WebFinger::handle($user, $id),
		];
	}
}
