<?php
// The page "People" in wp-admin: departments, desks, moderators, hours, and tables in and out.

namespace Throughline\People;

use Throughline\Screens;

defined('ABSPATH') || exit();

final class Screen {
	public const SLUG = 'throughline-people';

	public static function register(): void {
		Screens::add(self::SLUG, [
			'title' => __('People', 'throughline'),
			'capability' => Capabilities::MANAGE,
			'script' => 'people',
			'settings' => static fn(): array => [
				'zone' => wp_timezone_string(),
				// Who may not add accounts is not sent to where one adds them.
				'addAccount' => current_user_can('create_users') ? admin_url('user-new.php') : '',
			],
		]);
	}
}
