<?php
// Where Dialog meets WordPress.

namespace Throughline\Dialog;

use Throughline\Moderation\Due;
use Throughline\Moderation\Kinds;
use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		Kinds::add(new CommentKind());
		// After Akismet and its like (10).
		add_filter('pre_comment_approved', [Arrivals::class, 'judge'], 20, 2);
		add_action('wp_insert_comment', [Arrivals::class, 'receive'], 10, 2);
		add_action('transition_comment_status', [Arrivals::class, 'follow'], 10, 3);
		add_action('edit_comment', [Arrivals::class, 'follow_edit']);
		add_action('deleted_comment', [Arrivals::class, 'forget']);
		// Core changes a post's comments by one query each way.
		add_action('trashed_post_comments', [Arrivals::class, 'follow_page']);
		add_action('untrashed_post_comments', [Arrivals::class, 'recover_page']);
		add_action('set_object_terms', [Arrivals::class, 'follow_department'], 10, 4);
		add_filter('notify_moderator', [Arrivals::class, 'spare_moderator'], 10, 2);
		add_filter('notify_post_author', [Arrivals::class, 'spare_author']);
		add_action('throughline_acted', [Arrivals::class, 'tell_author_later']);
		Due::on(Arrivals::AUTHOR, [Arrivals::class, 'tell_author']);
		add_action(SWEEP, [Arrivals::class, 'catch_up']);
		// After core's own filters, the last of which is at 40.
		add_filter('comment_text', [Report::class, 'add_link'], 90, 2);
		Threads\Hooks::register();
		View\Hooks::register();
		Writing\Hooks::register();
		Questions\Hooks::register();
		Following\Hooks::register();
		Faces\Hooks::register();
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return [
			'threads' => Threads\Index::SCHEMA,
			...Questions\Hooks::schema(),
			...Following\Hooks::schema(),
		];
	}

	public static function activate(): void {
		Threads\Build::activate();
	}
}
