<?php
// What contributors do with their pieces: send, answer and revise, propose a change to what is published, withdraw.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Sent from Intake
 * @phpstan-import-type Content from Kind
 */
final class Contributions {
	/** From which states each act may be done. */
	private const FROM = [
		'revise' => ['waiting', 'returned'],
		'propose' => ['published'],
		'withdraw' => ['waiting', 'published', 'returned', 'removed'],
	];

	/**
	 * A piece arrives: its first decision is its contributor's own act of sending it. Runs inside the transaction
	 * that writes the piece.
	 *
	 * @param Sent $sent `id` is the piece that was written just now
	 * @return string|\WP_Error waiting or published; an error with what to do where it was refused
	 */
	public static function receive(array $sent): string|\WP_Error {
		$verdict = Intake::judge($sent);
		if ($verdict['state'] === 'refused') {
			return new \WP_Error("throughline_{$verdict['reasons'][0]}", $verdict['sentence'], [
				'status' => 422,
			]);
		}
		Act::carry_out([
			'kind' => $sent['kind'],
			'id' => $sent['id'] ?? 0,
			'act' => 'submit',
			'state' => $verdict['state'],
			'version' => 0,
			'user' => $sent['contributor'],
			'reasons' => $verdict['reasons'],
		]);
		return $verdict['state'];
	}

	/**
	 * A contributor goes on with a piece of theirs; the caller has made sure that it is theirs.
	 *
	 * @param array{
	 *     kind: string, id: int, version: int, act: 'revise'|'propose'|'withdraw', content?: Content, answer?: string
	 * } $change `version` is the one they saw, `answer` what they tell the moderator
	 * @param int $user 0 for the bearer of a signed link
	 * @return array{state: string, version: int}|\WP_Error 404, 409 or 422
	 */
	public static function change(array $change, int $user): array|\WP_Error {
		return Database::transaction(static function () use ($change, $user): array|\WP_Error {
			['kind' => $kind, 'id' => $id, 'act' => $act, 'version' => $version] = $change;
			Kinds::get($kind)?->lock($id);
			$latest = Decisions::latest($kind, $id);
			$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
			if ($piece === null || $latest['version'] === 0) {
				return Desk::gone();
			}
			if (
				$latest['version'] !== $version ||
				!in_array($latest['state'], self::FROM[$act], true)
			) {
				return Desk::stale($kind, $id);
			}
			$reasons = match ($act) {
				'revise' => ['answered', ...self::held($kind, $id)],
				'propose' => ['proposed'],
				'withdraw' => [],
			};
			$done = Act::carry_out(
				array_intersect_key($change, ['content' => true]) + [
					'kind' => $kind,
					'id' => $id,
					'act' => $act,
					'state' => match ($act) {
						'revise' => 'waiting',
						'propose' => 'published',
						'withdraw' => 'withdrawn',
					},
					'version' => $version,
					'user' => $user,
					'reason' => trim($change['answer'] ?? ''),
					'reasons' => $reasons,
				],
			);
			return $done ? Decisions::latest($kind, $id) : Desk::stale($kind, $id);
		});
	}

	/** @return list<string> why it waits on, besides that its contributor answered */
	private static function held(string $kind, int $id): array {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		return $piece !== null && Desk::unasked($kind, $id, $piece['people'])
			? ['consent_missing']
			: [];
	}
}
