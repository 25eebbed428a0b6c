<?php
// Where Shares meet WordPress.

namespace Throughline\Shares;

use Throughline\Moderation\Kinds;
use Throughline\Stories\Holder;
use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		Kinds::add(new ShareKind());
		Holder::add(Shares::TYPE, Shares::KIND);
		add_action('init', [Shares::class, 'register']);
		add_action('rest_api_init', [Routes::class, 'register']);
		// Before the page of one's own pieces answers.
		add_action('template_redirect', [Form::class, 'handle'], -2);
		add_filter('throughline_own_more', [Form::class, 'own'], 20);
		add_filter('throughline_below_story_form', [Form::class, 'below'], 10, 2);

		add_action(Look::EVENT, [Look::class, 'drain']);
		add_action(SWEEP, [Look::class, 'drain']);

		// What else follows a change of its post is the Holder's; see Stories\Hooks.
		add_action('transition_post_status', [Look::class, 'follow_status'], 10, 3);
		add_action('before_delete_post', [Shares::class, 'forget']);
		add_action('admin_init', [Live::class, 'suggest']);
		// After core's own filters: wpautop would put paragraphs into it.
		add_filter('the_content', [Live::class, 'below_policy'], 20);

		Fetch\Hooks::register();
		Profiles\Hooks::register();
		PassOn\Hooks::register();
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['shares' => Shares::SCHEMA] + PassOn\Hooks::schema() + Profiles\Hooks::schema();
	}
}
