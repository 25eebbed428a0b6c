<?php
// Makes plain text of what other hosts send: whatever they wrote is text to us, never markup.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Place;

defined('ABSPATH') || exit();

final class Text {
	private const LINE = 300;
	private const BLOCK = 5000;
	private const BLOCKS = ['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4', 'BLOCKQUOTE', 'SECTION'];
	/** Bytes of one value that are looked at. */
	private const BYTES = 256 * KB_IN_BYTES;

	/** One line; empty where there is no text. */
	public static function line(mixed $value): string {
		$text = self::clean($value);
		return self::cut(trim((string) preg_replace('/\s+/u', ' ', $text)), self::LINE);
	}

	/** Several paragraphs. */
	public static function block(mixed $value, int $length = self::BLOCK): string {
		$text = (string) preg_replace('/[ \t]+/', ' ', self::clean($value));
		$text = (string) preg_replace("/ ?\n ?/", "\n", $text);
		return self::cut(trim((string) preg_replace("/\n{3,}/", "\n\n", $text)), $length);
	}

	/** What somebody reads who looks at this HTML. Expressions would take an evil one's time: this reads it once. */
	public static function of_html(mixed $html, int $length = self::BLOCK): string {
		$tags = new \WP_HTML_Tag_Processor(is_string($html) ? $html : '');
		$text = '';
		// As bytes: a character has four at most.
		while (strlen($text) <= 4 * $length && $tags->next_token()) {
			if ($tags->get_token_type() === '#text') {
				$text .= preg_replace('/\s+/', ' ', $tags->get_modifiable_text());
			} elseif ($tags->get_tag() === 'BR') {
				$text .= "\n";
			} elseif (in_array($tags->get_tag(), self::BLOCKS, true)) {
				$text .= "\n\n";
			}
		}
		return self::block($text, $length);
	}

	/** An address that may stand in a link; empty where it is none. */
	public static function url(mixed $value): string {
		return is_string($value) ? Place::of($value)['url'] ?? '' : '';
	}

	/** A moment as we keep it, UTC; empty where none was given, or one to come. */
	public static function date(mixed $value): string {
		$seconds = is_string($value) && strlen($value) <= 40 ? strtotime($value) : false;
		return $seconds === false || $seconds <= 0 || $seconds > \Throughline\now() + DAY_IN_SECONDS
			? ''
			: \Throughline\utc($seconds);
	}

	private static function clean(mixed $value): string {
		$text = is_string($value) ? substr($value, 0, self::BYTES) : '';
		$text = wp_check_invalid_utf8($text, true);
		$text = str_replace(["\r\n", "\r"], "\n", $text);
		// Characters that turn the text around could make a name of another.
		return (string) preg_replace(
			'/[^\P{Cc}\n\t]|[\x{200B}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]/u',
			'',
			$text,
		);
	}

	private static function cut(string $text, int $length): string {
		return mb_strlen($text) > $length ? mb_substr($text, 0, $length - 1) . '…' : $text;
	}
}
