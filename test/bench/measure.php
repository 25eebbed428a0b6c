<?php
// Goes before every request of the bench's PHP-FPM (auto_prepend_file): measures one that asks for it, with our plugin on or off, and leaves the figures beside WordPress's folder.
declare(strict_types=1);

if (!isset($_SERVER['HTTP_X_THROUGHLINE_BENCH'])) {
	return;
}

(static function (string $plugin): void {
	// Writers come from addresses of their own, or both sides would stop them.
	$_SERVER['REMOTE_ADDR'] = $_SERVER['HTTP_X_THROUGHLINE_ADDRESS'] ?? $_SERVER['REMOTE_ADDR'];
	// The kernel's high-water mark begins anew: pictures are decoded outside of PHP's own memory.
	file_put_contents('/proc/self/clear_refs', '5');
	$processor = static function (): float {
		$usage = getrusage();
		return 1000 * ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) +
			($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1000;
	};
	$cpu = $processor();
	$begin = hrtime(true);
	// The list of active plugins is set for both, so that the filter weighs the same on both sides.
	$active = $plugin === 'on' ? ['throughline/throughline.php'] : [];
	$GLOBALS['wp_filter']['option_active_plugins'][10]['bench'] = [
		'function' => static fn(): array => $active,
		'accepted_args' => 0,
	];
	// Without the tests' own plugin.
	define('WPMU_PLUGIN_DIR', '/nowhere');
	if (isset($_SERVER['HTTP_X_THROUGHLINE_QUERIES'])) {
		define('SAVEQUERIES', true);
	}
	register_shutdown_function(static function () use ($begin, $cpu, $processor): void {
		// After all other shutdown functions, WordPress's own among them.
		register_shutdown_function(static function () use ($begin, $cpu, $processor): void {
			$end = hrtime(true);
			$cpu = $processor() - $cpu;
			$wpdb = $GLOBALS['wpdb'];
			$queries = array_map(
				static fn(array $query): array => ['sql' => $query[0], 'ms' => 1000 * $query[1]],
				defined('SAVEQUERIES') ? $wpdb->queries : [],
			);
			preg_match(
				'/^VmHWM:\s*(\d+)/m',
				(string) file_get_contents('/proc/self/status'),
				$peak,
			);
			file_put_contents(
				dirname($_SERVER['DOCUMENT_ROOT']) . '/cost.json',
				json_encode(
					[
						'ms' => ($end - $begin) / 1e6,
						'cpu' => $cpu,
						'queries' => $wpdb->num_queries,
						'memory' => 1024 * (int) ($peak[1] ?? 0),
						'list' => $queries,
					],
					JSON_INVALID_UTF8_SUBSTITUTE,
				),
			);
		});
	});
})($_SERVER['HTTP_X_THROUGHLINE_BENCH']);
