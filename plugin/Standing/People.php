<?php
// Where the people of one department stand, as a manager sees it: by name, in words, without a count.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;
use Throughline\Moderation\Kinds;
use Throughline\People\Departments;
use Throughline\People\Desks;
use Throughline\People\Person;

use function Throughline\now;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Outcome from Ladder
 * @phpstan-type Query array{department: int, search?: string, after?: string}
 * @phpstan-type Stands list<array{kind: string, level: string, given: bool, reason: string, ready: bool}>
 * @phpstan-type One array{id: int, name: string, initials: string, hue: int, role: string, stands: Stands}
 */
final class People {
	private const PAGE = 20;

	/**
	 * @param Query $query
	 * @return array{people: list<One>, after: string|null}|\WP_Error
	 */
	public static function page(array $query): array|\WP_Error {
		$after = self::cursor($query['after'] ?? '');
		if ($after === null) {
			return new \WP_Error(
				'throughline_cursor_invalid',
				__(
					'This page of the list can’t be found. Please begin at its start.',
					'throughline',
				),
				['status' => 400],
			);
		}
		$ids = self::find($query, $after);
		$has_more = count($ids) > self::PAGE;
		$people = self::of(array_slice($ids, 0, self::PAGE), $query['department']);
		$last = $people === [] ? null : $people[count($people) - 1];
		return [
			'people' => $people,
			'after' =>
				$has_more && $last !== null ? base64_encode("{$last['id']}|{$last['name']}") : null,
		];
	}

	/**
	 * @param list<int> $ids
	 * @return list<One>
	 */
	public static function of(array $ids, int $department): array {
		cache_users($ids);
		$levels = Log::levels_of($ids);
		$outcomes = Outcomes::of_people($ids, $department);
		return array_map(
			static fn(int $id): array => [
				'id' => $id,
				...Person::of($id),
				'role' => Person::role($id),
				'stands' => self::stands($outcomes[$id] ?? [], $levels[$id] ?? [], $department),
			],
			$ids,
		);
	}

	/**
	 * @param array<string, list<Outcome>> $outcomes by kind
	 * @param array<int, array<string, array{level: string, reason: string}>> $levels
	 * @return Stands
	 */
	private static function stands(array $outcomes, array $levels, int $department): array {
		$rules = Rules::all();
		$stands = [];
		foreach (Kinds::all() as $kind) {
			$of_kind = $outcomes[$kind->name()] ?? [];
			$given = Standing::given($levels, $department, $kind->name());
			$stands[] = ['kind' => $kind->name()] +
				($given ?? [
					'level' => Ladder::climb($of_kind, $rules, now()),
					'given' => false,
					'reason' => '',
				]) + [
					'ready' => $given === null && Ladder::is_ready($of_kind, $rules, now()),
				];
		}
		return $stands;
	}

	/**
	 * Who works in the department, answers for it, sent something there or was put somewhere by hand.
	 *
	 * @param Query $query
	 * @param array{int, string} $after
	 * @return list<int> one more than a page
	 */
	private static function find(array $query, array $after): array {
		$db = Database::wpdb();
		$department = $query['department'];
		$like = '%' . $db->esc_like(trim($query['search'] ?? '')) . '%';
		$rows = Database::rows(
			'SELECT u.ID FROM %i u WHERE (u.display_name > %s OR (u.display_name = %s AND u.ID > %d)) AND (
			u.ID IN (SELECT contributor FROM %i WHERE department = %d)
			OR u.ID IN (SELECT subject FROM %i WHERE what = %s AND department = %d)
			OR u.ID IN (SELECT user_id FROM %i WHERE meta_key = %s AND meta_value = %s)
			OR u.ID IN (SELECT meta_value FROM %i WHERE term_id = %d AND meta_key IN (%s, %s, %s)))
			AND u.display_name LIKE %s ORDER BY u.display_name, u.ID LIMIT %d',
			$db->users,
			$after[1],
			$after[1],
			$after[0],
			Database::table('outcomes'),
			$department,
			Database::table('standing_log'),
			'level',
			$department,
			$db->usermeta,
			$db->get_blog_prefix() . Departments::OF_USER,
			(string) $department,
			$db->termmeta,
			$department,
			Desks::EXPERTS,
			Desks::DEPUTIES,
			Desks::HEAD,
			$like,
			self::PAGE + 1,
		);
		return array_map('intval', array_column($rows, 'ID'));
	}

	/** @return array{int, string}|null */
	private static function cursor(string $after): ?array {
		$plain = (string) base64_decode($after, true);
		return match (true) {
			$after === '' => [0, ''],
			preg_match('/^(\d{1,18})\|(.*)$/su', $plain, $parts) === 1 => [
				(int) $parts[1],
				$parts[2],
			],
			default => null,
		};
	}
}
