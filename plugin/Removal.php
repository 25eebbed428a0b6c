<?php
// What deleting the plugin deletes: stories with their photos, departments, tables, rights, scheduled events.

namespace Throughline;

use Throughline\Dialog\Faces\Faces;
use Throughline\Dialog\Following\Mails;
use Throughline\Dialog\Threads\Build;
use Throughline\Moderation\Alerts;
use Throughline\Moderation\Calm;
use Throughline\Moderation\Due;
use Throughline\Moderation\Fields;
use Throughline\Moderation\Rebuild as QueueRebuild;
use Throughline\People\Capabilities;
use Throughline\People\Departments;
use Throughline\People\Leaving;
use Throughline\Stories\Stories;
use Throughline\Wall\Rebuild;

defined('ABSPATH') || exit();

final class Removal {
	public static function run(): void {
		if (is_multisite()) {
			foreach (get_sites(['fields' => 'ids', 'number' => 0]) as $site) {
				switch_to_blog($site);
				self::site();
				restore_current_blog();
			}
		} else {
			self::site();
		}
	}

	/** What is due waits until the plugin is active again; an event without its plugin runs into nothing. */
	public static function unschedule(): void {
		foreach ([Due::EVENT, SWEEP, Rebuild::EVENT, Mails::EVENT, Build::EVENT] as $event) {
			wp_unschedule_hook($event);
		}
	}

	private static function site(): void {
		Departments::register();
		Stories::register();
		$stories = Database::rows(
			'SELECT ID FROM %i WHERE post_type = %s',
			Database::wpdb()->posts,
			Stories::TYPE,
		);
		foreach ($stories as $story) {
			wp_delete_post((int) $story['ID'], true);
		}
		foreach (Departments::all() as $department) {
			wp_delete_term($department['id'], Departments::TAXONOMY);
		}
		Faces::forget_everybody();
		Leaving::forget_everybody();
		Alerts::forget_everybody();
		delete_option(QueueRebuild::OPTION);
		delete_option(Calm::OPTION);
		Fields::forget();
		Database::drop();
		Capabilities::revoke();
		self::unschedule();
		delete_option('rewrite_rules');
	}
}
