<?php
// Where people's own pictures meet WordPress.

declare(strict_types=1);

namespace Throughline\Dialog\Faces;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('user_edit_form_tag', [Profile::class, 'tag']);
		add_filter('user_profile_picture_description', [Profile::class, 'describe']);
		add_action('show_user_profile', [Profile::class, 'print'], 9);
		add_action('edit_user_profile', [Profile::class, 'print'], 9);
		add_action('personal_options_update', [Profile::class, 'save']);
		add_action('edit_user_profile_update', [Profile::class, 'save']);
		add_filter('throughline_own_more', [Profile::class, 'add'], 20, 2);
		add_action('template_redirect', [Profile::class, 'answer'], -1);
		// Before core takes the person's options.
		add_action('delete_user', [Faces::class, 'remove']);
		add_action('wpmu_delete_user', [Faces::class, 'remove']);
		add_action('remove_user_from_blog', [Faces::class, 'remove']);
		add_filter('pre_get_avatar_data', [Faces::class, 'avatar'], 10, 2);
		add_filter('wp_privacy_personal_data_erasers', [Faces::class, 'eraser']);
	}
}
