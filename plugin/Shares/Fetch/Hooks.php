<?php
// Where look-ups of shares meet WordPress.

namespace Throughline\Shares\Fetch;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {}
}
