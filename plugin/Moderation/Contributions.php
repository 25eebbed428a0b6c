<?php
// What contributors do with their pieces: send, answer and revise, propose a change to what is published, put their own words back, withdraw.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Sent from Intake
 * @phpstan-import-type Content from Kind
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Record from Decisions
 * @phpstan-type Change array{
 *     kind: string, id: int, version: int, act: 'revise'|'propose'|'correct'|'withdraw', content?: Content,
 *     answer?: string, leave?: 'kept'|'anonymised'|'removed'
 * }
 * `version` is the one they saw, `answer` what they tell the moderator, `leave` what becomes of what they withdraw.
 */
final class Contributions {
	/** In the record, a correction that is the contributor's own. */
	public const OWN = 'own';
	/** From which states each act may be done. */
	private const FROM = [
		'revise' => ['waiting', 'returned'],
		'propose' => ['published'],
		'correct' => ['waiting', 'returned', 'published'],
		'withdraw' => ['waiting', 'published', 'returned', 'removed'],
	];
	/** Of what arrives, some checks concern only how it comes. */
	private const NOT_FOR_CHANGES = ['again', 'flood', 'calm', 'consent', 'visitor', 'setting'];
	private const PACE = ['burst' => 30, 'every' => MINUTE_IN_SECONDS];

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
			return self::refused($verdict);
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
	 * @param Change $change
	 * @param int $user 0 for the bearer of a signed link
	 * @return array{state: string, version: int}|\WP_Error 404, 409, 422 or 429
	 */
	public static function change(array $change, int $user): array|\WP_Error {
		return Database::transaction(static function () use ($change, $user): array|\WP_Error {
			['kind' => $kind, 'id' => $id, 'act' => $act, 'version' => $version] = $change;
			Kinds::get($kind)?->lock($id);
			$latest = Decisions::latest($kind, $id);
			$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
			$now = Decisions::effective($kind, $id);
			if ($piece === null || $now === null) {
				return Desk::gone();
			}
			if (
				$latest['version'] !== $version ||
				!in_array($latest['state'], self::FROM[$act], true)
			) {
				return Desk::stale($kind, $id);
			}
			$reasons = self::reasons($change, $piece, $now);
			if (is_wp_error($reasons)) {
				return $reasons;
			}
			$leave = $act === 'withdraw' ? $change['leave'] ?? 'kept' : '';
			$done = Act::carry_out(
				array_intersect_key($change, ['content' => true]) + [
					'kind' => $kind,
					'id' => $id,
					'act' => $act,
					'state' => self::state($act, $leave, $latest['state']),
					'version' => $version,
					'user' => $user,
					'rule' => $act === 'correct' ? self::OWN : '',
					'reason' => trim($change['answer'] ?? ''),
					'reasons' => $reasons,
					// Afterwards nobody knows any more whose it was.
					'tell' => in_array($leave, ['anonymised', 'removed'], true)
						? $piece['mail']
						: '',
				],
			);
			if (!$done) {
				return Desk::stale($kind, $id);
			}
			if ($leave === 'anonymised') {
				Erasure::name($kind, $id);
			} elseif ($leave === 'removed') {
				Erasure::piece($kind, $id);
			}
			return Decisions::latest($kind, $id);
		});
	}

	/** What is left without its contributor's name stays where it is, unless nobody is left to answer. */
	private static function state(string $act, string $leave, string $before): string {
		return match (true) {
			$act === 'revise' => 'waiting',
			$act !== 'withdraw' => $before,
			$leave === 'anonymised' && in_array($before, ['published', 'waiting'], true) => $before,
			default => 'withdrawn',
		};
	}

	/**
	 * Why it waits then. New words pass the checks that words pass.
	 *
	 * @param Change $change
	 * @param Description $piece
	 * @param Record $now
	 * @return list<string>|\WP_Error
	 */
	private static function reasons(array $change, array $piece, array $now): array|\WP_Error {
		['kind' => $kind, 'id' => $id, 'act' => $act] = $change;
		if ($act === 'withdraw' || $act === 'correct') {
			return $now['reasons'];
		}
		if (!Pace::take('change', "$kind $id", self::PACE)) {
			return new \WP_Error(
				'throughline_flood',
				__(
					'That was a lot at once. Please wait a minute and send it again; it is all still here.',
					'throughline',
				),
				['status' => 429],
			);
		}
		$content = $change['content'] ?? $now['content'];
		$verdict = Intake::judge(
			[
				'kind' => $kind,
				'id' => $id,
				'contributor' => $piece['contributor'],
				'name' => $piece['name'],
				'mail' => $piece['mail'],
				'department' => $piece['department'],
				'people' => $piece['people'],
				'title' => $content['title'],
				'text' => $content['text'],
				'alts' => implode("\n", array_column($content['photos'], 'alt')),
			],
			self::NOT_FOR_CHANGES,
		);
		if ($verdict['state'] === 'refused') {
			return self::refused($verdict);
		}
		$first = match (true) {
			$act === 'propose' => ['proposed'],
			$now['state'] === 'returned' => ['answered'],
			default => array_diff($now['reasons'], ['consent_missing']),
		};
		$held = $verdict['state'] === 'waiting' ? array_diff($verdict['reasons'], ['default']) : [];
		$unasked = $act === 'revise' && Desk::unasked($kind, $id, $piece['people']);
		$reasons = array_unique([...$first, ...$held, ...$unasked ? ['consent_missing'] : []]);
		/**
		 * Filters why a piece waits that its contributor changed.
		 *
		 * @param list<string> $held what the checks say of the new words
		 */
		$filtered = apply_filters('throughline_changed', array_values($reasons), $act, $held);
		return array_values(array_filter((array) $filtered, 'is_string'));
	}

	/** @param array{reasons: list<string>, sentence: string, ...} $verdict */
	private static function refused(array $verdict): \WP_Error {
		return new \WP_Error("throughline_{$verdict['reasons'][0]}", $verdict['sentence'], [
			'status' => 422,
		]);
	}
}
