<?php
// What is published: one row per piece and scope, with its date and all that its card needs but names.

namespace Throughline\Wall;

use Throughline\Cursor;
use Throughline\Database;
use Throughline\People\Person;

defined('ABSPATH') || exit();

/**
 * A photo's `sizes` are [width, height, file name], smallest first, all of one shape; `dir` is relative to the
 * uploads folder. `name` stands in a card whose piece has no account behind it any more, `share` in a share's card.
 *
 * @phpstan-type Photo array{id: int, alt: string, dir: string, sizes: list<array{int, int, string}>}
 * @phpstan-type Share array{
 *     network: string, address: string, author: string, author_url: string, known: string, known_at: string,
 *     posted: string, label: string
 * }
 * @phpstan-type Card array{
 *     title: string, excerpt: string, slug: string, photo: Photo|null, name?: string, share?: Share
 * }
 * @phpstan-type Piece array{
 *     kind: string, id: int, published: string, contributor: int, department: int, card: Card
 * }
 * @phpstan-type Shown array{
 *     kind: string, id: int, published: string, contributor: int, department: int, card: Card, name: string|null,
 *     picture: string|null
 * }
 * @phpstan-type Scope array{string, int}
 */
final class Pieces {
	// Names of people and departments are read when a wall is printed: they change without the piece.
	// `wall` answers a page by reading just its rows; columns that sort run one way.
	public const SCHEMA = "kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
scope varchar(20) NOT NULL,
scope_id bigint(20) unsigned NOT NULL DEFAULT 0,
published datetime NOT NULL,
contributor bigint(20) unsigned NOT NULL DEFAULT 0,
department bigint(20) unsigned NOT NULL DEFAULT 0,
card longtext NOT NULL,
PRIMARY KEY  (kind,piece_id,scope,scope_id),
KEY wall (scope,scope_id,published,piece_id)";

	public const ALL = ['all', 0];

	/** @return Scope */
	public static function scope(int $department): array {
		return $department > 0 ? ['department', $department] : self::ALL;
	}

	/**
	 * A page of a scope, newest first, with what their contributors are called today; null for those who are gone.
	 *
	 * @param Scope $scope
	 * @return array{pieces: list<Shown>, after: string|null} `after` asks for the next page; null ends it
	 */
	public static function page(array $scope, int $count, string $after = ''): array {
		$cursor = self::cursor($after);
		$rows = Database::rows(
			'SELECT kind, piece_id, published, contributor, department, card, display_name,
			(SELECT meta_value FROM %i WHERE user_id = contributor AND meta_key = %s LIMIT 1) AS face
			FROM %i FORCE INDEX (wall) LEFT JOIN %i ON ID = contributor
			WHERE scope = %s AND scope_id = %d' .
				// Left to itself, or with a comparison of rows, MariaDB reads all that is newer, too (seen on 10.11:
				// 77,000 rows instead of 13).
				($cursor === null
					? ''
					: ' AND (published < %s OR (published = %s AND piece_id < %d))') .
				' ORDER BY published DESC, piece_id DESC LIMIT %d',
			Database::wpdb()->usermeta,
			Database::wpdb()->get_blog_prefix() . Person::FACE,
			Database::table('pieces'),
			Database::wpdb()->users,
			...$scope,
			...$cursor === null ? [] : [$cursor[0], $cursor[0], $cursor[1]],
			...[$count + 1],
		);
		$pieces = array_map([self::class, 'from_row'], array_slice($rows, 0, $count));
		$last = count($rows) > $count ? end($pieces) : false;
		return [
			'pieces' => $pieces,
			'after' =>
				$last === false ? null : Cursor::opaque("{$last['published']}|{$last['id']}"),
		];
	}

