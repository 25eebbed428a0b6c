<?php
// Where dialogs meet the pages that they stand on.

namespace Throughline\Dialog\View;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);
		add_filter('wp_robots', [Request::class, 'robots']);
		add_filter('get_comment_link', [Place::class, 'link'], 10, 2);
		Place::register();
	}
}
