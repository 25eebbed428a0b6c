<?php
// The veto window: a piece of somebody known is published by rule at its time, unless somebody objects before.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;
use Throughline\Moderation\Act;
use Throughline\Moderation\Blocked;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Desk;
use Throughline\Moderation\Due;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Sender;
use Throughline\People\Scope;

use function Throughline\now;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Doing from Act
 * @phpstan-import-type Decision from Decisions
 */
final class Veto {
	/** The reason, before a colon and the time at which the piece appears, in Unix seconds. */
	public const REASON = 'veto';
	public const OBJECTED = 'objected';

	/**
	 * Lets it be published in time, in the transaction that wrote why it waits. An undo brings the window back.
	 *
	 * @param Doing $doing
	 */
	public static function watch(array $doing): void {
		$reasons = $doing['reasons'] ?? [];
		$at = self::time($reasons);
		if (
			$at !== null &&
			$doing['state'] === 'waiting' &&
			($doing['rule'] ?? '') === '' &&
			Passage::is_free($reasons)
		) {
			Due::add(
				self::REASON,
				$doing['kind'],
				$doing['id'],
				$doing['version'] + 1,
				max(0, $at - now()),
			);
		}
	}

	/** Publishes it now, if nothing came in between. True when there is nothing left to do. */
	public static function publish(string $kind, int $id, int $version): bool {
		try {
			Database::transaction(static function () use ($kind, $id, $version): bool {
				Kinds::get($kind)?->lock($id);
				return Decisions::latest($kind, $id)['version'] === $version &&
					self::is_free_now($kind, $id) &&
					Act::carry_out([
						'kind' => $kind,
						'id' => $id,
						'act' => 'publish',
						'state' => 'published',
						'version' => $version,
						'user' => 0,
						'rule' => self::REASON,
					]);
			});
			return true;
		} catch (\RuntimeException $error) {
			wp_trigger_error(self::class, $error->getMessage(), E_USER_WARNING);
			return false;
		}
	}

	/** It waits, nobody has anything against it, and its contributor still stands where they stood. */
	private static function is_free_now(string $kind, int $id): bool {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$now = Decisions::effective($kind, $id);
		$row = Database::row(
			'SELECT list FROM %i WHERE kind = %s AND piece_id = %d',
			Database::table('queue'),
			$kind,
			$id,
		);
		return $piece !== null &&
			$now !== null &&
			$now['state'] === 'waiting' &&
			self::time($now['reasons']) !== null &&
			Passage::is_free($now['reasons']) &&
			// What was reported meanwhile stands in another list.
			($row['list'] ?? '') === 'waiting' &&
			!Desk::unasked($kind, $id, $piece['people']) &&
			Sender::is_colleague($piece['contributor']) &&
			!Blocked::is($piece['contributor']) &&
			!Passage::is_read_first(Kinds::get($kind)->page($id)) &&
			Standing::of($piece['contributor'], $piece['department'], $kind) !== Ladder::NEWCOMER;
	}

	/**
	 * A moderator objects: the piece waits until somebody decides.
	 *
	 * @param array{kind: string, id: int, version: int} $piece the version they saw
	 * @return Decision|\WP_Error 404 or 409
	 */
	public static function object(array $piece, int $user): array|\WP_Error {
		return Database::transaction(static function () use ($piece, $user): array|\WP_Error {
			['kind' => $kind, 'id' => $id, 'version' => $version] = $piece;
			Kinds::get($kind)?->lock($id);
			$described = Kinds::get($kind)?->describe([$id])[$id] ?? null;
			$now = Decisions::effective($kind, $id);
			if (
				$described === null ||
				$now === null ||
				!Scope::covers($user, $described['department'])
			) {
				return Desk::gone();
			}
			if (
				Decisions::latest($kind, $id)['version'] !== $version ||
				$now['state'] !== 'waiting' ||
				self::time($now['reasons']) === null
			) {
				return Desk::stale($kind, $id);
			}
			$done = Act::carry_out([
				'kind' => $kind,
				'id' => $id,
				'act' => 'keep',
				'state' => 'waiting',
				'version' => $version,
				'user' => $user,
				'reasons' => [self::OBJECTED],
				'delay' => Desk::undo_seconds(),
			]);
			return ($done ? Decisions::last($kind, $id) : null) ?? Desk::stale($kind, $id);
		});
	}

	/**
	 * Who changes a piece that waits begins a window anew; an answer to a question, and what would change something
	 * published, somebody looks at.
	 *
	 * @param mixed $reasons
	 * @param array<string> $held
	 * @return list<string>
	 */
	public static function renew(mixed $reasons, string $act, array $held): array {
		/** @var list<string> $reasons */
		$reasons = is_array($reasons) ? array_filter($reasons, 'is_string') : [];
		$others = array_values(
			array_filter($reasons, static fn(string $one): bool => self::time([$one]) === null),
		);
		$window = self::time(array_values($held));
		return $act === 'revise' && $window !== null && array_diff($others, ['default']) === []
			? [self::REASON . ":$window"]
			: ($others === []
				? ['default']
				: $others);
	}

	/**
	 * When a piece that waits for these reasons appears, in Unix seconds; null where it doesn't by itself.
	 *
	 * @param list<string> $reasons
	 */
	public static function time(array $reasons): ?int {
		foreach ($reasons as $reason) {
			if (preg_match('/^' . self::REASON . ':(\d{9,11})$/', $reason, $part) === 1) {
				return (int) $part[1];
			}
		}
		return null;
	}
}
