<?php
// The lists of blocked and watched words, ours and core's: kept as written, and made ready once when one of them changes.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/** @phpstan-import-type Compiled from Wordlist */
final class Words {
	/** Options, loaded only when a piece arrives: one entry a line. */
	public const BLOCKED = 'throughline_words_blocked';
	public const WATCHED = 'throughline_words_watched';
	/** Option: all four lists, made ready. */
	public const READY = 'throughline_words_ready';

	private const LISTS = [
		'blocked' => self::BLOCKED,
		'watched' => self::WATCHED,
		'core_blocked' => 'disallowed_keys',
		'core_watched' => 'moderation_keys',
	];

	/** @var array{string, string} the last text, and the same folded */
	private static array $folded = ['', '  '];

	/** Whoever changes a list, by whichever way: it is made ready anew for the next piece. */
	public static function register(): void {
		foreach (self::LISTS as $option) {
			foreach (['add_option_', 'update_option_', 'delete_option_'] as $hook) {
				add_action($hook . $option, [self::class, 'forget']);
			}
		}
	}

	public static function forget(): void {
		delete_option(self::READY);
	}

	/** @return array{blocked: string, watched: string} as they were written */
	public static function all(): array {
		return [
			'blocked' => self::written(self::BLOCKED),
			'watched' => self::written(self::WATCHED),
		];
	}

	/** @param array{blocked: string, watched: string} $lists one entry a line */
	public static function save(array $lists): void {
		foreach (['blocked', 'watched'] as $name) {
			$lines = array_map('sanitize_text_field', Wordlist::lines($lists[$name]));
			update_option(
				self::LISTS[$name],
				implode("\n", array_unique(array_diff($lines, ['']))),
				false,
			);
		}
	}

	/**
	 * The first blocked word in a piece, as the list has it.
	 *
	 * @param string $text what people see: name, title and text
	 * @param string $all the same with mail and network address, for core's list
	 */
	public static function blocked(string $text, string $all): string {
		return self::first('blocked', $text, $all);
	}

	/** The first watched word, as above. */
	public static function watched(string $text, string $all): string {
		return self::first('watched', $text, $all);
	}

	private static function first(string $list, string $text, string $all): string {
		$ready = self::ready();
		$texts = [
			$list => static fn(): string => self::words($text),
			"core_$list" => static fn(): string => Fold::small($all),
		];
		foreach ($texts as $name => $folded) {
			$empty = $ready[$name]['words'] === [] && $ready[$name]['patterns'] === '';
			$found = $empty ? '' : Wordlist::find($ready[$name], $folded());
			if ($found !== '') {
				return Wordlist::written(self::written(self::LISTS[$name]), $found);
			}
		}
		return '';
	}

	/** Both lists look into the same text. */
	private static function words(string $text): string {
		if (self::$folded[0] !== $text) {
			self::$folded = [$text, Fold::words($text)];
		}
		return self::$folded[1];
	}

	/** @return array<string, Compiled> by name as in LISTS */
	private static function ready(): array {
		/** @var array<string, Compiled>|false $ready written below alone */
		$ready = get_option(self::READY);
		if (is_array($ready)) {
			return $ready;
		}
		$ready = [];
		foreach (self::LISTS as $name => $option) {
			$ready[$name] = str_starts_with($name, 'core_')
				? Wordlist::compile_core(self::written($option))
				: Wordlist::compile(self::written($option));
		}
		update_option(self::READY, $ready, false);
		return $ready;
	}

	private static function written(string $option): string {
		$list = get_option($option, '');
		return is_string($list) ? $list : '';
	}
}
