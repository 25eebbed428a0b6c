<?php
// Puts the row of a comment right after something changed it, and with it the row of its thread's root.

namespace Throughline\Dialog\Threads;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Place array{post: int, root: int, parent: int, depth: int}
 * `parent` is as core has it, whether that comment is there or not.
 */
final class Index {
	// `list` says in which list a comment stands: 0 in none, 1 among the roots (a hidden one, too, as long as public
	// replies stand below it), 2 among the replies of its root, 3 what is no comment, as a like. `question` of a root
	// speaks of its whole thread: 1 asked, 2 answered. `replies` stops at 100.
	public const SCHEMA = "comment_id bigint(20) unsigned NOT NULL,
post_id bigint(20) unsigned NOT NULL,
root_id bigint(20) unsigned NOT NULL,
parent_id bigint(20) unsigned NOT NULL DEFAULT 0,
depth smallint(5) unsigned NOT NULL DEFAULT 0,
list tinyint(3) unsigned NOT NULL DEFAULT 0,
public tinyint(1) unsigned NOT NULL DEFAULT 0,
question tinyint(3) unsigned NOT NULL DEFAULT 0,
replies smallint(5) unsigned NOT NULL DEFAULT 0,
type varchar(20) NOT NULL DEFAULT '',
created datetime NOT NULL,
PRIMARY KEY  (comment_id),
KEY newest (post_id,list,created,comment_id),
KEY answered (post_id,list,question,created,comment_id),
KEY thread (root_id,list,created,comment_id),
KEY asked (root_id,question),
KEY parent (parent_id)";

	public const NONE = 0;
	public const ROOT = 1;
	public const REPLY = 2;
	public const REACTION = 3;

	public const MOST = 100;
	/** No conversation is deeper; what raw SQL made a circle of ends here. */
	private const DEEPEST = 1000;

	/** Records of other plugins that are no part of a conversation, on a page or under it. */
	private const FOREIGN = [
		'note',
		'order_note',
		'webhook_delivery',
		'review_reply',
		'action_log',
	];

	/** After the transaction under way: what it writes is seen by others then, and theirs by us. */
	public static function follow(int $comment): void {
		Database::after_commit(static fn() => self::put($comment));
	}

	/** The same for one that core has just written: it has no row yet, and asks nobody. */
	public static function arrive(int|string $comment): void {
		Database::after_commit(static fn() => self::put((int) $comment, true));
	}

	/** Reads a comment anew and makes its row agree, with those below it and with its root. */
	public static function put(int $comment, bool $is_new = false): void {
		$now = self::read([$comment])[$comment] ?? null;
		$before = $is_new ? null : self::rows([$comment])[$comment] ?? null;
		if ($now === null) {
			if ($before !== null) {
				self::remove($comment, $before);
			}
			return;
		}
		$place = self::place($now);
		self::write([
			self::row($now, $place, $is_new ? 0 : self::asked([$comment])[$comment] ?? 0),
		]);
		$below = $before === null ? self::below($comment) : null;
		if ($below === [] && $place['root'] === $comment) {
			// New, a root, and nothing stands below it: its row says all of it.
			return;
		}
		if ($below !== [] && ($before === null || self::moved($before, $place))) {
			self::move_below($comment);
		}
		foreach (array_unique([$place['root'], $before['root'] ?? $place['root']]) as $root) {
			self::refresh($root);
		}
	}

	/** @param Place $before */
	private static function remove(int $comment, array $before): void {
		Database::write(
			'DELETE FROM %i WHERE comment_id = %d',
			Database::table('threads'),
			$comment,
		);
		self::move_below($comment);
		self::refresh($before['root']);
	}

