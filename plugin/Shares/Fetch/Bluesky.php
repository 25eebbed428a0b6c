<?php
// Reads posts and people of the AT protocol by Bluesky's public view, and holds names to the ids that stay.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Address;

defined('ABSPATH') || exit();

/**
 * A name may be given up and taken by somebody else; a DID stays. A name counts only where it leads
 * to the DID and the DID's own document names it.
 *
 * @phpstan-import-type Parsed from Address
 * @phpstan-import-type FoundPost from Found
 * @phpstan-import-type Json from Http
 */
final class Bluesky {
	private const API = 'https://public.api.bsky.app/xrpc/';
	private const HOSTS = ['hosts' => 'public\.api\.bsky\.app'];
	private const DIRECTORY = 'https://plc.directory/';

	/**
	 * @param Parsed $address
	 * @return FoundPost
	 */
	public static function post(array $address): array {
		$who = self::did($address['handle']);
		if ($who['outcome'] !== Outcome::FINE) {
			return Found::nothing($address, $who);
		}
		$uri = "at://{$who['did']}/app.bsky.feed.post/{$address['id']}";
		$answer = self::ask('app.bsky.feed.getPosts', 'uris', $uri);
		if ($answer['outcome'] !== Outcome::FINE) {
			return Found::nothing($address, $answer);
		}
		if (($answer['json']['posts'] ?? null) === []) {
			return Found::nothing($address, ['outcome' => Outcome::GONE, 'retry' => 0]);
		}
		$post = Found::at($answer['json'], 'posts', 0);
		$author = Found::at($post, 'author');
		if (Found::at($post, 'uri') !== $uri || Found::at($author, 'did') !== $who['did']) {
			return Found::unreadable($address);
		}
		if (self::is_hidden($author) || self::is_hidden($post)) {
			return Found::nothing($address, ['outcome' => Outcome::FORBIDDEN, 'retry' => 0]);
		}
		$handle = self::handle(Found::at($author, 'handle'), $who['did']);
		$embed = Found::at($post, 'embed');
		$images = Found::at($embed, 'images') ?? Found::at($embed, 'media', 'images');
		$pictures = array_map(
			static fn(mixed $one): array => [
				'url' => Found::at($one, 'fullsize'),
				'alt' => Found::at($one, 'alt'),
			],
			Found::several($images),
		);
		return [
			...Found::nothing($address, $answer),
			'text' => Text::block(Found::at($post, 'record', 'text')),
			'author' => self::author($author, $who['did'], $handle),
			'proven' => $handle !== '',
			'date' => Text::date(Found::at($post, 'record', 'createdAt')),
			'pictures' => Found::pictures('bluesky', $pictures),
		];
	}

	/**
	 * Somebody's profile as the protocol tells it.
	 *
	 * @return array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, author: array{name: string, url: string, id: string, handle: string}, text: string}
	 */
	public static function profile(string $actor): array {
		$nothing = ['author' => Found::NOBODY, 'text' => ''];
		$who = self::did($actor);
		$answer =
			$who['outcome'] === Outcome::FINE
				? self::ask('app.bsky.actor.getProfile', 'actor', $who['did'])
				: null;
		$json = $answer['json'] ?? [];
		if ($answer === null || $answer['outcome'] !== Outcome::FINE) {
			return [
				'outcome' => ($answer ?? $who)['outcome'],
				'retry' => ($answer ?? $who)['retry'],
				...$nothing,
			];
		}
		if (($json['did'] ?? '') !== $who['did']) {
			return ['outcome' => Outcome::UNREADABLE, 'retry' => 0, ...$nothing];
		}
		if (self::is_hidden($json)) {
			return ['outcome' => Outcome::FORBIDDEN, 'retry' => 0, ...$nothing];
		}
		return [
			'outcome' => Outcome::FINE,
			'retry' => 0,
			'author' => self::author(
				$json,
				$who['did'],
				self::handle($json['handle'] ?? '', $who['did']),
			),
			'text' => Text::block($json['description'] ?? ''),
		];
	}

	/**
	 * @return array{name: string, url: string, id: string, handle: string}
	 */
	private static function author(mixed $json, string $did, string $handle): array {
		$name = Text::line(Found::at($json, 'displayName'));
		return [
			'name' => $name !== '' ? $name : $handle,
			'url' => 'https://bsky.app/profile/' . ($handle !== '' ? $handle : $did),
			'id' => $did,
			'handle' => $handle,
		];
	}

	/** Whether its author shows it only to those who signed in. */
	private static function is_hidden(mixed $json): bool {
		foreach (Found::several(Found::at($json, 'labels')) as $label) {
			if (Found::at($label, 'val') === '!no-unauthenticated') {
				return true;
			}
		}
		return false;
	}

	/** The name, where it leads to the DID and the DID names it; else empty. */
	private static function handle(mixed $handle, string $did): string {
		$handle = is_string($handle) ? strtolower($handle) : '';
		$parsed = Address::parse("https://bsky.app/profile/$handle");
		if (
			$parsed === null ||
			str_starts_with($handle, 'did:') ||
			self::did($handle)['did'] !== $did
		) {
			return '';
		}
		$document = self::document($did);
		return in_array("at://$handle", Found::several($document['alsoKnownAs'] ?? null), true)
			? $handle
			: '';
	}

	/** @return array<mixed> */
	private static function document(string $did): array {
		$answer = str_starts_with($did, 'did:plc:')
			? Http::json(self::DIRECTORY . $did, ['hosts' => 'plc\.directory'])
			: Http::json(
				'https://' . substr($did, strlen('did:web:')) . '/.well-known/did.json',
				[],
			);
		return ($answer['json']['id'] ?? '') === $did ? $answer['json'] : [];
	}

	/**
	 * @return array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, did: string}
	 */
	private static function did(string $actor): array {
		if (str_starts_with($actor, 'did:')) {
			return ['outcome' => Outcome::FINE, 'retry' => 0, 'did' => $actor];
		}
		$answer = self::ask('com.atproto.identity.resolveHandle', 'handle', strtolower($actor));
		$did = $answer['json']['did'] ?? '';
		$is_did = is_string($did) && Address::parse("https://bsky.app/profile/$did") !== null;
		return [
			'outcome' =>
				$answer['outcome'] === Outcome::FINE && !$is_did
					? Outcome::UNREADABLE
					: $answer['outcome'],
			'retry' => $answer['retry'],
			'did' => $is_did ? $did : '',
		];
	}

	/** @return Json */
	private static function ask(string $method, string $name, string $value): array {
		return Http::json(self::API . "$method?$name=" . rawurlencode($value), self::HOSTS);
	}
}
