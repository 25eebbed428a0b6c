<?php
// What our commands use of WP-CLI, for static analysis; WP-CLI itself is there only on the command line.

namespace {
	class WP_CLI {
		/** @param callable|class-string $callable */
		public static function add_command(string $name, $callable): void {}

		public static function log(string $message): void {}

		public static function success(string $message): void {}

		/** Ends the process. */
		public static function error(string $message): void {}

		public static function debug(string $message, string $group): void {}
	}
}

namespace WP_CLI\Utils {
	/**
	 * @param list<array<string, string|int>> $items
	 * @param list<string> $fields
	 */
	function format_items(string $format, array $items, array $fields): void {}
}
