<?php
// How often a moderator hears from the desk: one question in their own profile.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;

defined('ABSPATH') || exit();

final class AlertWish {
	/** Runs where core prints a profile's last settings. */
	public static function print(\WP_User $user): void {
		if (!user_can($user, Capabilities::MODERATE)) {
			return;
		}
		$kept = get_user_option(Alerts::WISH, $user->ID);
		printf(
			'<h2>%1$s</h2><table class="form-table" role="presentation"><tr><th scope="row"><label for="%2$s">%3$s</label></th><td><select name="%2$s" id="%2$s">',
			esc_html__('Throughline', 'throughline'),
			esc_attr(Alerts::WISH),
			esc_html__('When something waits', 'throughline'),
		);
		foreach (self::choices() as $wish => $label) {
			printf(
				'<option value="%s"%s>%s</option>',
				esc_attr($wish),
				selected($wish, is_string($kept) ? $kept : '', false),
				esc_html($label),
			);
		}
		printf(
			'</select><p class="description">%s</p></td></tr></table>',
			esc_html__(
				'You get one mail for all that came, within your hours, and only about departments that are yours.',
				'throughline',
			),
		);
	}

	/** Runs after core has checked the form's nonce and that this person may change the profile. */
	public static function save(int $user): void {
		// phpcs:ignore WordPress.Security.NonceVerification -- as above.
		$wish = $_POST[Alerts::WISH] ?? null;
		if (!is_string($wish) || !user_can($user, Capabilities::MODERATE)) {
			return;
		}
		if (in_array($wish, Alerts::WISHES, true)) {
			update_user_option($user, Alerts::WISH, $wish);
		} else {
			delete_user_option($user, Alerts::WISH);
		}
	}

	/** @return array<string, string> */
	private static function choices(): array {
		$choices = [
			'now' => __('A mail soon after', 'throughline'),
			'digest' => __('One mail a day', 'throughline'),
			'off' => __('No mail', 'throughline'),
		];
		return [
			'' => sprintf(
				/* translators: %s: one of the other choices, e.g. One mail a day */
				__('As the site does: %s', 'throughline'),
				$choices[Settings::get('alerts')] ?? $choices['now'],
			),
		] + $choices;
	}
}
