<?php
// Editions of the guidelines: one is in force, at most one is being written or waits for those who must agree.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Person;

use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Row array{
 *     edition: int, state: string, matters: bool, summary: string, named: list<int>, version: int, round: int,
 *     put: string|null, put_by: int, since: string|null
 * }
 * @phpstan-import-type Text from Texts
 * @phpstan-import-type Face from Person
 * @phpstan-import-type Asked from Agreements
 * @phpstan-type Edition array{
 *     edition: int, state: string, matters: bool, summary: string, version: int, round: int, since: string|null,
 *     put: string|null, by: Face|null, asked: list<Asked>, guidelines: list<Text>
 * }
 */
final class Editions {
	// `edition` counts up by one, so two who begin a draft at once meet at the key. `version` grows with every
	// save of the draft, `round` whenever it is put to those who must agree: an answer is for what they saw.
	public const SCHEMA = "edition int(10) unsigned NOT NULL,
state varchar(10) NOT NULL,
matters tinyint(1) NOT NULL DEFAULT 1,
summary text NOT NULL,
named text NOT NULL,
version int(10) unsigned NOT NULL DEFAULT 1,
round int(10) unsigned NOT NULL DEFAULT 0,
changed datetime NOT NULL,
changed_by bigint(20) unsigned NOT NULL DEFAULT 0,
put datetime DEFAULT NULL,
put_by bigint(20) unsigned NOT NULL DEFAULT 0,
since datetime DEFAULT NULL,
PRIMARY KEY  (edition),
KEY state (state,edition)";

	public const DRAFT = 'draft';
	/** Put to those who must agree. */
	public const PUT = 'put';
	/** In force once; the latest of them still is. */
	public const IN_FORCE = 'in_force';

	/** @return Row|null */
	public static function get(int $edition): ?array {
		$row = Database::row(
			'SELECT * FROM %i WHERE edition = %d',
			Database::table('editions'),
			$edition,
		);
		return $row === null ? null : self::read($row);
	}

	/** @return Row|null the one that is being written, or waits for those who must agree */
	public static function next(): ?array {
		$row = Database::row(
			'SELECT * FROM %i WHERE state <> %s ORDER BY edition DESC LIMIT 1',
			Database::table('editions'),
			self::IN_FORCE,
		);
		return $row === null ? null : self::read($row);
	}

	/**
	 * The next edition as it is now, which nobody else changes until the transaction under way ends.
	 *
	 * @return Row|null
	 */
	public static function lock(): ?array {
		Database::write(
			'UPDATE %i SET version = version WHERE state <> %s',
			Database::table('editions'),
			self::IN_FORCE,
		);
		return self::next();
	}

	public static function take_effect(int $edition): void {
		Database::write(
			'UPDATE %i SET state = %s, since = %s WHERE edition = %d',
			Database::table('editions'),
			self::IN_FORCE,
			utc(),
			$edition,
		);
		/** Fires once an edition of the guidelines is in force. */
		Database::after_commit(
			static fn() => do_action('throughline_guidelines_in_force', $edition),
		);
	}

	/** Whether somebody was named for the edition in force or for one that waits, whatever else they may do here. */
	public static function is_named(int $user): bool {
		if ($user === 0) {
			return false;
		}
		$next = self::next();
		$current = self::get(Guidelines::edition());
		return ($next !== null &&
			$next['state'] === self::PUT &&
			in_array($user, $next['named'], true)) ||
			in_array($user, $current['named'] ?? [], true);
	}

	/** @return array<string, mixed> all that the page in wp-admin shows, as the contract tells it */
	public static function overview(int $user): array {
		$may_edit = user_can($user, Capabilities::MANAGE);
		$current = self::get(Guidelines::edition());
		$next = self::next();
		// What is being written is nobody's business yet but those who write it.
		$shown = $next !== null && ($may_edit || $next['state'] === self::PUT);
		return [
			'current' => $current === null ? [] : [self::to_contract($current)],
			'next' => $shown ? [self::to_contract($next)] : [],
			'mayEdit' => $may_edit,
			'user' => $user,
			'past' => array_map(
				static fn(array $row): array => [
					'edition' => (int) $row['edition'],
					'since' => self::rfc3339($row['since']) ?? '',
					'matters' => $row['matters'] === '1',
					'summary' => (string) $row['summary'],
					'guidelines' => (int) $row['guidelines'],
				],
				Database::rows(
					'SELECT e.edition, e.since, e.matters, e.summary,
					(SELECT COUNT(*) FROM %i g WHERE g.edition = e.edition) AS guidelines
					FROM %i e WHERE e.state = %s ORDER BY e.edition DESC',
					Database::table('guidelines'),
					Database::table('editions'),
					self::IN_FORCE,
				),
			),
		];
	}

	/**
	 * @param Row $row
	 * @return Edition
	 */
	public static function to_contract(array $row): array {
		return [
			'edition' => $row['edition'],
			'state' => $row['state'],
			'matters' => $row['matters'],
			'summary' => $row['summary'],
			'version' => $row['version'],
			'round' => $row['round'],
			'since' => self::rfc3339($row['since']),
			'put' => self::rfc3339($row['put']),
			'by' => $row['put_by'] > 0 ? Person::of($row['put_by']) : null,
			'asked' => Agreements::of_edition($row),
			'guidelines' => Texts::of_edition($row['edition']),
		];
	}

	/** A moment from our tables as the contract tells it. */
	public static function rfc3339(?string $utc): ?string {
		return $utc === null ? null : str_replace(' ', 'T', $utc) . 'Z';
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Row
	 */
	private static function read(array $row): array {
		$named = json_decode((string) $row['named'], true);
		return [
			'edition' => (int) $row['edition'],
			'state' => (string) $row['state'],
			'matters' => $row['matters'] === '1',
			'summary' => (string) $row['summary'],
			'named' => array_values(array_filter(is_array($named) ? $named : [], 'is_int')),
			'version' => (int) $row['version'],
			'round' => (int) $row['round'],
			'put' => $row['put'],
			'put_by' => (int) $row['put_by'],
			'since' => $row['since'],
		];
	}
}
