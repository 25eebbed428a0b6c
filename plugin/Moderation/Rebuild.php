<?php
// Makes the queue agree with the records, piece by piece: the whole of it, or what a killed process left behind.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Standing from Place
 */
final class Rebuild {
	/** Option: up to which row and which decision the hourly look has come. */
	public const OPTION = 'throughline_caught_up';
	private const BATCH = 200;
	/** So much is looked at in an hour. */
	private const HOURLY = 1000;

	/**
	 * Every row that differs is put right, every row that does not belong goes. Gives how many that were.
	 *
	 * @param callable(int): void|null $tell hears how many pieces have been looked at
	 */
	public static function whole(?callable $tell = null): int {
		$mended = self::forget_unknown();
		$seen = 0;
		foreach (Kinds::names() as $kind) {
			for ($after = 0; $after !== null; ) {
				[$after, $looked, $changed] = self::batch($kind, $after);
				$seen += $looked;
				$mended += $changed;
				// A million comments don't fit into memory.
				wp_cache_flush_runtime();
				if ($tell !== null) {
					$tell($seen);
				}
			}
		}
		return $mended;
	}

	/** Once an hour: what was decided since the last time, and some of the queue in turn. */
	public static function catch_up(): void {
		$kept = get_option(self::OPTION);
		$kept = is_array($kept) ? $kept : [];
		$decision = is_int($kept['decision'] ?? null) ? $kept['decision'] : self::lately();
		$row = is_int($kept['row'] ?? null) ? $kept['row'] : 0;
		self::forget_unknown();
		$decided = Database::rows(
			'SELECT id, kind, piece_id FROM %i WHERE id > %d ORDER BY id LIMIT %d',
			Database::table('decisions'),
			$decision,
			self::HOURLY,
		);
		$waiting = Database::rows(
			'SELECT id, kind, piece_id FROM %i WHERE id > %d ORDER BY id LIMIT %d',
			Database::table('queue'),
			$row,
			self::HOURLY,
		);
		$by_kind = [];
		foreach ([...$decided, ...$waiting] as $one) {
			$by_kind[(string) $one['kind']][(int) $one['piece_id']] = (int) $one['piece_id'];
		}
		foreach ($by_kind as $kind => $ids) {
			foreach (array_chunk($ids, self::BATCH) as $some) {
				self::mend($kind, $some);
			}
		}
		update_option(
			self::OPTION,
			[
				'decision' => $decided === [] ? $decision : (int) end($decided)['id'],
				// From the top again once all of it was seen.
				'row' => count($waiting) < self::HOURLY ? 0 : (int) end($waiting)['id'],
			],
			false,
		);
	}

	/** Where the first look begins: a site may have been without it for a million decisions. */
	private static function lately(): int {
		$row = Database::row('SELECT MAX(id) AS id FROM %i', Database::table('decisions'));
		return max(0, (int) ($row['id'] ?? 0) - self::HOURLY);
	}

	/**
	 * Puts right what differs. Each under its piece's lock, so that a decision that comes meanwhile is seen.
	 *
	 * @param list<int> $ids
	 */
	public static function mend(string $kind, array $ids): int {
		$known = Kinds::get($kind);
		if ($known === null || $ids === []) {
			return 0;
		}
		$places = Place::of($kind, $ids);
		$pieces = $known->describe(array_keys($places));
		$rows = [];
		foreach (
			Database::rows(
				'SELECT * FROM %i WHERE kind = %s AND piece_id IN (' .
					implode(', ', array_fill(0, count($ids), '%d')) .
					')',
				Database::table('queue'),
				$kind,
				...$ids,
			)
			as $row
		) {
			$rows[(int) $row['piece_id']] = $row;
		}
		$mended = 0;
		foreach ($ids as $id) {
			$right =
				isset($places[$id]) && isset($pieces[$id])
					? Queue::row($places[$id], $pieces[$id])
					: null;
			if (self::agree($rows[$id] ?? null, $right)) {
				continue;
			}
			Database::transaction(static function () use ($known, $kind, $id): bool {
				$known->lock($id);
				Queue::follow($kind, $id);
				return true;
			});
			$mended++;
		}
		return $mended;
	}

	/**
	 * @param array<string, string|null>|null $row
	 * @param array<string, string|int>|null $right
	 */
	private static function agree(?array $row, ?array $right): bool {
		if ($row === null || $right === null) {
			return $row === null && $right === null;
		}
		foreach ($right as $column => $value) {
			if ((string) $row[$column] !== (string) $value) {
				return false;
			}
		}
		return true;
	}

	/** @return array{int|null, int, int} the last piece of this batch, null when there are none left; how many; how many differed */
	private static function batch(string $kind, int $after): array {
		$ids = array_map(
			static fn(array $row): int => (int) $row['piece_id'],
			Database::rows(
				'SELECT DISTINCT piece_id FROM %i WHERE kind = %s AND piece_id > %d ORDER BY piece_id LIMIT %d',
				Database::table('decisions'),
				$kind,
				$after,
				self::BATCH,
			),
		);
		$last = count($ids) === self::BATCH ? end($ids) : PHP_INT_MAX;
		$gone = Database::write(
			'DELETE FROM %i WHERE kind = %s AND piece_id > %d AND piece_id <= %d AND NOT EXISTS
			(SELECT 1 FROM %i AS decision WHERE decision.kind = %s AND decision.piece_id = %i.piece_id)',
			Database::table('queue'),
			$kind,
			$after,
			$last,
			Database::table('decisions'),
			$kind,
			Database::table('queue'),
		);
		return [$last === PHP_INT_MAX ? null : $last, count($ids), $gone + self::mend($kind, $ids)];
	}

	/** Rows of a kind that is not there any more; its records stay, and bring them back with it. */
	private static function forget_unknown(): int {
		$names = Kinds::names();
		return $names === []
			? 0
			: Database::write(
				'DELETE FROM %i WHERE kind NOT IN (' .
					implode(', ', array_fill(0, count($names), '%s')) .
					')',
				Database::table('queue'),
				...$names,
			);
	}
}
