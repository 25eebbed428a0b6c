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
	// Urgency is negated, so that all sort columns run one way and the key answers the page.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
version int(10) unsigned NOT NULL,
state varchar(20) NOT NULL,
urgency smallint(6) NOT NULL DEFAULT 0,
since datetime NOT NULL,
contributor bigint(20) unsigned NOT NULL DEFAULT 0,
department bigint(20) unsigned NOT NULL DEFAULT 0,
reasons text NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY piece (kind,piece_id),
KEY page (state,urgency,since,id),
KEY department (department,state,urgency,since,id)";

	/** States that stand in the queue; whatever else a piece is, it has no row here. */
	public const STATES = ['waiting', 'returned'];
	private const PAGE = 20;
	private const COUNT_STOPS_AT = 100;

	/**
	 * Puts the row of a piece right after its state changed; a piece that needs nobody has none.
	 *
	 * @param array{
	 *     kind: string, id: int, version: int, state: string, since: string, contributor: int,
	 *     department: int, reasons: list<string>, urgency?: int
	 * } $row
	 */
	public static function put(array $row): void {
		if (!in_array($row['state'], self::STATES, true)) {
			self::forget($row['kind'], $row['id']);
			return;
		}
		// Not deleted first: where no row is, that locks a gap, and two who then write into it lock each other out.
		Database::write(
			'INSERT INTO %i (kind, piece_id, version, state, urgency, since, contributor, department, reasons)
			VALUES (%s, %d, %d, %s, %d, %s, %d, %d, %s)
			ON DUPLICATE KEY UPDATE version = VALUES(version), state = VALUES(state), urgency = VALUES(urgency),
			since = VALUES(since), contributor = VALUES(contributor), department = VALUES(department), reasons = VALUES(reasons)',
			Database::table('queue'),
			$row['kind'],
			$row['id'],
			$row['version'],
			$row['state'],
			-($row['urgency'] ?? 0),
			$row['since'],
			$row['contributor'],
			$row['department'],
			(string) wp_json_encode($row['reasons']),
		);
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
	public static function page(string $state, string $after): array|\WP_Error {
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
			'SELECT * FROM %i WHERE state = %s AND (urgency > %d OR (urgency = %d AND since > %s)
			OR (urgency = %d AND since = %s AND id > %d)) ORDER BY urgency, since, id LIMIT %d',
			Database::table('queue'),
			$state,
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
				'state' => $last['state'],
				'since' => gmdate('Y-m-d H:i:s', (int) strtotime($last['at'])),
				'reasons' => '[]',
			];
		}
		return self::items([$row])[0] ?? null;
	}

	/** @return array<string, int> how many pieces each state holds; stops at 100, where counting would cost more than it tells */
	public static function counts(): array {
		$counts = [];
		foreach (self::STATES as $state) {
			$row = Database::row(
				'SELECT COUNT(*) AS held FROM (SELECT 1 FROM %i WHERE state = %s LIMIT %d) AS held_rows',
				Database::table('queue'),
				$state,
				self::COUNT_STOPS_AT,
			);
			$counts[$state] = (int) ($row['held'] ?? 0);
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
		$codes = json_decode((string) $row['reasons'], true);
		return [
			'kind' => $kind,
			'id' => $id,
			'version' => (int) $row['version'],
			'state' => (string) $row['state'],
			'title' => $piece['title'],
			'excerpt' => $piece['excerpt'],
			'contributor' => Person::of($piece['contributor']),
			'department' => Departments::name($piece['department']),
			'since' => self::rfc3339((string) $row['since']),
			'thumbnail' => $piece['thumbnail'],
			'reasons' => array_map(
				static fn(string $code): array => [
					'code' => $code,
					'text' => Intake::sentence($code),
				],
				array_values(array_filter(is_array($codes) ? $codes : [], 'is_string')),
			),
			'needsConsent' => is_array($codes) && in_array('consent_missing', $codes, true),
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
