<?php
// By which rules standing grows and falls: numbers that a company may change, and everybody whom they concern may read.

declare(strict_types=1);

namespace Throughline\Standing;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Values array{known: int, decisions: int, days: int, rate: int, slack: int, veto: int}
 * `known`: so many published pieces make known. `decisions` within `days`: from so many on the `rate` (per cent
 * published at first look) makes trusted, and below it by `slack` no more. `veto`: hours in which somebody may object
 * before a piece of somebody known appears; 0 lets it wait for a person.
 */
final class Rules {
	public const OPTION = 'throughline_standing';
	/** @var Values */
	public const DEFAULTS = [
		'known' => 2,
		'decisions' => 10,
		'days' => 180,
		'rate' => 90,
		'slack' => 10,
		'veto' => 4,
	];

	/** @return Values */
	public static function all(): array {
		$kept = get_option(self::OPTION, []);
		$rules = self::DEFAULTS;
		foreach ($rules as $name => $default) {
			$value = is_array($kept) ? $kept[$name] ?? $default : $default;
			$rules[$name] = is_int($value) ? $value : $default;
		}
		return $rules;
	}

	/** @param Values $rules */
	public static function save(array $rules): void {
		update_option(self::OPTION, array_diff_assoc($rules, self::DEFAULTS), false);
	}
}
