<?php
// The record of every decision: append-only. A piece's last row tells its state and its version.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Person;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Decision array{
 *     kind: string, id: int, version: int, act: string, state: string, by: string|null, reason: string,
 *     guideline: int, photo: int, content: array{title: string, text: string, photos: list<array{id: int, alt: string}>},
 *     at: string
 * }
 * @phpstan-import-type Content from Kind
 * @phpstan-type Record array{
 *     version: int, act: string, state: string, user: int, reasons: list<string>, content: Content, created: string
 * }
 */
final class Decisions {
	// The unique key is the lock: of two decisions on one version, one is a row and the other is late.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
version int(10) unsigned NOT NULL,
act varchar(20) NOT NULL,
state varchar(20) NOT NULL,
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
rule varchar(60) NOT NULL DEFAULT '',
reason text NOT NULL,
guideline bigint(20) unsigned NOT NULL DEFAULT 0,
photo bigint(20) unsigned NOT NULL DEFAULT 0,
reasons text NOT NULL,
consent tinyint(1) NOT NULL DEFAULT 0,
title text NOT NULL,
text longtext NOT NULL,
photos longtext NOT NULL,
hash char(64) NOT NULL DEFAULT '',
created datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY piece (kind,piece_id,version),
KEY person (user_id),
KEY guideline (guideline),
KEY kept (state,created)";

	/**
	 * Adds the row that follows `version`. False when that version has been decided already.
	 *
	 * @param array{
	 *     kind: string, id: int, version: int, act: string, state: string, content: Content, user?: int,
	 *     rule?: string, reason?: string, guideline?: int, photo?: int, reasons?: list<string>, consent?: bool
	 * } $decision `version` is the one that was judged, 0 before the first; `content` what stood in it, or what the
	 * act made of it; `photo` the one that was hidden or shown; `reasons` why it waits
	 */
	public static function add(array $decision): bool {
		['kind' => $kind, 'id' => $id] = $decision;
		['title' => $title, 'text' => $text] = $decision['content'];
		$photos = (string) wp_json_encode($decision['content']['photos']);
		$row = [
			'kind' => $kind,
			'piece_id' => $id,
			'version' => $decision['version'] + 1,
			'act' => $decision['act'],
			'state' => $decision['state'],
			'user_id' => $decision['user'] ?? 0,
			'rule' => $decision['rule'] ?? '',
			'reason' => $decision['reason'] ?? '',
			'guideline' => $decision['guideline'] ?? 0,
			'photo' => $decision['photo'] ?? 0,
			'reasons' => (string) wp_json_encode($decision['reasons'] ?? []),
			'consent' => (int) ($decision['consent'] ?? false),
			'title' => $title,
			'text' => $text,
			'photos' => $photos,
			'hash' => hash('sha256', "$title\n$text\n$photos"),
			'created' => utc(),
		];
		$before = self::rows($kind, $id);
		$added = Database::write(
			'INSERT IGNORE INTO %i (kind, piece_id, version, act, state, user_id, rule, reason, guideline, photo, reasons, consent, title, text, photos, hash, created)
			VALUES (%s, %d, %d, %s, %s, %d, %s, %s, %d, %d, %s, %d, %s, %s, %s, %s, %s)',
			Database::table('decisions'),
			...array_values($row),
		);
		if ($added === 1) {
			Database::keep(Database::table('decisions'), "$kind $id", [
				array_map('strval', $row),
				...$before,
			]);
		}
		return $added === 1;
	}

	/**
	 * Everything about one piece, newest first; those who act on it in one transaction read it once.
	 *
	 * @return list<array<string, string|null>>
	 */
	public static function rows(string $kind, int $id): array {
		return Database::once(
			Database::table('decisions'),
			"$kind $id",
			static fn(): array => Database::rows(
				'SELECT * FROM %i WHERE kind = %s AND piece_id = %d ORDER BY version DESC',
				Database::table('decisions'),
				$kind,
				$id,
			),
		);
	}

	/** @return array{state: string, version: int} state '' and version 0 for a piece that nobody sent yet */
	public static function latest(string $kind, int $id): array {
		$row = self::rows($kind, $id)[0] ?? [];
		return ['state' => $row['state'] ?? '', 'version' => (int) ($row['version'] ?? 0)];
	}

	/** What leaves a proposal open that came before. */
	public const PASSING = ['hide', 'show', 'keep', 'correct'];

