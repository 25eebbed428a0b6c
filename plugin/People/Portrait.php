<?php
// Somebody's own picture, else their initials in a quiet colour; the name always stands beside it.

declare(strict_types=1);

namespace Throughline\People;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Face from Person
 * @phpstan-import-type Shown from Person
 */
final class Portrait {
	/**
	 * @param Face|Shown $person
	 * @return string safe HTML
	 */
	public static function html(array $person, string $class, int $edge = 96): string {
		$picture = $person['picture'] ?? null;
		return $picture === null
			? sprintf(
				'<span class="%s" style="--throughline-hue:%d" aria-hidden="true">%s</span>',
				esc_attr($class),
				$person['hue'],
				// In a page's content WordPress would run a shortcode that somebody took for a name.
				str_replace('[', '&#91;', esc_html($person['initials'])),
			)
			: sprintf(
				'<img class="%1$s" src="%2$s" width="%3$d" height="%3$d" alt="" loading="lazy" decoding="async">',
				esc_attr($class),
				esc_url(str_replace('-96.', "-$edge.", $picture)),
				$edge,
			);
	}
}
