<?php
// How a dialog was set up where it stands: by the block in the post, or by the one in a template, whose settings travel sealed.

namespace Throughline\Dialog;

use Throughline\People\Capabilities;
use Throughline\People\Departments;
use function Throughline\now;

defined('ABSPATH') || exit();

/**
 * `order` '' is answered first where something was asked, else newest first; `desk` 0 for none; `closes` a day, '' for
 * never; `length` in characters.
 *
 * @phpstan-type Setup array{
 *     state: 'open'|'closed', who: 'everybody'|'colleagues', order: ''|'answered'|'newest'|'oldest', desk: int,
 *     length: int, closes: string, level: int, count: int
 * }
 */
final class Settings {
	public const BLOCK = 'throughline/dialog';
	private const LENGTH = 5000;
	private const COUNT = 10;

	/**
	 * What counts for a post: its own block; else what a template's block sealed; else what is usual.
	 *
	 * @return Setup
	 */
	public static function of(int $post, string $sealed = ''): array {
		$content = get_post($post)->post_content ?? '';
		$own = has_block(self::BLOCK, $content) ? self::find(parse_blocks($content)) : null;
		return $own ?? (self::open($post, $sealed) ?? self::read([]));
	}

	/**
	 * @param array<array-key, mixed> $attributes
	 * @return Setup
	 */
	public static function read(array $attributes): array {
		$string = static fn(string $name): string => is_string($attributes[$name] ?? null)
			? $attributes[$name]
			: '';
		$number = static fn(string $name, int $default): int => is_int($attributes[$name] ?? null)
			? $attributes[$name]
			: $default;
		$order = $string('order');
		return [
			'state' => $string('state') === 'closed' ? 'closed' : 'open',
			'who' => $string('who') === 'colleagues' ? 'colleagues' : 'everybody',
			'order' => in_array($order, ['answered', 'newest', 'oldest'], true) ? $order : '',
			'desk' => max(0, $number('desk', 0)),
			'length' => min(Comments::MAX_LENGTH, max(100, $number('length', self::LENGTH))),
			'closes' =>
				preg_match('/^\d{4}-\d\d-\d\d$/D', $string('closes')) === 1
					? $string('closes')
					: '',
			'level' => min(4, max(2, $number('level', 2))),
			'count' => min(50, max(5, $number('count', self::COUNT))),
		];
	}

	/**
	 * The settings of a template's block, for the form that stands in the page: nobody chooses others.
	 *
	 * @param Setup $setup
	 */
	public static function seal(int $post, array $setup): string {
		$json = (string) wp_json_encode($setup);
		return base64_encode($json) . '.' . self::signature($post, $json);
	}

	/** @return Setup|null */
	private static function open(int $post, string $sealed): ?array {
		[$packed, $signature] = explode('.', $sealed, 2) + ['', ''];
		$json = (string) base64_decode($packed, true);
		$setup = json_decode($json, true);
		return is_array($setup) && hash_equals(self::signature($post, $json), $signature)
			? self::read($setup)
			: null;
	}

	private static function signature(int $post, string $json): string {
		return hash_hmac('sha256', "throughline-dialog|$post|$json", wp_salt('nonce'));
	}

	/**
	 * @param array<mixed> $blocks
	 * @return Setup|null
	 */
	private static function find(array $blocks): ?array {
		foreach ($blocks as $block) {
			if (!is_array($block)) {
				continue;
			}
			$attributes = $block['attrs'] ?? null;
			$other = is_array($attributes) ? $attributes['post'] ?? 0 : 0;
			if (($block['blockName'] ?? '') === self::BLOCK && $other === 0) {
				return self::read(is_array($attributes) ? $attributes : []);
			}
			$inner = is_array($block['innerBlocks'] ?? null)
				? self::find($block['innerBlocks'])
				: null;
			if ($inner !== null) {
				return $inner;
			}
		}
		return null;
	}

	/** Whether strangers may read what is said on a post. */
	public static function is_public(int $post): bool {
		$page = get_post($post);
		return $page instanceof \WP_Post &&
			is_post_publicly_viewable($page) &&
			$page->post_password === '' &&
			post_type_supports($page->post_type, 'comments');
	}

	/** Whether this visitor may read it. */
	public static function may_read(int $post): bool {
		$page = get_post($post);
		return self::is_public($post) ||
			($page instanceof \WP_Post &&
				post_type_supports($page->post_type, 'comments') &&
				!in_array($page->post_status, ['trash', 'auto-draft'], true) &&
				current_user_can('read_post', $post) &&
				!post_password_required($page));
	}

	/**
	 * Whether anybody may still write: judged when it is read, not when an event happens to run.
	 *
	 * @param Setup $setup
	 */
	public static function takes(int $post, array $setup): bool {
		return $setup['state'] === 'open' &&
			comments_open($post) &&
			($setup['closes'] === '' || now() < self::end_of($setup['closes']));
	}

	/**
	 * Why this user may not write here; null where they may.
	 *
	 * @param Setup $setup
	 */
	public static function refusal(int $post, array $setup, int $user): ?\WP_Error {
		return match (true) {
			!self::takes($post, $setup) => new \WP_Error(
				'throughline_dialog_closed',
				__(
					'This conversation is closed, so nothing more can be sent. What you wrote is still here: copy it if you want to keep it.',
					'throughline',
				),
				['status' => 403],
			),
			$user === 0 && self::needs_account($setup) => new \WP_Error(
				'throughline_signed_out',
				__(
					'To write here, please sign in. What you wrote is kept in this browser.',
					'throughline',
				),
				['status' => 401],
			),
			$setup['who'] === 'colleagues' &&
				!user_can($user, Capabilities::SUBMIT) &&
				!user_can($user, Capabilities::ANSWER)
				=> new \WP_Error(
				'throughline_forbidden',
				__('Here only colleagues write. Everybody may read.', 'throughline'),
				['status' => 403],
			),
			default => null,
		};
	}

	/** @param Setup $setup */
	public static function needs_account(array $setup): bool {
		return $setup['who'] === 'colleagues' || (bool) get_option('comment_registration');
	}

	/**
	 * The desk that is asked here, when there is one with somebody on it.
	 *
	 * @param Setup $setup
	 */
	public static function desk(array $setup): ?string {
		return $setup['desk'] > 0 ? Departments::name($setup['desk']) : null;
	}

	/** The last second of a day, in the site's zone. */
	private static function end_of(string $day): int {
		$end = date_create_immutable("$day 23:59:59", wp_timezone());
		return $end === false ? PHP_INT_MAX : $end->getTimestamp();
	}
}
