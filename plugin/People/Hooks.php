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
		add_filter('author_link', [Exposure::class, 'hide_author_link'], 10, 2);
	}

	public static function activate(): void {
		Capabilities::grant();
	}
}
