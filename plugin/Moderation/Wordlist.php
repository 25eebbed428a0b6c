<?php
// A list of words made ready for finding: whole words by a hash, phrases and wildcards by some bytes of their longest
// part. Ten thousand entries cost some lookups for each word of the text, not one for each entry.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/**
 * Plain strings with an entry a line: they load much faster than nested arrays of so many.
 *
 * @phpstan-type Compiled array{words: array<string, string>, keys: string, patterns: string}
 * `words` are kept together by their first two bytes, `keys` and `patterns` in the same order.
 */
final class Wordlist {
	/** So many bytes of a pattern tell whether it can stand in a word at all. */
	private const KEY = 5;
	/** A wildcard with fewer letters than this would hold nearly everything. */
	private const FEWEST = 2;

	/** @return Compiled one entry a line: whole words, `*` for any letters within a word */
	public static function compile(string $list): array {
		$words = [];
		$patterns = [];
		foreach (self::lines($list) as $line) {
			$entry = Fold::entry($line);
			if (strlen(str_replace(['*', ' '], '', $entry)) < self::FEWEST) {
				continue;
			}
			$word = trim($entry);
			if (strpbrk($word, '* ') === false) {
				$start = self::start($word);
				$words[$start] = ($words[$start] ?? "\n") . "$word\n";
			} else {
				$patterns[] = self::pattern($entry);
			}
		}
		return self::joined($words, $patterns);
	}

	/** @return Compiled one entry a line, found anywhere, within words too: as core's own lists work */
	public static function compile_core(string $list): array {
		return self::joined(
			[],
			array_map(
				static fn(string $line): array => self::pattern(self::plain($line)),
				self::lines($list),
			),
		);
	}

	/**
	 * The first entry that stands in the text, folded; '' when none does.
	 *
	 * @param Compiled $compiled
	 * @param string $text by Fold::words() for a list of ours, by Fold::small() for core's
	 */
	public static function find(array $compiled, string $text): string {
		$words = array_keys(array_flip(explode(' ', trim($text))));
		if ($compiled['words'] !== []) {
			foreach ($words as $word) {
				$listed = $compiled['words'][self::start($word)] ?? '';
				if ($listed !== '' && str_contains($listed, "\n$word\n")) {
					return " $word ";
				}
			}
		}
		return $compiled['patterns'] === '' ? '' : self::pattern_in($compiled, $words, $text);
	}

	/** An entry that was found, as it was written into the list. */
	public static function written(string $list, string $found): string {
		foreach (self::lines($list) as $line) {
			if (Fold::entry($line) === $found || self::plain($line) === $found) {
				return $line;
			}
		}
		return trim($found);
	}

	/** @return list<string> */
	public static function lines(string $list): array {
		$lines = preg_split('/\s*[\r\n]+\s*/', trim($list), -1, PREG_SPLIT_NO_EMPTY);
		return $lines === false ? [] : $lines;
	}

	/**
	 * @param Compiled $compiled
	 * @param list<int|string> $words
	 */
	private static function pattern_in(array $compiled, array $words, string $text): string {
		$text = str_replace('*', "\0", $text);
		$keys = explode("\n", (string) base64_decode($compiled['keys'], true));
		$patterns = explode("\n", $compiled['patterns']);
		// Patterns are sorted by key; of equal keys the last one stays.
		$last = array_flip($keys);
		for ($at = $last[''] ?? -1; $at >= 0; $at--) {
			if (self::stands($patterns[$at], $text, $text)) {
				return self::whole($patterns[$at]);
			}
		}
		foreach ($words as $word) {
			$word = " $word ";
			for ($from = strlen($word) - self::KEY; $from >= 0; $from--) {
				$key = substr($word, $from, self::KEY);
				for ($at = $last[$key] ?? -1; $at >= 0 && $keys[$at] === $key; $at--) {
					if (self::stands($patterns[$at], $word, $text)) {
						return self::whole($patterns[$at]);
					}
				}
			}
		}
		return '';
	}

	private static function stands(string $pattern, string $word, string $text): bool {
		[$part, $entry] = explode("\t", $pattern) + [1 => ''];
		if (!str_contains($word, $part)) {
			return false;
		}
		$parts = array_map(
			static fn(string $piece): string => preg_quote($piece, '/'),
			explode('*', $entry),
		);
		return $entry === '' || preg_match('/' . implode('[^ ]*', $parts) . '/', $text) === 1;
	}

	/**
	 * Its key, then its longest part and, unless that is all of it, the whole.
	 *
	 * @return array{string, string}
	 */
	private static function pattern(string $entry): array {
		// A part stands in one word, with the space on either side where the word begins or ends.
		$parts = explode('*', (string) preg_replace('/(?<=\S) (?=\S)/', ' * ', $entry));
		usort($parts, static fn(string $a, string $b): int => strlen($b) <=> strlen($a));
		[$part] = $parts;
		$key = strlen($part) < self::KEY ? '' : substr($part, 0, self::KEY);
		return [$key, $part === $entry ? $part : "$part\t$entry"];
	}

	private static function whole(string $pattern): string {
		return explode("\t", $pattern)[1] ?? $pattern;
	}

	private static function start(string $word): string {
		return bin2hex(substr($word, 0, 2));
	}

	/** Core knows no wildcard: an asterisk is one of the letters. */
	private static function plain(string $line): string {
		return str_replace('*', "\0", Fold::small($line));
	}

	/**
	 * @param array<string, string> $words
	 * @param list<array{string, string}> $patterns
	 * @return Compiled
	 */
	private static function joined(array $words, array $patterns): array {
		usort($patterns, static fn(array $a, array $b): int => strcmp($a[0], $b[0]));
		return [
			'words' => $words,
			// A key may end within a letter, which no column of text takes.
			'keys' => base64_encode(implode("\n", array_column($patterns, 0))),
			'patterns' => implode("\n", array_column($patterns, 1)),
		];
	}
}
