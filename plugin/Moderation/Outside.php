<?php
// What happens to pieces past the desk, by core's own screens, WP-CLI or other plugins: the record and the queue follow.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

final class Outside {
	/**
	 * Core says that a piece is public, waits or is neither, whoever did that. Runs after the change.
	 */
	public static function observe(string $kind, int $id, bool $public, bool $pending): void {
		if (Act::is_under_way()) {
			return;
		}
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		if ($piece === null) {
			return;
		}
		Database::transaction(static function () use ($kind, $id, $public, $pending, $piece): bool {
			$latest = Decisions::latest($kind, $id);
			$held = in_array($latest['state'], ['returned', 'removed', 'withdrawn'], true);
			[$act, $state] = match (true) {
				$public => ['publish', 'published'],
				$pending => ['submit', 'waiting'],
				// Nobody sent it yet, or it is neither public nor waiting already.
				$latest['version'] === 0 || $held => ['', $latest['state']],
				default => ['remove', 'removed'],
			};
			if ($act === '' || $state === $latest['state']) {
				return true;
			}
			$unasked = Desk::unasked($kind, $id, $piece['people']);
			return Act::carry_out([
				'kind' => $kind,
				'id' => $id,
				'act' => $act,
				'state' => $state,
				'version' => $latest['version'],
				'user' => get_current_user_id(),
				'rule' => 'core',
				'reasons' => ['outside', ...$unasked ? ['consent_missing'] : []],
			]);
		});
	}

	/** A piece was deleted: nothing waits any more; its record stays. */
	public static function forget(string $kind, int $id): void {
		Queue::forget($kind, $id);
		/** Tells that a piece is gone for good. */
		do_action('throughline_forgot', $kind, $id);
	}
}
