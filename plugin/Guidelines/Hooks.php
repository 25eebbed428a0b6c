<?php
// Where Guidelines meet WordPress.

namespace Throughline\Guidelines;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);
		// After the desk's page, under which it stands.
		add_action('admin_menu', [Screen::class, 'register'], 12);
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return [
			'editions' => Editions::SCHEMA,
			'guidelines' => Guidelines::SCHEMA,
			'agreements' => Agreements::SCHEMA,
			'acknowledgements' => Acknowledgements::SCHEMA,
		];
	}
}
