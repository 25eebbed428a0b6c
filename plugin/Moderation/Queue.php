<?php
// All that waits for a decision or for its contributor: a projection of the decisions, which can be rebuilt.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Departments;
use Throughline\People\Person;

defined('ABSPATH') || exit();

/** @phpstan-import-type Description from Kind */
final class Queue {
	// Urgency is negated, so that all sort columns run one way and the key answers the page. `words` are searched.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
version int(10) unsigned NOT NULL,
list varchar(20) NOT NULL,
state varchar(20) NOT NULL,
urgency smallint(6) NOT NULL DEFAULT 0,
since datetime NOT NULL,
contributor bigint(20) unsigned NOT NULL DEFAULT 0,
department bigint(20) unsigned NOT NULL DEFAULT 0,
reasons text NOT NULL,
words text NOT NULL,
claimed_by bigint(20) unsigned NOT NULL DEFAULT 0,
claimed_until datetime DEFAULT NULL,
PRIMARY KEY  (id),
UNIQUE KEY piece (kind,piece_id),
KEY page (list,urgency,since,id),
KEY department (department,list,urgency,since,id)";

	/** What somebody has to do, most pressing first; a piece stands in one of these, or needs nobody and has no row. */
	public const LISTS = ['appealed', 'reported', 'waiting', 'returned'];
	private const PAGE = 20;
	private const COUNT_STOPS_AT = 100;

	/** Puts the row of a piece right after something happened to it; a piece that needs nobody has none. */
	public static function follow(string $kind, int $id): void {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$latest = Decisions::latest($kind, $id);
		$place = $piece === null ? null : self::place($kind, $id);
		if ($piece === null || $place === null) {
			self::forget($kind, $id);
			return;
		}
		// Not deleted first: where no row is, that locks a gap, and two who then write into it lock each other out.
		Database::write(
			'INSERT INTO %i (kind, piece_id, version, list, state, urgency, since, contributor, department, reasons, words)
			VALUES (%s, %d, %d, %s, %s, %d, %s, %d, %d, %s, %s)
			ON DUPLICATE KEY UPDATE version = VALUES(version), list = VALUES(list), state = VALUES(state),
			urgency = VALUES(urgency), since = VALUES(since), contributor = VALUES(contributor),
			department = VALUES(department), reasons = VALUES(reasons), words = VALUES(words)',
			Database::table('queue'),
			$kind,
			$id,
			$latest['version'],
			$place['list'],
			$latest['state'],
			-$place['urgency'],
			$place['since'],
			$piece['contributor'],
			$piece['department'],
			(string) wp_json_encode($place['reasons']),
			mb_substr("{$piece['title']}\n{$piece['name']}\n{$piece['text']}", 0, 15000),
		);
	}

	/**
	 * Where a piece belongs, by its records alone: the queue can be rebuilt from them.
	 *
	 * @return array{list: string, urgency: int, since: string, reasons: list<string>}|null
	 */
	private static function place(string $kind, int $id): ?array {
		$decision = Decisions::effective($kind, $id);
		$list = match (true) {
			$decision === null => null,
			$decision['act'] === 'propose', $decision['state'] === 'waiting' => 'waiting',
			$decision['state'] === 'returned' => 'returned',
			default => null,
		};
		return $decision === null || $list === null
			? null
			: [
				'list' => $list,
				'urgency' => 0,
				'since' => $decision['created'],
				'reasons' => $decision['reasons'],
			];
	}

	public static function forget(string $kind, int $id): void {
		Database::write(
			'DELETE FROM %i WHERE kind = %s AND piece_id = %d',
			Database::table('queue'),
			$kind,
			$id,
		);
	}

