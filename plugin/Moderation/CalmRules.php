<?php
// What calm mode changes: everything waits, nobody sends quickly, and what is removed names its guideline.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\Guidelines\Guidelines;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Arrival from Intake
 * @phpstan-import-type Verdict from Intake
 * @phpstan-import-type Check from Intake
 * @phpstan-import-type Description from Kind
 */
final class CalmRules {
	/**
	 * Its check stands before all that could let a piece through.
	 *
	 * @param array<string, Check> $checks
	 * @return array<string, Check>
	 */
	public static function add_check(array $checks): array {
		return Intake::before($checks, 'colleague', 'calm', [self::class, 'check']);
	}

	/**
	 * @param Arrival $piece
	 * @return Verdict|string|null
	 */
	public static function check(array $piece): array|string|null {
		$calm = Calm::of($piece['page']);
		if ($calm === null) {
			return null;
		}
		$sender = Sender::of($piece);
		$pace = ['burst' => 1, 'every' => $calm['pace']];
		return $calm['pace'] > 0 &&
			$sender !== '' &&
			!Pace::take("calm {$calm['page']}", $sender, $pace)
			? [
				'state' => 'refused',
				'code' => 'calm_pace',
				'sentence' => sprintf(
					/* translators: %s: a length of time, e.g. 5 minutes */
					__(
						'Very many people write here at the moment, so everybody can send one piece every %s. What you wrote is still here: please send it a little later.',
						'throughline',
					),
					human_time_diff(0, $calm['pace']),
				),
			]
			: 'calm';
	}

	/** On such a page everything is read before it appears. */
	public static function mode(mixed $mode, string $kind, int $page): mixed {
		return Calm::of($page) === null ? $mode : 'before';
	}

	public static function sentence(string $sentence, string $code): string {
		return $code === 'calm'
			? __('Calm mode is on: everything is read before it appears.', 'throughline')
			: $sentence;
	}

	/**
	 * Readers see which guideline a removal is about; criticism breaks none.
	 *
	 * @param array{kind: string, id: int, act: string, guideline?: int, ...} $choice
	 */
	public static function may_decide(mixed $refused, array $choice): mixed {
		['kind' => $kind, 'id' => $id] = $choice;
		if (
			$refused instanceof \WP_Error ||
			$choice['act'] !== 'remove' ||
			($choice['guideline'] ?? 0) > 0 ||
			Calm::of(Kinds::get($kind)?->page($id) ?? 0) === null ||
			Guidelines::edition() === 0
		) {
			return $refused;
		}
		foreach (Cases::open($kind, $id) as $case) {
			if (Grounds::is_illegal($case['ground'])) {
				return $refused;
			}
		}
		return new \WP_Error(
			'throughline_guideline_missing',
			__(
				'While calm mode is on readers see why something goes: please name the guideline. Criticism breaks none.',
				'throughline',
			),
			['status' => 422, 'field' => 'guideline'],
		);
	}

	/**
	 * Notes when somebody looked, and what was taken off.
	 *
	 * @param array{kind: string, id: int, version: int, act: string, user: int, guideline?: int, ...} $doing
	 */
	public static function follow(array $doing): void {
		['kind' => $kind, 'id' => $id, 'act' => $act] = $doing;
		if ($doing['user'] === 0 || !in_array($act, self::LOOKS, true) || Calm::places() === []) {
			return;
		}
		$page = Kinds::get($kind)?->page($id) ?? 0;
		$calm = Calm::of($page);
		if ($calm === null) {
			return;
		}
		Database::after_commit(static function () use ($page): void {
			foreach (array_unique([$page, Calm::SITE]) as $place) {
				Surge::note($place, 'look');
			}
		});
		if ($act === 'remove') {
			Calm::log([
				'page' => $page,
				'act' => 'removed',
				'guideline' => $doing['guideline'] ?? 0,
				'kind' => $kind,
				'piece' => $id,
				'version' => $doing['version'] + 1,
			]);
		}
	}

	/** What only moderators do. */
	private const LOOKS = ['publish', 'return', 'remove', 'restore', 'keep', 'show', 'hide'];
}
