<?php
// Where Moderation meets WordPress.

namespace Throughline\Moderation;

use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);
		add_action('admin_menu', [Screen::class, 'register']);
		add_action('rest_api_init', [SettingsRoutes::class, 'register']);
		add_action('admin_menu', [SettingsScreen::class, 'register'], 90);
		add_action('template_redirect', [AgreementPage::class, 'answer'], -1);
		// Before the admin bar (0) and redirect_canonical (10).
		add_action('template_redirect', [Preview::class, 'answer'], -1);
		Due::on('notice', [Notices::class, 'send']);
		add_action(Due::EVENT, [Due::class, 'drain']);
		// Who is killed after a decision schedules nothing.
		add_action(SWEEP, [Due::class, 'drain']);
		Words::register();
		Names::register();
		add_action(SWEEP, [Pace::class, 'sweep']);
		add_action(SWEEP, [Notes::class, 'sweep']);
		add_action('deleted_user', [WorksAgreement::class, 'forget_person']);
	}

	public static function activate(): void {
		Settings::activate();
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return [
			'decisions' => Decisions::SCHEMA,
			'queue' => Queue::SCHEMA,
			'due' => Due::SCHEMA,
			'submissions' => Submissions::SCHEMA,
			'pace' => Pace::SCHEMA,
			'works_agreement' => WorksAgreement::SCHEMA,
			'notes' => Notes::SCHEMA,
		];
	}
}
