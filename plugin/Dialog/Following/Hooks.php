<?php
// Where followers meet WordPress.

namespace Throughline\Dialog\Following;

use Throughline\Moderation\Due;
use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('throughline_acted', [News::class, 'follow']);
		add_action('comment_post', [News::class, 'arrive'], 20, 2);
		add_action('rest_after_insert_comment', [News::class, 'arrive_by_rest'], 10, 3);
		Due::on(News::PUBLISHED, [News::class, 'tell']);
		Due::on(Followers::ASK, [Letter::class, 'ask']);
		add_action(Mails::EVENT, [Mails::class, 'drain']);
		// Who is killed schedules nothing.
		add_action(SWEEP, [Mails::class, 'drain']);
		add_action(SWEEP, [Followers::class, 'sweep']);
		add_action(SWEEP, [News::class, 'sweep']);
		// Before the admin bar (0) and redirect_canonical (10).
		add_action('template_redirect', [Page::class, 'answer'], -1);
		add_action('rest_api_init', [Routes::class, 'register']);
		add_filter('throughline_own_more', [Mine::class, 'add'], 10, 2);
		add_action('deleted_user', [Followers::class, 'forget_user']);
		add_action('remove_user_from_blog', [Followers::class, 'forget_user']);
		add_action('deleted_post', [Followers::class, 'forget_post']);
		add_action('deleted_comment', [Followers::class, 'forget_comment'], 10, 2);
		Privacy::register();
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['followers' => Followers::SCHEMA, 'news' => News::SCHEMA];
	}
}
