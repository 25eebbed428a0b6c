<?php
// What was published in a conversation that somebody follows: a line for each way in which it is followed, and those who follow are due.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Database;
use Throughline\Dialog\Comments;
use Throughline\Moderation\Due;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class News {
	// `above` 0: the whole conversation, else the followed comment that it stands below.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
post_id bigint(20) unsigned NOT NULL,
above bigint(20) unsigned NOT NULL DEFAULT 0,
comment_id bigint(20) unsigned NOT NULL,
created datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY once (comment_id,above),
KEY followed (post_id,above,id),
KEY created (created)";

	/** Line of the outbox: a comment is online. */
	public const PUBLISHED = 'follow-news';
	/** Answers further below are told to those above them up to here. */
	private const DEPTH = 20;
	private const KEPT = 30 * DAY_IN_SECONDS;

	/**
	 * A comment was acted on; told once nobody takes it back any more.
	 *
	 * @param array{kind: string, id: int, version: int, act: string, state: string, delay?: int, rule?: string, ...} $doing
	 */
	public static function follow(array $doing): void {
		$fresh =
			in_array($doing['act'], ['publish', 'restore'], true) ||
			// One of long ago gets a record when somebody reports it: that is no news.
			($doing['act'] === 'submit' && ($doing['rule'] ?? '') !== 'core');
		if ($doing['kind'] === Comments::KIND && $doing['state'] === 'published' && $fresh) {
			self::announce($doing['id'], $doing['version'] + 1, $doing['delay'] ?? 0);
		}
	}

	/** Core wrote a comment that is online at once: those of moderators pass no desk. */
	public static function arrive(int $id, int|string $approved): void {
		if ((string) $approved === '1') {
			self::announce($id, 0, 0);
		}
	}

	/** Most conversations nobody follows. */
	private static function announce(int $id, int $version, int $delay): void {
		$comment = Comments::get($id);
		if ($comment !== null && Followers::are_there((int) $comment->comment_post_ID)) {
			Due::add(self::PUBLISHED, Comments::KIND, $id, $version, $delay);
		}
	}

	/** Core’s own REST route tells nobody by comment_post. */
	public static function arrive_by_rest(\WP_Comment $comment, mixed $request, bool $new): void {
		if ($new) {
			self::arrive((int) $comment->comment_ID, $comment->comment_approved);
		}
	}

	/** Runs when a line of the outbox is due. */
	public static function tell(string $kind, int $id): bool {
		$comment = Comments::get($id);
		if ($comment === null || $comment->comment_approved !== '1') {
			return true;
		}
		$post = (int) $comment->comment_post_ID;
		$above = [0];
		for (
			$parent = Comments::get((int) $comment->comment_parent);
			$parent !== null && count($above) <= self::DEPTH;
			$parent = Comments::get((int) $parent->comment_parent)
		) {
			$above[] = (int) $parent->comment_ID;
		}
		$followed = Database::rows(
			"SELECT DISTINCT comment_id FROM %i WHERE post_id = %d AND state = 'follows' AND comment_id IN (" .
				implode(', ', array_fill(0, count($above), '%d')) .
				')',
			Database::table('followers'),
			$post,
			...$above,
		);
		foreach ($followed as $row) {
			self::add($post, (int) $row['comment_id'], $id);
		}
		return true;
	}

	/** Written once, whoever was killed in between: the line and who is due, together. */
	private static function add(int $post, int $above, int $comment): void {
		[$now, $daily] = [now(), Mails::next('daily')];
		Database::transaction(static function () use ($post, $above, $comment, $now, $daily): bool {
			$new = Database::write(
				'INSERT IGNORE INTO %i (post_id, above, comment_id, created) VALUES (%d, %d, %d, %s)',
				Database::table('news'),
				$post,
				$above,
				$comment,
				utc(),
			);
			if ($new === 1) {
				Database::write(
					"UPDATE %i SET latest = %d, due = CASE WHEN due > 0 THEN due WHEN how = 'daily' THEN %d
					WHEN mailed > %d THEN mailed + %d ELSE %d END
					WHERE post_id = %d AND comment_id = %d AND state = 'follows'",
					Database::table('followers'),
					Database::inserted(),
					$daily,
					$now - Mails::GAP,
					Mails::GAP,
					$now,
					$post,
					$above,
				);
			}
			return true;
		});
		Mails::schedule_next();
	}

	/** The id of the newest line; who begins to follow is told of those after it. */
	public static function newest(): int {
		$row = Database::row('SELECT MAX(id) AS id FROM %i', Database::table('news'));
		return (int) ($row['id'] ?? 0);
	}

	/**
	 * Comments that are news to somebody, oldest first.
	 *
	 * @return list<int>
	 */
	public static function since(int $post, int $above, int $told, int $count): array {
		return array_map(
			'intval',
			array_column(
				Database::rows(
					'SELECT comment_id FROM %i WHERE post_id = %d AND above = %d AND id > %d ORDER BY id LIMIT %d',
					Database::table('news'),
					$post,
					$above,
					$told,
					$count,
				),
				'comment_id',
			),
		);
	}

	public static function sweep(): void {
		// One stays, so that ids go on where a database begins anew after its largest.
		Database::write(
			'DELETE FROM %i WHERE created < %s AND id < %d',
			Database::table('news'),
			utc(now() - self::KEPT),
			self::newest(),
		);
	}
}
