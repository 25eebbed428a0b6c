<?php
// Where questions meet WordPress.

namespace Throughline\Dialog\Questions;

use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);
		add_action('admin_menu', [Screen::class, 'register'], 15);
		add_filter('comment_row_actions', [Screen::class, 'row_action'], 20, 2);
		// Beside core's own "Edit" (80).
		add_action('admin_bar_menu', [Screen::class, 'story_node'], 81);
		add_filter('throughline_below_story', [StoryChange::class, 'below'], 10, 2);
		add_action(SWEEP, [Answers::class, 'catch_up'], 15);
		add_action(SWEEP, [Carry::class, 'catch_up'], 16);
		Carry::register();
		Privacy::register();
		// Before the admin bar (0) and redirect_canonical (10).
		add_action('template_redirect', [Page::class, 'answer'], -1);
		// After the record of decisions has followed (10).
		add_action('wp_insert_comment', [self::class, 'arrive'], 30, 2);
		add_action('wp_set_comment_status', [self::class, 'follow'], 30);
		add_action('edit_comment', [self::class, 'follow'], 30);
		add_action(
			'deleted_comment',
			static fn(mixed $id) => Questions::forget(is_numeric($id) ? (int) $id : 0),
		);
		foreach (['deleted_user', 'remove_user_from_blog'] as $left) {
			add_action($left, [self::class, 'forget_user']);
		}
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['questions' => Questions::SCHEMA, 'question_steps' => Steps::SCHEMA];
	}

	/** A new comment is no question yet, and answers one only where it is public and somebody's with an account. */
	public static function arrive(int|string $id, \WP_Comment $comment): void {
		if ($comment->comment_approved === '1' && (int) $comment->user_id > 0) {
			Answers::follow((int) $id);
		}
	}

	public static function follow(int|string $comment): void {
		Answers::follow((int) $comment);
		// What waited until somebody had looked at it is the desk's from now on.
		Carry::follow((int) $comment);
	}

	public static function forget_user(int $user): void {
		Questions::forget_user($user);
		Steps::forget_user($user);
	}
}
