<?php
// The page of one follower, by the link in their mail, and the form on a page of its own: /?throughline-follow=12-… Opening it changes nothing.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Dialog\Comments;
use Throughline\Moderation\FormToken;
use Throughline\Moderation\Mine\Html;
use Throughline\Moderation\Mine\Request;
use Throughline\Moderation\Page as ThemePage;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Follower from Followers
 * @phpstan-import-type Place from Conversation
 */
final class Page {
	public const PARAMETER = 'throughline-follow';
	/** In the address: it is about all that came in one mail. */
	public const ALL = 'throughline-all';

	/** Answers the request when it asks for one of these pages. */
	public static function answer(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- matched below.
		$asked = $_GET[self::PARAMETER] ?? null;
		if ($asked === null) {
			return;
		}
		$asked = is_string($asked) ? $asked : '';
		if ($asked === Mine::ADDRESS) {
			Mine::answer();
		}
		if (preg_match('/^(\d{1,18})-([0-9a-f]{64})$/D', $asked, $part) === 1) {
			self::bearer((int) $part[1], $part[2]);
		}
		$place = Conversation::named($asked);
		if ($place === null) {
			self::gone();
		}
		Request::is_post() && Request::field('act') === 'ask' ? self::take($place) : null;
		ThemePage::show(self::question($place), self::about($place) . Form::form($place));
	}

