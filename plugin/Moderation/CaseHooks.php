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
	}
}
