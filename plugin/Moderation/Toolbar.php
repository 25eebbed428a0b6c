<?php
// The toolbar of those who moderate: how much waits, on every page, one click from the desk.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;
use Throughline\Screens;

defined('ABSPATH') || exit();

final class Toolbar {
	/** Runs on admin_bar_menu, right after core's comments. */
	public static function add(\WP_Admin_Bar $bar): void {
		if (!current_user_can(Capabilities::MODERATE)) {
			return;
		}
		$waiting = Queue::waiting_count();
		$bar->add_node([
			'id' => 'throughline',
			'href' => Screens::address(Screens::TOP),
			'title' => sprintf(
				'<span class="ab-icon dashicons-before dashicons-yes-alt" aria-hidden="true"></span><span class="ab-label awaiting-mod pending-count count-%d" aria-hidden="true">%s</span><span class="screen-reader-text">%s</span>',
				$waiting,
				esc_html(Screen::shown($waiting)),
				esc_html(Screen::spoken($waiting)),
			),
		]);
	}
}
