<?php
// Who may do what: four capabilities of our own, and a role for people who only submit.

namespace Throughline\People;

defined('ABSPATH') || exit();

final class Capabilities {
	public const SUBMIT = 'throughline_submit';
	/** Answers on a desk. */
	public const ANSWER = 'throughline_answer';
	public const MODERATE = 'throughline_moderate';
	/** Guidelines, standings, invitations, settings. */
	public const MANAGE = 'throughline_manage';

	public const EMPLOYEE = 'throughline_employee';

	private const OF_ROLE = [
		'administrator' => [self::SUBMIT, self::ANSWER, self::MODERATE, self::MANAGE],
		'editor' => [self::SUBMIT, self::ANSWER, self::MODERATE, self::MANAGE],
		'author' => [self::SUBMIT, self::ANSWER],
		'contributor' => [self::SUBMIT, self::ANSWER],
	];

	public static function grant(): void {
		add_role(self::EMPLOYEE, _x('Employee', 'role', 'throughline'), [
			'read' => true,
			self::SUBMIT => true,
		]);
		foreach (self::OF_ROLE as $name => $capabilities) {
			$role = get_role($name);
			foreach ($capabilities as $capability) {
				$role?->add_cap($capability);
			}
		}
	}

	/** For uninstall.php. People who were only employees here keep their account, with a role that can read. */
	public static function revoke(): void {
		foreach (array_keys(wp_roles()->role_objects) as $name) {
			foreach ([self::SUBMIT, self::ANSWER, self::MODERATE, self::MANAGE] as $capability) {
				wp_roles()->remove_cap($name, $capability);
			}
		}
		// Moderators who were named one by one.
		foreach (get_users(['capability' => self::MODERATE]) as $user) {
			if ($user instanceof \WP_User) {
				$user->remove_cap(self::MODERATE);
			}
		}
		foreach (get_users(['role' => self::EMPLOYEE]) as $user) {
			if ($user instanceof \WP_User) {
				$user->set_role('subscriber');
			}
		}
		remove_role(self::EMPLOYEE);
	}
}
