<?php
// Statements of reasons: what was done to a piece, why, by whom or what, and what one can do about it.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\Guidelines\Guidelines;

defined('ABSPATH') || exit();

/**
 * What they hold: Digital Services Act, Art. 17 (3).
 *
 * @phpstan-type Restriction array{
 *     version: int, act: string, user: int, rule: string, reason: string, guideline: int, photo: int, title: string,
 *     created: string
 * }
 */
final class Statements {
	private const OF = ['remove', 'return', 'hide'];

	/**
	 * Plain text in paragraphs; '' for a decision that restricts nothing.
	 *
	 * @param string $address where one objects; without it the piece's own page is meant
	 */
	public static function text(string $kind, int $id, int $version, string $address = ''): string {
		$act = self::restriction($kind, $id, $version);
		if ($act === null) {
			return '';
		}
		return Paragraphs::text([
			self::measure($act),
			self::facts($kind, $id, $act),
			self::ground($kind, $id, $act),
			self::automated($act),
			self::appeal($act, $address),
			Contact::text(),
		]);
	}

	/** @param Restriction $act */
	private static function measure(array $act): string {
		$when = (string) wp_date(
			self::moment(),
			(int) strtotime("{$act['created']} UTC") + Desk::undo_seconds(),
		);
		return sprintf(
			match ($act['act']) {
				/* translators: 1: title, 2: date and time */
				'remove' => __(
					'“%1$s” was taken off the site on %2$s. Only you and the moderators can still see it.',
					'throughline',
				),
				/* translators: 1: title, 2: date and time */
				'hide' => __(
					'A photo in “%1$s” was hidden on %2$s. Everything else stays as it was.',
					'throughline',
				),
				/* translators: 1: title, 2: date and time */
				default => __(
					'“%1$s” came back to you on %2$s. It appears once it has been changed.',
					'throughline',
				),
			},
			$act['title'],
			$when,
		);
	}

	/** @param Restriction $act */
	private static function facts(string $kind, int $id, array $act): string {
		if ($act['rule'] === Reports::RULE) {
			return __(
				'Somebody told us that they are in this photo. Nobody has to be seen here who doesn’t want to be, so it is hidden until somebody has looked at it.',
				'throughline',
			);
		}
		$known =
			self::reported($kind, $id, $act['version']) !== []
				? __('It was reported, and a moderator looked at it.', 'throughline')
				: __('A moderator looked at it.', 'throughline');
		return $act['reason'] === ''
			? $known
			: /* translators: 1: how it came to be known, a sentence, 2: what the moderator wrote */
			sprintf(__("%1\$s What they say:\n%2\$s", 'throughline'), $known, $act['reason']);
	}

	/** @param Restriction $act */
	private static function ground(string $kind, int $id, array $act): string {
		if ($act['rule'] === Reports::RULE) {
			return __(
				'The ground is the right to one’s own image, and the consent that a picture of a person needs.',
				'throughline',
			);
		}
		$guideline = $act['guideline'] > 0 ? Guidelines::get($act['guideline']) : null;
		if ($guideline !== null) {
			return trim(
				sprintf(
					/* translators: %s: a guideline, one sentence */
					__('It is about this guideline: “%s”', 'throughline'),
					$guideline['sentence'],
				) .
					' ' .
					$guideline['reason'],
			);
		}
		foreach (self::reported($kind, $id, $act['version']) as $ground) {
			if (Grounds::is_illegal($ground)) {
				return sprintf(
					/* translators: %s: what the law forbids, e.g. Fraud or forbidden advertising */
					__('It was judged to be against the law: %s.', 'throughline'),
					Grounds::label($ground),
				);
			}
		}
		return '';
	}

	/** @param Restriction $act */
	private static function automated(array $act): string {
		return $act['rule'] === Reports::RULE
			? __(
				'A fixed rule did this by itself, without judging the picture. A person looks at it now.',
				'throughline',
			)
			: __('A person decided this; nothing was judged by a machine.', 'throughline');
	}

	/** @param Restriction $act */
	private static function appeal(array $act, string $address): string {
		$until = (string) wp_date(self::day(), Appeals::until($act['created']));
		$how = sprintf(
			/* translators: %s: a date */
			__(
				'If you see that differently, you can object until %s, and it costs nothing. Somebody else than before then looks at it.',
				'throughline',
			),
			$until,
		);
		return $address === '' ? $how : "$how\n$address";
	}

	/**
	 * Why what this decision answered had been reported.
	 *
	 * @return list<string> grounds
	 */
	private static function reported(string $kind, int $id, int $version): array {
		return array_map(
			static fn(array $row): string => (string) $row['ground'],
			Database::rows(
				"SELECT DISTINCT ground FROM %i WHERE kind = %s AND piece_id = %d AND decided = %d AND what = 'report' AND outcome <> ''",
				Database::table('reports'),
				$kind,
				$id,
				$version,
			),
		);
	}

	/** @return Restriction|null */
	private static function restriction(string $kind, int $id, int $version): ?array {
		$row = Database::row(
			'SELECT version, act, user_id, rule, reason, guideline, photo, title, text, created FROM %i
			WHERE kind = %s AND piece_id = %d AND version = %d',
			Database::table('decisions'),
			$kind,
			$id,
			$version,
		);
		if ($row === null || !in_array($row['act'], self::OF, true)) {
			return null;
		}
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		return [
			'version' => (int) $row['version'],
			'act' => $row['act'],
			'user' => (int) $row['user_id'],
			'rule' => (string) $row['rule'],
			'reason' => (string) $row['reason'],
			'guideline' => (int) $row['guideline'],
			'photo' => (int) $row['photo'],
			'title' => $piece['title'] ?? (string) $row['title'],
			'created' => (string) $row['created'],
		];
	}

	/** A date and a time, as PHP's date() writes them. */
	public static function moment(): string {
		/* translators: date and time, as PHP's date() writes them: November 21, 2026, 3:40 pm */
		return _x('F j, Y, g:i a', 'date and time', 'throughline');
	}

	public static function day(): string {
		/* translators: a date, as PHP's date() writes it: November 21, 2026 */
		return _x('F j, Y', 'date', 'throughline');
	}
}
