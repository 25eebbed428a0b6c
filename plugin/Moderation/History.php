<?php
// Everything that was decided on a piece, in sentences: who or which rule, what, on which version, citing what, and what it changed.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\Guidelines\Guidelines;
use Throughline\People\Person;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Content from Kind
 * @phpstan-type Entry array{
 *     version: int, judged: int, sentence: string, reason: string, guideline: string, waits: list<string>,
 *     consent: bool, at: int, content: Content, before: Content|null
 * }
 * `judged` is the version on which it was decided, 0 for none; `before` what stood in the piece, null in the first.
 */
final class History {
	/** Acts of moderators and rules; the others are the contributor's. */
	private const JUDGING = [
		'publish',
		'return',
		'remove',
		'restore',
		'keep',
		'hide',
		'show',
		'undo',
	];

	/** @return list<Entry> first things first */
	public static function of(string $kind, int $id): array {
		$rows = Database::rows(
			'SELECT version, act, user_id, rule, reason, guideline, reasons, consent, title, text, photos, created FROM %i
			WHERE kind = %s AND piece_id = %d ORDER BY version',
			Database::table('decisions'),
			$kind,
			$id,
		);
		Person::prime(array_map(static fn(array $row): int => (int) $row['user_id'], $rows));
		$before = null;
		$entries = [];
		foreach ($rows as $row) {
			$content = Decisions::content($row);
			$entries[] = [
				'version' => (int) $row['version'],
				'judged' => (int) $row['version'] - 1,
				'sentence' => sprintf(self::done((string) $row['act']), self::who($row)),
				'reason' => (string) $row['reason'],
				'guideline' => self::guideline((int) $row['guideline']),
				'waits' => array_map(
					[Intake::class, 'sentence'],
					Decisions::codes((string) $row['reasons']),
				),
				'consent' => (int) $row['consent'] === 1,
				'at' => (int) strtotime("{$row['created']} UTC"),
				'content' => $content,
				'before' => $before,
			];
			$before = $content;
		}
		return $entries;
	}

	/**
	 * Who it was, as the record tells it.
	 *
	 * @param array<string, string|null> $row
	 */
	public static function who(array $row): string {
		$user = (int) $row['user_id'];
		$rule = (string) $row['rule'];
		$account = $user > 0 ? get_userdata($user) : false;
		return match (true) {
			$account !== false => $account->display_name,
			$user > 0 => __('Somebody who was here', 'throughline'),
			$rule === 'core' => __('WordPress, outside of the desk,', 'throughline'),
			$rule !== '' => sprintf(
				/* translators: %s: what a rule says, in a sentence */
				__('A rule (%s)', 'throughline'),
				Intake::sentence($rule),
			),
			in_array($row['act'], self::JUDGING, true) => __(
				'Somebody who was here',
				'throughline',
			),
			default => __('Its contributor', 'throughline'),
		};
	}

	/** The guideline as it stood in its edition; '' for none. */
	public static function guideline(int $id): string {
		$guideline = $id > 0 ? Guidelines::get($id) : null;
		return $guideline === null
			? ''
			: sprintf(
				/* translators: 1: edition of the guidelines, 2: number of the guideline in it, 3: the guideline */
				__('Edition %1$d, no. %2$d: %3$s', 'throughline'),
				$guideline['edition'],
				$guideline['number'],
				$guideline['sentence'],
			);
	}

	/** A sentence with a place for who it was. */
	private static function done(string $act): string {
		return match ($act) {
			/* translators: %s: a person's name. */
			'submit' => __('%s sent this in.', 'throughline'),
			/* translators: %s: a person's name. */
			'publish' => __('%s published this.', 'throughline'),
			/* translators: %s: a person's name. */
			'return' => __('%s returned this with a question.', 'throughline'),
			/* translators: %s: a person's name. */
			'remove' => __('%s removed this.', 'throughline'),
			/* translators: %s: a person's name. */
			'restore' => __('%s put this back.', 'throughline'),
			/* translators: %s: a person's name. */
			'withdraw' => __('%s withdrew this.', 'throughline'),
			/* translators: %s: a person's name. */
			'revise' => __('%s revised this.', 'throughline'),
			/* translators: %s: a person's name. */
			'propose' => __('%s proposed a change.', 'throughline'),
			/* translators: %s: a person's name. */
			'keep' => __('%s left this as it is.', 'throughline'),
			/* translators: %s: a person's name. */
			'correct' => __('%s corrected this.', 'throughline'),
			/* translators: %s: a person's name. */
			'undo' => __('%s took that back.', 'throughline'),
			/* translators: %s: a person's name. */
			'hide' => __('%s hid a photo.', 'throughline'),
			/* translators: %s: a person's name. */
			'show' => __('%s showed a photo again.', 'throughline'),
			default => '%s: ' . $act,
		};
	}
}
