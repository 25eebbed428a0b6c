<?php
// A comment is sent: checked, written by wp_new_comment() so that everybody who watches core's comments sees it, once however often it is sent.

namespace Throughline\Dialog\Writing;

use Throughline\Contract;
use Throughline\Dialog\Comments;
use Throughline\Dialog\Following\Wish;
use Throughline\Dialog\Questions\Asking;
use Throughline\Dialog\Settings;
use Throughline\Moderation\Links;
use Throughline\Moderation\LooksNext;
use Throughline\Moderation\Sender;
use Throughline\Moderation\Submissions;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * `ask` is the department that is asked, 0 for none; `sealed` the settings of a template's block.
 *
 * @phpstan-import-type Setup from Settings
 * @phpstan-type Input array{
 *     post: int, parent: int, text: string, name: string, mail: string, ask: int, submission: string, sealed: string,
 *     follow?: bool
 * }
 * @phpstan-type Sent array{id: int, state: string, again: bool, link: string, mine: string, message: string}
 */
final class Send {
	public const MAX_NAME = 100;
	/** What core and our checks are going to ask for, one by one, and every page need not load. */
	private const OPTIONS = [
		'moderation_keys',
		'disallowed_keys',
		'throughline_blocked_guests',
		'throughline_words_ready',
		'throughline_names',
		'throughline_hours',
		'throughline_my_pieces',
	];

	/**
	 * @param Input $input
	 * @return Sent|\WP_Error
	 */
	public static function comment(array $input): array|\WP_Error {
		$user = get_current_user_id();
		wp_prime_option_caches(self::OPTIONS);
		$input = self::clean($input);
		$setup = Settings::of($input['post'], $input['sealed']);
		$problem = self::problem($input, $setup, $user);
		if ($problem !== null) {
			return $problem;
		}
		$sent = Submissions::once(
			[
				'kind' => Comments::KIND,
				'contributor' => $user,
				'submission' => $input['submission'],
			],
			static fn(): int|\WP_Error => self::write($input, $setup, $user),
		);
		if (is_wp_error($sent)) {
			return $sent;
		}
		$comment = Comments::get($sent['id']);
		if ($comment === null || ($sent['again'] && (int) $comment->user_id !== $user)) {
			return self::gone();
		}
		return self::told($comment, $sent['again'], $user);
	}

	/**
	 * @param Input $input
	 * @return Input
	 */
	private static function clean(array $input): array {
		$line = static fn(string $text): string => trim(
			(string) preg_replace('/[\s\p{C}]+/u', ' ', wp_check_invalid_utf8($text, true)),
		);
		$input['text'] = Text::clean($input['text']);
		$input['name'] = $line($input['name']);
		$input['mail'] = $line($input['mail']);
		return $input;
	}

	/**
	 * @param Input $input
	 * @param Setup $setup
	 */
	private static function problem(array $input, array $setup, int $user): ?\WP_Error {
		$post = $input['post'];
		if (!Settings::may_read($post) || get_post_status($post) !== 'publish') {
			return self::gone();
		}
		return Settings::refusal($post, $setup, $user) ??
			(self::parent_problem($input) ??
				(self::text_problem($input['text'], $setup['length']) ??
					($user === 0 ? self::guest_problem($input) : null)));
	}

	/** @param Input $input */
	private static function parent_problem(array $input): ?\WP_Error {
		if ($input['parent'] === 0) {
			return null;
		}
		$parent = Comments::get($input['parent']);
		return $parent !== null &&
			(int) $parent->comment_post_ID === $input['post'] &&
			$parent->comment_approved === '1'
			? null
			: new \WP_Error(
				'throughline_parent_gone',
				__(
					'The comment that you answer isn’t there any more. What you wrote is still here: send it as a comment of its own if you like.',
					'throughline',
				),
				['status' => 409, 'field' => 'parent'],
			);
	}

	public static function text_problem(string $text, int $length): ?\WP_Error {
		$has = mb_strlen($text);
		return match (true) {
			$has === 0 || preg_match('/[^\s\p{C}\p{M}]/u', $text) !== 1 => new \WP_Error(
				'throughline_empty_comment',
				__('There is nothing to send yet: please write a sentence.', 'throughline'),
				['status' => 422, 'field' => 'text'],
			),
			$has > $length => new \WP_Error(
				'throughline_comment_too_long',
				sprintf(
					/* translators: 1: number of characters that fit, 2: number of characters that were written */
					__(
						'%1$s characters fit here, and your text has %2$s. Please shorten it; it is all still here.',
						'throughline',
					),
					number_format_i18n($length),
					number_format_i18n($has),
				),
				['status' => 422, 'field' => 'text'],
			),
			default => null,
		};
	}

