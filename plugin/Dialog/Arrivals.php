<?php
// Comments come in by core's own door, wp_new_comment(), and pass our intake there; the record follows every way in which core changes them.

namespace Throughline\Dialog;

use Throughline\Database;
use Throughline\Dialog\Writing\Text;
use Throughline\Moderation\Act;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Due;
use Throughline\Moderation\Intake;
use Throughline\Moderation\Outside;
use Throughline\Moderation\Queue;
use Throughline\People\Capabilities;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

final class Arrivals {
	/** What is due when a comment was published: core's mail to the author of its page. */
	public const AUTHOR = 'comment-author';

	/** @var array<string, list<string>> why a comment waits that core is about to write, by its words and writer */
	private static array $judged = [];

	/** @var array{writer: string, state: string, reasons: list<string>}|null what core will ask about once more */
	private static ?array $first = null;

	/**
	 * Core asks whether a comment is approved: what others hold for spam stays that, for all else our intake speaks.
	 *
	 * @param int|string|\WP_Error $approved
	 * @param array<string, mixed> $comment
	 * @return int|string|\WP_Error
	 */
	public static function judge($approved, array $comment) {
		$type = is_string($comment['comment_type'] ?? null) ? $comment['comment_type'] : '';
		if (!in_array($approved, [0, 1, '0', '1'], true) || !Comments::is_ours($type)) {
			return $approved;
		}
		if (self::is_free(self::number($comment, 'user_id'))) {
			if ((int) $approved === 1) {
				// On record all the same: what they wrote they may change and withdraw.
				self::$judged[self::key(wp_unslash($comment))] = [];
			}
			return $approved;
		}
		$page = self::number($comment, 'comment_post_ID');
		// Core asks twice, before and after it has filtered the words; that they come again is no news then.
		$writer = self::writer($comment);
		$first = self::$first !== null && self::$first['writer'] === $writer ? self::$first : null;
		$sent = [
			'kind' => Comments::KIND,
			'contributor' => self::number($comment, 'user_id'),
			'name' => self::string($comment, 'comment_author'),
			'mail' => self::string($comment, 'comment_author_email'),
			'address' => self::string($comment, 'comment_author_IP'),
			'department' => Comments::department_of_page($page),
			'page' => $page,
			'people' => '',
			'title' => '',
			// Judged is what people read, not how it is stored.
			'text' => Text::to_plain(wp_unslash(self::string($comment, 'comment_content'))),
		];
		$verdict = Intake::judge($sent, $first === null ? [] : ['again', 'flood', 'calm']);
		if ($first !== null && $first['state'] === 'waiting' && $verdict['state'] !== 'refused') {
			$held = $verdict['state'] === 'waiting' ? $verdict['reasons'] : [];
			$verdict['state'] = 'waiting';
			$verdict['reasons'] = array_values(array_unique([...$first['reasons'], ...$held]));
		}
		if ($verdict['state'] === 'refused') {
			return new \WP_Error("throughline_{$verdict['reasons'][0]}", $verdict['sentence'], 422);
		}
		self::$first = [
			'writer' => $writer,
			'state' => $verdict['state'],
			'reasons' => $verdict['reasons'],
		];
		// Core hands it over with slashes, and back without.
		self::$judged[self::key(wp_unslash($comment))] = $verdict['reasons'];
		return $verdict['state'] === 'published' ? 1 : 0;
	}

	/** Nobody looks at what moderators write. */
	public static function is_free(int $user): bool {
		return user_can($user, Capabilities::MODERATE);
	}

	/** Runs when core has written a comment, however it came: by its form, its REST route or an importer. */
	public static function receive(int $id, \WP_Comment $comment): void {
		$key = self::key($comment->to_array());
		$reasons = self::$judged[$key] ?? null;
		unset(self::$judged[$key]);
		self::$first = null;
		$waits = $comment->comment_approved === '0';
		// What an importer brings in public, and spam, needs nobody.
		if (
			!Comments::is_ours($comment->comment_type) ||
			(!$waits && ($reasons === null || $comment->comment_approved !== '1'))
		) {
			return;
		}
		$reasons ??= ['outside'];
		// Written in the transaction under way, nobody else sees it yet; by core's own forms it may change meanwhile.
		Database::is_under_way()
			? self::record($comment, $waits, $reasons)
			: self::note($id, $waits, $reasons);
	}

