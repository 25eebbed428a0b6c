<?php
// Who made a piece, where they work, and on which day: the same on cards and on a story's own page.

namespace Throughline\Stories;

use Throughline\People\Person;
use Throughline\People\Portrait;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Face from Person
 * @phpstan-import-type Shown from Person
 */
final class Byline {
	/**
	 * @param array{person: Face|Shown, department: string, published: string} $piece `department` '' for none;
	 *        `published` in UTC, '' for what isn't published yet
	 */
	public static function html(array $piece): string {
		$person = $piece['person'];
		$place =
			$piece['department'] === ''
				? ''
				: '<span class="throughline-by__place">' .
					self::text($piece['department']) .
					'</span>';
		return sprintf(
			'<p class="throughline-by">%s<span class="throughline-by__name">%s</span><span class="throughline-by__where">%s%s</span></p>',
			self::face($person),
			self::text($person['name']),
			$place,
			self::day($piece['published']),
		);
	}

	/**
	 * Somebody's own picture, else their initials; their name stands beside it.
	 *
	 * @param Face|Shown $person
	 * @return string safe HTML
	 */
	public static function face(array $person): string {
		return Portrait::html($person, 'throughline-by__face');
	}

	/** In a page's content WordPress would run a shortcode that somebody took for a name. */
	private static function text(string $words): string {
		return str_replace('[', '&#91;', esc_html($words));
	}

	/** The day itself, so that it stays true in a cached page; the wall's view makes "yesterday" of it. */
	private static function day(string $utc): string {
		$time = $utc === '' ? false : strtotime("$utc UTC");
		return $time === false
			? ''
			: sprintf(
				'<time datetime="%s">%s</time>',
				esc_attr((string) wp_date('c', $time)),
				/* translators: a short date, as PHP's date() writes it: Nov 21, 2026 */
				esc_html((string) wp_date(_x('M j, Y', 'short date', 'throughline'), $time)),
			);
	}
}
