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
				// It may have come back from where nobody decides: from the trash of its page.
				if ($latest['version'] > 0) {
					Queue::follow($kind, $id);
				}
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
				'done' => true,
				'reasons' => ['outside', ...$unasked ? ['consent_missing'] : []],
			]);
		});
	}

	/** Its words were changed past the desk: a version of its own. */
	public static function edited(string $kind, int $id): void {
		if (Act::is_under_way()) {
			return;
		}
		Database::transaction(static function () use ($kind, $id): bool {
			Kinds::get($kind)?->lock($id);
			$latest = Decisions::latest($kind, $id);
			$before = Decisions::version($kind, $id, $latest['version']);
			$content = Kinds::get($kind)?->content($id);
			if ($before === null || $content === null || $content === $before['content']) {
				return true;
			}
			return Act::carry_out([
				'kind' => $kind,
				'id' => $id,
				'act' => 'correct',
				'state' => $latest['state'],
				'version' => $latest['version'],
				'user' => get_current_user_id(),
				'rule' => 'core',
				'done' => true,
				'reasons' => $before['reasons'],
				'delay' => Desk::undo_seconds(),
			]);
		});
	}

	/**
	 * Somebody has to do with a published piece that is older than our records: its first row.
	 */
	public static function adopt(string $kind, int $id): void {
		if (Decisions::latest($kind, $id)['version'] > 0) {
			return;
		}
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		if ($piece !== null && $piece['link'] !== null) {
			Act::carry_out([
				'kind' => $kind,
				'id' => $id,
				'act' => 'submit',
				'state' => 'published',
				'version' => 0,
				'user' => $piece['contributor'],
				'rule' => 'core',
				'done' => true,
			]);
		}
	}

	/** A piece was deleted: nothing waits any more; its record stays. */
	public static function forget(string $kind, int $id): void {
		Queue::forget($kind, $id);
		/** Tells that a piece is gone for good. */
		do_action('throughline_forgot', $kind, $id);
	}
}
