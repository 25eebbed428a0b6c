<?php
// Standing in words: for moderators what somebody may do already, for contributors also what comes next and by which rules.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Kinds;
use Throughline\People\Departments;

use function Throughline\now;

defined('ABSPATH') || exit();

/** @phpstan-import-type Stand from Standing */
final class Sentences {
	/** A level in a word or two. */
	public static function level(string $level): string {
		return match ($level) {
			Ladder::KNOWN => __('Known', 'throughline'),
			Ladder::TRUSTED => __('Trusted', 'throughline'),
			Ladder::PEER => __('Peer moderator', 'throughline'),
			default => __('Newcomer', 'throughline'),
		};
	}

	/** What each level may do: the same words for everybody. */
	public static function may(string $level): string {
		$hours = Rules::all()['veto'];
		return match ($level) {
			Ladder::KNOWN => $hours > 0
				? sprintf(
					/* translators: %s: a number of hours */
					_n(
						'What they send appears after %s hour unless somebody objects.',
						'What they send appears after %s hours unless somebody objects.',
						$hours,
						'throughline',
					),
					number_format_i18n($hours),
				)
				: __('Somebody looks at what they send before it appears.', 'throughline'),
			Ladder::TRUSTED => __(
				'What they send appears at once, unless a check holds it.',
				'throughline',
			),
			Ladder::PEER => __(
				'What they send appears at once, and they decide on what others of this department send.',
				'throughline',
			),
			default => __('Somebody looks at what they send before it appears.', 'throughline'),
		};
	}

	/**
	 * What its contributor may do here already; numbers about them stay out of it.
	 *
	 * @param mixed $sentences
	 * @param array{contributor: int, department: int, ...} $piece
	 * @return list<string>
	 */
	public static function for_moderators(mixed $sentences, string $kind, array $piece): array {
		/** @var list<string> $told */
		$told = is_array($sentences) ? array_values(array_filter($sentences, 'is_string')) : [];
		if ($piece['contributor'] === 0) {
			return $told;
		}
		$stand = Standing::stand($piece['contributor'], $piece['department'], $kind);
		$place = Departments::name($piece['department']);
		$level = self::level($stand['level']);
		$head =
			$place === null
				? $level
				: sprintf(
					/* translators: 1: a standing, e.g. Known, 2: a department */
					__('%1$s in %2$s', 'throughline'),
					$level,
					$place,
				);
		return [...$told, "$head. " . self::may($stand['level'])];
	}

	/**
	 * How somebody stands in every place where they have done something, and the rules.
	 *
	 * @param mixed $sentences
	 * @return list<string>
	 */
	public static function for_contributor(mixed $sentences, int $user): array {
		/** @var list<string> $told */
		$told = is_array($sentences) ? array_values(array_filter($sentences, 'is_string')) : [];
		$places = Database::rows(
			'SELECT DISTINCT department, kind FROM %i WHERE contributor = %d ORDER BY department, kind LIMIT 50',
			Database::table('outcomes'),
			$user,
		);
		foreach ($places as $place) {
			$told[] = self::own($user, (int) $place['department'], (string) $place['kind']);
		}
		return [...$told, ...self::rules()];
	}

	/** One place, said to the person themselves. */
	private static function own(int $user, int $department, string $kind): string {
		$stand = Standing::stand($user, $department, $kind);
		$place = Departments::name($department);
		$label = Kinds::get($kind)?->label() ?? $kind;
		$where = $place === null ? $label : "$label, $place";
		$sentence = "$where: " . self::level($stand['level']) . '. ';
		$sentence .= match ($stand['level']) {
			Ladder::KNOWN => Rules::all()['veto'] > 0
				? sprintf(
					/* translators: %s: a number of hours */
					_n(
						'What you send appears after %s hour unless somebody objects.',
						'What you send appears after %s hours unless somebody objects.',
						Rules::all()['veto'],
						'throughline',
					),
					number_format_i18n(Rules::all()['veto']),
				)
				: __('Somebody looks at what you send before it appears.', 'throughline'),
			Ladder::TRUSTED => __(
				'What you send appears at once, unless a check holds it.',
				'throughline',
			),
			Ladder::PEER => __(
				'What you send appears at once, and you decide on what others send, never on your own.',
				'throughline',
			),
			default => __('Somebody looks at what you send before it appears.', 'throughline'),
		};
		return $sentence . self::why($stand);
	}