	/** Those below a comment that came, went or moved find their root anew. */
	private static function move_below(int $comment): void {
		$waiting = [$comment];
		$seen = [$comment => true];
		$roots = [];
		while (($above = array_shift($waiting)) !== null && count($seen) <= 100000) {
			foreach (self::below($above) as $id => $before) {
				$now = isset($seen[$id]) ? null : self::read([$id])[$id] ?? null;
				$seen[$id] = true;
				if ($now === null) {
					continue;
				}
				$place = self::place($now);
				if (self::moved($before, $place)) {
					self::write([self::row($now, $place, self::asked([$id])[$id] ?? 0)]);
					$roots[$before['root']] = $roots[$place['root']] = true;
					$waiting[] = $id;
				}
			}
		}
		foreach (array_keys($roots) as $root) {
			self::refresh($root);
		}
	}

	/**
	 * @param Place $before
	 * @param Place $place
	 */
	private static function moved(array $before, array $place): bool {
		return $before['root'] !== $place['root'] ||
			$before['post'] !== $place['post'] ||
			$before['depth'] !== $place['depth'];
	}

	/** @return array<int, Place> */
	private static function below(int $comment): array {
		return self::places(
			Database::rows(
				'SELECT comment_id, post_id, root_id, parent_id, depth FROM %i WHERE parent_id = %d',
				Database::table('threads'),
				$comment,
			),
		);
	}

