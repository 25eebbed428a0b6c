<?php
// Two texts word by word: what went, what came.

namespace Throughline\Moderation\Mine;

defined('ABSPATH') || exit();

final class Difference {
	/** Safe HTML with `del` and `ins`; '' where nothing differs. */
	public static function html(string $before, string $after): string {
		if ($before === $after) {
			return '';
		}
		if (!class_exists('Text_Diff', false)) {
			require_once ABSPATH . WPINC . '/wp-diff.php';
		}
		// Our own engine's name: where PHP has xdiff, core would hand it lines instead of words.
		$difference = new \Text_Diff('native', [self::words($before), self::words($after)]);
		$html = '';
		foreach ($difference->getDiff() as $part) {
			$html .= match (true) {
				$part instanceof \Text_Diff_Op_copy => self::plain($part->orig),
				default => self::marked('del', $part->orig) . self::marked('ins', $part->final),
			};
		}
		return '<p class="throughline-mine__difference" dir="auto">' . $html . '</p>';
	}

	/** @return list<string> words, each with what follows it up to the next */
	private static function words(string $text): array {
		$words = preg_split('/(?<=\s)(?=\S)/u', $text);
		return $words === false ? [$text] : $words;
	}

	/** @param mixed $words */
	private static function plain($words): string {
		$strings = is_array($words) ? array_filter($words, 'is_string') : [];
		return str_replace("\n", '<br>', Html::text(implode('', $strings)));
	}

	/**
	 * @param 'del'|'ins' $tag
	 * @param mixed $words
	 */
	private static function marked(string $tag, $words): string {
		$html = self::plain($words);
		return $html === '' ? '' : "<$tag>$html</$tag>";
	}
}
