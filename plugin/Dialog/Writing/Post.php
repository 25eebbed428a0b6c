<?php
// Writing without JavaScript: the form is sent to the page's own address; the reply shows what was written, with a fresh token and one button.

namespace Throughline\Dialog\Writing;

use Throughline\Body;
use Throughline\Dialog\Settings;
use Throughline\Moderation\MyPieces;
use Throughline\Moderation\Page;

defined('ABSPATH') || exit();

/** @phpstan-import-type Input from Send */
final class Post {
	/** Takes what was sent, before anything is printed. */
	public static function answer(): void {
		$post = self::number('write');
		if ($post === 0) {
			return;
		}
		if (Body::is_dropped()) {
			Body::drain();
		}
		$input = self::input($post);
		if (!Settings::may_read($post)) {
			self::show($input, self::gone());
		}
		$signed_in = is_user_logged_in();
		$token = self::field('token');
		// The page may come from a cache, so the first press only shows it once more.
		$first = $token === '' && self::field('seal') === '';
		$refusal = match (true) {
			$first => null,
			!$signed_in => Guard::refusal($post, $token, self::field('website')),
			wp_verify_nonce(self::field('seal'), "throughline-write-$post") === false
				=> new \WP_Error(
				'throughline_expired',
				__(
					'The page was open for a long time. Everything is still here: please press the button once more.',
					'throughline',
				),
				['status' => 403],
			),
			default => null,
		};
		if ($first || $refusal !== null) {
			self::show($input, $refusal);
		}
		$sent = Send::comment($input);
		if (is_wp_error($sent)) {
			self::show($input, $sent);
		}
		wp_safe_redirect(
			$sent['mine'] !== ''
				? $sent['mine']
				: ($sent['link'] !== ''
					? $sent['link']
					: MyPieces::address("comment-{$sent['id']}")),
			303,
			'Throughline',
		);
		exit();
	}

	/** @param Input $input */
	private static function show(array $input, ?\WP_Error $problem): never {
		$data = $problem?->get_error_data();
		$status = is_array($data) && is_int($data['status'] ?? null) ? $data['status'] : 200;
		$signed_in = is_user_logged_in();
		$post = $input['post'];
		Page::show(
			__('Look at it once more, then send it', 'throughline'),
			($problem === null
				? ''
				: '<p class="throughline-page__problem" role="alert">' .
					esc_html($problem->get_error_message()) .
					'</p>') .
				sprintf(
					'<form method="post" action="%s">%s<p><label for="throughline-text">%s</label><textarea id="throughline-text" name="%stext" rows="8">%s</textarea></p>%s%s<p><button class="wp-element-button">%s</button></p></form><p><a href="%s">%s</a></p>',
					esc_url((string) get_permalink($post) . '#respond'),
					Form::hidden([
						'write' => (string) $post,
						'parent' => (string) $input['parent'],
						'sealed' => $input['sealed'],
						'follow' => $input['follow'] ?? false ? '1' : '',
						'ask' => (string) $input['ask'],
						'submission' => $input['submission'],
						...$signed_in
							? ['seal' => wp_create_nonce("throughline-write-$post")]
							: ['token' => Guard::token($post)],
					]),
					esc_html__('Your comment', 'throughline'),
					esc_attr(Form::FIELD),
					// A shortcode that somebody wrote runs nowhere.
					str_replace('[', '&#91;', esc_textarea($input['text'])),
					$signed_in
						? ''
						: sprintf(
							'<p><label for="throughline-name">%1$s</label><input id="throughline-name" name="%2$sname" value="%3$s" autocomplete="name"></p><p><label for="throughline-mail">%4$s</label><input id="throughline-mail" type="email" name="%2$smail" value="%5$s" autocomplete="email"></p>',
							esc_html__('Your name', 'throughline'),
							esc_attr(Form::FIELD),
							esc_attr($input['name']),
							esc_html__('Your mail address (never shown)', 'throughline'),
							esc_attr($input['mail']),
						),
					$signed_in ? '' : Form::trap(),
					esc_html__('Send', 'throughline'),
					esc_url((string) get_permalink($post)),
					esc_html__('Back to the page', 'throughline'),
				),
			$status,
		);
	}

	/** @return Input */
	private static function input(int $post): array {
		$submission = self::field('submission');
		return [
			'post' => $post,
			'parent' => self::number('parent'),
			'text' => self::field('text'),
			'name' => self::field('name'),
			'mail' => self::field('mail'),
			'ask' => self::number('ask'),
			'submission' => wp_is_uuid($submission) ? $submission : wp_generate_uuid4(),
			'sealed' => self::field('sealed'),
			'follow' => self::field('follow') === '1',
		];
	}

	private static function number(string $name): int {
		$value = self::field($name);
		return preg_match('/^[1-9]\d{0,17}$/D', $value) === 1 ? (int) $value : 0;
	}

	private static function field(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- answer() looks at the token before anything changes; Send cleans what was written.
		$value = $_POST[Form::FIELD . $name] ?? '';
		return is_string($value) ? str_replace("\r\n", "\n", wp_unslash($value)) : '';
	}

	private static function gone(): \WP_Error {
		return new \WP_Error(
			'throughline_not_found',
			__(
				'This conversation isn’t here any more. What you wrote is still here: copy it if you want to keep it.',
				'throughline',
			),
			['status' => 404],
		);
	}
}