	/** @param list<string> $reasons */
	private static function note(int $id, bool $waits, array $reasons): void {
		Database::transaction(static function () use ($id, $waits, $reasons): bool {
			$comment = Comments::lock($id);
			return $comment !== null && self::record($comment, $waits, $reasons);
		});
	}

	/** @param list<string> $reasons */
	private static function record(\WP_Comment $comment, bool $waits, array $reasons): bool {
		return Act::carry_out([
			'kind' => Comments::KIND,
			'id' => (int) $comment->comment_ID,
			'version' => 0,
			'act' => 'submit',
			'state' => $waits ? 'waiting' : 'published',
			'user' => (int) $comment->user_id,
			'reasons' => $reasons,
			'done' => true,
			'before' => '',
		]);
	}

	/** Runs when core has changed a comment's status, whoever asked for it. */
	public static function follow(int|string $new, int|string $old, \WP_Comment $comment): void {
		if (Comments::is_ours($comment->comment_type)) {
			Outside::observe(
				Comments::KIND,
				(int) $comment->comment_ID,
				$new === 'approved',
				$new === 'unapproved',
			);
		}
	}

	/** Somebody changed its words in core's screens: a version of its own, so that nobody publishes what they did not read. */
	public static function follow_edit(int $id): void {
		if (Comments::get($id) !== null) {
			Outside::edited(Comments::KIND, $id);
		}
	}

	public static function forget(int $id): void {
		Outside::forget(Comments::KIND, $id);
	}

	/** A post's comments go to the trash with it, come back, and are decided where it belongs. */
	public static function follow_page(int $page): void {
		$rows = Database::rows(
			"SELECT comment_ID FROM %i AS comment WHERE comment_post_ID = %d AND comment_type IN ('comment', '')
			AND EXISTS (SELECT 1 FROM %i AS decision WHERE decision.kind = 'comment' AND decision.piece_id = comment.comment_ID)",
			Database::wpdb()->comments,
			$page,
			Database::table('decisions'),
		);
		$ids = array_map('intval', array_column($rows, 'comment_ID'));
		foreach (array_chunk($ids, 200) as $some) {
			clean_comment_cache($some);
			Queue::follow_all(Comments::KIND, $some);
		}
	}

	/** What happened to single comments meanwhile core forgets: each comes back as it was when the page went. */
	public static function recover_page(int $page): void {
		$decisions = Database::table('decisions');
		$differ = Database::rows(
			"SELECT comment_ID, comment_approved FROM %i AS comment JOIN %i AS decision
			ON decision.kind = 'comment' AND decision.piece_id = comment_ID
			WHERE comment_post_ID = %d AND comment_type IN ('comment', '') AND comment_approved IN ('0', '1')
			AND NOT EXISTS (SELECT 1 FROM %i AS later WHERE later.kind = 'comment'
			AND later.piece_id = comment_ID AND later.version > decision.version)
			AND ((comment_approved = '1' AND decision.state <> 'published')
			OR (comment_approved = '0' AND decision.state = 'published'))",
			Database::wpdb()->comments,
			$decisions,
			$page,
			$decisions,
		);
		foreach ($differ as $row) {
			$id = (int) $row['comment_ID'];
			clean_comment_cache($id);
			Outside::observe(
				Comments::KIND,
				$id,
				$row['comment_approved'] === '1',
				$row['comment_approved'] === '0',
			);
		}
		self::follow_page($page);
	}

