<?php
// Reads the newest item of a feed: RSS or Atom, without any of XML's doors to the outside.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Place;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Parsed from Address
 * @phpstan-import-type FoundPost from Found
 * @phpstan-import-type Answer from Http
 */
final class Feed {
	private const DC = 'http://purl.org/dc/elements/1.1/';

	/** @param Answer $answer */
	public static function is_feed(array $answer): bool {
		return preg_match('~^(?:application|text)/(?:rss\+|atom\+|rdf\+)?xml~', $answer['type']) ===
			1;
	}

	/**
	 * @param Parsed $address
	 * @param Answer $answer
	 * @return FoundPost
	 */
	public static function post(array $address, array $answer): array {
		$xml = self::read($answer['body']);
		$item = $xml === null ? null : self::items($xml)[0] ?? null;
		$link = $item === null ? '' : self::link($item);
		$page = Address::parse($link);
		// A feed speaks for its own host.
		if ($item === null || $page === null || $page['host'] !== Place::host($answer['url'])) {
			return Found::unreadable($address);
		}
		$creator = (string) $item->children(self::DC)->creator;
		$author = (string) ($item->author->name ?? '');
		$text = (string) $item->description;
		$date = (string) $item->pubDate . (string) $item->published;
		return [
			...Found::nothing($address, $answer),
			'address' => $page,
			'title' => Text::line(Text::of_html((string) $item->title)),
			'text' => Text::of_html($text !== '' ? $text : (string) $item->summary),
			'author' => [
				...Found::NOBODY,
				'name' => Text::line($creator !== '' ? $creator : $author),
			],
			'date' => Text::date($date !== '' ? $date : (string) $item->updated),
		];
	}

	/**
	 * The addresses of what a feed tells, for comparing them with a post's.
	 *
	 * @return list<string>
	 */
	public static function links(string $url): array {
		Http::begin();
		$answer = Http::get($url, [
			'accept' => 'application/rss+xml, application/atom+xml, application/xml;q=0.8',
		]);
		$xml =
			$answer['outcome'] === Outcome::FINE && self::is_feed($answer)
				? self::read($answer['body'])
				: null;
		$links = $xml === null ? [] : array_map(self::link(...), self::items($xml));
		$addresses = [];
		foreach ($links as $link) {
			$addresses[] = Address::parse($link)['url'] ?? '';
		}
		return array_values(array_diff($addresses, ['']));
	}

	private static function read(string $body): ?\SimpleXMLElement {
		// A document type could name files of ours, or unfold without end.
		// Another encoding could hide one.
		$is_other =
			str_contains($body, "\0") ||
			(preg_match('/^[^>]{0,200}\bencoding\s*=\s*["\']([^"\']*)/i', $body, $found) === 1 &&
				preg_match('/^(?:utf-8|us-ascii|iso-8859-15?|windows-1252)$/i', $found[1]) !== 1);
		if ($is_other || preg_match('/<!(?:DOCTYPE|ENTITY)/i', $body) === 1) {
			return null;
		}
		$before = libxml_use_internal_errors(true);
		$xml = simplexml_load_string(
			$body,
			\SimpleXMLElement::class,
			LIBXML_NONET | LIBXML_NOCDATA,
		);
		libxml_clear_errors();
		libxml_use_internal_errors($before);
		return $xml === false ? null : $xml;
	}

	/** @return list<\SimpleXMLElement> */
	private static function items(\SimpleXMLElement $xml): array {
		$items = [];
		foreach ([$xml->channel->item ?? null, $xml->item, $xml->entry] as $list) {
			foreach ($list ?? [] as $item) {
				$items[] = $item;
			}
		}
		return $items;
	}

	private static function link(\SimpleXMLElement $item): string {
		foreach ($item->link as $link) {
			$rel = (string) $link['rel'];
			if ($rel === '' || $rel === 'alternate') {
				$href = (string) $link['href'];
				return trim($href !== '' ? $href : (string) $link);
			}
		}
		return '';
	}
}