	/**
	 * The decision that counts now: the last one that was not undone, or a proposal that nobody answered yet.
	 *
	 * @return Record|null null for a piece that nobody sent yet
	 */
	public static function effective(string $kind, int $id): ?array {
		return self::now($kind, $id)['effective'];
	}

	/**
	 * The same, and what latest() says, at once.
	 *
	 * @return array{latest: array{state: string, version: int}, effective: Record|null}
	 */
	public static function now(string $kind, int $id): array {
		$rows = self::rows($kind, $id);
		[$standing] = self::standing($rows);
		return [
			'latest' => self::latest($kind, $id),
			'effective' => $standing === null ? null : self::to_record($standing),
		];
	}

	/**
	 * What stood in a piece at one of its versions.
	 *
	 * @return Record|null
	 */
	public static function version(string $kind, int $id, int $version): ?array {
		foreach (self::rows($kind, $id) as $row) {
			if ((int) $row['version'] === $version) {
				return self::to_record($row);
			}
		}
		return null;
	}

	/**
	 * The row that counts, and the one with which the piece came to where it stands: what a moderator mends meanwhile
	 * does not send it to the end of the queue.
	 *
	 * @param list<array<string, string|null>> $rows newest first
	 * @return array{array<string, string|null>|null, array<string, string|null>|null}
	 */
	public static function standing(array $rows): array {
		$newest = null;
		for ($at = 0; $at < count($rows); $at++) {
			if ($rows[$at]['act'] === 'undo') {
				$at++;
				continue;
			}
			$newest ??= $rows[$at];
			if (!in_array($rows[$at]['act'], self::PASSING, true)) {
				return [$rows[$at]['act'] === 'propose' ? $rows[$at] : $newest, $rows[$at]];
			}
		}
		return [$newest, $newest];
	}

	/** Whether a moderator noted that everybody who can be recognised agreed, to all the photos that it has now. */
	public static function consented(string $kind, int $id): bool {
		foreach (self::rows($kind, $id) as $row) {
			if ($row['consent'] === '1') {
				$now = Kinds::get($kind)?->content($id)['photos'] ?? [];
				$then = self::content($row)['photos'];
				return array_diff(array_column($now, 'id'), array_column($then, 'id')) === [];
			}
		}
		return false;
	}

	/**
	 * Everything that was decided on a piece, first things first, as the contract tells it.
	 *
	 * @return list<Decision>
	 */
	public static function history(string $kind, int $id): array {
		$rows = array_reverse(self::rows($kind, $id));
		Person::prime(array_map(static fn(array $row): int => (int) $row['user_id'], $rows));
		return array_map([self::class, 'to_contract'], $rows);
	}

	/** @return Decision|null the last decision on a piece */
	public static function last(string $kind, int $id): ?array {
		$row = self::rows($kind, $id)[0] ?? null;
		return $row === null ? null : self::to_contract($row);
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Record
	 */
	private static function to_record(array $row): array {
		return [
			'version' => (int) $row['version'],
			'act' => (string) $row['act'],
			'state' => (string) $row['state'],
			'user' => (int) $row['user_id'],
			'reasons' => self::codes((string) $row['reasons']),
			'content' => self::content($row),
			'created' => (string) $row['created'],
		];
	}

	/**
	 * Reasons as they stand in our tables.
	 *
	 * @return list<string>
	 */
	public static function codes(string $json): array {
		$codes = json_decode($json, true);
		return array_values(array_filter(is_array($codes) ? $codes : [], 'is_string'));
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Content
	 */
	public static function content(array $row): array {
		/** @var list<array{id: int, alt: string}>|null $photos */
		$photos = json_decode((string) $row['photos'], true);
		return [
			'title' => (string) $row['title'],
			'text' => (string) $row['text'],
			'photos' => $photos ?? [],
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Decision
	 */
	private static function to_contract(array $row): array {
		$user = (int) $row['user_id'] > 0 ? get_userdata((int) $row['user_id']) : false;
		return [
			'kind' => (string) $row['kind'],
			'id' => (int) $row['piece_id'],
			'version' => (int) $row['version'],
			'act' => (string) $row['act'],
			'state' => (string) $row['state'],
			'by' => $user === false ? null : $user->display_name,
			'reason' => (string) $row['reason'],
			'guideline' => (int) $row['guideline'],
			'photo' => (int) $row['photo'],
			'content' => self::content($row),
			'at' => Queue::rfc3339((string) $row['created']),
		];
	}
}
