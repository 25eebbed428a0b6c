<?php
// A story's text: plain when it is sent and edited, a handful of safe tags when it is stored and shown.

namespace Throughline\Stories;

defined('ABSPATH') || exit();

final class Text {
	public const MAX_LENGTH = 10000;
	public const MAX_TITLE_LENGTH = 200;

	private const TAGS = ['p' => [], 'br' => [], 'a' => ['href' => true, 'rel' => true]];

	/**
	 * Plain text as the HTML we store: paragraphs, line breaks, links. All else is text and stays readable.
	 * `[` becomes an entity, so that no shortcode runs wherever the text may end up.
	 */
	public static function to_html(string $plain): string {
		$paragraphs = preg_split('/\n{2,}/', self::clean($plain), -1, PREG_SPLIT_NO_EMPTY);
		$html = '';
		foreach ($paragraphs === false ? [] : $paragraphs as $paragraph) {
			$html .=
				'<p>' . str_replace("\n", '<br>', self::link(trim($paragraph, "\n"))) . "</p>\n";
		}
		return trim($html);
	}

	/** The stored HTML as the plain text it was made from. */
	public static function to_plain(string $html): string {
		$text = str_replace(['<br>', "</p>\n", '</p>'], ["\n", "\n\n", "\n\n"], $html);
		return trim(html_entity_decode(wp_strip_all_tags($text), ENT_QUOTES | ENT_HTML5, 'UTF-8'));
	}

	/** For the moment of printing: only our own tags pass, whoever wrote the database. */
	public static function escape(string $html): string {
		// Core's filter lets comments pass, and with them the marks of blocks.
		$uncommented = preg_replace('/<!--.*?(-->|$)/s', '', $html);
		return wp_kses($uncommented ?? '', self::TAGS, ['http', 'https']);
	}

	/** One or two sentences of it, in plain text. */
	public static function excerpt(string $html): string {
		return self::shorten(self::line(self::to_plain($html)), 200);
	}

	/** Plain text of at most so many characters, cut between words where there are some. */
	public static function shorten(string $plain, int $length): string {
		if (mb_strlen($plain) <= $length) {
			return $plain;
		}
		$cut = mb_substr($plain, 0, $length);
		$space = mb_strrpos($cut, ' ');
		return rtrim($space === false || $space < $length / 2 ? $cut : mb_substr($cut, 0, $space)) .
			'…';
	}

	/** Trimmed, newlines alike, without control characters and without marks that turn other people's text around. */
	public static function clean(string $plain): string {
		$plain = str_replace(["\r\n", "\r"], "\n", wp_check_invalid_utf8($plain, true));
		// U+202A to U+202E and U+2066 to U+2069 override direction; right-to-left text needs none of them.
		$clean = preg_replace(
			'/[\x{0}-\x{8}\x{B}\x{C}\x{E}-\x{1F}\x{7F}\x{202A}-\x{202E}\x{2066}-\x{2069}]/u',
			'',
			$plain,
		);
		return trim($clean ?? '');
	}

	/** One line, for titles and descriptions of pictures. */
	public static function line(string $plain): string {
		return trim((string) preg_replace('/\s+/u', ' ', self::clean($plain)));
	}

	/**
	 * A title as core keeps titles: as HTML, which themes print as it is. What looks like a tag stays text.
	 */
	public static function to_title(string $plain): string {
		return self::literal(self::line($plain));
	}

	/** Unlike esc_html(), an entity that somebody typed stays what they typed. */
	private static function literal(string $plain): string {
		return htmlspecialchars($plain, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
	}

	private static function link(string $plain): string {
		$parts = preg_split(
			'~(https?://[^\s<>"\'\[\]]+[^\s<>"\'\[\].,;:!?)])~iu',
			$plain,
			-1,
			PREG_SPLIT_DELIM_CAPTURE,
		);
		$html = '';
		foreach ($parts === false ? [$plain] : $parts as $i => $part) {
			$html .=
				$i % 2 === 1
					? sprintf(
						'<a href="%s" rel="nofollow ugc">%s</a>',
						esc_url($part),
						esc_html($part),
					)
					: self::literal($part);
		}
		return str_replace('[', '&#91;', $html);
	}
}
