<?php
// Where a department decides by itself, this is how its people call the manager: a note, and a place further up in the queue.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;
use Throughline\Moderation\Act;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Desk;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Notes;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

/** @phpstan-import-type Decision from Decisions */
final class Escalation {
	public const REASON = 'escalated';

	/**
	 * @param array{kind: string, id: int, version: int, note: string} $asked the version they saw
	 * @return Decision|\WP_Error 403, 404, 409 or 422
	 */
	public static function ask(array $asked, int $user): array|\WP_Error {
		return Database::transaction(static function () use ($asked, $user): array|\WP_Error {
			['kind' => $kind, 'id' => $id, 'version' => $version] = $asked;
			Kinds::get($kind)?->lock($id);
			$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
			$now = Decisions::effective($kind, $id);
			if ($piece === null || $now === null || !Scope::covers($user, $piece['department'])) {
				return Desk::gone();
			}
			$refused = Peers::refuse_own(null, $asked, $user, $piece);
			if (is_wp_error($refused)) {
				return $refused;
			}
			if (
				Decisions::latest($kind, $id)['version'] !== $version ||
				!in_array($now['state'], ['waiting', 'returned'], true)
			) {
				return Desk::stale($kind, $id);
			}
			if (trim($asked['note']) === '') {
				return new \WP_Error(
					'throughline_note_missing',
					__('Please write in a sentence what you would like to know.', 'throughline'),
					['status' => 422, 'field' => 'note'],
				);
			}
			Notes::add($kind, $id, ['user' => $user, 'text' => $asked['note']]);
			// While somebody is being asked nothing appears by itself.
			$reasons = array_filter(
				$now['reasons'],
				static fn(string $reason): bool => Veto::time([$reason]) === null,
			);
			$done = Act::carry_out([
				'kind' => $kind,
				'id' => $id,
				'act' => 'keep',
				'state' => $now['state'],
				'version' => $version,
				'user' => $user,
				'reasons' => array_values(array_unique([...$reasons, self::REASON])),
				'delay' => Desk::undo_seconds(),
			]);
			return ($done ? Decisions::last($kind, $id) : null) ?? Desk::stale($kind, $id);
		});
	}

	/**
	 * Who hears of a piece that waits: in a department that was handed over only its own people, until they ask. A
	 * report or an appeal is somebody's call, too, and another person decides an appeal.
	 *
	 * @param mixed $users
	 * @param list<string> $reasons why it waits
	 * @return mixed
	 */
	public static function hear(mixed $users, int $department, array $reasons): mixed {
		$calls = preg_grep('/^(' . self::REASON . '$|reports?:|appeal:)/', $reasons);
		if (!is_array($users) || $calls !== [] || !Standing::is_handed_over($department)) {
			return $users;
		}
		$own = array_values(
			array_filter(
				$users,
				static fn(mixed $user): bool => is_int($user) && Scope::of($user) !== null,
			),
		);
		// Where nobody is left who was named, it is the manager's again.
		return $own === [] ? $users : $own;
	}
}
