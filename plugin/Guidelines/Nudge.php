<?php
// What somebody may want to think over before they send a text; src/guidelines/nudge.ts thinks the same with JavaScript.

declare(strict_types=1);

namespace Throughline\Guidelines;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Watchful array{sentence: string, words: string, ...}
 * @phpstan-type Thought array{code: string, found?: string, sentence?: string}
 */
final class Nudge {
	/** So many letters tell whether somebody shouts; a name of a product is shorter. */
	private const SHOUT = 12;
	/** Good wishes and thanks may be said again. */
	private const REPEAT = 8;

	/**
	 * In the order in which they are shown; each guideline once.
	 *
	 * @param list<string> $texts title and text, each by itself
	 * @param list<Watchful> $guidelines
	 * @param list<string> $before what was sent before, all of it in one
	 * @return list<Thought>
	 */
	public static function of(array $texts, array $guidelines, array $before = []): array {
		$found = [];
		$words = self::plain(implode(' ', $texts));
		if ($words !== '' && in_array($words, array_map([self::class, 'plain'], $before), true)) {
			$found[] = ['code' => 'repeat'];
		}
		if (array_filter($texts, [self::class, 'is_shouting']) !== []) {
			$found[] = ['code' => 'shouting'];
		}
		$written = array_map([self::class, 'words'], $texts);
		foreach ($guidelines as $guideline) {
			$word = self::first($guideline['words'], $written);
			if ($word !== '') {
				$found[] = [
					'code' => 'word',
					'found' => $word,
					'sentence' => $guideline['sentence'],
				];
			}
		}
		return $found;
	}

	/** @param Thought $thought in a sentence for the person who wrote it */
	public static function sentence(array $thought): string {
		return match ($thought['code']) {
			'repeat' => __('You have sent the same words before.', 'throughline'),
			'shouting' => __(
				'Many capital letters or exclamation marks read as if somebody shouted.',
				'throughline',
			),
			default => sprintf(
				/* translators: 1: a word from the text, 2: sentence of a guideline */
				__('“%1$s” – remember: %2$s', 'throughline'),
				$thought['found'] ?? '',
				$thought['sentence'] ?? '',
			),
		};
	}

	public static function is_shouting(string $text): bool {
		$large = (int) preg_match_all('/\p{Lu}/u', $text);
		return preg_match('/[!?]{4}/', $text) === 1 ||
			($large >= self::SHOUT && $large >= 4 * (int) preg_match_all('/\p{Ll}/u', $text));
	}

	/**
	 * @param list<list<string>> $texts their words
	 * @return string the words of the first entry that stands in one of the texts, as they were written
	 */
	private static function first(string $entries, array $texts): string {
		foreach (explode("\n", $entries) as $entry) {
			foreach ($texts as $words) {
				$found = self::find($entry, $words);
				if ($found !== '') {
					return $found;
				}
			}
		}
		return '';
	}

	/** @param list<string> $written */
	private static function find(string $entry, array $written): string {
		// Stars alone stand for everything, and so for nothing.
		if (self::words($entry) === []) {
			return '';
		}
		preg_match_all('/[\p{L}\p{M}\p{N}*]+/u', mb_strtolower($entry), $parts);
		foreach (array_keys($written) as $start) {
			foreach ($parts[0] as $offset => $part) {
				if (!self::fits(mb_strtolower($written[$start + $offset] ?? ''), $part)) {
					continue 2;
				}
			}
			return implode(' ', array_slice($written, $start, count($parts[0])));
		}
		return '';
	}

	/** Whether a word is what a part of an entry stands for, `*` being any letters. */
	private static function fits(string $word, string $part): bool {
		$pieces = explode('*', $part);
		$start = array_shift($pieces);
		$end = array_pop($pieces);
		if ($end === null) {
			return $word === $start;
		}
		$at = strlen($start);
		foreach ($pieces as $piece) {
			$found = $at > strlen($word) ? false : strpos($word, $piece, $at);
			if ($found === false) {
				return false;
			}
			$at = $found + strlen($piece);
		}
		return str_starts_with($word, $start) &&
			str_ends_with($word, $end) &&
			$at + strlen($end) <= strlen($word);
	}

	/** The same for the same words, however they are set; '' for too few to mean anything. */
	private static function plain(string $text): string {
		$words = self::words(mb_strtolower($text));
		return count($words) < self::REPEAT ? '' : implode(' ', $words);
	}

	/** @return list<string> */
	private static function words(string $text): array {
		preg_match_all('/[\p{L}\p{M}\p{N}]+/u', $text, $words);
		return $words[0];
	}
}
