<?php
// Small parts of the pages of one's own pieces; what people wrote comes out exactly as they wrote it.

namespace Throughline\Moderation\Mine;

defined('ABSPATH') || exit();

final class Html {
	/** Starts the names of all fields: WordPress takes bare ones such as `title` for queries of its own. */
	public const FIELD = 'throughline_';

	/**
	 * What somebody wrote. Content filters go over our HTML once more where it stands in a post: they would run a
	 * shortcode that somebody typed, and curl its quotes; entities keep them off.
	 */
	public static function text(string $plain): string {
		return (string) preg_replace_callback(
			'/[!-\/:-@[-`{-~]/',
			static fn(array $found): string => '&#' . ord($found[0]) . ';',
			wp_check_invalid_utf8($plain, true),
		);
	}

	/** The same with its lines and paragraphs. */
	public static function lines(string $plain): string {
		return '<div class="throughline-mine__words" dir="auto">' .
			str_replace("\n", '<br>', self::text(trim(str_replace("\r\n", "\n", $plain)))) .
			'</div>';
	}

	/** A sentence of ours, with what people wrote in its places. */
	public static function p(string $sentence, string $class = ''): string {
		return sprintf(
			'<p%s>%s</p>',
			$class === '' ? '' : ' class="throughline-mine__' . esc_attr($class) . '"',
			self::text($sentence),
		);
	}

	public static function button(string $act, string $words, bool $first = false): string {
		return sprintf(
			'<button class="%s" name="%sact" value="%s">%s</button>',
			$first ? 'wp-element-button' : 'throughline-mine__button',
			esc_attr(self::FIELD),
			esc_attr($act),
			esc_html($words),
		);
	}

	public static function details(string $summary, string $inside, bool $open = false): string {
		return sprintf(
			'<details class="throughline-mine__fold"%s><summary>%s</summary>%s</details>',
			$open ? ' open' : '',
			esc_html($summary),
			$inside,
		);
	}

	/** A day and a time as the site writes them. */
	public static function moment(string $at): string {
		$time = (int) strtotime($at);
		return sprintf(
			'<time datetime="%s">%s</time>',
			esc_attr((string) wp_date('c', $time)),
			esc_html(
				/* translators: a date with a time, as PHP's date() writes it: Nov 21, 2026, 14:05 */
				(string) wp_date(_x('M j, Y, H:i', 'date and time', 'throughline'), $time),
			),
		);
	}
}