	/** @param Input $input */
	private static function guest_problem(array $input): ?\WP_Error {
		$needs_mail = (bool) get_option('require_name_email');
		$mail = $input['mail'];
		[$field, $sentence] = match (true) {
			preg_match('/[\p{L}\p{N}]/u', $input['name']) !== 1 => [
				'name',
				__('Please tell your name: it stands beside what you write.', 'throughline'),
			],
			mb_strlen($input['name']) > self::MAX_NAME => [
				'name',
				sprintf(
					/* translators: %s: number of characters */
					__('Please give a name of at most %s characters.', 'throughline'),
					number_format_i18n(self::MAX_NAME),
				),
			],
			$mail === '' && $needs_mail => [
				'mail',
				__(
					'Please give your mail address. It is never shown; the way back to your comment goes there.',
					'throughline',
				),
			],
			$mail !== '' && (is_email($mail) === false || strlen($mail) > 100) => [
				'mail',
				__(
					'This is no mail address yet. Please look at it once more, e.g. name@example.com.',
					'throughline',
				),
			],
			default => ['', ''],
		};
		return $sentence === ''
			? null
			: new \WP_Error("throughline_{$field}_invalid", $sentence, [
				'status' => 422,
				'field' => $field,
			]);
	}

	/**
	 * @param Input $input
	 * @param Setup $setup
	 */
	private static function write(array $input, array $setup, int $user): int|\WP_Error {
		$account = $user > 0 ? get_userdata($user) : false;
		// Core would refuse nineteen of twenty who write at once behind one address; our intake counts by itself.
		add_filter('wp_is_comment_flood', '__return_false', PHP_INT_MAX);
		try {
			$id = wp_new_comment(
				[
					'comment_post_ID' => $input['post'],
					'comment_parent' => $input['parent'],
					'comment_type' => 'comment',
					'comment_content' => wp_slash(Text::to_stored($input['text'])),
					'comment_author' => wp_slash(
						$account === false ? esc_html($input['name']) : $account->display_name,
					),
					'comment_author_email' =>
						$account === false ? $input['mail'] : $account->user_email,
					'comment_author_url' => '',
					'comment_author_IP' => Sender::address(),
					'user_ID' => $user,
					'user_id' => $user,
				],
				true,
			);
		} finally {
			remove_filter('wp_is_comment_flood', '__return_false', PHP_INT_MAX);
		}
		if (is_wp_error($id)) {
			return self::refused($id);
		}
		if ($id === false || Comments::get($id) === null) {
			return self::refused(new \WP_Error('throughline_failed'));
		}
		$desk = self::asked($input, $setup);
		if ($desk > 0) {
			Asking::put($id, $desk, $user);
		}
		if ($input['follow'] ?? false) {
			Wish::answers($id);
		}
		return $id;
	}

	/**
	 * The desk that is asked: what the form chose, else the block's own; only one that answers.
	 *
	 * @param Input $input
	 * @param Setup $setup
	 */
	private static function asked(array $input, array $setup): int {
		$desk = $input['ask'] > 0 && !Asking::takes($input['ask']) ? $setup['desk'] : $input['ask'];
		return Asking::takes($desk) ? Departments::existing($desk) : 0;
	}

	/** Core's own sentences speak of comments that come too quickly or twice; ours say what to do. */
	private static function refused(\WP_Error $error): \WP_Error {
		$code = (string) $error->get_error_code();
		$status = $error->get_error_data();
		return match (true) {
			str_starts_with($code, 'throughline_') && $error->get_error_message() !== ''
				=> new \WP_Error($code, $error->get_error_message(), [
				'status' => is_int($status) ? $status : 422,
			]),
			$code === 'comment_duplicate' => new \WP_Error(
				'throughline_again',
				__('You sent exactly this already; it is with us. Once is enough.', 'throughline'),
				['status' => 409],
			),
			$error->get_error_message() !== '' => new \WP_Error(
				'throughline_refused',
				wp_strip_all_tags($error->get_error_message()),
				['status' => is_int($status) && $status >= 400 ? $status : 422],
			),
			default => Contract::failed(),
		};
	}

	/** @return Sent */
	private static function told(\WP_Comment $comment, bool $again, int $user): array {
		$id = (int) $comment->comment_ID;
		$public = $comment->comment_approved === '1';
		$next = $public ? '' : LooksNext::sentence(Comments::department($comment));
		return [
			'id' => $id,
			'state' => $public ? 'published' : 'waiting',
			'again' => $again,
			'link' => $public ? Comments::link($comment) : '',
			// Who sends it twice has a link from the first time, and whoever knows the submission's id wrote it.
			'mine' => $user > 0 ? '' : Links::address(Comments::KIND, $id, !$again),
			'message' => $public
				? __('Thank you! It is online already.', 'throughline')
				: trim(
					__('Thank you! Before it appears, somebody looks at it.', 'throughline') .
						" $next",
				),
		];
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
