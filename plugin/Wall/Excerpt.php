<?php
// The beginning of a text for its card: whole sentences where they fit, else whole words.

namespace Throughline\Wall;

defined('ABSPATH') || exit();

final class Excerpt {
	/** One or two sentences stand under a photo; words alone may say more. */
	private const UNDER_PHOTO = ['sentences' => 2, 'letters' => 160];
	private const ALONE = ['sentences' => 4, 'letters' => 280];

	// After a word of two letters or more, so that "3. Mai" and "z. B." stay in one piece.
	private const END_OF_SENTENCE = '/(?<=[\p{L}\p{N}][\p{L}\p{N}][.!?…]|[.!?…]["”“’»«])\s+(?=[^\p{Ll}])/u';

	public static function of(string $plain, bool $under_photo): string {
		['sentences' => $sentences, 'letters' => $letters] = $under_photo
			? self::UNDER_PHOTO
			: self::ALONE;
		$text = trim((string) preg_replace('/\s+/u', ' ', $plain));
		$parts = preg_split(self::END_OF_SENTENCE, $text);
		$excerpt = '';
		foreach (array_slice($parts === false ? [$text] : $parts, 0, $sentences) as $sentence) {
			$longer = trim("$excerpt $sentence");
			if (mb_strlen($longer) > $letters) {
				break;
			}
			$excerpt = $longer;
		}
		return $excerpt !== '' || $text === '' ? $excerpt : self::words($text, $letters);
	}

	/** As many words as fit; a language that writes none between spaces is cut where it must be. */
	private static function words(string $text, int $letters): string {
		$cut = mb_substr($text, 0, $letters);
		$space = mb_strrpos($cut, ' ');
		$words = $space === false || $space < $letters / 2 ? $cut : mb_substr($cut, 0, $space);
		return rtrim($words, " \t,;:–-") . '…';
	}
}
