<?php
// Where threads meet WordPress: the index follows every way in which comments change.

namespace Throughline\Dialog\Threads;

use Throughline\Database;
use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	/** @var array<int, list<int>> who stands directly below a comment that is being deleted */
	private static array $orphans = [];

	public static function register(): void {
		add_action('wp_insert_comment', [Index::class, 'arrive']);
		foreach (['wp_set_comment_status', 'edit_comment'] as $what) {
			add_action($what, [self::class, 'follow']);
		}
		add_action('transition_comment_status', [self::class, 'follow_status'], 20, 3);
		// Core gives the children to their grandparent by one query, and tells nobody.
		add_action('delete_comment', [self::class, 'note_children']);
		add_action('deleted_comment', [self::class, 'follow_deletion']);
		// Core changes a post's comments by one query each way.
		add_action('trashed_post_comments', [Build::class, 'post']);
		add_action('untrashed_post_comments', [Build::class, 'post']);
		add_action('throughline_question_changed', [self::class, 'follow']);
		add_action('throughline_rebuild', [self::class, 'rebuild']);
		add_action(SWEEP, [Build::class, 'look']);
		add_action(Build::EVENT, [Build::class, 'some']);
		add_filter('site_status_tests', [Health::class, 'add']);
	}

	/** @param callable(string): void $tell */
	public static function rebuild(callable $tell): void {
		Build::whole(static function (int $seen) use ($tell): void {
			$tell("$seen comments");
		});
	}

	public static function follow(int|string $comment): void {
		Index::follow((int) $comment);
	}

	public static function follow_status(mixed $new, mixed $old, \WP_Comment $comment): void {
		Index::follow((int) $comment->comment_ID);
	}

	public static function note_children(int|string $comment): void {
		$rows = Database::rows(
			'SELECT comment_ID FROM %i WHERE comment_parent = %d',
			Database::wpdb()->comments,
			(int) $comment,
		);
		self::$orphans[(int) $comment] = array_map('intval', array_column($rows, 'comment_ID'));
	}

	public static function follow_deletion(int|string $comment): void {
		foreach ([(int) $comment, ...self::$orphans[(int) $comment] ?? []] as $one) {
			Index::follow($one);
		}
		unset(self::$orphans[(int) $comment]);
	}
}
