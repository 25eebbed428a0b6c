<?php
// The form of a dialog: the same for everybody, so that a cache may keep it; it needs no JavaScript.

namespace Throughline\Dialog\Writing;

use Throughline\Dialog\Following\Form as FollowForm;
use Throughline\Dialog\Questions\Asking;
use Throughline\Dialog\Settings;
use Throughline\Dialog\View\Comment;
use Throughline\Dialog\View\Request;
use Throughline\Dialog\Threads\Threads;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Setup from Settings
 * @phpstan-import-type Input from Send
 */
final class Form {
	/** Before the name of every field. */
	public const FIELD = 'throughline_';

	/**
	 * @param Setup $setup
	 * @param bool $asks whether all that is sent by it is a question to the desk
	 */
	public static function html(int $post, array $setup, bool $asks = false): string {
		$desk = Settings::desk($setup);
		$parent = Request::reply();
		$above = $parent > 0 ? Threads::some([$parent])[$parent] ?? null : null;
		$above = $above !== null && $above['post'] === $post ? $above : null;
		return sprintf(
			'<form id="%1$s" class="throughline-write" method="post" action="%2$s" data-length="%3$d">%4$s%5$s<label for="%1$s-text">%6$s</label><textarea id="%1$s-text" name="%7$stext" rows="2" required placeholder="%8$s"></textarea>%9$s</form>',
			$asks ? 'throughline-ask' : 'respond',
			esc_url((string) get_permalink($post) . '#respond'),
			$setup['length'],
			self::hidden([
				'write' => (string) $post,
				'parent' => $above === null ? '0' : (string) $above['id'],
				'sealed' => Settings::seal($post, $setup),
				...$asks ? ['ask' => (string) $setup['desk']] : [],
			]),
			$above === null
				? ''
				: '<p class="throughline-comment__to">' .
					sprintf(
						/* translators: %s: somebody's name */
						esc_html__('In reply to %s', 'throughline'),
						str_replace('[', '&#91;', esc_html(Comment::name($above))),
					) .
					'</p>',
			$asks
				? esc_html__('Your question', 'throughline')
				: esc_html__('Your comment', 'throughline'),
			esc_attr(self::FIELD),
			esc_attr(
				match (true) {
					$asks => __('What would you like to know?', 'throughline'),
					$desk === null => __('Write what you think, or ask …', 'throughline'),
					default => sprintf(
						/* translators: %s: name of a department */
						__('Ask %s, or write what you think …', 'throughline'),
						$desk,
					),
				},
			),
			self::rest($post, $setup, [
				'desk' => $asks ? null : $desk,
				'id' => $asks ? "ask-$post" : (string) $post,
			]),
		);
	}

	/**
	 * @param Setup $setup
	 * @param array{desk: string|null, id: string} $form `id` ends the ids of its fields
	 */
	private static function rest(int $post, array $setup, array $form): string {
		['desk' => $desk, 'id' => $id] = $form;
		return sprintf(
			'<div class="throughline-write__more">%s%s%s<p class="throughline-write__count" role="status"></p><p class="throughline-write__send"><button class="wp-element-button">%s</button> <span>%s</span></p></div>',
			$desk === null ? '' : self::ask($post, $setup, $desk),
			Settings::needs_account($setup)
				? '<p class="throughline-write__hint">' .
					sprintf(
						/* translators: %s: link to sign in */
						esc_html__('Here people write with their account: %s', 'throughline'),
						sprintf(
							'<a href="%s">%s</a>',
							esc_url(wp_login_url((string) get_permalink($post) . '#respond')),
							esc_html__('sign in', 'throughline'),
						),
					) .
					'</p>'
				: self::who($id),
			FollowForm::checkbox(),
			esc_html__('Send', 'throughline'),
			esc_html__(
				'A “>” quotes, a “-” makes a list, *stars* stress; addresses become links.',
				'throughline',
			),
		);
	}

	/** @param Setup $setup */
	private static function ask(int $post, array $setup, string $desk): string {
		if (!Asking::takes($setup['desk'])) {
			return '';
		}
		return sprintf(
			'<label class="throughline-write__ask"><input type="checkbox" name="%sask" value="%d"> %s</label>',
			esc_attr(self::FIELD),
			$setup['desk'],
			esc_html(
				sprintf(
					/* translators: %s: name of a department */
					__('This is a question to %s', 'throughline'),
					$desk,
				),
			),
		);
	}

	/** Whoever is signed in needs none of it; the view takes it away, and the server doesn't look at it. */
	private static function who(string $id): string {
		$needs_mail = (bool) get_option('require_name_email');
		return sprintf(
			'<div class="throughline-write__who"><p><label for="throughline-name-%1$s">%2$s</label><input id="throughline-name-%1$s" name="%3$sname" maxlength="%4$d" autocomplete="name"></p><p><label for="throughline-mail-%1$s">%5$s</label><input id="throughline-mail-%1$s" type="email" name="%3$smail" maxlength="100" autocomplete="email"></p>%6$s</div>',
			esc_attr($id),
			esc_html__('Your name', 'throughline'),
			esc_attr(self::FIELD),
			Send::MAX_NAME,
			$needs_mail
				? esc_html__('Your mail address (never shown)', 'throughline')
				: esc_html__('Your mail address (never shown, if you like)', 'throughline'),
			self::trap(),
		);
	}

	/** Only machines fill it in. */
	public static function trap(): string {
		return sprintf(
			'<p class="throughline-write__empty" aria-hidden="true" hidden><label>%s <input name="%swebsite" tabindex="-1" autocomplete="off"></label></p>',
			esc_html__('Leave this empty', 'throughline'),
			esc_attr(self::FIELD),
		);
	}

	/** @param array<string, string> $values */
	public static function hidden(array $values): string {
		$html = '';
		foreach ($values as $name => $value) {
			$html .= sprintf(
				'<input type="hidden" name="%s" value="%s">',
				esc_attr(self::FIELD . $name),
				esc_attr($value),
			);
		}
		return $html;
	}
}