	/**
	 * A page of the queue as the contract tells it.
	 *
	 * @return array{items: list<array<string, mixed>>, after: string|null, counts: array<string, int>}|\WP_Error
	 */
	public static function page(string $list, string $after): array|\WP_Error {
		$cursor =
			$after === '' ? [PHP_INT_MIN, '0000-00-00 00:00:00', 0] : self::read_cursor($after);
		if ($cursor === null) {
			return new \WP_Error(
				'throughline_invalid',
				__(
					'This page of the queue can’t be found. Please begin at the top.',
					'throughline',
				),
				['status' => 400],
			);
		}
		[$urgency, $since, $id] = $cursor;
		$rows = Database::rows(
			'SELECT * FROM %i WHERE list = %s AND (urgency > %d OR (urgency = %d AND since > %s)
			OR (urgency = %d AND since = %s AND id > %d)) ORDER BY urgency, since, id LIMIT %d',
			Database::table('queue'),
			$list,
			$urgency,
			$urgency,
			$since,
			$urgency,
			$since,
			$id,
			self::PAGE + 1,
		);
		$more = count($rows) > self::PAGE;
		$rows = array_slice($rows, 0, self::PAGE);
		$last = $rows === [] ? null : $rows[count($rows) - 1];
		return [
			'items' => self::items($rows),
			'after' =>
				$more && $last !== null
					? self::cursor(
						(int) $last['urgency'],
						(string) $last['since'],
						(int) $last['id'],
					)
					: null,
			'counts' => self::counts(),
		];
	}

	/** @return array<string, mixed>|null one piece as the contract tells it, whatever its state */
	public static function item(string $kind, int $id): ?array {
		$row = Database::row(
			'SELECT * FROM %i WHERE kind = %s AND piece_id = %d',
			Database::table('queue'),
			$kind,
			$id,
		);
		if ($row === null) {
			$last = Decisions::last($kind, $id);
			if ($last === null) {
				return null;
			}
			$row = [
				'kind' => $kind,
				'piece_id' => (string) $id,
				'version' => (string) $last['version'],
				'list' => '',
				'state' => $last['state'],
				'since' => gmdate('Y-m-d H:i:s', (int) strtotime($last['at'])),
				'reasons' => '[]',
			];
		}
		return self::items([$row])[0] ?? null;
	}

	/** @return array<string, int> how many pieces each list holds; stops at 100, where counting would cost more than it tells */
	public static function counts(): array {
		$counts = [];
		foreach (self::LISTS as $list) {
			$row = Database::row(
				'SELECT COUNT(*) AS held FROM (SELECT 1 FROM %i WHERE list = %s LIMIT %d) AS held_rows',
				Database::table('queue'),
				$list,
				self::COUNT_STOPS_AT,
			);
			$counts[$list] = (int) ($row['held'] ?? 0);
		}
		return $counts;
	}

	/** How much waits for the person who asks; for the menu. */
	public static function waiting_count(): int {
		return current_user_can(Capabilities::MODERATE) ? self::counts()['waiting'] : 0;
	}

	/** A moment from our tables as the contract tells it. */
	public static function rfc3339(string $utc): string {
		return str_replace(' ', 'T', $utc) . 'Z';
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<array<string, mixed>>
	 */
	private static function items(array $rows): array {
		$by_kind = [];
		foreach ($rows as $row) {
			$by_kind[(string) $row['kind']][] = (int) $row['piece_id'];
		}
		$pieces = [];
		foreach ($by_kind as $kind => $ids) {
			$pieces[$kind] = Kinds::get($kind)?->describe($ids) ?? [];
			cache_users(array_column($pieces[$kind], 'contributor'));
			_prime_term_caches(
				array_values(array_unique(array_column($pieces[$kind], 'department'))),
				false,
			);
		}
		$items = [];
		foreach ($rows as $row) {
			$piece = $pieces[(string) $row['kind']][(int) $row['piece_id']] ?? null;
			if ($piece !== null) {
				$items[] = self::to_contract($row, $piece);
			}
		}
		return $items;
	}

	/**
	 * @param array<string, string|null> $row
	 * @param Description $piece
	 * @return array<string, mixed>
	 */
	private static function to_contract(array $row, array $piece): array {
		$kind = (string) $row['kind'];
		$id = (int) $row['piece_id'];
		$codes = Decisions::codes((string) $row['reasons']);
		return [
			'kind' => $kind,
			'label' => Kinds::get($kind)?->label() ?? $kind,
			'id' => $id,
			'version' => (int) $row['version'],
			'list' => (string) $row['list'] === '' ? null : $row['list'],
			'state' => (string) $row['state'],
			'title' => $piece['title'],
			'excerpt' => $piece['excerpt'],
			'contributor' => Person::named($piece['name']),
			'author' => $piece['contributor'],
			'urgent' => (int) ($row['urgency'] ?? 0) < 0,
			'department' => Departments::name($piece['department']),
			'since' => self::rfc3339((string) $row['since']),
			'thumbnail' => $piece['thumbnail'],
			'reasons' => array_map(
				static fn(string $code): array => [
					'code' => $code,
					'text' => Intake::sentence($code),
				],
				$codes,
			),
			'needsConsent' => in_array('consent_missing', $codes, true),
			'link' => $piece['link'],
			'claim' => null,
		];
	}

	private static function cursor(int $urgency, string $since, int $id): string {
		return rtrim(strtr(base64_encode("$urgency|$since|$id"), '+/', '-_'), '=');
	}

	/** @return array{int, string, int}|null */
	private static function read_cursor(string $cursor): ?array {
		$plain = base64_decode(strtr($cursor, '-_', '+/'), true);
		return preg_match(
			'/^(-?\d{1,5})\|(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\|(\d{1,18})$/',
			(string) $plain,
			$part,
		) === 1
			? [(int) $part[1], $part[2], (int) $part[3]]
			: null;
	}
}
