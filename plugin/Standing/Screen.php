<?php
// The page Standing in wp-admin: who stands where, hand-overs, the rules and what persons decided.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\People\Capabilities;
use Throughline\Screens;

defined('ABSPATH') || exit();

final class Screen {
	public static function register(): void {
		Screens::add('throughline-standing', [
			'title' => __('Standing', 'throughline'),
			'capability' => Capabilities::MANAGE,
			'script' => 'standing',
			'settings' => static fn(): array => ['me' => get_current_user_id()],
		]);
	}
}
