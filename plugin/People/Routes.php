<?php
// The departments, for those who insert blocks or send stories.

namespace Throughline\People;

use Throughline\Contract;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		Contract::route('/departments', [
			'methods' => 'GET',
			'permission' => static fn(): bool => current_user_can('edit_posts') ||
				current_user_can(Capabilities::SUBMIT),
			'callback' => static fn(): array => ['departments' => Departments::all()],
		]);
	}
}
