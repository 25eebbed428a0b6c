<?php
// Reads what a web page says about itself: OpenGraph, JSON-LD, its title, and the profiles that it calls its own.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Address;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Parsed from Address
 * @phpstan-import-type FoundPost from Found
 * @phpstan-import-type Answer from Http
 * @phpstan-type Head array{meta: array<string, string>, title: string, json: list<mixed>, me: list<string>, author: string}
 */
final class Page {
	private const LINKS = 50;

	/**
	 * @param Parsed $address
	 * @param Answer $answer
	 * @return FoundPost
	 */
	public static function post(array $address, array $answer): array {
		if (Outcome::is_login($answer['body'])) {
			return Found::nothing($address, ['outcome' => Outcome::FORBIDDEN, 'retry' => 0]);
		}
		$head = self::read($answer);
		$meta = $head['meta'];
		$article = self::article($head['json']);
		$author = Found::several(Found::at($article, 'author'))[0] ?? null;
		$first = static fn(mixed ...$values): mixed => current(
			array_filter(
				$values,
				static fn(mixed $one): bool => is_string($one) && trim($one) !== '',
			),
		);
		$title = Text::line(
			$first($meta['og:title'] ?? '', Found::at($article, 'headline'), $head['title']),
		);
		$text = Text::block(
			$first(
				$meta['og:description'] ?? '',
				Found::at($article, 'description'),
				$meta['description'] ?? '',
			),
		);
		if ($title === '' && $text === '') {
			return Found::unreadable($address);
		}
		$page = Address::parse($answer['url']);
		$is_page = $page !== null && in_array($page['network'], ['web', 'fediverse', 'rss'], true);
		return [
			...Found::nothing($address, $answer),
			// What it is, only its answer told.
			'address' => $is_page ? [...$page, 'network' => 'web', 'kind' => 'page'] : $address,
			'title' => $title,
			'text' => $text,
			'author' => [
				...Found::NOBODY,
				'name' => Text::line(
					$first(
						Found::at($author, 'name'),
						$meta['author'] ?? '',
						is_string($author) ? $author : '',
					),
				),
				'url' => Text::url(
					$first(
						$head['author'],
						Found::at($author, 'url'),
						$meta['article:author'] ?? '',
					),
				),
			],
			'date' => Text::date(
				$first($meta['article:published_time'] ?? '', Found::at($article, 'datePublished')),
			),
			'pictures' => Found::pictures('web', [
				[
					'url' => \WP_Http::make_absolute_url($meta['og:image'] ?? '', $answer['url']),
					'alt' => $meta['og:image:alt'] ?? '',
				],
			]),
		];
	}

	/**
	 * @param Answer $answer
	 * @return Head
	 */
	public static function read(array $answer): array {
		$head = ['meta' => [], 'title' => '', 'json' => [], 'me' => [], 'author' => ''];
		$left = Http::JSON;
		$tags = new \WP_HTML_Tag_Processor(self::utf8($answer));
		while ($tags->next_tag()) {
			$tag = $tags->get_tag();
			if ($tag === 'META') {
				$name = self::attribute($tags, 'property') . self::attribute($tags, 'name');
				$head['meta'][strtolower($name)] ??= self::attribute($tags, 'content');
			} elseif ($tag === 'TITLE' && $head['title'] === '') {
				$head['title'] = $tags->get_modifiable_text();
			} elseif (
				$tag === 'SCRIPT' &&
				strtolower(self::attribute($tags, 'type')) === 'application/ld+json'
			) {
				$text = $tags->get_modifiable_text();
				$left -= strlen($text);
				$head['json'][] = $left > 0 ? json_decode($text, true, 32) : null;
			} elseif ($tag === 'A' || $tag === 'LINK') {
				$rel = (array) preg_split('/\s+/', strtolower(self::attribute($tags, 'rel')));
				$url = Text::url(
					\WP_Http::make_absolute_url(self::attribute($tags, 'href'), $answer['url']),
				);
				if (in_array('me', $rel, true) && $url !== '' && count($head['me']) < self::LINKS) {
					$head['me'][] = $url;
				}
				if (in_array('author', $rel, true) && $head['author'] === '') {
					$head['author'] = $url;
				}
			}
		}
		return $head;
	}

	private static function attribute(\WP_HTML_Tag_Processor $tags, string $name): string {
		$value = $tags->get_attribute($name);
		return is_string($value) ? trim($value) : '';
	}

	/** @param Answer $answer */
	private static function utf8(array $answer): string {
		$said =
			preg_match(
				'/charset\s*=\s*["\']?([\w-]+)/i',
				$answer['type'] . ' ' . substr($answer['body'], 0, 1024),
				$found,
			) === 1;
		$is_old =
			$said && preg_match('/^(?:iso-8859-1|iso-8859-15|windows-1252)$/i', $found[1]) === 1;
		return $is_old
			? (string) mb_convert_encoding($answer['body'], 'UTF-8', $found[1])
			: $answer['body'];
	}

	/**
	 * The article among all that a page describes.
	 *
	 * @param list<mixed> $json
	 */
	private static function article(array $json): mixed {
		foreach ($json as $one) {
			foreach (
				[...Found::several($one), ...Found::several(Found::at($one, '@graph'))]
				as $thing
			) {
				foreach (Found::several(Found::at($thing, '@type')) as $type) {
					if (
						is_string($type) &&
						preg_match('/(?:Article|Posting|VideoObject)$/', $type) === 1
					) {
						return $thing;
					}
				}
			}
		}
		return null;
	}
}
