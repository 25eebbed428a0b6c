<?php
/**
 * Plugin Name:       Throughline
 * Description:       Stories, dialog and shares by the people who did the work, woven through the whole site: employees submit, moderators publish, visitors meet them where the content is.
 * Version:           0.1.0
 * Requires at least: 6.8
 * Requires PHP:      8.1
 * Author:            The Throughline contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       throughline
 * Domain Path:       /languages
 */

namespace Throughline;

defined('ABSPATH') || exit();

const VERSION = '0.1.0';
const FILE = __FILE__;
const DIR = __DIR__;

// The table of contents. A feature uses only what stands above it, plus Contract; a test holds the arrows.
const FEATURES = [
	'People',
	'Guidelines',
	'Moderation',
	'Standing',
	'Stories',
	'Dialog',
	'Shares',
	'Wall',
];

// The hourly event: features clear away what nobody claimed and finish what a killed process began.
const SWEEP = 'throughline_sweep';

/** The only clock: seconds since 1970. Tests set it by the filter. */
function now(): int {
	$now = apply_filters('throughline_now', time());
	return is_int($now) ? $now : time();
}

/** A moment as our tables keep it: UTC, `Y-m-d H:i:s`. */
function utc(?int $seconds = null): string {
	return gmdate('Y-m-d H:i:s', $seconds ?? now());
}

/** Makes sure that an event of WP-Cron's comes in so many seconds, or earlier. */
function soon(string $event, int $delay = 0): void {
	$next = wp_next_scheduled($event);
	if ($next !== false && $next <= time() + $delay) {
		return;
	}
	// Core refuses an event within ten minutes of the same one.
	wp_clear_scheduled_hook($event);
	wp_schedule_single_event(time() + $delay, $event);
}

/**
 * Whether this request may show what our blocks and types are called, as wp-admin and REST do. A
 * visitor's page is spared loading translations for names that stand nowhere on it.
 */
function names_show(): bool {
	$address = $_SERVER['REQUEST_URI'] ?? '';
	return is_admin() ||
		defined('WP_CLI') ||
		// phpcs:ignore WordPress.Security.NonceVerification -- nothing is done with it.
		isset($_REQUEST['rest_route']) ||
		(is_string($address) &&
			str_contains($address, '/' . rest_get_url_prefix() . '/') &&
			!asks_us());
}

/**
 * Whether this request goes to one of our own routes, which show no blocks and no names of them: to register them
 * takes longer than to write a comment. Known from `init` on; false where addresses aren't pretty.
 */
function asks_us(): bool {
	$address = $_SERVER['REQUEST_URI'] ?? '';
	$ours = rest_url(Contract::REST . '/');
	return is_string($address) &&
		!str_contains($ours, '?') &&
		str_starts_with($address, (string) wp_parse_url($ours, PHP_URL_PATH));
}

// The header above already stops WordPress from activating the plugin on anything older; this
// line is for a server that is downgraded afterwards, where a fatal error would take the site down.
// @phpstan-ignore smaller.alwaysFalse
if (PHP_VERSION_ID < 80100 || !is_wp_version_compatible('6.8')) {
	add_action('admin_notices', static function (): void {
		wp_admin_notice(
			esc_html__(
				'Throughline rests: it needs WordPress 6.8 and PHP 8.1 or newer. Nothing is lost; it goes on after the update.',
				'throughline',
			),
			['type' => 'error'],
		);
	});
	return;
}

require __DIR__ . '/autoload.php';

register_deactivation_hook(__FILE__, [Removal::class, 'unschedule']);
add_action('init', static function (): void {
	if (wp_next_scheduled(SWEEP) === false) {
		wp_schedule_event(time(), 'hourly', SWEEP);
	}
});
Database::register();
Contract::register();
Blocks::register();
foreach (FEATURES as $throughline_feature) {
	(__NAMESPACE__ . "\\$throughline_feature\\Hooks")::register();
}
