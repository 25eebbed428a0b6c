<?php
// Two texts word by word: what went, what came.

namespace Throughline\Moderation\Mine;

defined('ABSPATH') || exit();

final class Difference {
	/** Core's engine takes line breaks away. */
	private const BREAK = "\x02";

	/** Safe HTML with `del` and `ins`; '' where nothing differs. */
	public static function html(string $before, string $after): string {
		if ($before === $after) {
			return '';
		}
		if (!class_exists('Text_Diff', false)) {
			require_once ABSPATH . 'wp-includes/wp-diff.php';
		}
		// By name: where PHP has xdiff, core would take that, which knows whole lines alone.
		$difference = new \Text_Diff('native', [self::words($before), self::words($after)]);
		/** @var list<object{orig: list<string>|false, final: list<string>|false}> $parts */
		$parts = $difference->getDiff();
		$html = '';
		foreach ($parts as $part) {
			$html .=
				$part->orig === $part->final
					? self::plain($part->orig)
					: self::marked('del', $part->orig) . self::marked('ins', $part->final);
		}
		return '<p class="throughline-mine__difference" dir="auto">' . $html . '</p>';
	}

	/** @return list<string> words, each with what follows it up to the next */
	private static function words(string $text): array {
		$words = preg_split('/(?<=\s)(?=\S)/u', str_replace("\r\n", "\n", $text));
		return str_replace("\n", self::BREAK, $words === false ? [$text] : $words);
	}

	/** @param list<string>|false $words */
	private static function plain(array|false $words): string {
		$text = implode('', $words === false ? [] : $words);
		return str_replace(self::BREAK, '<br>', Html::text($text));
	}

	/**
	 * @param 'del'|'ins' $tag
	 * @param list<string>|false $words
	 */
	private static function marked(string $tag, array|false $words): string {
		$html = self::plain($words);
		return $html === '' ? '' : "<$tag>$html</$tag>";
	}
}
