<?php
// Where People meets WordPress.

namespace Throughline\People;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('init', [Departments::class, 'register'], 5);
		add_action('rest_api_init', [Routes::class, 'register']);
		// Before redirect_canonical, which would redirect to the author's name.
		add_action('template_redirect', [Exposure::class, 'hide_author_page'], 1);
		add_action('admin_menu', [Screen::class, 'register'], 20);
		// Who stands on a desk answers there, whatever their role.
		add_filter('user_has_cap', [Desks::class, 'let_answer'], 10, 4);
		add_action('deleted_user', [Leaving::class, 'forget_user']);
		add_action('remove_user_from_blog', [Leaving::class, 'forget_user']);
		add_action('pre_delete_term', [Leaving::class, 'leave_department'], 10, 2);
		add_filter('author_link', [Exposure::class, 'hide_author_link'], 10, 2);
	}

	public static function activate(): void {
		Capabilities::grant();
	}
}
