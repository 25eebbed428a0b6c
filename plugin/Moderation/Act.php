<?php
// Carrying out one act on a piece: its record, what it does to the piece, its place in the queue and what is due, together.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Content from Kind
 * @phpstan-type Doing array{
 *     kind: string, id: int, version: int, act: string, state: string, user: int, content?: Content, rule?: string,
 *     reason?: string, guideline?: int, photo?: int, consent?: bool, reasons?: list<string>, delay?: int, done?: bool,
 *     tell?: string, before?: string
 * }
 * `version` is the one that was judged; `content` what the act makes of the piece, else what stands in it; `delay`
 * is in seconds and holds back what is due; `done` says that the piece itself has been changed already; `tell` is
 * the mail address for the notice where the piece won't know it by then; `before` is its state, where the caller has
 * read it under the lock.
 */
final class Act {
	/** True while an act is being carried out: what core then reports is no news. */
	private static bool $under_way = false;

	public static function is_under_way(): bool {
		return self::$under_way;
	}

	/**
	 * Runs in a transaction, with the piece locked where others may write to it.
	 *
	 * @param Doing $doing
	 * @return bool false when somebody else acted on this version first; nothing is changed then
	 */
	public static function carry_out(array $doing): bool {
		['kind' => $kind, 'id' => $id, 'act' => $act, 'state' => $state] = $doing;
		$piece = Kinds::get($kind);
		$before = $doing['before'] ?? Decisions::latest($kind, $id)['state'];
		$content = $doing['content'] ?? $piece?->content($id);
		if ($piece === null || $content === null) {
			return false;
		}
		if (!Decisions::add(['content' => $content] + $doing)) {
			return false;
		}
		self::$under_way = true;
		try {
			// What is proposed stands in the record alone until somebody publishes it.
			if (isset($doing['content']) && $act !== 'propose') {
				$piece->write($id, $content);
			}
			// It has been done already, or the act leaves the piece where it is.
			if (!($doing['done'] ?? false) && $state !== $before) {
				$state === 'published' ? $piece->publish($id) : $piece->withhold($id, $state);
			}
		} finally {
			self::$under_way = false;
		}
		Queue::follow($kind, $id);
		if ($act !== 'submit') {
			Due::add(
				'notice',
				$kind,
				$id,
				$doing['version'] + 1,
				$doing['delay'] ?? 0,
				$doing['tell'] ?? '',
			);
		}
		/**
		 * Tells that a piece was acted on, inside the transaction that writes it.
		 *
		 * @param Doing $doing
		 */
		do_action('throughline_acted', $doing);
		return true;
	}
}
