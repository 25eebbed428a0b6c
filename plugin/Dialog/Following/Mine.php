<?php
// What somebody with an account follows, among their own pieces: how often they hear of it, and a button to stop.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Dialog\Comments;
use Throughline\Moderation\Mine\Html;
use Throughline\Moderation\Mine\Request;
use Throughline\Moderation\MyPieces;

defined('ABSPATH') || exit();

/** @phpstan-import-type Follower from Followers */
final class Mine {
	public const ADDRESS = 'mine';

	/** Below the list of what they sent. */
	public static function add(mixed $html, int $user): string {
		$html = is_string($html) ? $html : '';
		$rows = '';
		foreach (Followers::of_user($user) as $follower) {
			$rows .= self::row($follower);
		}
		return $rows === ''
			? $html
			: $html .
					Html::details(
						__('What I follow', 'throughline'),
						"<ul class=\"throughline-mine__items\">$rows</ul>",
						Request::said() === 'follow',
					);
	}

	/** Answers the forms of that list. */
	public static function answer(): never {
		$user = get_current_user_id();
		$id = Request::field('follower');
		$follower = ctype_digit($id) ? Followers::get((int) $id) : null;
		if (
			Request::is_post() &&
			$user > 0 &&
			$follower !== null &&
			$follower['user'] === $user &&
			wp_verify_nonce(Request::field('seal'), Form::SEAL) !== false
		) {
			Request::field('act') === 'stop'
				? Followers::stop($follower['id'])
				: Followers::change(
					$follower['id'],
					Request::field('act') === 'daily' ? 'daily' : 'now',
				);
		}
		wp_safe_redirect(
			add_query_arg('throughline-said', 'follow', MyPieces::address('')),
			303,
			'Throughline',
		);
		exit();
	}

	/** @param Follower $follower */
	private static function row(array $follower): string {
		$post = get_post($follower['post']);
		if (!($post instanceof \WP_Post)) {
			return '';
		}
		$open = Conversation::is_open($post->ID);
		$title = Html::text(Comments::page_title($post->ID));
		$comment = $follower['comment'] > 0 ? Comments::get($follower['comment']) : null;
		$daily = $follower['how'] === 'daily';
		$what = match (true) {
			!$open => __('Not to be read at the moment', 'throughline'),
			$comment !== null => __('Answers to a comment', 'throughline'),
			default => __('The whole conversation', 'throughline'),
		};
		return sprintf(
			'<li>%s<br><span class="throughline-mine__quiet">%s · %s</span><form method="post" action="%s">%s%s<p>%s</p><p>%s</p></form></li>',
			$open
				? sprintf(
					'<a href="%s">%s</a>',
					esc_url($comment === null ? get_permalink($post) : Comments::link($comment)),
					$title,
				)
				: $title,
			esc_html($what),
			esc_html(Form::choices()[$follower['how']] ?? ''),
			esc_url(add_query_arg(Page::PARAMETER, self::ADDRESS, home_url('/'))),
			Form::nonce(),
			Form::hidden('follower', (string) $follower['id']),
			Html::button(
				$daily ? 'now' : 'daily',
				$daily
					? __('Rather soon after', 'throughline')
					: __('Rather once a day', 'throughline'),
			),
			Html::button('stop', __('Stop following', 'throughline')),
		);
	}
}
