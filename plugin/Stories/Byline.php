<?php
// Who made a piece, where they work, and on which day: the same on cards and on a story's own page.

namespace Throughline\Stories;

use Throughline\People\Person;

defined('ABSPATH') || exit();

/** @phpstan-import-type Face from Person */
final class Byline {
	/**
	 * @param array{person: Face, department: string, published: string} $piece `department` '' for none;
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
			'<p class="throughline-by"><span class="throughline-by__face" style="--throughline-hue:%d" aria-hidden="true">%s</span><span class="throughline-by__name">%s</span><span class="throughline-by__where">%s%s</span></p>',
			$person['hue'],
			self::text($person['initials']),
			self::text($person['name']),
			$place,
			self::day($piece['published']),
		);
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
