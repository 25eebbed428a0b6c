<?php
// The page of this site that a share belongs to: named by its sender, or linked in its words.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Shares\PassOn\PassOn;

defined('ABSPATH') || exit();

final class Place {
	/** A text may hold many addresses; whoever means a page names it early. */
	private const LINKS = 10;

	/** The post's id; 0 for none. */
	public static function of_share(int $page, string $text): int {
		if (PassOn::is_public($page)) {
			return $page;
		}
		$host = (string) wp_parse_url(home_url(), PHP_URL_HOST);
		preg_match_all('~https?://[^\s<>"\'\[\]]+~i', $text, $found);
		foreach (array_slice($found[0], 0, self::LINKS) as $link) {
			$link = rtrim($link, '.,;:!?)…');
			$page = wp_parse_url($link, PHP_URL_HOST) === $host ? url_to_postid($link) : 0;
			if (PassOn::is_public($page)) {
				return $page;
			}
		}
		return 0;
	}

	/** @return list<array{name: string, text: string, link: string}> for the desk */
	public static function told(int $page): array {
		return PassOn::is_public($page)
			? [
				[
					'name' => __('Belongs to this page', 'throughline'),
					'text' => html_entity_decode(get_the_title($page), ENT_QUOTES, 'UTF-8'),
					'link' => (string) get_permalink($page),
				],
			]
			: [];
	}
}
