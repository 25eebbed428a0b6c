<?php
// Makes plain text of what other hosts send: whatever they wrote is text to us, never markup.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Address;

defined('ABSPATH') || exit();

final class Text {
	private const LINE = 300;
	private const BLOCK = 5000;

	/** One line; empty where there is no text. */
	public static function line(mixed $value): string {
		$text = self::clean($value);
		return self::cut(trim((string) preg_replace('/\s+/u', ' ', $text)), self::LINE);
	}

	/** Several paragraphs. */
	public static function block(mixed $value): string {
		$text = (string) preg_replace('/[ \t]+/', ' ', self::clean($value));
		$text = (string) preg_replace("/ ?\n ?/", "\n", $text);
		return self::cut(trim((string) preg_replace("/\n{3,}/", "\n\n", $text)), self::BLOCK);
	}

	/** What somebody reads who looks at this HTML. */
	public static function of_html(mixed $html): string {
		$html = self::clean($html);
		$html = (string) preg_replace(
			'~<(script|style|template|iframe)\b.*?(?:</\1\s*>|$)~is',
			'',
			$html,
		);
		// Mastodon hides the ends of long links, and says them to screen readers twice.
		$html = (string) preg_replace('~\s+~', ' ', $html);
		$html = (string) preg_replace('~<br\s*/?>~i', "\n", $html);
		$html = (string) preg_replace(
			'~</(?:p|div|li|h[1-6]|blockquote|section)\s*>~i',
			"\n\n",
			$html,
		);
		return self::block(
			html_entity_decode(wp_strip_all_tags($html), ENT_QUOTES | ENT_HTML5, 'UTF-8'),
		);
	}

	/** An address that may stand in a link; empty where it is none. */
	public static function url(mixed $value): string {
		return is_string($value) ? Address::place($value)['url'] ?? '' : '';
	}

	/** A moment as we keep it, UTC; empty where none was given, or one to come. */
	public static function date(mixed $value): string {
		$seconds = is_string($value) && strlen($value) <= 40 ? strtotime($value) : false;
		return $seconds === false || $seconds <= 0 || $seconds > \Throughline\now() + DAY_IN_SECONDS
			? ''
			: \Throughline\utc($seconds);
	}

	private static function clean(mixed $value): string {
		$text = is_string($value) ? wp_check_invalid_utf8($value, true) : '';
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
