<?php
// The settings' page in wp-admin.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;
use Throughline\Screens;

defined('ABSPATH') || exit();

final class SettingsScreen {
	/** Runs on admin_menu, after the other pages of ours. */
	public static function register(): void {
		Screens::add('throughline-settings', [
			'title' => __('Settings', 'throughline'),
			'capability' => Capabilities::MANAGE,
			'script' => 'settings',
			'settings' => static fn(): array => ['page' => SettingsRoutes::all()],
		]);
	}
}
