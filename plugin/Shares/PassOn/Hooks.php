<?php
// Where passing on meets WordPress.

declare(strict_types=1);

namespace Throughline\Shares\PassOn;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		add_action('rest_api_init', [Routes::class, 'register']);
		// Before redirect_canonical (10).
		add_action('template_redirect', [Fediverse::class, 'answer'], -1);
		add_action('template_redirect', [Posted::class, 'handle']);
		add_action('deleted_post', [Passes::class, 'forget']);
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['passes' => Passes::SCHEMA];
	}
}
