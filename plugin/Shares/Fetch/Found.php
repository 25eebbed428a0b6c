<?php
// What a look-up hands back, empty until something is known.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Networks;
use Throughline\Shares\Networks\Pattern;
use Throughline\Shares\Networks\Place;

defined('ABSPATH') || exit();

/**
 * `author.id` is the id that stays when a name changes: an actor's address, a DID. `proven`: the
 * protocol itself proved whose post it is. `address`: of the post itself, where a short link or
 * another spelling led to it. `retry`: seconds to wait at least.
 *
 * @phpstan-import-type Parsed from Address
 * @phpstan-type Author array{name: string, url: string, id: string, handle: string}
 * @phpstan-type FoundPost array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, address: Parsed, title: string, text: string, author: Author, proven: bool, date: string, pictures: list<array{url: string, alt: string}>}
 */
final class Found {
	private const PICTURES = 8;
	public const NOBODY = ['name' => '', 'url' => '', 'id' => '', 'handle' => ''];

	/**
	 * @param Parsed $address
	 * @param array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, ...<string, mixed>} $answer
	 * @return FoundPost
	 */
	public static function nothing(array $address, array $answer): array {
		return [
			'outcome' => $answer['outcome'],
			'retry' => $answer['retry'],
			'address' => $address,
			'title' => '',
			'text' => '',
			'author' => self::NOBODY,
			'proven' => false,
			'date' => '',
			'pictures' => [],
		];
	}

	/**
	 * @param Parsed $address
	 * @return FoundPost
	 */
	public static function unreadable(array $address): array {
		return self::nothing($address, ['outcome' => Outcome::UNREADABLE, 'retry' => 0]);
	}

	/**
	 * Pictures that may be copied once somebody says that they may, from hosts that the network is known to use.
	 *
	 * @param list<array{url: mixed, alt: mixed}> $pictures
	 * @return list<array{url: string, alt: string}>
	 */
	public static function pictures(string $network, array $pictures): array {
		$row = Networks::get($network);
		$found = [];
		if ($row === null || !$row['pictures']) {
			return [];
		}
		foreach ($pictures as $picture) {
			$place = is_string($picture['url']) ? Place::of($picture['url']) : null;
			$is_theirs =
				$place !== null &&
				($row['picture_hosts'] === '' ||
					Pattern::match($row['picture_hosts'], $place['host']) !== null);
			if ($is_theirs) {
				$found[$place['url']] ??= [
					'url' => $place['url'],
					'alt' => Text::line($picture['alt']),
				];
			}
		}
		return array_slice(array_values($found), 0, self::PICTURES);
	}

	/** A value deep in what another host sent; null where it isn't there. */
	public static function at(mixed $json, string|int ...$keys): mixed {
		foreach ($keys as $key) {
			$json = is_array($json) ? $json[$key] ?? null : null;
		}
		return $json;
	}

	/**
	 * What may be one or several there, as several.
	 *
	 * @return list<mixed>
	 */
	public static function several(mixed $json): array {
		return match (true) {
			$json === null => [],
			is_array($json) && array_is_list($json) => $json,
			default => [$json],
		};
	}
}
