<?php
// Reads what a provider answers about a post by oEmbed: names and words, never its html.

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
final class OEmbed {
	/** Bytes of a provider's markup that are looked at. */
	private const HTML = 20 * KB_IN_BYTES;

	/**
	 * @param Row $row
	 * @param Parsed $address
	 * @return FoundPost
	 */
	public static function post(array $row, array $address): array {
		$url = strtr((string) $row['api'], ['{url}' => rawurlencode($address['url'])]);
		$host = (string) wp_parse_url($url, PHP_URL_HOST);
		$answer = Http::json($url, ['hosts' => $row['api_hosts'] ?? preg_quote($host)]);
		$json = $answer['json'];
		// Vimeo says so within an answer of 200.
		if (in_array($json['domain_status_code'] ?? 200, [401, 403, 404], true)) {
			$answer['outcome'] = Outcome::FORBIDDEN;
		}
		if ($answer['outcome'] !== Outcome::FINE) {
			return Found::nothing($address, $answer);
		}
		if (!self::is_of($address, $json)) {
			return Found::unreadable($address);
		}
		$profile = Address::parse(Text::url($json['author_url'] ?? ''));
		$is_theirs =
			$profile !== null &&
			$profile['network'] === $row['id'] &&
			$profile['kind'] === 'profile';
		$title = Text::line($json['title'] ?? '');
		$text = match ($row['id']) {
			'x' => Text::of_html(self::first_paragraph($json['html'] ?? '')),
			// Its title is all that was written.
			'tiktok' => Text::block($json['title'] ?? ''),
			default => Text::block($json['description'] ?? ''),
		};
		$picture = $json['thumbnail_url'] ?? ($row['id'] === 'flickr' ? $json['url'] ?? '' : '');
		return [
			...Found::nothing($address, $answer),
			'title' => $row['id'] === 'tiktok' ? '' : $title,
			'text' => $text,
			'author' => [
				'name' => Text::line($json['author_name'] ?? ''),
				'url' => $is_theirs ? $profile['url'] : '',
				'id' => $is_theirs ? $profile['id'] : '',
				'handle' => $is_theirs ? $profile['handle'] : '',
			],
			'date' => Text::date($json['upload_date'] ?? ''),
			'pictures' => Found::pictures($row['id'], [['url' => $picture, 'alt' => $title]]),
		];
	}

	/**
	 * Whether the answer speaks of this post. Flickr answers for a whole photostream, too.
	 *
	 * @param Parsed $address
	 * @param array<mixed> $json
	 */
	private static function is_of(array $address, array $json): bool {
		$id = $address['id'];
		$page = $json['web_page'] ?? ($json['url'] ?? '');
		$named = match ($address['network']) {
			'x' => self::id_in($json['url'] ?? ''),
			'flickr' => self::id_in($page),
			'tiktok' => $json['embed_product_id'] ?? $id,
			'vimeo' => $json['video_id'] ?? $id,
			'youtube' => preg_match(
				'~/embed/([\w-]{11})[?"]~',
				self::string($json['html'] ?? ''),
				$found,
			) === 1
				? $found[1]
				: $id,
			default => $id,
		};
		$named = is_int($named) || is_string($named) ? (string) $named : '';
		$is_flickr = $address['network'] === 'flickr';
		if ($is_flickr && !in_array($json['type'] ?? '', ['photo', 'video'], true)) {
			return false;
		}
		// A short link of Flickr's and an album tell no id beforehand.
		return $id === '' ? !$is_flickr || $named !== '' : $named === $id;
	}

	private static function id_in(mixed $url): string {
		return Address::parse(Text::url($url))['id'] ?? '';
	}

	private static function first_paragraph(mixed $html): string {
		return preg_match(
			'~<p\b[^>]*>(.*?)</p>~s',
			substr(self::string($html), 0, self::HTML),
			$found,
		) === 1
			? $found[1]
			: '';
	}

	private static function string(mixed $value): string {
		return is_string($value) ? $value : '';
	}
}
