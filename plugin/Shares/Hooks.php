<?php
// Where Shares meet WordPress.

namespace Throughline\Shares;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		Fetch\Hooks::register();
		Profiles\Hooks::register();
		PassOn\Hooks::register();
	}
}
