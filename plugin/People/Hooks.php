<?php
// Where People meets WordPress.

namespace Throughline\People;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('init', [Departments::class, 'register'], 5);
		add_action('rest_api_init', [Routes::class, 'register']);
	}

	public static function activate(): void {
		Capabilities::grant();
	}
}
