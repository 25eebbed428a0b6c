<?php
// Where followers meet WordPress.

namespace Throughline\Dialog\Following;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {}
}
