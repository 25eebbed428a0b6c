<?php
// Where bars to pass pages on meet WordPress.

namespace Throughline\Shares\PassOn;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {}
}
