<?php
// Where people link their profiles: their own page in wp-admin. It needs no JavaScript.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\Contract;
use Throughline\Moderation\Mine\Html;
use Throughline\Moderation\Mine\Request;
use Throughline\Moderation\Page;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

/** @phpstan-import-type Linked from Profiles */
final class Screen {
	public const PARAMETER = 'throughline-profiles';
	private const SEAL = 'throughline-profiles';

	public static function address(): string {
		return admin_url('profile.php#throughline-profiles');
	}

	/** Runs where core prints the last settings of one's own profile; its form is another, so ours is named by each button. */
	public static function print(): void {
		if (!Stories::may_submit()) {
			return;
		}
		$rows = '';
		$all = Profiles::of(get_current_user_id());
		foreach ($all as $one) {
			$rows .= self::row($one);
		}
		printf(
			'<h2 id="throughline-profiles">%s</h2><p>%s</p>%s<p>%s</p><p class="description" id="throughline-profile-hint">%s</p>%s',
			esc_html__('Your profiles on other networks', 'throughline'),
			esc_html__(
				'Nobody has to link one. What you post there and share here can then be shown as proven to be yours.',
				'throughline',
			),
			$rows === '' ? '' : '<ul>' . $rows . '</ul>', // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in row().
			self::field(''), // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there.
			esc_html__('Only you see this list.', 'throughline'),
			$all === [] ? '' : self::link(), // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there.
		);
	}

	/** Forms can't stand within forms. */
	public static function form(): void {
		if (Stories::may_submit()) {
			printf(
				'<form id="throughline-profiles-form" method="post" action="%s"><input type="hidden" name="%sseal" value="%s"></form>',
				esc_url(add_query_arg(self::PARAMETER, '1', home_url('/'))),
				esc_attr(Html::FIELD),
				esc_attr(wp_create_nonce(self::SEAL)),
			);
		}
	}

	/** A line among one's own pieces. */
	public static function add(mixed $html, int $user): string {
		$html = is_string($html) ? $html : '';
		$count = count(Profiles::of($user));
		return user_can($user, 'read')
			? $html .
					sprintf(
						'<p class="throughline-mine__quiet"><a href="%s">%s</a></p>',
						esc_url(self::address()),
						$count === 0
							? esc_html__('Link your profiles on other networks', 'throughline')
							: esc_html(
								sprintf(
									/* translators: %s: a number */
									_n(
										'%s linked profile on other networks',
										'%s linked profiles on other networks',
										$count,
										'throughline',
									),
									number_format_i18n($count),
								),
							),
					)
			: $html;
	}

	/** Answers the form. */
	public static function answer(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- which form it is.
		if (!isset($_GET[self::PARAMETER])) {
			return;
		}
		if (Request::is_post() && Stories::may_submit()) {
			if (wp_verify_nonce(Request::field('seal'), self::SEAL) === false) {
				self::refuse(
					__(
						'The page was open for a long time, and nothing was changed. Please go back, load it anew, and try again.',
						'throughline',
					),
					403,
				);
			}
			try {
				self::act(get_current_user_id());
			} catch (\RuntimeException $error) {
				self::refuse(Contract::failed($error)->get_error_message(), 503);
			}
		}
		wp_safe_redirect(self::address(), 303, 'Throughline');
		exit();
	}

	private static function act(int $user): void {
		[$act, $id] = [...explode('-', Request::field('act'), 2), ''];
		if ($act === 'add') {
			$added = Profiles::add($user, Request::field('address'));
			if (is_wp_error($added)) {
				self::refuse($added->get_error_message(), 422);
			}
			return;
		}
		$one = Profiles::get(ctype_digit($id) ? (int) $id : 0);
		if ($one === null || $one['user'] !== $user) {
			return;
		}
		if ($act === 'remove') {
			Profiles::remove($one['id']);
		} elseif ($act === 'check') {
			Check::ask($one);
		} elseif ($act === 'code') {
			self::show_code($one);
		}
	}

	/** What is wrong; an address that was written stands there to be mended. */
	private static function refuse(string $sentence, int $status): never {
		$address = Request::field('address');
		ob_start();
		self::form();
		Page::show(
			__('Your profiles on other networks', 'throughline'),
			sprintf(
				'<p class="throughline-page__problem" role="alert">%s</p>%s%s<p><a href="%s">%s</a></p>',
				Html::text($sentence),
				ob_get_clean(),
				$address === '' ? '' : '<p>' . self::field($address) . '</p>',
				esc_url(self::address()),
				esc_html__('Back to your profile', 'throughline'),
			),
			$status,
		);
	}

	/** @param Linked $one */
	private static function show_code(array $one): never {
		Page::show(
			__('Your code', 'throughline'),
			sprintf(
				'<p><code>%s</code></p><p>%s</p><p>%s</p><p><a href="%s">%s</a></p>',
				esc_html(Proof::new_code($one['id'])),
				Html::text(Words::hint($one['network'])),
				esc_html__(
					'It is shown only now. Once it was found there, you can take it away again.',
					'throughline',
				),
				esc_url(self::address()),
				esc_html__('Back to your profile', 'throughline'),
			),
		);
	}

	/** @param Linked $one */
	private static function row(array $one): string {
		$is_own = Profiles::is_own($one);
		$name = Words::name($one);
		return sprintf(
			'<li><p><a href="%s" rel="noopener">%s</a><br>%s%s</p><p>%s%s%s</p></li>',
			esc_url($one['address'], ['https']),
			Html::text($name),
			esc_html(Words::stand($one)),
			$is_own
				? ''
				: '<br><span class="description">' .
					esc_html(Words::hint($one['network'])) .
					'</span>',
			Profiles::is_asked($one['network'])
				? self::button("check-{$one['id']}", __('Check', 'throughline'), $name) . ' '
				: '',
			!$is_own && Words::takes_code($one['network'])
				? self::button("code-{$one['id']}", __('Get a code', 'throughline'), $name) . ' '
				: '',
			self::button("remove-{$one['id']}", __('Remove', 'throughline'), $name),
		);
	}

	private static function link(): string {
		return sprintf(
			'<p><label for="throughline-profile-link">%s</label><br><input type="text" class="large-text code" id="throughline-profile-link" readonly value="%s"></p>',
			esc_html__('Your link, for pages and profiles that are yours', 'throughline'),
			esc_attr(
				sprintf(
					'<a rel="me" href="%s">%s</a>',
					Proof::back_link(get_current_user_id()),
					wp_parse_url(home_url(), PHP_URL_HOST),
				),
			),
		);
	}

	/** Where an address is written, and the button. */
	private static function field(string $value): string {
		return sprintf(
			'<label for="throughline-profile-address">%s</label><br><input type="text" class="regular-text" id="throughline-profile-address" name="%saddress" value="%s" form="throughline-profiles-form" maxlength="2000" inputmode="url" autocomplete="off" required aria-describedby="throughline-profile-hint"> %s',
			esc_html__('Address of a profile', 'throughline'),
			esc_attr(Html::FIELD),
			Html::text($value),
			self::button('add', __('Link this profile', 'throughline')),
		);
	}

	private static function button(string $act, string $words, string $about = ''): string {
		return sprintf(
			'<button class="button" form="throughline-profiles-form" name="%sact" value="%s"%s>%s%s</button>',
			esc_attr(Html::FIELD),
			esc_attr($act),
			// The address is only for linking one.
			$about === '' ? '' : ' formnovalidate',
			esc_html($words),
			$about === ''
				? ''
				: '<span class="screen-reader-text"> ' . Html::text($about) . '</span>',
		);
	}
}
