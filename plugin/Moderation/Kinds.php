<?php
// The kinds of piece that this site has.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Kinds {
	/** @var array<string, Kind> */
	private static array $kinds = [];

	public static function add(Kind $kind): void {
		self::$kinds[$kind->name()] = $kind;
	}

	public static function get(string $name): ?Kind {
		return self::$kinds[$name] ?? null;
	}
}
