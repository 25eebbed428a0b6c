<?php
// Where questions meet WordPress.

namespace Throughline\Dialog\Questions;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {}
}
