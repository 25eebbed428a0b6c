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

	/** @return list<string> */
	public static function names(): array {
		return array_keys(self::$kinds);
	}

	public static function get(string $name): ?Kind {
		return self::$kinds[$name] ?? null;
	}

	/** @return list<Kind> */
	public static function all(): array {
		return array_values(self::$kinds);
	}

	/** @return list<array{name: string, label: string}> */
	public static function labels(): array {
		return array_map(
			static fn(Kind $kind): array => ['name' => $kind->name(), 'label' => $kind->label()],
			array_values(self::$kinds),
		);
	}
}
