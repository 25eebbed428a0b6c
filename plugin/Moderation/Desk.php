<?php
// Deciding on a piece: one decision a version, written together with what it does, or not at all.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\Guidelines\Guidelines;
use Throughline\People\Scope;
use function Throughline\now;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Decision from Decisions
 * @phpstan-import-type Record from Decisions
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Content from Kind
 * @phpstan-type Choice array{
 *     kind: string, id: int, version: int, act: string, reason: string, guideline: int, consent: bool, photo?: int,
 *     content?: Content
 * }
 */
final class Desk {
	/** What each act makes of a piece ('' leaves its state), and from which states it may be done. */
	private const ACTS = [
		'publish' => ['state' => 'published', 'from' => ['waiting', 'returned']],
		'return' => ['state' => 'returned', 'from' => ['waiting', 'returned']],
		'remove' => ['state' => 'removed', 'from' => ['waiting', 'returned', 'published']],
		'restore' => ['state' => 'published', 'from' => ['removed']],
		'correct' => ['state' => '', 'from' => ['waiting', 'returned', 'published']],
		'keep' => ['state' => '', 'from' => ['waiting', 'returned', 'published', 'removed']],
		'hide' => ['state' => '', 'from' => ['waiting', 'returned', 'published']],
		'show' => ['state' => '', 'from' => ['waiting', 'returned', 'published']],
	];
	private const NEEDS_REASON = ['return', 'remove', 'hide'];
	/** What is done to one photo; why the piece waits stays as it was, and after a correction, too. */
	private const OF_PHOTO = ['hide', 'show'];

	/** The way to the server and back is not the moderator's fault. */
	private const UNDO_SLACK = 5;

	/**
	 * A moderator decides on the version they saw.
	 *
	 * @param Choice $choice
	 * @return Decision|\WP_Error 403, 404, 409 or 422
	 */
	public static function decide(array $choice, int $user): array|\WP_Error {
		return Database::transaction(static function () use ($choice, $user): array|\WP_Error {
			['kind' => $kind, 'id' => $id] = $choice;
			Kinds::get($kind)?->lock($id);
			$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
			['latest' => $latest, 'effective' => $now] = Decisions::now($kind, $id);
			if ($piece === null || $now === null || !Scope::covers($user, $piece['department'])) {
				return self::gone();
			}
			$proposed = $now['act'] === 'propose';
			$act = self::ACTS[$choice['act']] ?? null;
			$may =
				$act !== null &&
				(in_array($latest['state'], $act['from'], true) ||
					($proposed && in_array($choice['act'], ['publish', 'return'], true)));
			if ($latest['version'] !== $choice['version'] || !$may) {
				return self::stale($kind, $id);
			}
			$problem = self::problem($choice, $piece);
			if ($problem !== null) {
				return $problem;
			}
			/**
			 * Filters whether somebody may decide this: null lets them, an error tells why not. Nobody decides an
			 * appeal against their own decision, and peers never decide their own pieces.
			 */
			$refused = apply_filters('throughline_may_decide', null, $choice, $user, $piece);
			if (is_wp_error($refused)) {
				return $refused;
			}
			$done = Act::carry_out(
				self::content($choice, $proposed ? $now : null) + [
					'kind' => $kind,
					'id' => $id,
					'act' => $choice['act'],
					// A proposal that is declined leaves what is published.
					'state' =>
						$act['state'] === '' || ($proposed && $choice['act'] === 'return')
							? $latest['state']
							: $act['state'],
					'version' => $choice['version'],
					'user' => $user,
					'reason' => trim($choice['reason']),
					'guideline' => $choice['guideline'],
					'photo' => $choice['photo'] ?? 0,
					'consent' => $choice['consent'],
					'reasons' => in_array($choice['act'], ['correct', ...self::OF_PHOTO], true)
						? $now['reasons']
						: self::still($choice, $piece),
					'delay' => self::undo_seconds(),
					'before' => $latest['state'],
				],
			);
			return ($done ? Decisions::last($kind, $id) : null) ?? self::stale($kind, $id);
		});
	}

	/** So long a decision can be taken back, and so long nobody is told of it. */
	public static function undo_seconds(): int {
		return Settings::get('undo');
	}

	/**
	 * Takes one's own last decision back before anybody is told of it; both stay in the record.
	 *
	 * @param array{kind: string, id: int, version: int} $decision the version that came out of it
	 * @return Decision|\WP_Error 404 or 409
	 */
	public static function undo(array $decision, int $user): array|\WP_Error {
		return Database::transaction(static function () use ($decision, $user): array|\WP_Error {
			['kind' => $kind, 'id' => $id, 'version' => $version] = $decision;
			Kinds::get($kind)?->lock($id);
			$undone = Decisions::version($kind, $id, $version);
			$before = Decisions::version($kind, $id, $version - 1);
			if ($undone === null || $before === null || $undone['user'] !== $user) {
				return self::gone();
			}
			if (
				Decisions::latest($kind, $id)['version'] !== $version ||
				!isset(self::ACTS[$undone['act']])
			) {
				return self::stale($kind, $id);
			}
			if (self::seconds_since($undone['created']) > self::undo_seconds() + self::UNDO_SLACK) {
				return new \WP_Error(
					'throughline_too_late',
					__(
						'That can’t be undone any more: people have been told. Decide anew instead.',
						'throughline',
					),
					['status' => 409],
				);
			}
			Due::drop('notice', $kind, $id, $version);
			$done = Act::carry_out([
				'kind' => $kind,
				'id' => $id,
				'act' => 'undo',
				'state' => $before['state'],
				'version' => $version,
				'user' => $user,
				'content' => self::published_before($kind, $id, $before),
				'reasons' => $before['reasons'],
			]);
			return ($done ? Decisions::last($kind, $id) : null) ?? self::stale($kind, $id);
		});
	}

