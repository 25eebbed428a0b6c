<?php
// Reads conversations: the roots of a post and what stands below each, by keyset, as fast at a million comments as at ten.

namespace Throughline\Dialog\Threads;

use Throughline\Cursor;
use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * `comment` is what core knows, read with the row; `name` what its writer is called today, null without an account;
 * `public` false where it only stands for the replies below it. Of a root, `question` and `replies` speak of its whole
 * thread; `replies` stops at Index::MOST.
 *
 * @phpstan-type Row array{
 *     id: int, post: int, root: int, parent: int, depth: int, public: bool, question: ''|'open'|'answered',
 *     replies: int, created: string, name: string|null, comment: \WP_Comment
 * }
 * @phpstan-type Page array{rows: list<Row>, after: string|null}
 * @phpstan-type Order 'answered'|'newest'|'oldest'
 */
final class Threads {
	private const QUESTION = ['', 'open', 'answered'];

	/**
	 * A page of a post's roots.
	 *
	 * @param array{order: Order, count: int, answered?: bool, after?: string} $asked `answered`: only threads with an answer
	 * @return Page
	 */
	public static function page(int $post, array $asked): array {
		if (!Build::is_built()) {
			return Unbuilt::page($post, $asked);
		}
		$count = $asked['count'];
		$order = $asked['order'];
		$answered = $asked['answered'] ?? false;
		$cursor = self::cursor($asked['after'] ?? '', $order);
		[$turn, $sort] = match (true) {
			$order === 'oldest' => ['>', 'thread.created, thread.comment_id'],
			$order === 'newest' || $answered => [
				'<',
				'thread.created DESC, thread.comment_id DESC',
			],
			default => ['<', 'thread.question DESC, thread.created DESC, thread.comment_id DESC'],
		};
		$by_question = $order === 'answered' && !$answered;
		$where = $answered ? ' AND thread.question = 2' : '';
		$values = [];
		if ($cursor !== null) {
			[$question, $created, $id] = $cursor;
			$later = "(thread.created $turn %s OR (thread.created = %s AND thread.comment_id $turn %d))";
			$where .= $by_question
				? " AND (thread.question < %d OR (thread.question = %d AND $later))"
				: " AND $later";
			$values = [...$by_question ? [$question, $question] : [], $created, $created, $id];
		}
		/** @var literal-string $key */
		$key = $answered || $by_question ? 'answered' : 'newest';
		$rows = Database::rows(
			self::SELECT .
				" FORCE INDEX ($key)" .
				self::JOINS .
				' WHERE thread.post_id = %d AND thread.list = 1' .
				$where .
				" ORDER BY $sort LIMIT %d",
			...self::tables(),
			...[$post],
			...$values,
			...[$count + 1],
		);
		return self::paged($rows, $count);
	}

	/**
	 * The first few below each of these roots, oldest first, in one query.
	 *
	 * @param list<int> $roots
	 * @return array<int, list<Row>>
	 */
	public static function replies(array $roots, int $count): array {
		if ($roots === []) {
			return [];
		}
		if (!Build::is_built()) {
			return Unbuilt::replies($roots, $count);
		}
		$one =
			'SELECT * FROM (SELECT comment_id FROM %i FORCE INDEX (thread) WHERE root_id = %d AND list = 2 ORDER BY created, comment_id LIMIT %d) AS %i';
		$values = [];
		foreach ($roots as $root) {
			array_push($values, Database::table('threads'), $root, $count, "below$root");
		}
		$rows = Database::rows(
			self::SELECT .
				self::JOINS .
				' JOIN (' .
				implode(' UNION ALL ', array_fill(0, count($roots), $one)) .
				') AS some ON some.comment_id = thread.comment_id ORDER BY thread.created, thread.comment_id',
			...self::tables(),
			...$values,
		);
		$below = [];
		foreach ($rows as $row) {
			$below[(int) $row['root_id']][] = self::row($row);
		}
		return $below;
	}

