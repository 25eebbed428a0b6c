<?php
// Reads posts of ActivityPub servers, and believes only what a host says about itself.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Place;

defined('ABSPATH') || exit();

/**
 * An object's id, the address that finally answered, its author and the author's own address have to
 * agree: anybody can write somebody else's name into an answer of their own host.
 *
 * @phpstan-import-type Parsed from Address
 * @phpstan-import-type FoundPost from Found
 * @phpstan-import-type Answer from Http
 * @phpstan-type Thing array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, id: string, json: array<mixed>}
 */
final class ActivityPub {
	public const ACCEPT = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"';
	private const PUBLIC = ['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public'];
	private const POSTS = [
		'Note',
		'Article',
		'Page',
		'Question',
		'Image',
		'Video',
		'Audio',
		'Event',
	];

	public static function is_activity(string $type): bool {
		return str_starts_with($type, 'application/activity+json') ||
			(str_starts_with($type, 'application/ld+json') &&
				str_contains($type, 'www.w3.org/ns/activitystreams'));
	}

	/**
	 * @param Parsed $address
	 * @param Answer $answer
	 * @return FoundPost
	 */
	public static function post(array $address, array $answer): array {
		$thing = self::thing($answer);
		$json = $thing['json'];
		if ($thing['outcome'] !== Outcome::FINE || !self::is_a($json, self::POSTS)) {
			return $thing['outcome'] === Outcome::FINE
				? Found::unreadable($address)
				: Found::nothing($address, $thing);
		}
		// For followers, or for somebody alone: not for a page of ours.
		$to = [...Found::several($json['to'] ?? null), ...Found::several($json['cc'] ?? null)];
		if (array_intersect(self::PUBLIC, array_filter($to, is_string(...))) === []) {
			return Found::nothing($address, ['outcome' => Outcome::FORBIDDEN, 'retry' => 0]);
		}
		$actor = Actor::of(self::author_of($json), $thing['id']);
		$summary = Text::of_html($json['summary'] ?? '');
		$text = Text::of_html($json['content'] ?? '');
		$pictures = [];
		foreach (Found::several($json['attachment'] ?? null) as $one) {
			$type = Found::at($one, 'mediaType');
			$is_picture =
				Found::at($one, 'type') === 'Image' ||
				(is_string($type) && str_starts_with($type, 'image/'));
			$pictures[] = [
				'url' => $is_picture ? self::link(Found::at($one, 'url')) : '',
				'alt' => Found::at($one, 'name') ?? Found::at($one, 'summary'),
			];
		}
		return [
			...Found::nothing($address, $thing),
			'address' => self::address_of($address, $json, $thing['id']),
			'title' => Text::line($json['name'] ?? ''),
			'text' => Text::block(
				$summary === '' || $summary === $text ? $text : "$summary\n\n$text",
			),
			'author' => $actor === null ? Found::NOBODY : Actor::author($actor),
			'proven' => $actor !== null,
			'date' => Text::date($json['published'] ?? ''),
			'pictures' => Found::pictures('fediverse', $pictures),
		];
	}

	/**
	 * What an answer holds, if it may speak for it: its id is an address of the host that answered,
	 * and answers the same there.
	 *
	 * @param Answer $answer
	 * @return Thing
	 */
	public static function thing(array $answer, bool $is_asked_again = false): array {
		$thing = [
			'outcome' => $answer['outcome'],
			'retry' => $answer['retry'],
			'id' => '',
			'json' => [],
		];
		if ($answer['outcome'] !== Outcome::FINE) {
			return $thing;
		}
		$is_short = strlen($answer['body']) <= Http::JSON;
		$json =
			$is_short && self::is_activity($answer['type'])
				? json_decode($answer['body'], true, 32)
				: null;
		$id = is_array($json) && is_string($json['id'] ?? null) ? $json['id'] : '';
		$place = Place::of($id);
		if (is_array($json) && self::is_a($json, ['Tombstone'])) {
			return [...$thing, 'outcome' => Outcome::GONE];
		}
		if (!is_array($json) || $place === null || $place['host'] !== Place::host($answer['url'])) {
			return [...$thing, 'outcome' => Outcome::UNREADABLE];
		}
		if ($place['url'] !== $answer['url']) {
			return $is_asked_again
				? [...$thing, 'outcome' => Outcome::UNREADABLE]
				: self::thing(Http::get($id, ['accept' => self::ACCEPT]), true);
		}
		return [...$thing, 'id' => $id, 'json' => $json];
	}

	/** The first address that is meant where ActivityStreams allow a link, an object or several. */
	public static function link(mixed $value): string {
		foreach (Found::several($value) as $one) {
			$url = is_string($one) ? $one : Found::at($one, 'href') ?? Found::at($one, 'url');
			$type = Found::at($one, 'mediaType');
			if (
				is_string($url) &&
				(!is_string($type) || preg_match('~^(?:text/html|image/)~', $type) === 1)
			) {
				return $url;
			}
		}
		return '';
	}

	/**
	 * The one who wrote it; empty where that isn't one.
	 *
	 * @param array<mixed> $json
	 */
	private static function author_of(array $json): string {
		$authors = Found::several($json['attributedTo'] ?? null);
		// PeerTube names the channel beside the person.
		$people = array_filter(
			$authors,
			static fn(mixed $one): bool => Found::at($one, 'type') === 'Person',
		);
		$authors = array_values($people !== [] ? $people : $authors);
		$one = count($authors) === 1 ? $authors[0] : null;
		$id = is_string($one) ? $one : Found::at($one, 'id');
		return is_string($id) ? $id : '';
	}

	/**
	 * Whether it is of one of these types.
	 *
	 * @param array<mixed> $json
	 * @param list<string> $types
	 */
	public static function is_a(array $json, array $types): bool {
		return array_intersect(
			$types,
			array_filter(Found::several($json['type'] ?? null), is_string(...)),
		) !== [];
	}

	/**
	 * The address at which people read it, if it is the same host's.
	 *
	 * @param Parsed $address
	 * @param array<mixed> $json
	 * @return Parsed
	 */
	private static function address_of(array $address, array $json, string $id): array {
		$host = Place::host($id);
		foreach ([Text::url(self::link($json['url'] ?? '')), $address['url'], $id] as $url) {
			$parsed = Address::parse($url);
			if ($parsed !== null && $parsed['host'] === $host) {
				return [...$parsed, 'network' => 'fediverse', 'kind' => 'post'];
			}
		}
		return [...$address, 'network' => 'fediverse', 'kind' => 'post'];
	}
}
