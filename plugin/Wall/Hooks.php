<?php
// Where Wall meets WordPress.

namespace Throughline\Wall;

use Throughline\People\Departments;
use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);

		// After Stories (10), which makes the photos public that cards show.
		add_action('transition_post_status', [Projection::class, 'follow_status'], 20, 3);
		add_action('set_object_terms', [Projection::class, 'follow_set_terms'], 10, 4);
		add_action('deleted_term_relationships', [Projection::class, 'follow_terms'], 10, 3);
		add_action('deleted_post', [Projection::class, 'follow_deletion'], 10, 2);
		foreach (['added', 'updated', 'deleted'] as $done) {
			add_action("{$done}_post_meta", [Projection::class, 'follow_photo'], 10, 3);
		}
		add_action('deleted_user', [Projection::class, 'follow_person'], 10, 2);
		foreach (['story_released', 'photos_changed', 'share_changed'] as $what) {
			add_action("throughline_$what", [Projection::class, 'follow_change']);
		}
		add_filter('wp_update_term_parent', [Moves::class, 'note_move'], PHP_INT_MAX, 3);
		add_action('edited_' . Departments::TAXONOMY, [Moves::class, 'follow_department']);
		add_action('delete_' . Departments::TAXONOMY, [Moves::class, 'forget_department']);
		add_action(SWEEP, [Projection::class, 'catch_up'], 20);
		add_action(Rebuild::EVENT, [Rebuild::class, 'some']);
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['pieces' => Pieces::SCHEMA];
	}

	/** Stories may have come and gone while the plugin was away. */
	public static function activate(): void {
		Rebuild::later();
	}
}
