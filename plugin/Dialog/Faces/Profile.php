<?php
// Where people upload their picture and take it away again: their profile in wp-admin, and the page of their own pieces.

declare(strict_types=1);

namespace Throughline\Dialog\Faces;

use Throughline\Moderation\Mine\Html;
use Throughline\Moderation\Mine\Request;
use Throughline\Moderation\MyPieces;
use Throughline\Moderation\Page;
use Throughline\People\Portrait;
use Throughline\People\Person;
use Throughline\Stories\Images;

defined('ABSPATH') || exit();

final class Profile {
	public const PARAMETER = 'throughline-face';
	private const SEAL = 'throughline-face';
	private const REMOVE = 'face_remove';

	/** Core asks for a change of names by text alone. */
	public static function tag(): void {
		echo ' enctype="multipart/form-data"';
	}

	/** Core would send people to somebody else's service for it. */
	public static function describe(): string {
		return sprintf(
			'<a href="#throughline-face">%s</a>',
			esc_html__('Further down you upload a picture of yourself.', 'throughline'),
		);
	}

	/** Runs where core prints a profile's last settings: one's own, or that of somebody whose picture has to go. */
	public static function print(\WP_User $user): void {
		$own = $user->ID === get_current_user_id();
		$has = Person::picture($user->ID) !== null;
		if (!$own && !$has) {
			return;
		}
		printf(
			'<h2>%s</h2><table class="form-table" role="presentation"><tr><th scope="row">%s</th><td>%s%s</td></tr></table>',
			esc_html__('Your picture on this site', 'throughline'),
			$own
				? '<label for="throughline-face">' .
					esc_html__('Picture', 'throughline') .
					'</label>'
				: esc_html__('Picture', 'throughline'),
			$has
				? '<p><img src="' .
					esc_url((string) Person::picture($user->ID, 192)) .
					'" width="96" height="96" alt="" style="border-radius:50%"></p>'
				: '',
			// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
			($own ? self::field() : '') . ($has ? self::remove() : ''),
		);
	}

	/** Runs after core has checked the form's nonce and that this person may change the profile. */
	public static function save(int $user): void {
		if (Request::field(self::REMOVE) === '1') {
			Faces::remove($user);
		}
		$file = Request::file();
		// Nobody else uploads somebody's face.
		if ($file === null || $user !== get_current_user_id()) {
			return;
		}
		$problem = Faces::put($user, $file);
		if ($problem !== null) {
			add_action('user_profile_update_errors', static function (\WP_Error $errors) use (
				$problem,
			): void {
				$errors->add('throughline_face', esc_html($problem->get_error_message()));
			});
		}
	}

	/** Among one's own pieces. */
	public static function add(mixed $html, int $user): string {
		$person = Person::shown($user);
		return (is_string($html) ? $html : '') .
			Html::details(
				__('My picture', 'throughline'),
				sprintf(
					'<form method="post" enctype="multipart/form-data" action="%s"><p>%s</p><input type="hidden" name="%sseal" value="%s"><div class="throughline-mine__field"><label for="throughline-face">%s</label>%s</div>%s<p>%s</p></form>',
					esc_url(add_query_arg(self::PARAMETER, '1', home_url('/'))),
					$person['picture'] === null
						? esc_html__('So far others see your initials.', 'throughline')
						: Portrait::html($person, 'throughline-mine__face'),
					esc_attr(Html::FIELD),
					esc_attr(wp_create_nonce(self::SEAL)),
					esc_html__('A picture of yourself', 'throughline'),
					self::field(),
					$person['picture'] === null ? '' : self::remove(),
					Html::button('face', __('Remember this', 'throughline')),
				),
			);
	}

	/** Answers the form among one's own pieces. */
	public static function answer(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- which form it is.
		if (!isset($_GET[self::PARAMETER])) {
			return;
		}
		$user = get_current_user_id();
		if (
			Request::is_post() &&
			$user > 0 &&
			wp_verify_nonce(Request::field('seal'), self::SEAL) !== false
		) {
			if (Request::field(self::REMOVE) === '1') {
				Faces::remove($user);
			}
			$file = Request::file();
			$problem = $file === null ? null : Faces::put($user, $file);
			if ($problem !== null) {
				Page::say(
					__('The picture was not taken', 'throughline'),
					$problem->get_error_message(),
					422,
				);
			}
		}
		wp_safe_redirect(MyPieces::address(''), 303, 'Throughline');
		exit();
	}

	private static function field(): string {
		return sprintf(
			'<input type="file" id="throughline-face" name="%sphoto" accept="%s" aria-describedby="throughline-face-hint"><p class="description throughline-mine__hint" id="throughline-face-hint">%s</p>',
			esc_attr(Html::FIELD),
			esc_attr(implode(',', Images::accepted_mimes())),
			esc_html__(
				'Everybody sees it beside your name. Only the middle is shown, and what the camera wrote beside it goes. Without one, others see your initials.',
				'throughline',
			),
		);
	}

	private static function remove(): string {
		return sprintf(
			'<p><label class="throughline-mine__check"><input type="checkbox" name="%s" value="1"> %s</label></p>',
			esc_attr(Html::FIELD . self::REMOVE),
			esc_html__('Take my picture away', 'throughline'),
		);
	}
}
