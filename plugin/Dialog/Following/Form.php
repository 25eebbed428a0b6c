<?php
// The small form by which somebody follows: below a dialog, and on a page of its own; it needs no JavaScript.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Moderation\Mine\Html;

defined('ABSPATH') || exit();

/** @phpstan-import-type Place from Conversation */
final class Form {
	/** Seals the form of somebody who is signed in. */
	public const SEAL = 'throughline-follow';

	/** Folded, below the dialog of a post; '' where nobody can follow it. */
	public static function html(int $post): string {
		return Conversation::is_open($post)
			? sprintf(
				'<details class="throughline-follow"><summary>%s</summary>%s</details>',
				esc_html__('Follow this conversation', 'throughline'),
				self::form(['post' => $post, 'comment' => 0]),
			)
			: '';
	}

	/** In the form of a comment, whose writer gave their mail: Wish::answers() does what it says. */
	public static function checkbox(): string {
		return sprintf(
			'<label class="throughline-write__ask"><input type="checkbox" name="%sfollow" value="1"> %s</label>',
			esc_attr(Html::FIELD),
			esc_html__('Tell me by mail when somebody answers', 'throughline'),
		);
	}

	/** Where the answers to a comment are followed. */
	public static function address(int $comment): string {
		return add_query_arg(Page::PARAMETER, "comment-$comment", home_url('/'));
	}

	/**
	 * Nothing personal where nobody is signed in: a cache may keep the page.
	 *
	 * @param Place $place
	 */
	public static function form(array $place): string {
		$name = Conversation::name($place);
		$id = wp_unique_prefixed_id('throughline-follow-');
		return sprintf(
			'<form class="throughline-write" method="post" action="%s" data-follow="%s">%s%s%s<p><button class="wp-element-button">%s</button></p></form>',
			esc_url(add_query_arg(Page::PARAMETER, $name, home_url('/'))),
			esc_attr($name),
			// Not on the button: a script that gives up sends the form without one.
			self::hidden('act', 'ask'),
			is_user_logged_in() ? self::nonce() : self::mail($id),
			self::how('now', $id),
			esc_html__('Follow', 'throughline'),
		);
	}

	public static function nonce(): string {
		return self::hidden('seal', wp_create_nonce(self::SEAL));
	}

	public static function hidden(string $name, string $value): string {
		return sprintf(
			'<input type="hidden" name="%s" value="%s">',
			esc_attr(Html::FIELD . $name),
			esc_attr($value),
		);
	}

	/** At once or once a day, as two rows. */
	public static function how(string $chosen, string $id): string {
		$rows = '';
		foreach (self::choices() as $how => $label) {
			$rows .= sprintf(
				'<label class="throughline-page__row throughline-write__ask" for="%1$s-%2$s"><input type="radio" id="%1$s-%2$s" name="%3$show" value="%2$s"%4$s> %5$s</label>',
				esc_attr($id),
				esc_attr($how),
				esc_attr(Html::FIELD),
				checked($how, $chosen, false),
				esc_html($label),
			);
		}
		return sprintf(
			'<fieldset class="throughline-follow__how"><legend>%s</legend>%s</fieldset>',
			esc_html__('How often', 'throughline'),
			$rows,
		);
	}

	/** @return array<string, string> */
	public static function choices(): array {
		return [
			'now' => __('A mail soon after', 'throughline'),
			'daily' => __('One mail a day', 'throughline'),
		];
	}

	private static function mail(string $id): string {
		return sprintf(
			'<div class="throughline-page__field"><label for="%1$s-mail">%2$s</label><input id="%1$s-mail" type="email" name="%3$smail" autocomplete="email" required maxlength="190" aria-describedby="%1$s-hint"><span class="throughline-page__hint" id="%1$s-hint">%4$s</span></div><p hidden><label>%5$s<input name="%3$swebsite" tabindex="-1" autocomplete="off"></label></p>',
			esc_attr($id),
			esc_html__('Your mail address', 'throughline'),
			esc_attr(Html::FIELD),
			esc_html__(
				'You get a mail with a link first. Nobody else sees your address, and every mail ends it with one click.',
				'throughline',
			),
			esc_html__('Leave this empty', 'throughline'),
		);
	}
}
