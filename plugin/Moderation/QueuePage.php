<?php
// The queue as the contract tells it: page by page, and one piece of it.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Departments;
use Throughline\People\Person;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Query from QueueFilter
 * @phpstan-import-type Cursor from QueueFilter
 * @phpstan-import-type Face from Person
 * @phpstan-import-type Claim from Claims
 * @phpstan-type Item array{
 *     kind: string, label: string, id: int, version: int, list: string|null, state: string, title: string,
 *     excerpt: string, contributor: Face, author: int, urgent: bool, department: string|null, since: string,
 *     thumbnail: string|null, reasons: list<array{code: string, text: string}>, needsConsent: bool,
 *     link: string|null, claim: Claim|null
 * }
 */
final class QueuePage {
	private const SIZE = 20;

	/**
	 * What a moderator asked for, of what is theirs to decide.
	 *
	 * @param Query $query
	 * @param list<int>|null $scope departments; null for everything
	 * @return array{items: list<Item>, after: string|null, counts: array<string, int>}|\WP_Error
	 */
	public static function of(array $query, ?array $scope): array|\WP_Error {
		$after = $query['after'] ?? '';
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
		$rows = QueueFilter::rows($query, $scope, $cursor, self::SIZE + 1);
		$more = count($rows) > self::SIZE;
		$rows = array_slice($rows, 0, self::SIZE);
		$last = $more ? $rows[self::SIZE - 1] : null;
		return [
			'items' => self::items($rows),
			'after' =>
				$last === null
					? null
					: self::cursor([
						(int) $last['urgency'],
						(string) $last['since'],
						(int) $last['id'],
					]),
			'counts' => Queue::counts($scope),
		];
	}

	/**
	 * One piece, whatever its state.
	 *
	 * @param Description $piece
	 * @return Item|null null for what nobody sent yet
	 */
	public static function item(string $kind, int $id, array $piece): ?array {
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
		return self::to_contract($row, $piece);
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<Item>
	 */
	private static function items(array $rows): array {
		$by_kind = [];
		foreach ($rows as $row) {
			$by_kind[(string) $row['kind']][] = (int) $row['piece_id'];
		}
		$pieces = [];
		$departments = [];
		foreach ($by_kind as $kind => $ids) {
			$pieces[$kind] = Kinds::get($kind)?->describe($ids) ?? [];
			array_push($departments, ...array_column($pieces[$kind], 'department'));
		}
		_prime_term_caches(array_values(array_unique(array_diff($departments, [0]))), false);
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
	 * @return Item
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
			'since' => Queue::rfc3339((string) $row['since']),
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
			'claim' => Claims::read($row),
		];
	}

	/** @param Cursor $cursor */
	private static function cursor(array $cursor): string {
		return rtrim(strtr(base64_encode(implode('|', $cursor)), '+/', '-_'), '=');
	}

	/** @return Cursor|null */
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