	/**
	 * @param array<mixed> $terms
	 * @param array<mixed> $ids
	 */
	public static function follow_department(
		int $post,
		array $terms,
		array $ids,
		string $taxonomy,
	): void {
		if ($taxonomy === Departments::TAXONOMY) {
			self::follow_page($post);
		}
	}

	/**
	 * What a killed process, raw SQL or a time without the plugin left behind: comments that wait and nobody knows of,
	 * and rows that disagree with their comment. Once an hour.
	 */
	public static function catch_up(): void {
		$comments = Database::wpdb()->comments;
		$new = Database::rows(
			"SELECT comment_ID FROM %i AS comment WHERE comment_approved = '0' AND comment_type IN ('comment', '')
			AND NOT EXISTS (SELECT 1 FROM %i AS decision WHERE decision.kind = 'comment' AND decision.piece_id = comment.comment_ID)
			LIMIT 500",
			$comments,
			Database::table('decisions'),
		);
		foreach ($new as $row) {
			self::note((int) $row['comment_ID'], true, ['outside']);
		}
		$differ = Database::rows(
			"SELECT queue.piece_id, comment.comment_approved FROM %i AS queue
			LEFT JOIN %i AS comment ON comment.comment_ID = queue.piece_id WHERE queue.kind = 'comment'
			AND (comment.comment_ID IS NULL OR (queue.state = 'published' AND comment.comment_approved <> '1')
			OR (queue.state <> 'published' AND comment.comment_approved <> '0')) LIMIT 500",
			Database::table('queue'),
			$comments,
		);
		foreach ($differ as $row) {
			$id = (int) $row['piece_id'];
			clean_comment_cache($id);
			$status = $row['comment_approved'];
			Outside::observe(Comments::KIND, $id, $status === '1', $status === '0');
			Queue::follow(Comments::KIND, $id);
		}
	}

	/** Our alerts tell the moderators; core would tell the site's owner alone, once a comment. */
	public static function spare_moderator(bool $tell, int|string $id): bool {
		return $tell && Comments::get((int) $id) === null;
	}

	/** A decision can be undone for some seconds, and may run anew: the author of the page hears of it afterwards. */
	public static function spare_author(bool $tell): bool {
		return $tell && !Act::is_under_way();
	}

	/** @param array{kind: string, id: int, version: int, state: string, delay?: int, done?: bool, ...} $doing */
	public static function tell_author_later(array $doing): void {
		if (
			$doing['kind'] === Comments::KIND &&
			$doing['state'] === 'published' &&
			!($doing['done'] ?? false)
		) {
			Due::add(
				self::AUTHOR,
				Comments::KIND,
				$doing['id'],
				$doing['version'] + 1,
				$doing['delay'] ?? 0,
			);
		}
	}

	public static function tell_author(string $kind, int $id, int $version): bool {
		if (Decisions::latest($kind, $id) === ['state' => 'published', 'version' => $version]) {
			wp_new_comment_notify_postauthor($id);
		}
		return true;
	}

	/** @param array<array-key, mixed> $comment */
	private static function writer(array $comment): string {
		return md5(
			self::number($comment, 'comment_post_ID') .
				'|' .
				self::number($comment, 'user_id') .
				'|' .
				self::string($comment, 'comment_author_email') .
				'|' .
				self::string($comment, 'comment_author_IP') .
				'|' .
				self::string($comment, 'comment_date_gmt'),
		);
	}

	/** @param array<array-key, mixed> $comment */
	private static function key(array $comment): string {
		return md5(
			self::string($comment, 'comment_content') .
				'|' .
				self::string($comment, 'comment_author_email') .
				'|' .
				self::number($comment, 'comment_post_ID'),
		);
	}

	/** @param array<array-key, mixed> $comment */
	private static function number(array $comment, string $field): int {
		$value = $comment[$field] ?? 0;
		return is_numeric($value) ? (int) $value : 0;
	}

	/** @param array<array-key, mixed> $comment */
	private static function string(array $comment, string $field): string {
		$value = $comment[$field] ?? '';
		return is_string($value) ? $value : '';
	}
}