	/**
	 * @param list<int> $comments
	 * @return array<int, Place> those that have a row
	 */
	public static function rows(array $comments): array {
		return $comments === []
			? []
			: self::places(
				Database::rows(
					'SELECT comment_id, post_id, root_id, parent_id, depth FROM %i WHERE comment_id IN (' .
						implode(', ', array_fill(0, count($comments), '%d')) .
						')',
					Database::table('threads'),
					...$comments,
				),
			);
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return array<int, Place>
	 */
	private static function places(array $rows): array {
		$places = [];
		foreach ($rows as $row) {
			$places[(int) $row['comment_id']] = [
				'post' => (int) $row['post_id'],
				'root' => (int) $row['root_id'],
				'parent' => (int) $row['parent_id'],
				'depth' => (int) $row['depth'],
			];
		}
		return $places;
	}

	/**
	 * Comments as core has them now, past its caches.
	 *
	 * @param list<int> $comments
	 * @return array<int, array<string, string|null>>
	 */
	public static function read(array $comments): array {
		$rows =
			$comments === []
				? []
				: Database::rows(
					'SELECT comment_ID, comment_post_ID, comment_parent, comment_approved, comment_date_gmt, comment_type
					FROM %i WHERE comment_ID IN (' .
						implode(', ', array_fill(0, count($comments), '%d')) .
						')',
					Database::wpdb()->comments,
					...$comments,
				);
		$comments = [];
		foreach ($rows as $row) {
			if (!in_array($row['comment_type'], self::FOREIGN, true)) {
				$comments[(int) $row['comment_ID']] = $row;
			}
		}
		return $comments;
	}

	/**
	 * Where a comment stands: below the topmost comment of the same post that its line of parents leads to.
	 *
	 * @param array<string, string|null> $comment
	 * @param array<int, Place> $known rows that are about to be written
	 * @return Place
	 */
	public static function place(array $comment, array $known = []): array {
		$id = (int) $comment['comment_ID'];
		$post = (int) $comment['comment_post_ID'];
		$parent = (int) $comment['comment_parent'];
		$above = $parent > 0 ? $known[$parent] ?? (self::rows([$parent])[$parent] ?? null) : null;
		$alone = ['post' => $post, 'root' => $id, 'parent' => $parent, 'depth' => 0];
		if (
			self::is_reaction($comment) ||
			$above === null ||
			$above['post'] !== $post ||
			$above['depth'] >= self::DEEPEST ||
			$above['root'] === $id ||
			$parent === $id
		) {
			return $alone;
		}
		return ['root' => $above['root'], 'depth' => $above['depth'] + 1] + $alone;
	}

	/** @param array<string, string|null> $comment */
	private static function is_reaction(array $comment): bool {
		return !in_array($comment['comment_type'], ['comment', ''], true);
	}

	/**
	 * What stands in a row, but for what refresh() says of a root.
	 *
	 * @param array<string, string|null> $comment
	 * @param Place $place
	 * @param 0|1|2 $question
	 * @return list<string|int>
	 */
	public static function row(array $comment, array $place, int $question): array {
		$id = (int) $comment['comment_ID'];
		$public = $comment['comment_approved'] === '1';
		$list = match (true) {
			!$public => self::NONE,
			self::is_reaction($comment) => self::REACTION,
			$place['root'] === $id => self::ROOT,
			default => self::REPLY,
		};
		return [
			$id,
			$place['post'],
			$place['root'],
			$place['parent'],
			$place['depth'],
			$list,
			(int) $public,
			$public ? $question : 0,
			self::is_reaction($comment) ? (string) $comment['comment_type'] : '',
			(string) $comment['comment_date_gmt'],
		];
	}

	/** @param non-empty-list<list<string|int>> $rows as row() gives them */
	public static function write(array $rows): void {
		// A root that is hidden stays in its list until it is known whether anything stands below it.
		Database::write(
			'INSERT INTO %i (comment_id, post_id, root_id, parent_id, depth, list, public, question, type, created) VALUES ' .
				implode(
					', ',
					array_fill(0, count($rows), '(%d, %d, %d, %d, %d, %d, %d, %d, %s, %s)'),
				) .
				' ON DUPLICATE KEY UPDATE post_id = VALUES(post_id), root_id = VALUES(root_id),
				parent_id = VALUES(parent_id), depth = VALUES(depth), list = VALUES(list),
				public = VALUES(public), question = VALUES(question), type = VALUES(type), created = VALUES(created)',
			Database::table('threads'),
			...array_merge(...$rows),
		);
	}

	/** Counts again what a root says of its thread; one after the other, so that the last one has seen all. */
	public static function refresh(int $root): void {
		$threads = Database::table('threads');
		Database::transaction(static function () use ($root, $threads): bool {
			Database::write(
				'UPDATE %i SET comment_id = comment_id WHERE comment_id = %d',
				$threads,
				$root,
			);
			$row = Database::row(
				'SELECT root_id, public, type FROM %i WHERE comment_id = %d',
				$threads,
				$root,
			);
			if ($row === null) {
				return true;
			}
			if ((int) $row['root_id'] !== $root || $row['type'] !== '') {
				Database::write('UPDATE %i SET replies = 0 WHERE comment_id = %d', $threads, $root);
				return true;
			}
			$public = $row['public'] === '1';
			$replies = count(
				Database::rows(
					'SELECT comment_id FROM %i WHERE root_id = %d AND list = %d LIMIT %d',
					$threads,
					$root,
					self::REPLY,
					self::MOST,
				),
			);
			Database::write(
				'UPDATE %i SET replies = %d, question = %d, list = %d WHERE comment_id = %d',
				$threads,
				$replies,
				self::question($root, $public),
				$public || $replies > 0 ? self::ROOT : self::NONE,
				$root,
			);
			return true;
		});
	}

	/** As it stands in `question`: of the root itself, and of those below it. */
	private static function question(int $root, bool $public): int {
		$below =
			(int) (Database::row(
				'SELECT MIN(question) AS question FROM %i WHERE root_id = %d AND question > 0 AND comment_id <> %d',
				Database::table('threads'),
				$root,
				$root,
			)['question'] ?? 0);
		$own = $public ? self::asked([$root])[$root] ?? 0 : 0;
		return $own === 0 || $below === 0 ? max($own, $below) : min($own, $below);
	}

	/**
	 * Which of these comments ask a desk: 1 open, 2 answered.
	 *
	 * @param list<int> $comments
	 * @return array<int, 1|2>
	 */
	public static function asked(array $comments): array {
		$rows = Database::rows(
			'SELECT comment_id, state FROM %i WHERE comment_id IN (' .
				implode(', ', array_fill(0, count($comments), '%d')) .
				')',
			Database::table('questions'),
			...$comments,
		);
		$asked = [];
		foreach ($rows as $row) {
			$asked[(int) $row['comment_id']] = $row['state'] === 'open' ? 1 : 2;
		}
		return $asked;
	}
}