	/**
	 * The replies of one root that follow.
	 *
	 * @return Page
	 */
	public static function more(int $root, int $count, string $after): array {
		if (!Build::is_built()) {
			return Unbuilt::more($root, $count, $after);
		}
		$cursor = self::cursor($after, 'oldest');
		$rows = Database::rows(
			self::SELECT .
				' FORCE INDEX (thread)' .
				self::JOINS .
				' WHERE thread.root_id = %d AND thread.list = 2' .
				($cursor === null
					? ''
					: ' AND (thread.created > %s OR (thread.created = %s AND thread.comment_id > %d))') .
				' ORDER BY thread.created, thread.comment_id LIMIT %d',
			...self::tables(),
			...[$root],
			...$cursor === null ? [] : [$cursor[1], $cursor[1], $cursor[2]],
			...[$count + 1],
		);
		return self::paged($rows, $count);
	}

	/**
	 * Single comments, whatever their thread; those that visitors may see.
	 *
	 * @param list<int> $comments
	 * @return array<int, Row>
	 */
	public static function some(array $comments): array {
		if ($comments === []) {
			return [];
		}
		if (!Build::is_built()) {
			return Unbuilt::some($comments);
		}
		$rows = Database::rows(
			self::SELECT .
				self::JOINS .
				' WHERE thread.list IN (1, 2) AND thread.comment_id IN (' .
				implode(', ', array_fill(0, count($comments), '%d')) .
				')',
			...self::tables(),
			...$comments,
		);
		$some = [];
		foreach ($rows as $row) {
			$some[(int) $row['comment_ID']] = self::row($row);
		}
		return $some;
	}

	/**
	 * What asks for the rest of a list from this row on.
	 *
	 * @param Row $row
	 */
	public static function after(array $row): string {
		return Cursor::opaque(
			implode('|', [
				(string) array_search($row['question'], self::QUESTION, true),
				$row['created'],
				(string) $row['id'],
			]),
		);
	}

	/**
	 * What came from elsewhere and is no comment, by its type: likes, boosts, pings. Stops at a thousand.
	 *
	 * @return array<string, int>
	 */
	public static function reactions(int $post): array {
		$rows = Database::rows(
			'SELECT type, COUNT(*) AS number FROM (SELECT type FROM %i FORCE INDEX (newest) WHERE post_id = %d AND list = 3 LIMIT 1000) AS some GROUP BY type',
			Database::table('threads'),
			$post,
		);
		$numbers = [];
		foreach ($rows as $row) {
			$numbers[(string) $row['type']] = (int) $row['number'];
		}
		return $numbers;
	}

	private const SELECT = 'SELECT thread.root_id, thread.depth, thread.list, thread.public, thread.question, thread.replies, thread.created,
		comment.*, person.display_name FROM %i AS thread';
	private const JOINS = ' JOIN %i AS comment ON comment.comment_ID = thread.comment_id
		LEFT JOIN %i AS person ON person.ID = comment.user_id';

	/** @return list<string> */
	private static function tables(): array {
		return [Database::table('threads'), Database::wpdb()->comments, Database::wpdb()->users];
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return Page
	 */
	private static function paged(array $rows, int $count): array {
		$shown = array_map([self::class, 'row'], array_slice($rows, 0, $count));
		$last = count($rows) > $count ? end($shown) : false;
		return ['rows' => $shown, 'after' => $last === false ? null : self::after($last)];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Row
	 */
	public static function row(array $row): array {
		$known = [
			'id' => (int) $row['comment_ID'],
			'post' => (int) $row['comment_post_ID'],
			'root' => (int) $row['root_id'],
			'parent' => (int) $row['comment_parent'],
			'depth' => (int) $row['depth'],
			'public' => $row['public'] === '1',
			'question' => self::QUESTION[(int) $row['question']] ?? '',
			'replies' => (int) $row['replies'],
			'created' => (string) $row['created'],
			'name' => $row['display_name'],
		];
		$comment = array_filter(
			$row,
			static fn(string $column): bool => str_starts_with($column, 'comment_') ||
				$column === 'user_id',
			ARRAY_FILTER_USE_KEY,
		);
		return $known + ['comment' => new \WP_Comment((object) $comment)];
	}

	/**
	 * @param Order $order
	 * @return array{int, string, int}|null null for a cursor that is none of ours: the list begins at its top then
	 */
	private static function cursor(string $opaque, string $order): ?array {
		return preg_match(
			'/^([012])\|(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\|(\d{1,18})$/D',
			Cursor::read($opaque),
			$part,
		) === 1
			? [(int) $part[1], $part[2], (int) $part[3]]
			: null;
	}
}
