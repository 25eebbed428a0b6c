<?php
// Expressions and templates of networks.json, as PHP reads them.

declare(strict_types=1);

namespace Throughline\Shares\Networks;

defined('ABSPATH') || exit();

final class Pattern {
	/**
	 * The named groups of an expression that stands for the whole of a text; null where it doesn't.
	 *
	 * @return array<string, string>|null
	 */
	public static function match(string $expression, string $text): ?array {
		// The delimiter is one that no expression has in it.
		if (preg_match("\x01^(?:$expression)$\x01Du", $text, $found) !== 1) {
			return null;
		}
		/** @var array<string, string> */
		return array_filter($found, is_string(...), ARRAY_FILTER_USE_KEY);
	}

	/**
	 * A template with its placeholders filled; null where one has nothing to stand there.
	 *
	 * @param array<string, string> $values
	 * @param list<string> $optional placeholders that may stay empty
	 */
	public static function fill(string $template, array $values, array $optional = []): ?string {
		$is_whole = true;
		$filled = preg_replace_callback(
			'/\{(\w+)\}/',
			static function (array $found) use ($values, $optional, &$is_whole): string {
				$value = $values[$found[1]] ?? '';
				$is_whole = $is_whole && ($value !== '' || in_array($found[1], $optional, true));
				return $value;
			},
			$template,
		);
		return $is_whole ? (string) $filled : null;
	}
}
