<?php
// The people of this site as a manager sees them: found page by page, each with their place, and changed one by one.

namespace Throughline\People;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Times from Hours
 * @phpstan-type Query array{search?: string, department?: int, only?: string, after?: string}
 * @phpstan-type Place array{department: int, place: 'expert'|'deputy'|'head'}
 * @phpstan-type Named array{id: int, name: string, initials: string, hue: int}
 * @phpstan-type Colleague array{
 *     id: int, name: string, initials: string, hue: int, account: string, role: string, department: int,
 *     desks: list<Place>, moderates: 'nothing'|'some'|'everything', scope: list<int>, byRole: bool,
 *     deputy: Named|null, hours: Times
 * }
 * @phpstan-type Change array{
 *     role?: string, department?: int, moderates?: string, scope?: list<int>, deputy?: int, hours?: Times
 * }
 */
final class Colleagues {
	private const PAGE = 20;

	/**
	 * @param Query $query
	 * @return array{people: list<array<string, mixed>>, after: string|null}|\WP_Error
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
		$ids = self::find($query, $after, self::PAGE + 1);
		$has_more = count($ids) > self::PAGE;
		$people = self::of(array_slice($ids, 0, self::PAGE));
		$last = $people === [] ? null : $people[count($people) - 1];
		return [
			'people' => array_map([self::class, 'with_peer'], $people),
			'after' =>
				$has_more && $last !== null
					? base64_encode(
						$last['id'] . '|' . (get_userdata($last['id'])->display_name ?? ''),
					)
					: null,
		];
	}

	/**
	 * By name; those of whom the list is asked only.
	 *
	 * @param Query $query
	 * @param array{int, string} $after id and name of the last one before
	 * @return list<int>
	 */
	private static function find(array $query, array $after, int $count): array {
		$db = Database::wpdb();
		$sql =
			'SELECT u.ID FROM %i u WHERE (u.display_name > %s OR (u.display_name = %s AND u.ID > %d))';
		$values = [$db->users, $after[1], $after[1], $after[0]];
		if (is_multisite()) {
			// The users of a network are all in one table.
			$sql .= ' AND u.ID IN (SELECT user_id FROM %i WHERE meta_key = %s)';
			array_push($values, $db->usermeta, $db->get_blog_prefix() . 'capabilities');
		}
		$search = trim($query['search'] ?? '');
		if ($search !== '') {
			$like = '%' . $db->esc_like($search) . '%';
			$sql .= ' AND (u.display_name LIKE %s OR u.user_login LIKE %s';
			array_push($values, $like, $like);
			if (current_user_can('list_users')) {
				$sql .= ' OR u.user_email LIKE %s';
				$values[] = $like;
			}
			$sql .= ')';
		}
		if (isset($query['department'])) {
			$sql .= ' AND u.ID IN (SELECT user_id FROM %i WHERE meta_key = %s AND meta_value = %s)';
			array_push(
				$values,
				$db->usermeta,
				$db->get_blog_prefix() . Departments::OF_USER,
				(string) $query['department'],
			);
		}
		if (($query['only'] ?? '') === 'desks') {
			$sql .= ' AND u.ID IN (SELECT meta_value FROM %i WHERE meta_key IN (%s, %s, %s))';
			array_push($values, $db->termmeta, Desks::EXPERTS, Desks::DEPUTIES, Desks::HEAD);
		}
		if (($query['only'] ?? '') === 'moderators') {
			$moderators = Moderators::all();
			if ($moderators === []) {
				return [];
			}
			$sql .= ' AND u.ID IN (' . implode(', ', array_fill(0, count($moderators), '%d')) . ')';
			array_push($values, ...$moderators);
		}
		$rows = Database::rows(
			$sql . ' ORDER BY u.display_name, u.ID LIMIT %d',
			...[...$values, $count],
		);
		return array_map('intval', array_column($rows, 'ID'));
	}

	/**
	 * @param list<int> $ids
	 * @return list<Colleague>
	 */
	public static function of(array $ids): array {
		cache_users($ids);
		$desks = Desks::of_users($ids);
		$colleagues = [];
		foreach ($ids as $id) {
			$account = get_userdata($id);
			if ($account === false) {
				continue;
			}
			$deputy = Moderators::deputy($id);
			$given = Moderators::given($id);
			$colleagues[] = [
				...self::named($id),
				// Who may not list users learns no mail addresses here either.
				'account' => current_user_can('list_users')
					? $account->user_email
					: $account->user_login,
				'role' => Person::role($id),
				'department' => Departments::of_user($id),
				'desks' => $desks[$id] ?? [],
				'moderates' => $given['moderates'],
				'scope' => $given['scope'],
				'byRole' => $given['byRole'],
				'deputy' => $deputy > 0 ? self::named($deputy) : null,
				'hours' => Hours::of_user($id),
			];
		}
		return $colleagues;
	}

	/** @return array<string, mixed>|null null for nobody of this site */
	public static function get(int $user): ?array {
		$colleague = self::is_here($user) ? self::of([$user])[0] ?? null : null;
		return $colleague === null ? null : self::with_peer($colleague);
	}

	/**
	 * And what somebody may decide without having been named for it here.
	 *
	 * @param Colleague $colleague
	 * @return array<string, mixed>
	 */
	private static function with_peer(array $colleague): array {
		$user = $colleague['id'];
		return $colleague + ['peer' => Scope::has_right($user) ? [] : Scope::of($user) ?? []];
	}

	public static function is_here(int $user): bool {
		return $user > 0 &&
			get_userdata($user) !== false &&
			(!is_multisite() || is_user_member_of_blog($user));
	}

	/** @return Named */
	public static function named(int $user): array {
		return ['id' => $user, ...Person::of($user)];
	}

	public static function gone(): \WP_Error {
		return new \WP_Error(
			'throughline_nobody',
			__(
				'There is no such person on this site any more. Please look them up anew.',
				'throughline',
			),
			['status' => 404],
		);
	}

	/** @param Change $change what isn't named stays as it is */
	public static function change(int $user, array $change): ?\WP_Error {
		$deputy = $change['deputy'] ?? 0;
		if (!self::is_here($user) || ($deputy > 0 && !self::is_here($deputy))) {
			return self::gone();
		}
		$problem = isset($change['hours']) ? Hours::problem($change['hours']) : null;
		return $problem ??
			Database::transaction(static function () use ($user, $change) {
				self::write($user, $change);
				return null;
			});
	}

	/** @param Change $change */
	private static function write(int $user, array $change): void {
		if (isset($change['role'])) {
			Person::set_role($user, sanitize_text_field($change['role']));
		}
		if (isset($change['department'])) {
			Departments::assign($user, $change['department']);
		}
		if (isset($change['moderates'])) {
			Moderators::give($user, $change['moderates'], $change['scope'] ?? []);
		}
		if (isset($change['deputy'])) {
			Moderators::set_deputy($user, $change['deputy']);
		}
		if (isset($change['hours'])) {
			Hours::set_user($user, $change['hours']);
		}
	}

	/** @return array{int, string}|null */
	private static function cursor(string $after): ?array {
		if ($after === '') {
			return [0, ''];
		}
		$decoded = base64_decode($after, true);
		return is_string($decoded) && preg_match('/^(\d{1,18})\|(.*)$/su', $decoded, $parts) === 1
			? [(int) $parts[1], $parts[2]]
			: null;
	}
}
