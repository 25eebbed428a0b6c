<?php
// Where reports, appeals and calm meet WordPress and the rest of Moderation.

namespace Throughline\Moderation;

use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class CaseHooks {
	public static function register(): void {
		// Before the admin bar (0) and redirect_canonical (10).
		foreach ([ReportPage::class, CasePage::class, AppealPage::class] as $page) {
			add_action('template_redirect', [$page, 'answer'], -1);
		}
		add_filter('throughline_reason', [Grounds::class, 'sentence'], 10, 2);
		add_filter('throughline_may_decide', [Appeals::class, 'may_decide'], 10, 4);
		// The photo first: what it answers asks whether it is hidden.
		add_action('throughline_acted', [Restrictions::class, 'follow'], 5);
		add_action('throughline_acted', [Cases::class, 'follow']);
		add_action('throughline_acted', [Restrictions::class, 'delete_later']);
		Due::on(Restrictions::DELETION, [Restrictions::class, 'delete']);
		add_action('throughline_forgot', [Cases::class, 'forget'], 10, 2);
		Due::on('receipt', [Outcomes::class, 'receipt']);
		Due::on('outcome', [Outcomes::class, 'send']);
		add_action(SWEEP, [Cases::class, 'sweep']);
		self::register_calm();
	}

	private static function register_calm(): void {
		add_action('rest_api_init', [CalmRoutes::class, 'register']);
		add_action('admin_menu', [CalmScreen::class, 'register'], 40);
		add_action('throughline_acted', [CalmRules::class, 'follow']);
		add_action('throughline_acted', [Surge::class, 'follow']);
		add_action('throughline_reported', [Surge::class, 'follow_report'], 10, 2);
		add_filter('throughline_checks', [CalmRules::class, 'add_check']);
		add_filter('throughline_mode', [CalmRules::class, 'mode'], 10, 3);
		add_filter('throughline_reason', [CalmRules::class, 'sentence'], 10, 2);
		add_filter('throughline_may_decide', [CalmRules::class, 'may_decide'], 10, 2);
		Due::on('alarm', [Surge::class, 'tell']);
		add_action(SWEEP, [Surge::class, 'sweep']);
		// Above every dialog: block themes have a block for it, classic ones a file.
		add_filter('render_block_core/comments', [CalmBanner::class, 'above_block']);
		add_filter('comments_template', [CalmBanner::class, 'above_template']);
		add_action('wp_enqueue_scripts', [CalmBanner::class, 'style_page']);
	}
}
