<?php
// Where profiles meet WordPress.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\Moderation\Due;
use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_filter('throughline_share_proof', [Proof::class, 'of_share'], 10, 3);
		add_action(Check::EVENT, [Check::class, 'drain']);
		// Who is killed schedules nothing.
		add_action(SWEEP, [Check::class, 'drain']);
		Due::on(Fall::NOTICE, [Fall::class, 'tell']);
		add_action('rest_api_init', [Routes::class, 'register']);
		add_action('show_user_profile', [Screen::class, 'print']);
		add_action('admin_footer-profile.php', [Screen::class, 'form']);
		add_filter('throughline_own_more', [Screen::class, 'add'], 30, 2);
		// Before the admin bar (0) and redirect_canonical (10).
		add_action('template_redirect', [Screen::class, 'answer'], -1);
		add_action('deleted_user', [Profiles::class, 'forget_user']);
		add_action('remove_user_from_blog', [Profiles::class, 'forget_user']);
		Privacy::register();
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['profiles' => Profiles::SCHEMA];
	}
}