	/**
	 * Of these departments, those that have something to show.
	 *
	 * @param list<int> $departments
	 * @return list<int>
	 */
	public static function present(array $departments): array {
		if ($departments === []) {
			return [];
		}
		// One row each: DISTINCT would read the whole table.
		$one =
			"(SELECT scope_id FROM %i WHERE scope = 'department' AND scope_id = %d LIMIT 1) AS %i";
		$row = Database::row(
			'SELECT ' . implode(', ', array_fill(0, count($departments), $one)),
			...array_merge(
				...array_map(
					static fn(int $id): array => [Database::table('pieces'), $id, "d$id"],
					$departments,
				),
			),
		);
		return array_values(
			array_filter($departments, static fn(int $id): bool => isset($row["d$id"])),
		);
	}

	/** Whether the piece stands on any wall. */
	public static function has(string $kind, int $id): bool {
		return Database::row(
			'SELECT piece_id FROM %i WHERE kind = %s AND piece_id = %d LIMIT 1',
			Database::table('pieces'),
			$kind,
			$id,
		) !== null;
	}

	/**
	 * Puts a piece into its scopes and takes it from all others.
	 *
	 * @param Piece $piece
	 * @param list<Scope> $scopes
	 */
	public static function put(array $piece, array $scopes): void {
		$card = (string) wp_json_encode(
			$piece['card'],
			JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES,
		);
		Database::transaction(static function () use ($piece, $scopes, $card): bool {
			// Row by row: to delete what is not there locks a gap, and two who then write into it lock each
			// other out.
			foreach (self::scopes_of($piece['kind'], $piece['id']) as $scope) {
				if (!in_array($scope, $scopes, true)) {
					Database::write(
						'DELETE FROM %i WHERE kind = %s AND piece_id = %d AND scope = %s AND scope_id = %d',
						Database::table('pieces'),
						$piece['kind'],
						$piece['id'],
						...$scope,
					);
				}
			}
			foreach ($scopes as [$scope, $scope_id]) {
				Database::write(
					'INSERT INTO %i (kind, piece_id, scope, scope_id, published, contributor, department, card)
					VALUES (%s, %d, %s, %d, %s, %d, %d, %s)
					ON DUPLICATE KEY UPDATE published = VALUES(published), contributor = VALUES(contributor),
					department = VALUES(department), card = VALUES(card)',
					Database::table('pieces'),
					$piece['kind'],
					$piece['id'],
					$scope,
					$scope_id,
					$piece['published'],
					$piece['contributor'],
					$piece['department'],
					$card,
				);
			}
			return true;
		});
	}

	/** @return list<Scope> */
	private static function scopes_of(string $kind, int $id): array {
		return array_map(
			static fn(array $row): array => [(string) $row['scope'], (int) $row['scope_id']],
			Database::rows(
				'SELECT scope, scope_id FROM %i WHERE kind = %s AND piece_id = %d',
				Database::table('pieces'),
				$kind,
				$id,
			),
		);
	}

	public static function remove(string $kind, int $id): void {
		Database::write(
			'DELETE FROM %i WHERE kind = %s AND piece_id = %d',
			Database::table('pieces'),
			$kind,
			$id,
		);
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Shown
	 */
	private static function from_row(array $row): array {
		$card = json_decode((string) $row['card'], true);
		/** @var Card $card Only put() writes it. */
		$card = is_array($card) ? $card : [];
		return [
			'kind' => (string) $row['kind'],
			'id' => (int) $row['piece_id'],
			'published' => (string) $row['published'],
			'contributor' => (int) $row['contributor'],
			'department' => (int) $row['department'],
			'card' => $card + ['title' => '', 'excerpt' => '', 'slug' => '', 'photo' => null],
			'picture' => Person::address($row['face'] ?? null),
			'name' => $row['display_name'] ?? ($card['name'] ?? null),
		];
	}

	/** @return array{string, int}|null null for a cursor that is none of ours: the wall begins at its top then */
	private static function cursor(string $opaque): ?array {
		return preg_match(
			'/^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\|(\d{1,18})$/D',
			Cursor::read($opaque),
			$part,
		) === 1
			? [$part[1], (int) $part[2]]
			: null;
	}
}
