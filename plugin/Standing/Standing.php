<?php
// How far a contributor is trusted, for each kind of act and each department: by the rules, or where a person put them.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;
use Throughline\People\Departments;

use function Throughline\now;

defined('ABSPATH') || exit();

/** @phpstan-type Stand array{level: string, given: bool, reason: string} */
final class Standing {
	/** Term meta of a department that decides by itself. */
	public const HANDED_OVER = 'throughline_handed_over';

	/** newcomer, known, trusted or peer. */
	public static function of(int $user, int $department, string $kind): string {
		return self::stand($user, $department, $kind)['level'];
	}

	/** @return Stand `given` by a person, with their reason */
	public static function stand(int $user, int $department, string $kind): array {
		if ($user === 0) {
			return ['level' => Ladder::NEWCOMER, 'given' => false, 'reason' => ''];
		}
		return self::given(Log::levels($user), $department, $kind) ?? [
			'level' => self::earned($user, $department, $kind),
			'given' => false,
			'reason' => '',
		];
	}

	/** What the rules alone make of somebody. */
	public static function earned(int $user, int $department, string $kind): string {
		return Ladder::climb(Outcomes::of($user, $department, $kind), Rules::all(), now());
	}

	/**
	 * What a person said about this department, or else about one above it.
	 *
	 * @param array<int, array<string, array{level: string, reason: string}>> $levels
	 * @return Stand|null
	 */
	public static function given(array $levels, int $department, string $kind): ?array {
		$departments = $department > 0 ? Departments::upwards($department) : [0];
		foreach ($departments as $one) {
			$said = $levels[$one][$kind] ?? ($levels[$one][''] ?? null);
			if (($said['level'] ?? '') !== '') {
				return $said + ['given' => true];
			}
		}
		return null;
	}

	/**
	 * A person puts somebody on a level, or back under the rules.
	 *
	 * @param array{user: int, department: int, kind: string, level: string, reason: string} $sign `kind` '' is every
	 * kind, `level` '' the rules
	 */
	public static function sign(array $sign, int $by): ?\WP_Error {
		$problem = self::problem($sign, $by);
		if ($problem !== null) {
			return $problem;
		}
		Database::transaction(static function () use ($sign, $by): bool {
			Log::add(['what' => 'level', 'subject' => $sign['user']] + $sign, $by);
			Peers::keep($sign['user'], Log::levels($sign['user']));
			return true;
		});
		return null;
	}

	/** @param array{user: int, department: int, kind: string, level: string, reason: string} $sign */
	private static function problem(array $sign, int $by): ?\WP_Error {
		$refuse = static fn(
			string $code,
			string $sentence,
			string $field,
		): \WP_Error => new \WP_Error("throughline_$code", $sentence, [
			'status' => 422,
			'field' => $field,
		]);
		if (
			get_userdata($sign['user']) === false ||
			(is_multisite() && !is_user_member_of_blog($sign['user']))
		) {
			return $refuse(
				'person_gone',
				__('This person isn’t here any more.', 'throughline'),
				'user',
			);
		}
		if ($sign['department'] > 0 && Departments::existing($sign['department']) === 0) {
			return self::department_gone();
		}
		if ($sign['user'] === $by) {
			return $refuse(
				'own_standing',
				__(
					'Nobody decides about their own standing. Please ask a colleague.',
					'throughline',
				),
				'user',
			);
		}
		if (
			$sign['level'] === Ladder::PEER &&
			($sign['kind'] !== '' || $sign['department'] === 0)
		) {
			return $refuse(
				'peer_everywhere',
				__(
					'Peer moderators decide every kind of piece of one department. Please choose the department.',
					'throughline',
				),
				'department',
			);
		}
		return trim($sign['reason']) === '' ? self::reason_missing() : null;
	}

	/** A department that decides by itself: the manager hears only what somebody escalates. */
	public static function is_handed_over(int $department): bool {
		foreach (Departments::upwards($department) as $one) {
			if (get_term_meta($one, self::HANDED_OVER, true) === '1') {
				return true;
			}
		}
		return false;
	}

	public static function hand_over(int $department, bool $handed, string $reason): ?\WP_Error {
		if (Departments::existing($department) === 0) {
			return self::department_gone();
		}
		if ($handed && Peers::of($department) === []) {
			return new \WP_Error(
				'throughline_no_peer',
				__(
					'Nobody there could decide. Please name a peer moderator of this department first.',
					'throughline',
				),
				['status' => 422, 'field' => 'department'],
			);
		}
		if (trim($reason) === '') {
			return self::reason_missing();
		}
		Database::transaction(static function () use ($department, $handed, $reason): bool {
			Log::add(
				[
					'what' => 'department',
					'department' => $department,
					'level' => $handed ? 'handed' : '',
					'reason' => trim($reason),
				],
				get_current_user_id(),
			);
			$handed
				? update_term_meta($department, self::HANDED_OVER, '1')
				: delete_term_meta($department, self::HANDED_OVER);
			return true;
		});
		return null;
	}

	public static function reason_missing(): \WP_Error {
		return new \WP_Error(
			'throughline_reason_missing',
			__(
				'Please write in a sentence why: the reason stays with the decision.',
				'throughline',
			),
			['status' => 422, 'field' => 'reason'],
		);
	}

	private static function department_gone(): \WP_Error {
		return new \WP_Error(
			'throughline_department_gone',
			__('This department isn’t there any more.', 'throughline'),
			['status' => 422, 'field' => 'department'],
		);
	}
}
