<?php
// The page Calm & reports in wp-admin.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;
use Throughline\Screens;

defined('ABSPATH') || exit();

final class CalmScreen {
	public const SLUG = 'throughline-calm';

	/** Runs on admin_menu. */
	public static function register(): void {
		Screens::add(self::SLUG, [
			'title' => __('Calm & reports', 'throughline'),
			'capability' => Capabilities::MODERATE,
			'script' => 'calm',
			'settings' => static fn(): array => [
				'calm' => CalmView::of(get_current_user_id()),
				'counters' => current_user_can(Capabilities::MANAGE),
			],
		]);
	}
}
