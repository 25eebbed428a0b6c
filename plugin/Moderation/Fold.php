<?php
// Text as it is compared: small letters without accents, umlauts written out, nothing invisible, one space between words.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Fold {
	// Soft hyphens, joiners, direction marks, variation selectors: written into a word they hide it from a list.
	private const INVISIBLE = '/[\x{AD}\x{34F}\x{61C}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}\x{FE00}-\x{FE0F}\x{FEFF}]+/u';

	/** "Müll & Café" is " muell cafe ": with a space on both ends, so that every word has one on both sides. */
	public static function words(string $text): string {
		$words = preg_replace('/[^\p{L}\p{N}]+/u', ' ', self::letters($text));
		return ' ' . trim((string) $words) . ' ';
	}

	/** The same with `*` kept, for entries of a list. */
	public static function entry(string $line): string {
		$words = preg_replace('/[^\p{L}\p{N}*]+/u', ' ', self::letters($line));
		return ' ' . trim((string) $words) . ' ';
	}

	/** Small letters alone: what core's lists are compared with. */
	public static function small(string $text): string {
		return mb_strtolower(self::visible($text));
	}

	private static function letters(string $text): string {
		$text = self::visible($text);
		// Letters of other widths and styles (ａ, 𝐚, ﬁ) are how a word passes a list; without intl they do.
		if (class_exists('Normalizer') && preg_match('/[^\x00-\x{24F}]/u', $text) === 1) {
			$normal = \Normalizer::normalize($text, \Normalizer::FORM_KC);
			$text = $normal === false ? $text : $normal;
		}
		return remove_accents(mb_strtolower($text), 'de_DE');
	}

	private static function visible(string $text): string {
		return (string) preg_replace(self::INVISIBLE, '', wp_check_invalid_utf8($text, true));
	}
}
