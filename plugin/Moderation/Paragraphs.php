<?php
// Plain text in paragraphs, as mails have it, and the same for a page.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Paragraphs {
	/** @param array<string> $paragraphs empty ones are left out */
	public static function text(array $paragraphs, string $between = "\n\n"): string {
		return implode(
			$between,
			array_filter($paragraphs, static fn(string $paragraph): bool => $paragraph !== ''),
		);
	}

	/**
	 * @param array<string> $paragraphs plain text
	 * @return string safe HTML
	 */
	public static function html(array $paragraphs, string $class = ''): string {
		$html = '';
		foreach (explode("\n\n", self::text($paragraphs)) as $paragraph) {
			if ($paragraph !== '') {
				$html .= sprintf(
					'<p class="%s">%s</p>',
					esc_attr(trim("throughline-page__lines $class")),
					// Addresses in it become links.
					make_clickable(esc_html($paragraph)),
				);
			}
		}
		return $html;
	}
}
