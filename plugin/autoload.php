<?php
// Finds a class by its name: namespace is folder, class is file.

namespace Throughline;

defined('ABSPATH') || exit();

spl_autoload_register(static function (string $class): void {
	if (!str_starts_with($class, __NAMESPACE__ . '\\')) {
		return;
	}
	$file = __DIR__ . '/' . strtr(substr($class, strlen(__NAMESPACE__) + 1), '\\', '/') . '.php';
	if (is_file($file)) {
		require $file;
	}
});
