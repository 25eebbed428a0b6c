<?php
// Where people who write meet WordPress.

namespace Throughline\Dialog\Writing;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);
		// Before the admin bar (0) and redirect_canonical (10).
		add_action('template_redirect', [Post::class, 'answer'], -1);
	}
}
