<?php
// Mastodon and its kin live on many servers: whoever passes a page on there names theirs. Without a script our own address leads on to it.

declare(strict_types=1);

namespace Throughline\Shares\PassOn;

use Throughline\Moderation\Page;
use Throughline\Shares\Networks\Networks;
use Throughline\Shares\Networks\Place;

defined('ABSPATH') || exit();

final class Fediverse {
	public const POST = 'throughline-pass';
	public const SERVER = 'throughline-server';

	/** Leads on to the server that was named, or asks for it once more. */
	public static function answer(): void {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- changes nothing; both are matched below.
		$asked = $_GET[self::POST] ?? null;
		$named = $_GET[self::SERVER] ?? '';
		// phpcs:enable
		if (!is_string($asked)) {
			return;
		}
		$post = ctype_digit($asked) ? (int) $asked : 0;
		if (!PassOn::is_public($post)) {
			return;
		}
		$server = is_string($named) ? self::server(wp_unslash($named)) : '';
		$link =
			$server === ''
				? null
				: Networks::share_link('fediverse', [
					'url' => (string) get_permalink($post),
					'title' => html_entity_decode(get_the_title($post), ENT_QUOTES, 'UTF-8'),
					'instance' => $server,
				]);
		if ($link === null) {
			self::ask($post, is_string($named) ? wp_unslash($named) : '');
		}
		if (!self::comes_from_here()) {
			self::let_choose($server, $link);
		}
		Passes::add($post, 'fediverse');
		nocache_headers();
		header('Referrer-Policy: no-referrer');
		// phpcs:ignore WordPress.Security.SafeRedirect.wp_redirect_wp_redirect -- to the server that the visitor named just now, by https and its name alone.
		wp_redirect($link, 303, 'Throughline');
		exit();
	}

	/**
	 * The name of a server, out of what somebody typed: a name, an address or a handle. '' where it is none.
	 */
	public static function server(string $typed): string {
		$name = trim($typed);
		$name = (string) preg_replace('~^(?:https://|@?[\w.-]+@)~i', '', $name);
		$name = rtrim($name, '/');
		return preg_match('~^[^/?#@:\s\\\\]+$~u', $name) === 1 ? Place::host("https://$name/") : '';
	}

	/** Its form, which any page may keep in a cache. */
	public static function form(int $post, string $typed = '', string $problem = ''): string {
		$id = wp_unique_prefixed_id('throughline-server-');
		return sprintf(
			'<form method="get" action="%1$s" data-pass="fediverse"><input type="hidden" name="%2$s" value="%3$d"><label for="%4$s">%5$s</label>%6$s<p><input id="%4$s" name="%7$s" value="%8$s" required autocapitalize="off" autocomplete="url" spellcheck="false" placeholder="mastodon.social"%9$s> <button class="wp-element-button">%10$s</button></p></form>',
			esc_url(home_url('/')),
			esc_attr(self::POST),
			$post,
			esc_attr($id),
			esc_html__('Your server', 'throughline'),
			$problem === '' ? '' : '<p role="alert">' . esc_html($problem) . '</p>',
			esc_attr(self::SERVER),
			esc_attr($typed),
			$problem === '' ? '' : ' aria-invalid="true"',
			esc_html__('Open there', 'throughline'),
		);
	}

	/** A link on somebody else's page must not lead through ours to wherever it likes. */
	private static function comes_from_here(): bool {
		return ($_SERVER['HTTP_SEC_FETCH_SITE'] ?? '') === 'same-origin';
	}

	private static function let_choose(string $server, string $link): never {
		Page::show(
			__('You are leaving this site', 'throughline'),
			sprintf(
				'<p><a class="wp-element-button" href="%s" rel="noopener noreferrer nofollow">%s</a></p>',
				esc_url($link, ['https']),
				esc_html(
					sprintf(
						/* translators: %s: name of a server */
						__('Open %s', 'throughline'),
						$server,
					),
				),
			),
		);
	}

	private static function ask(int $post, string $typed): never {
		Page::show(
			__('Which server is yours?', 'throughline'),
			self::form(
				$post,
				mb_substr($typed, 0, 200),
				__(
					'This is no name of a server yet. Please write it as in an address, e.g. mastodon.social.',
					'throughline',
				),
			) .
				sprintf(
					'<p><a href="%s">%s</a></p>',
					esc_url((string) get_permalink($post)),
					esc_html__('Back to the page', 'throughline'),
				),
			422,
		);
	}
}
