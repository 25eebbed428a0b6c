<?php
// What somebody's outcomes make of them: newcomer, known or trusted. Peer moderators are made by a person alone.

declare(strict_types=1);

namespace Throughline\Standing;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Values from Rules
 * @phpstan-type Outcome array{outcome: string, at: int}
 * `outcome` is one of Outcomes, `at` in Unix seconds.
 * @phpstan-type Seen array{all: int, first: int, well: int, published: int}
 */
final class Ladder {
	public const NEWCOMER = 'newcomer';
	public const KNOWN = 'known';
	public const TRUSTED = 'trusted';
	public const PEER = 'peer';
	public const LEVELS = [self::NEWCOMER, self::KNOWN, self::TRUSTED, self::PEER];

	/** Where fewer pieces than these end well, in per cent, nobody is known any more. */
	private const ENDS_WELL = 50;

	/**
	 * The level after all these outcomes, oldest first. Who has one keeps it a little longer than it takes to get
	 * it, so the way there counts.
	 *
	 * @param list<Outcome> $outcomes
	 * @param Values $rules
	 */
	public static function climb(array $outcomes, array $rules, int $now): string {
		$level = self::NEWCOMER;
		$published = 0;
		$oldest = 0;
		// The last look is today's, without an outcome: time alone takes decisions out of the window.
		foreach ([...$outcomes, null] as $index => $outcome) {
			$from = ($outcome['at'] ?? $now) - $rules['days'] * DAY_IN_SECONDS;
			while ($oldest < count($outcomes) && $outcomes[$oldest]['at'] < $from) {
				$oldest++;
			}
			$published +=
				(int) (($outcome['outcome'] ?? '') === Outcomes::PUBLISHED ||
					($outcome['outcome'] ?? '') === Outcomes::MENDED);
			$window = array_column(
				array_slice($outcomes, $oldest, max(0, $index + 1 - $oldest)),
				'outcome',
			);
			$each = array_count_values($window);
			$first = $each[Outcomes::PUBLISHED] ?? 0;
			$level = self::step(
				$level,
				[
					'all' => count($window),
					'first' => $first,
					'well' => $first + ($each[Outcomes::MENDED] ?? 0),
					'published' => $published,
				],
				$rules,
			);
		}
		return $level;
	}

	/**
	 * Whether a person may think of handing over: too few decisions for the rules, and all of them good.
	 *
	 * @param list<Outcome> $outcomes oldest first
	 * @param Values $rules
	 */
	public static function is_ready(array $outcomes, array $rules, int $now): bool {
		$lately = array_column(
			array_filter(
				$outcomes,
				static fn(array $one): bool => $one['at'] >= $now - $rules['days'] * DAY_IN_SECONDS,
			),
			'outcome',
		);
		return count($lately) * 2 >= $rules['decisions'] &&
			array_unique($lately) === [Outcomes::PUBLISHED] &&
			self::climb($outcomes, $rules, $now) === self::KNOWN;
	}

	/**
	 * @param Seen $seen within the window; `published` ever
	 * @param Values $rules
	 */
	private static function step(string $level, array $seen, array $rules): string {
		$counts = $seen['all'] >= $rules['decisions'];
		$share = static fn(int $some): float => $seen['all'] === 0
			? 0.0
			: (100 * $some) / $seen['all'];
		$floor = self::ENDS_WELL - ($level === self::NEWCOMER ? 0 : $rules['slack']);
		if ($seen['published'] < $rules['known'] || ($counts && $share($seen['well']) < $floor)) {
			return self::NEWCOMER;
		}
		if ($counts && $share($seen['first']) >= $rules['rate']) {
			return self::TRUSTED;
		}
		$stays =
			$level === self::TRUSTED &&
			$seen['all'] * 2 >= $rules['decisions'] &&
			$share($seen['first']) >= $rules['rate'] - $rules['slack'];
		return $stays ? self::TRUSTED : self::KNOWN;
	}
}
