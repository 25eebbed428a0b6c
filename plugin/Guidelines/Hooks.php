<?php
// Where Guidelines meet WordPress.

namespace Throughline\Guidelines;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);
		// After the desk's page, under which it stands.
		add_action('admin_menu', [Screen::class, 'register'], 12);
		add_action('deleted_user', [self::class, 'forget']);
	}

	/** Without the account nobody is asked again; that somebody agreed to an edition stays on record. */
	public static function forget(int $user): void {
		Acknowledgements::erase_user($user);
		Agreements::erase_user($user);
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
