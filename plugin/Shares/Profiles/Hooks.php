<?php
// Where profiles meet WordPress.

namespace Throughline\Shares\Profiles;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {}
}