	/** @param Stand $stand */
	private static function why(array $stand): string {
		if (!$stand['given']) {
			return '';
		}
		return ' ' .
			($stand['reason'] === ''
				? __('A person decided that.', 'throughline')
				: sprintf(
					/* translators: %s: the reason that a person wrote */
					__('A person decided that: “%s”', 'throughline'),
					$stand['reason'],
				));
	}

	/**
	 * By which rules one rises and falls.
	 *
	 * @return list<string>
	 */
	public static function rules(): array {
		$rules = array_map(
			static fn(int $value): string => number_format_i18n($value),
			Rules::all(),
		);
		$below = number_format_i18n(Rules::all()['rate'] - Rules::all()['slack']);
		return [
			sprintf(
				/* translators: %s: a number of published pieces */
				_n(
					'Whoever had %s piece published in a department is known there.',
					'Whoever had %s pieces published in a department is known there.',
					Rules::all()['known'],
					'throughline',
				),
				$rules['known'],
			),
			sprintf(
				/* translators: 1: a number of decisions, 2: a number of days, 3 and 4: numbers of per cent */
				__(
					'Trusted is whose pieces were published at first look in %3$s of 100 cases, counted from %1$s decisions within %2$s days on. It ends below %4$s of 100, or when only half as many decisions are left.',
					'throughline',
				),
				$rules['decisions'],
				$rules['days'],
				$rules['rate'],
				$below,
			),
			__(
				'With fewer decisions a person can hand over, with a reason. Peer moderators are always named by a person.',
				'throughline',
			),
		];
	}

	/** Why a piece waits or appeared, where standing says so. */
	public static function reason(mixed $sentence, string $code): mixed {
		$at = Veto::time([$code]);
		return match (true) {
			$at !== null => self::window($at),
			$code === Passage::TRUSTED => __(
				'Its contributor is trusted here: it appeared at once.',
				'throughline',
			),
			$code === Veto::OBJECTED => __(
				'Somebody objected to publishing it by itself: it waits for a decision.',
				'throughline',
			),
			$code === Escalation::REASON => __(
				'Those who decide in this department ask for your view.',
				'throughline',
			),
			default => $sentence,
		};
	}

	/** When a piece that waits appears by itself, told to its contributor; '' where it doesn't. */
	public static function appears(string $kind, int $id): string {
		$now = Decisions::effective($kind, $id);
		$at = $now !== null && $now['state'] === 'waiting' ? Veto::time($now['reasons']) : null;
		return $at === null || $at < now()
			? ''
			: sprintf(
				/* translators: 1: a date, 2: a time of day */
				__(
					'You are known here: it appears on %1$s at %2$s unless somebody objects.',
					'throughline',
				),
				self::moment('date_format', $at),
				self::moment('time_format', $at),
			);
	}

	private static function window(int $at): string {
		return $at < now() - HOUR_IN_SECONDS
			? __(
				'It should have appeared by itself, but something came in between: somebody has to look.',
				'throughline',
			)
			: sprintf(
				/* translators: 1: a date, 2: a time of day */
				__(
					'Its contributor is known here: it appears on %1$s at %2$s unless somebody objects.',
					'throughline',
				),
				self::moment('date_format', $at),
				self::moment('time_format', $at),
			);
	}

	/** @param 'date_format'|'time_format' $as as the site writes it */
	private static function moment(string $as, int $at): string {
		$format = get_option($as);
		return (string) wp_date(is_string($format) ? $format : 'c', $at);
	}
}
