<?php
// Deciding on a piece: one decision a version, written together with what it does, or not at all.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

/** @phpstan-import-type Decision from Decisions */
final class Desk {
	/** What each act makes of a piece, and from which states it may be done. */
	private const ACTS = [
		'publish' => ['state' => 'published', 'from' => ['waiting', 'returned']],
		'return' => ['state' => 'returned', 'from' => ['waiting']],
	];

	/** True while a decision is being carried out: what core then reports is no news. */
	private static bool $deciding = false;

	/**
	 * A piece arrives: its first decision is its contributor's own act of sending it. Runs inside the transaction
	 * that writes the piece.
	 *
	 * @param array{
	 *     kind: string, id: int, contributor: int, department: int, people: string, title: string, text: string
	 * } $piece
	 * @return string waiting or published
	 */
	public static function receive(array $piece): string {
		$reasons = Intake::reasons($piece);
		$state = $reasons === [] ? 'published' : 'waiting';
		self::carry_out($piece, [
			'act' => 'submit',
			'state' => $state,
			'version' => 0,
			'reasons' => $reasons,
			'user' => $piece['contributor'],
		]);
		return $state;
	}

	/**
	 * A moderator decides on the version they saw.
	 *
	 * @param array{kind: string, id: int, version: int, act: string, reason: string, consent: bool} $decision
	 * @return Decision|\WP_Error
	 */
	public static function decide(array $decision, int $user): array|\WP_Error {
		['kind' => $kind, 'id' => $id, 'act' => $act] = $decision;
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$latest = Decisions::latest($kind, $id);
		if ($piece === null || $latest['version'] === 0) {
			return new \WP_Error(
				'throughline_not_found',
				__(
					'This piece isn’t here any more. Its contributor may have withdrawn it.',
					'throughline',
				),
				['status' => 404],
			);
		}
		if (
			$latest['version'] !== $decision['version'] ||
			!in_array($latest['state'], self::ACTS[$act]['from'] ?? [], true)
		) {
			return self::stale($kind, $id);
		}
		$reason = trim($decision['reason']);
		if ($act === 'return' && $reason === '') {
			return new \WP_Error(
				'throughline_reason_missing',
				__(
					'Please tell in a sentence or two what is missing, so that it can be mended.',
					'throughline',
				),
				['status' => 422, 'field' => 'reason'],
			);
		}
		if (
			$act === 'publish' &&
			!$decision['consent'] &&
			self::unasked($kind, $id, $piece['people'])
		) {
			return new \WP_Error(
				'throughline_consent_missing',
				__(
					'Please ask first: everybody who can be recognised has to agree. Note it, then publish.',
					'throughline',
				),
				['status' => 422, 'field' => 'consent'],
			);
		}
		$done = Database::transaction(static function () use (
			$decision,
			$piece,
			$user,
			$reason,
		): bool {
			['kind' => $kind, 'id' => $id, 'act' => $act] = $decision;
			Kinds::get($kind)?->lock($id);
			return self::carry_out(['kind' => $kind, 'id' => $id] + $piece, [
				'act' => $act,
				'state' => self::ACTS[$act]['state'],
				'version' => $decision['version'],
				'user' => $user,
				'reason' => $reason,
				'consent' => $decision['consent'],
				'reasons' => self::unasked($kind, $id, $piece['people']) ? ['consent_missing'] : [],
			]);
		});
		return $done
			? Decisions::last($kind, $id) ?? self::stale($kind, $id)
			: self::stale($kind, $id);
	}

	/**
	 * Core says that a piece is public, waits or is neither, whoever did that (WP-CLI, another plugin, a
	 * scheduled event): what the desk knows follows. Runs after the change.
	 */
	public static function observe(string $kind, int $id, bool $public, bool $pending): void {
		if (self::$deciding) {
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
			$consent = self::unasked($kind, $id, $piece['people']);
			return self::carry_out(['kind' => $kind, 'id' => $id] + $piece, [
				'act' => $act,
				'state' => $state,
				'version' => $latest['version'],
				'user' => get_current_user_id(),
				'rule' => 'core',
				'reasons' => ['outside', ...$consent ? ['consent_missing'] : []],
			]);
		});
	}

	/** A piece was deleted: nothing waits any more; its record stays. */
	public static function forget(string $kind, int $id): void {
		Queue::forget($kind, $id);
	}

	/**
	 * @param array{kind: string, id: int, contributor: int, department: int, title: string, text: string, ...} $piece
	 * @param array{
	 *     act: string, state: string, version: int, user: int, rule?: string, reason?: string, consent?: bool,
	 *     reasons?: list<string>
	 * } $decision
	 * @return bool false when somebody else decided on this version first
	 */
	private static function carry_out(array $piece, array $decision): bool {
		['kind' => $kind, 'id' => $id] = $piece;
		$added = Decisions::add(
			$decision + [
				'kind' => $kind,
				'id' => $id,
				'title' => $piece['title'],
				'text' => $piece['text'],
			],
		);
		if (!$added) {
			return false;
		}
		Queue::put([
			'kind' => $kind,
			'id' => $id,
			'version' => $decision['version'] + 1,
			'state' => $decision['state'],
			'since' => utc(),
			'contributor' => $piece['contributor'],
			'department' => $piece['department'],
			'reasons' => $decision['reasons'] ?? [],
		]);
		if (($decision['rule'] ?? '') !== 'core') {
			self::$deciding = true;
			try {
				$decision['state'] === 'published'
					? Kinds::get($kind)?->publish($id)
					: Kinds::get($kind)?->withhold($id, $decision['state']);
			} finally {
				self::$deciding = false;
			}
		}
		if ($decision['act'] !== 'submit') {
			Due::add('notice', $kind, $id, $decision['version'] + 1);
		}
		return true;
	}

	/** Others can be recognised, and nobody noted yet that they agreed. */
	private static function unasked(string $kind, int $id, string $people): bool {
		return $people === 'others' && !Decisions::consented($kind, $id);
	}

	private static function stale(string $kind, int $id): \WP_Error {
		$last = Decisions::last($kind, $id);
		return new \WP_Error(
			'throughline_stale',
			__('Somebody was faster: this piece has changed since you opened it.', 'throughline'),
			['status' => 409, 'decision' => $last],
		);
	}
}
