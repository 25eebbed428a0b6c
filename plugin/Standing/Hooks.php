<?php
// Where Standing meets WordPress.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Moderation\Due;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_filter('throughline_checks', [Passage::class, 'add']);
		add_filter('throughline_reason', [Sentences::class, 'reason'], 10, 2);
		add_action('throughline_acted', [Veto::class, 'watch']);
		add_filter('throughline_changed', [Veto::class, 'renew'], 10, 3);
		Due::on(Veto::REASON, [Veto::class, 'publish']);

		add_action('throughline_followed', [Outcomes::class, 'follow'], 10, 2);
		add_action('throughline_forgot', [Outcomes::class, 'forget'], 10, 2);
		add_action('throughline_anonymised', [Outcomes::class, 'forget'], 10, 2);
		add_action('throughline_rebuild', [Outcomes::class, 'rebuild']);

		add_filter('user_has_cap', [Peers::class, 'allow'], 10, 4);
		add_filter('throughline_scope', [Peers::class, 'add_scope'], 10, 2);
		add_filter('throughline_moderators', [Peers::class, 'add_moderators']);
		add_filter('throughline_may_decide', [Peers::class, 'refuse_own'], 10, 4);
		add_filter('throughline_alerted', [Escalation::class, 'hear'], 10, 3);

		add_filter('throughline_standing', [Sentences::class, 'for_moderators'], 10, 3);
		add_filter(
			'throughline_appears',
			static fn(mixed $sentence, string $kind, int $id): string => Sentences::appears(
				$kind,
				$id,
			),
			10,
			3,
		);
		add_filter('throughline_own_standing', [Sentences::class, 'for_contributor'], 10, 2);

		add_action('rest_api_init', [Routes::class, 'register']);
		add_action('admin_menu', [Screen::class, 'register'], 13);
		add_action('deleted_user', [self::class, 'forget_person']);
		Privacy::register();
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['outcomes' => Outcomes::SCHEMA, 'standing_log' => Log::SCHEMA];
	}

	/** An option that was never saved costs a query. */
	public static function activate(): void {
		add_option(Rules::OPTION, [], '', false);
	}

	public static function forget_person(int $user): void {
		Outcomes::forget_person($user);
		Log::forget_person($user);
	}
}
