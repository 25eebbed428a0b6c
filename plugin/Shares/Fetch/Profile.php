<?php
// Looks somebody's profile up: who it is by an id that stays, and which pages the profile calls its own.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Address;

defined('ABSPATH') || exit();

/**
 * `id` is proven by the protocol where it isn't empty; `handle` is one that leads to that id and
 * back. `links` is what the profile calls its own (rel="me"), `text` what it says about itself.
 *
 * @phpstan-import-type Parsed from Address
 * @phpstan-type FoundProfile array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, name: string, url: string, id: string, handle: string, text: string, links: list<string>}
 */
final class Profile {
	/** Characters of a page, somewhere in which a code of ours may stand. */
	private const TEXT = 50_000;

	/**
	 * Networks that tell nobody about their people are not asked: "unreadable".
	 *
	 * @param Parsed $address
	 * @return FoundProfile
	 */
	public static function fetch(array $address): array {
		Http::begin();
		if ($address['network'] === 'bluesky') {
			$found = Bluesky::profile($address['handle']);
			return [
				'outcome' => $found['outcome'],
				'retry' => $found['retry'],
				...$found['author'],
				'text' => $found['text'],
				'links' => [],
			];
		}
		return in_array($address['network'], ['fediverse', 'web', 'rss'], true)
			? self::anywhere($address)
			: self::nothing(Outcome::UNREADABLE);
	}

	/**
	 * @param Parsed $address
	 * @return FoundProfile
	 */
	private static function anywhere(array $address): array {
		$url = $address['url'];
		if ($address['network'] === 'fediverse' && $address['handle'] !== '') {
			// A name of a company's domain may live on another host, which only WebFinger tells.
			[$user, $host] = [...explode('@', $address['handle'], 2), $address['host']];
			$actor = WebFinger::actor($user, $host);
			$url = $actor !== '' ? $actor : $url;
		}
		$answer = Http::get($url, ['accept' => ActivityPub::ACCEPT . ', text/html;q=0.8']);
		if ($answer['outcome'] !== Outcome::FINE) {
			return self::nothing($answer['outcome'], $answer['retry']);
		}
		if (ActivityPub::is_activity($answer['type'])) {
			$actor = ActivityPub::thing($answer);
			if ($actor['outcome'] !== Outcome::FINE || !Actor::is_actor($actor['json'])) {
				return self::nothing(
					$actor['outcome'] === Outcome::FINE ? Outcome::UNREADABLE : $actor['outcome'],
					$actor['retry'],
				);
			}
			return [
				...self::nothing(Outcome::FINE),
				...Actor::author($actor),
				'text' => Text::of_html($actor['json']['summary'] ?? ''),
				'links' => self::fields($actor['json']),
			];
		}
		if (!str_contains($answer['type'], 'html') || Outcome::is_login($answer['body'])) {
			return self::nothing(Outcome::UNREADABLE);
		}
		$head = Page::read($answer);
		return [
			...self::nothing(Outcome::FINE),
			'name' => Text::line($head['meta']['og:title'] ?? $head['title']),
			'url' => $answer['url'],
			'text' => Text::of_html($answer['body'], self::TEXT),
			'links' => array_values(array_unique($head['me'])),
		];
	}

	/**
	 * The links in the fields of a profile, which only its owner writes.
	 *
	 * @param array<mixed> $json
	 * @return list<string>
	 */
	private static function fields(array $json): array {
		$links = [];
		foreach (array_slice(Found::several($json['attachment'] ?? null), 0, 20) as $field) {
			$value = Found::at($field, 'value');
			if (Found::at($field, 'type') !== 'PropertyValue' || !is_string($value)) {
				continue;
			}
			$tags = new \WP_HTML_Tag_Processor($value);
			while ($tags->next_tag(['tag_name' => 'a'])) {
				$links[] = Text::url($tags->get_attribute('href'));
			}
			$links[] = Text::url(wp_strip_all_tags($value));
		}
		return array_values(array_unique(array_diff($links, [''])));
	}

	/**
	 * @param 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network' $outcome
	 * @return FoundProfile
	 */
	private static function nothing(string $outcome, int $retry = 0): array {
		return [
			'outcome' => $outcome,
			'retry' => $retry,
			...Found::NOBODY,
			'text' => '',
			'links' => [],
		];
	}
}