	/** Whoever has the link may do what its owner may; without a cookie, since mail programs have none. */
	private static function bearer(int $id, string $token): never {
		$follower = Followers::by_token($id, $token);
		// phpcs:ignore WordPress.Security.NonceVerification -- the token stands for it; RFC 8058 names the field.
		$one_click = ($_POST['List-Unsubscribe'] ?? '') === 'One-Click';
		$act = match (true) {
			!Request::is_post() => '',
			$one_click => 'stop',
			default => Request::field('act'),
		};
		if ($follower === null) {
			$act === 'stop' || $act === 'all' ? self::ended() : self::gone();
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only says how much the button ends.
		$all = isset($_GET[self::ALL]);
		if ($act === 'all' || ($all && $one_click)) {
			Followers::stop_all($follower);
			self::ended();
		}
		if ($act === 'stop') {
			Followers::stop($id);
			self::ended();
		}
		if ($act === 'confirm' && $follower['state'] === 'asked') {
			Followers::confirm($id);
		}
		$how = Request::field('how');
		if ($act === 'how' && in_array($how, Followers::HOW, true)) {
			Followers::change($id, $how);
		}
		if ($act !== '') {
			wp_safe_redirect(
				add_query_arg('throughline-said', $act, Followers::address($follower)),
				303,
				'Throughline',
			);
			exit();
		}
		self::show($follower, $all);
	}

	/** @param Follower $follower */
	private static function show(array $follower, bool $all): never {
		$place = ['post' => $follower['post'], 'comment' => $follower['comment']];
		if ($follower['state'] === 'asked') {
			ThemePage::show(
				self::question($place),
				self::about($place) .
					self::p(
						__(
							'Press the button, and you hear by mail what is new here. Every mail ends it with one click.',
							'throughline',
						),
					) .
					self::post([
						self::button('confirm', __('Yes, follow', 'throughline'), true),
						self::button('stop', __('No, forget my address', 'throughline')),
					]),
			);
		}
		ThemePage::show(
			__('You follow this', 'throughline'),
			self::said() .
				self::about($place) .
				self::post([
					Form::how($follower['how'], 'throughline-follow-how'),
					self::button('how', __('Remember this', 'throughline'), true),
				]) .
				self::post([
					self::button('stop', __('Stop following', 'throughline')),
					$all
						? self::button('all', __('Stop all that came in this mail', 'throughline'))
						: '',
				]),
		);
	}

	/**
	 * Without JavaScript, and from pages that a cache kept: what was written once more, with a fresh token and one button.
	 *
	 * @param Place $place
	 */
	private static function take(array $place): never {
		$name = Conversation::name($place);
		$signed_in = is_user_logged_in();
		$sealed = $signed_in
			? (wp_verify_nonce(Request::field('seal'), Form::SEAL) === false
				? 'wrong'
				: 'good')
			: FormToken::check("follow $name", Request::field('token'));
		// Only machines fill it in, and they learn nothing.
		$trapped = Request::field('website') !== '';
		[$problem, $status] = ['', 200];
		if ($sealed === 'good' && !$trapped) {
			$sent = Wish::send($place, Request::field('mail'), Request::field('how'));
			if (!is_wp_error($sent)) {
				ThemePage::show(
					$signed_in
						? __('You follow this', 'throughline')
						: __('Look into your mail', 'throughline'),
					self::p($sent) . self::back($place),
				);
			}
			$problem = $sent->get_error_message();
			$data = $sent->get_error_data();
			$status = is_array($data) && is_int($data['status'] ?? null) ? $data['status'] : 422;
		}
		$how = Request::field('how') === 'daily' ? 'daily' : 'now';
		$id = 'throughline-follow-again';
		ThemePage::show(
			self::question($place),
			($problem === ''
				? ''
				: '<p role="alert"><strong>' . esc_html($problem) . '</strong></p>') .
				self::about($place) .
				self::post(
					[
						$signed_in
							? Form::nonce()
							: Form::hidden('token', FormToken::make("follow $name")) .
								sprintf(
									'<div class="throughline-page__field"><label for="%1$s">%2$s</label><input id="%1$s" type="email" name="%3$smail" value="%4$s" autocomplete="email" required maxlength="190"%5$s></div>',
									esc_attr($id),
									esc_html__('Your mail address', 'throughline'),
									esc_attr(Html::FIELD),
									esc_attr(sanitize_text_field(Request::field('mail'))),
									$problem === '' ? '' : ' aria-invalid="true"',
								),
						Form::how($how, $id),
						self::button('ask', __('Yes, send me the mail', 'throughline'), true),
					],
					add_query_arg(self::PARAMETER, $name, home_url('/')),
				),
			$status,
		);
	}

	/** @param Place $place */
	private static function question(array $place): string {
		return $place['comment'] > 0
			? __('Hear of answers?', 'throughline')
			: __('Follow this conversation?', 'throughline');
	}

	/** @param Place $place */
	private static function about(array $place): string {
		if (!Conversation::is_open($place['post'])) {
			return self::p(
				__(
					'The page can’t be read at the moment: until then no mail comes.',
					'throughline',
				),
			);
		}
		return sprintf(
			'<p class="throughline-page__about">%s<br><a href="%s">%s</a></p>',
			$place['comment'] > 0
				? esc_html__('Answers to a comment on', 'throughline')
				: esc_html__('The conversation on', 'throughline'),
			esc_url(self::link($place)),
			Html::text(Comments::page_title($place['post'])),
		);
	}

	/** @param Place $place */
	private static function back(array $place): string {
		return sprintf(
			'<p><a href="%s">%s</a></p>',
			esc_url(self::link($place)),
			esc_html__('Back to the page', 'throughline'),
		);
	}

	/** @param Place $place */
	private static function link(array $place): string {
		$comment = $place['comment'] > 0 ? Comments::get($place['comment']) : null;
		return $comment !== null && $comment->comment_approved === '1'
			? Comments::link($comment)
			: (string) get_permalink($place['post']);
	}

	private static function said(): string {
		$said = match (Request::said()) {
			'confirm' => __('You follow this now: what is new comes by mail.', 'throughline'),
			'how' => __('We’ll do it that way.', 'throughline'),
			default => '',
		};
		return $said === '' ? '' : '<p role="status">' . esc_html($said) . '</p>';
	}

	private static function ended(): never {
		ThemePage::say(
			__('No more mails', 'throughline'),
			__('You don’t follow it any more, and your address for it is deleted.', 'throughline'),
		);
	}

	private static function gone(): never {
		ThemePage::say(
			__('There is nothing to follow here', 'throughline'),
			__(
				'Either you don’t follow it any more, or the conversation was taken off the site.',
				'throughline',
			),
			404,
		);
	}

	/** @param list<string> $inside safe HTML */
	private static function post(array $inside, string $action = ''): string {
		return sprintf(
			'<form method="post"%s>%s</form>',
			$action === '' ? '' : ' action="' . esc_url($action) . '"',
			implode('', $inside),
		);
	}

	private static function button(string $act, string $words, bool $first = false): string {
		return '<p>' . Html::button($act, $words, $first) . '</p>';
	}

	private static function p(string $sentence): string {
		return '<p>' . esc_html($sentence) . '</p>';
	}
}
