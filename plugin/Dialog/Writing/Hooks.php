<?php
// Where people who write meet WordPress.

namespace Throughline\Dialog\Writing;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {}
}
