<?php
// Where threads meet WordPress.

namespace Throughline\Dialog\Threads;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {}
}
