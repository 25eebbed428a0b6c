<?php
// Where Moderation meets WordPress.

namespace Throughline\Moderation;

use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);
		add_action('admin_menu', [Screen::class, 'register']);
		// After core's comments (60).
		add_action('admin_bar_menu', [Toolbar::class, 'add'], 65);
		add_action('rest_api_init', [SettingsRoutes::class, 'register']);
		add_action('admin_menu', [SettingsScreen::class, 'register'], 90);
		add_action('template_redirect', [AgreementPage::class, 'answer'], -1);
		add_action('admin_menu', [HistoryPage::class, 'register'], 80);
		add_action('admin_post_' . DecisionsExport::ACTION, [DecisionsExport::class, 'answer']);
		if (defined('WP_CLI') && class_exists('WP_CLI')) {
			Commands::register();
		}
		// Before the admin bar (0) and redirect_canonical (10).
		add_action('template_redirect', [Preview::class, 'answer'], -1);
		Due::on('notice', [Notices::class, 'send']);
		Due::on(Notices::SENT, [Notices::class, 'send_receipt']);
		add_action(Due::EVENT, [Due::class, 'drain']);
		// Who is killed after a decision schedules nothing.
		add_action(SWEEP, [Due::class, 'drain']);
		CaseHooks::register();
		self::register_own();
		Words::register();
		Names::register();
		add_action(SWEEP, [Pace::class, 'sweep']);
		add_action(SWEEP, [Notes::class, 'sweep']);
		add_action(SWEEP, [Rebuild::class, 'catch_up']);
		Due::on(Alerts::ALERT, [Alerts::class, 'answer']);
		Due::on(Alerts::OVERDUE, [Overdue::class, 'answer']);
		// Before the outbox is drained.
		add_action(SWEEP, [Alerts::class, 'sweep'], 9);
		add_action('show_user_profile', [AlertWish::class, 'print']);
		add_action('edit_user_profile', [AlertWish::class, 'print']);
		add_action('personal_options_update', [AlertWish::class, 'save']);
		add_action('edit_user_profile_update', [AlertWish::class, 'save']);
		add_action('deleted_user', [WorksAgreement::class, 'forget_person']);
	}

	/** One's own pieces: the page, the links to it, and what becomes of them when somebody leaves. */
	private static function register_own(): void {
		add_filter('determine_current_user', [Own::class, 'nobody'], PHP_INT_MAX);
		add_action('rest_api_init', [OwnRoutes::class, 'register']);
		add_action(SWEEP, [Retention::class, 'sweep']);
		// After Preview, before the admin bar (0) and redirect_canonical (10).
		add_action('template_redirect', [MyPieces::class, 'answer'], -1);
		add_filter('render_block_' . MyPieces::BLOCK, [MyPieces::class, 'spare_strangers']);
		add_action('save_post', [MyPieces::class, 'forget_page'], 10, 2);
		add_action('delete_post', [MyPieces::class, 'forget_page'], 10, 2);
		add_action('throughline_acted', [Submissions::class, 'follow'], 5);
		add_action('throughline_acted', [Links::class, 'follow']);
		add_action('throughline_acted', [Notices::class, 'follow']);
		add_action('throughline_forgot', [Links::class, 'revoke'], 10, 2);
		add_action('throughline_forgot', [Submissions::class, 'forget'], 10, 2);
		add_action(SWEEP, [Links::class, 'sweep']);
		Privacy::register();
		add_action('delete_user', [Departure::class, 'leave']);
		add_action('wpmu_delete_user', [Departure::class, 'leave_network']);
		add_action('remove_user_from_blog', [Departure::class, 'leave']);
	}

	public static function activate(): void {
		Settings::activate();
		Calm::activate();
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return [
			'decisions' => Decisions::SCHEMA,
			'queue' => Queue::SCHEMA,
			'due' => Due::SCHEMA,
			'links' => Links::SCHEMA,
			'submissions' => Submissions::SCHEMA,
			'pace' => Pace::SCHEMA,
			'works_agreement' => WorksAgreement::SCHEMA,
			'notes' => Notes::SCHEMA,
			'reports' => Cases::SCHEMA,
			'calm' => Calm::SCHEMA,
			'traffic' => Surge::SCHEMA,
		];
	}
}
