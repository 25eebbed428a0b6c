<?php
// "I posted it": a colleague gives the address of what they posted on their own profile, and it comes in as a share of the page. A plain form that needs no script.

declare(strict_types=1);

namespace Throughline\Shares\PassOn;

use Throughline\Shares\Shares;
use Throughline\Shares\Submit;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

final class Posted {
	/** Starts the names of all fields; the bare one holds the nonce. */
	public const FIELD = 'throughline_posted';
	/** In the address: the share that was sent. */
	private const SENT = 'throughline-posted';

	private static ?\WP_Error $problem = null;

	/** Takes what was sent, before anything is printed. */
	public static function handle(): void {
		$post = (int) self::field('_page');
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- looked at below.
		if (!isset($_POST[self::FIELD]) || !PassOn::is_public($post)) {
			return;
		}
		nocache_headers();
		$sent =
			self::refusal($post) ??
			Submit::send(
				[
					'submission' => wp_is_uuid(self::field('_submission'))
						? self::field('_submission')
						: wp_generate_uuid4(),
					'address' => trim(self::field('_address')),
					'text' => self::field('_text'),
					'author' => '',
					'department' => 0,
					'page' => $post,
					'permission' => 'none',
					'label' => self::field('_label'),
					'recognisable' => '',
				],
				get_current_user_id(),
			);
		if (is_wp_error($sent)) {
			$data = $sent->get_error_data();
			status_header(
				is_array($data) && is_int($data['status'] ?? null) ? $data['status'] : 400,
			);
			self::$problem = $sent;
			return;
		}
		wp_safe_redirect(
			add_query_arg(self::SENT, $sent['share']['id'], (string) get_permalink($post)) .
				'#' .
				self::id($post),
			303,
			'Throughline',
		);
		exit();
	}

	/** Of the form in a page's first bar. */
	public static function id(int $post): string {
		return "throughline-posted-$post";
	}

	/** Whether the form has something to say. */
	public static function speaks(): bool {
		return self::$problem !== null || self::sent() !== null;
	}

	/** What was written into the field of words, so that nothing is lost. */
	public static function words(string $before): string {
		return self::$problem === null ? $before : self::field('_text');
	}

	/** @param string $words safe HTML: the field of words and what belongs to it */
	public static function html(int $post, string $id, string $label, string $words): string {
		$sent = self::sent();
		if ($sent !== null) {
			return sprintf(
				'<p role="status" id="%s">%s <a href="%s">%s</a></p>',
				esc_attr($id),
				esc_html($sent['message']),
				esc_url($sent['mine']),
				esc_html__('What became of it', 'throughline'),
			);
		}
		return sprintf(
			'<form method="post" action="%1$s#%2$s" id="%2$s">%3$s%11$s<label for="%2$s-address">%4$s</label><span id="%2$s-hint">%5$s</span>%6$s<p><input id="%2$s-address" type="url" name="%7$s_address" value="%8$s" required aria-describedby="%2$s-hint"%9$s> <button class="wp-element-button">%10$s</button></p></form>',
			esc_url((string) get_permalink($post)),
			esc_attr($id),
			self::hidden([
				'' => wp_create_nonce("throughline-posted-$post"),
				'_page' => (string) $post,
				'_submission' => wp_is_uuid(self::field('_submission'))
					? self::field('_submission')
					: wp_generate_uuid4(),
				'_label' => $label,
			]),
			esc_html__('Posted it? The address of your post', 'throughline'),
			esc_html__(
				'Once somebody has looked at it, it stands beside this page.',
				'throughline',
			),
			self::$problem === null
				? ''
				: '<p role="alert">' . esc_html(self::$problem->get_error_message()) . '</p>',
			esc_attr(self::FIELD),
			esc_attr(self::field('_address')),
			self::$problem === null ? '' : ' aria-invalid="true"',
			esc_html__('I posted it', 'throughline'),
			$words,
		);
	}

	private static function refusal(int $post): ?\WP_Error {
		return match (true) {
			!Stories::may_submit() => new \WP_Error(
				'throughline_forbidden',
				__(
					'Your account can’t share posts yet. Whoever looks after this site can change that.',
					'throughline',
				),
				['status' => 403],
			),
			wp_verify_nonce(self::field(''), "throughline-posted-$post") === false => new \WP_Error(
				'throughline_expired',
				__(
					'The page was open for a long time. Everything is still here: please press the button once more.',
					'throughline',
				),
				['status' => 403],
			),
			default => null,
		};
	}

	/** @return array{message: string, mine: string, ...}|null what was sent a moment ago, told to whoever sent it */
	private static function sent(): ?array {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- a number.
		$id = $_GET[self::SENT] ?? '';
		$share = is_string($id) && ctype_digit($id) ? Shares::post((int) $id) : null;
		return $share !== null && (int) $share->post_author === get_current_user_id()
			? Submit::told($share->ID)
			: null;
	}

	/** @param array<string, string> $values */
	private static function hidden(array $values): string {
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

	private static function field(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- refusal() looks at the nonce before anything changes; Submit cleans the rest.
		$value = $_POST[self::FIELD . $name] ?? '';
		return is_string($value) ? wp_unslash($value) : '';
	}
}
