<?php
// What a company sets for the whole site: one small option, loaded with every page, that holds only what differs from the defaults.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Values array{
 *     modes: array{site: string, story: string, comment: string, share: string},
 *     links: int, alerts: string, digest: int, undo: int, claim: int, deputy: int,
 *     keep: array{returned: int, removed: int, reports: int, notes: int, decisions: int},
 *     contact: array{name: string, mail: string, post: string, disputes: string}
 * }
 * `modes`: before, after, off; '' where a kind does as the site does. `links`: from so many on a piece waits, 0 never.
 * `alerts`: now, digest, off; `digest` the hour of day. `undo` in seconds, `claim` in minutes, `deputy` in hours,
 * `keep` in days, 0 for as long as the site stands. `contact` stands in statements of reasons.
 */
final class Settings {
	public const OPTION = 'throughline_settings';

	/** @var Values */
	public const DEFAULTS = [
		'modes' => ['site' => 'before', 'story' => '', 'comment' => '', 'share' => ''],
		'links' => 2,
		'alerts' => 'now',
		'digest' => 8,
		'undo' => 10,
		'claim' => 5,
		'deputy' => 24,
		// An appeal is open for six months; what it is about is kept until then.
		'keep' => [
			'returned' => 180,
			'removed' => 365,
			'reports' => 365,
			'notes' => 365,
			'decisions' => 1095,
		],
		'contact' => ['name' => '', 'mail' => '', 'post' => '', 'disputes' => ''],
	];

	/** Rules of the works agreement that were switched off stand beside the settings; only WorksAgreement writes them. */
	private const OFF = 'off';

	/**
	 * @template Name of key-of<Values>
	 * @param Name $name
	 * @return Values[Name]
	 */
	public static function get(string $name): mixed {
		return self::all()[$name];
	}

	/** @return Values */
	public static function all(): array {
		/** @var Values $values like() gives only what has the defaults' shape */
		$values = self::like(self::DEFAULTS, self::stored());
		return $values;
	}

	/** @param array<mixed> $values some or all; what is left out or has another type stays as it is */
	public static function save(array $values): void {
		$all = self::like(self::all(), $values);
		self::store(self::differing($all, self::DEFAULTS), self::off());
	}

	/** @return list<string> rules of the works agreement that are off */
	public static function off(): array {
		$off = self::stored()[self::OFF] ?? [];
		return array_values(array_filter(is_array($off) ? $off : [], 'is_string'));
	}

	/** @param list<string> $off */
	public static function switch_off(array $off): void {
		self::store(self::differing(self::all(), self::DEFAULTS), $off);
	}

	/** An option that was never saved costs every page a query. */
	public static function activate(): void {
		add_option(self::OPTION, [], '', true);
	}

	/** @return array<mixed> */
	private static function stored(): array {
		$stored = get_option(self::OPTION, []);
		return is_array($stored) ? $stored : [];
	}

	/**
	 * @param array<mixed> $differing
	 * @param list<string> $off
	 */
	private static function store(array $differing, array $off): void {
		update_option(self::OPTION, $differing + ($off === [] ? [] : [self::OFF => $off]), true);
	}

	/**
	 * The shape of the first, with values of the second where they have the same type.
	 *
	 * @param array<mixed> $shape
	 * @param array<mixed> $values
	 * @return array<mixed>
	 */
	private static function like(array $shape, array $values): array {
		foreach ($shape as $name => $default) {
			$value = $values[$name] ?? null;
			if (is_array($default) && is_array($value)) {
				$shape[$name] = self::like($default, $value);
			} elseif (gettype($value) === gettype($default)) {
				$shape[$name] = $value;
			}
		}
		return $shape;
	}

	/**
	 * @param array<mixed> $values
	 * @param array<mixed> $defaults
	 * @return array<mixed>
	 */
	private static function differing(array $values, array $defaults): array {
		$differing = [];
		foreach ($values as $name => $value) {
			$default = $defaults[$name] ?? null;
			if (is_array($value) && is_array($default)) {
				$value = self::differing($value, $default);
				if ($value !== []) {
					$differing[$name] = $value;
				}
			} elseif ($value !== $default) {
				$differing[$name] = $value;
			}
		}
		return $differing;
	}
}