	/**
	 * For how many seconds somebody may still take the last decision back.
	 *
	 * @param Record|null $last
	 */
	public static function undoable(?array $last, int $user): ?int {
		$left = $last === null ? 0 : self::undo_seconds() - self::seconds_since($last['created']);
		return $last === null ||
			$last['user'] !== $user ||
			$last['version'] < 2 ||
			!isset(self::ACTS[$last['act']]) ||
			$left <= 0
			? null
			: $left;
	}

	/** Others can be recognised, and nobody noted yet that they agreed. */
	public static function unasked(string $kind, int $id, string $people): bool {
		return $people === 'others' && !Decisions::consented($kind, $id);
	}

	/** The same answer for a piece of another department and for none: numbers tell nothing. */
	public static function gone(): \WP_Error {
		return new \WP_Error(
			'throughline_not_found',
			__(
				'This piece isn’t here any more. Its contributor may have withdrawn it.',
				'throughline',
			),
			['status' => 404],
		);
	}

	public static function stale(string $kind, int $id): \WP_Error {
		return new \WP_Error(
			'throughline_stale',
			__('Somebody was faster: this piece has changed since you opened it.', 'throughline'),
			['status' => 409, 'decision' => Decisions::last($kind, $id)],
		);
	}

	/**
	 * @param Choice $choice
	 * @param Description $piece
	 */
	private static function problem(array $choice, array $piece): ?\WP_Error {
		$act = $choice['act'];
		if (in_array($act, self::NEEDS_REASON, true) && trim($choice['reason']) === '') {
			return new \WP_Error(
				'throughline_reason_missing',
				$act === 'return'
					? __(
						'Please tell in a sentence or two what is missing, so that it can be mended.',
						'throughline',
					)
					: __(
						'Please tell in a sentence or two why it goes: its contributor reads that.',
						'throughline',
					),
				['status' => 422, 'field' => 'reason'],
			);
		}
		if (
			in_array($act, self::OF_PHOTO, true) !== ($choice['photo'] ?? 0) > 0 ||
			(in_array($act, self::OF_PHOTO, true) && !self::has_photo($choice))
		) {
			return new \WP_Error(
				'throughline_photo_gone',
				__('This photo isn’t in the piece any more.', 'throughline'),
				['status' => 422, 'field' => 'photo'],
			);
		}
		if (
			in_array($act, ['publish', 'restore'], true) &&
			!$choice['consent'] &&
			self::unasked($choice['kind'], $choice['id'], $piece['people'])
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
		if ($choice['guideline'] > 0 && Guidelines::get($choice['guideline']) === null) {
			return new \WP_Error(
				'throughline_guideline_gone',
				__('This guideline isn’t there any more. Please choose another.', 'throughline'),
				['status' => 422, 'field' => 'guideline'],
			);
		}
		return null;
	}

	/** @param Choice $choice */
	private static function has_photo(array $choice): bool {
		$content = Kinds::get($choice['kind'])?->content($choice['id']);
		return in_array($choice['photo'] ?? 0, array_column($content['photos'] ?? [], 'id'), true);
	}

	/**
	 * What the decision makes of the words: a proposal that is accepted, or a correction. Corrections mend words and
	 * alt texts; photos come and go by their contributor alone.
	 *
	 * @param Choice $choice
	 * @param Record|null $proposal
	 * @return array{content?: Content}
	 */
	private static function content(array $choice, ?array $proposal): array {
		if ($proposal !== null && $choice['act'] === 'publish') {
			return ['content' => $proposal['content']];
		}
		$now = Kinds::get($choice['kind'])?->content($choice['id']);
		if ($choice['act'] !== 'correct' || !isset($choice['content']) || $now === null) {
			return [];
		}
		$alts = array_column($choice['content']['photos'], 'alt', 'id');
		$photos = array_map(
			static fn(array $photo): array => [
				'id' => $photo['id'],
				'alt' => $alts[$photo['id']] ?? $photo['alt'],
			],
			$now['photos'],
		);
		return ['content' => ['photos' => $photos] + $choice['content']];
	}

	/**
	 * What stood in the piece before the decision that is undone: a proposal never stood in it.
	 *
	 * @param Record $before
	 * @return Content
	 */
	private static function published_before(string $kind, int $id, array $before): array {
		for ($stood = $before; $stood !== null; ) {
			$before = $stood;
			$stood =
				$stood['act'] === 'propose'
					? Decisions::version($kind, $id, $stood['version'] - 1)
					: null;
		}
		return $before['content'];
	}

	/**
	 * Why it still waits where it does.
	 *
	 * @param Choice $choice
	 * @param Description $piece
	 * @return list<string>
	 */
	private static function still(array $choice, array $piece): array {
		return !$choice['consent'] &&
			self::unasked($choice['kind'], $choice['id'], $piece['people'])
			? ['consent_missing']
			: [];
	}

	private static function seconds_since(string $utc): int {
		return now() - (int) strtotime("$utc UTC");
	}
}
