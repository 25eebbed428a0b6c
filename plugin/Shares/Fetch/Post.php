<?php
// Looks a post up at its network, in the background, never while a page renders.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Networks;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Parsed from Address
 * @phpstan-import-type FoundPost from Found
 * @phpstan-import-type Row from Networks
 */
final class Post {
	private const HTML = 'text/html,application/xhtml+xml;q=0.9';

	/**
	 * @param Parsed $address
	 * @return FoundPost
	 */
	public static function fetch(array $address): array {
		Http::begin();
		$row = Networks::get($address['network']);
		$is_feed = $address['network'] === 'rss';
		if ($row === null || ($address['kind'] === 'profile' && !$is_feed)) {
			return Found::unreadable($address);
		}
		return match ($row['class']) {
			'provider' => self::at_provider($row, $address),
			'protocol' => $row['id'] === 'bluesky'
				? Bluesky::post($address)
				: self::anywhere($address),
			'own' => self::anywhere($address),
			// Its author writes it: there is nobody to ask.
			default => Found::nothing($address, ['outcome' => Outcome::FINE, 'retry' => 0]),
		};
	}

	/**
	 * @param Row $row
	 * @param Parsed $address
	 * @return FoundPost
	 */
	private static function at_provider(array $row, array $address): array {
		if ($address['id'] === '') {
			// A short link: where it leads is the post, if it is one of this network.
			$answer = Http::get($address['url'], [
				'accept' => self::HTML,
				'hosts' => $row['hosts'],
			]);
			$led = Address::parse($answer['url']);
			if ($led !== null && $led['network'] === $row['id'] && $led['id'] !== '') {
				$address = $led;
			} elseif ($answer['outcome'] !== Outcome::FINE) {
				return Found::nothing($address, $answer);
			}
		}
		return OEmbed::post($row, $address);
	}

	/**
	 * Any host: an ActivityPub object, a feed or a page, whatever it answers.
	 *
	 * @param Parsed $address
	 * @return FoundPost
	 */
	private static function anywhere(array $address): array {
		$answer = Http::get($address['url'], [
			'accept' => ActivityPub::ACCEPT . ', text/html;q=0.8, */*;q=0.1',
		]);
		if ($answer['outcome'] === Outcome::FORBIDDEN && $address['network'] === 'fediverse') {
			// Many servers show a post to everybody, but its proof only to servers that sign.
			$page = Http::get($address['url'], ['accept' => self::HTML]);
			$answer = $page['outcome'] === Outcome::FINE ? $page : $answer;
		}
		if ($answer['outcome'] !== Outcome::FINE) {
			return Found::nothing($address, $answer);
		}
		return match (true) {
			ActivityPub::is_activity($answer['type']) => ActivityPub::post($address, $answer),
			Feed::is_feed($answer) => Feed::post($address, $answer),
			str_contains($answer['type'], 'html') => Page::post($address, $answer),
			default => Found::unreadable($address),
		};
	}
}
