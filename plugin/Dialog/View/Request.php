<?php
// What a visitor asks of a dialog by the page's address: another order, the next page, one thread, one comment.

namespace Throughline\Dialog\View;

defined('ABSPATH') || exit();

/**
 * `after` goes on in the list of threads, `more` in one thread, both opaque; `thread` and `comment` are ids, 0 for none.
 *
 * @phpstan-type Asked array{
 *     order: ''|'answered'|'newest'|'oldest', answered: bool, after: string, thread: int, more: string, comment: int
 * }
 */
final class Request {
	public const ORDER = 'throughline-order';
	public const ANSWERED = 'throughline-answered';
	public const AFTER = 'throughline-comments';
	public const THREAD = 'throughline-thread';
	public const MORE = 'throughline-replies';
	public const COMMENT = 'throughline-comment';
	public const REPLY = 'throughline-reply';

	private const ALL = [
		self::ORDER,
		self::ANSWERED,
		self::AFTER,
		self::THREAD,
		self::MORE,
		self::COMMENT,
		self::REPLY,
	];

	/** @return Asked */
	public static function asked(): array {
		$order = self::string(self::ORDER);
		return [
			'order' => in_array($order, ['answered', 'newest', 'oldest'], true) ? $order : '',
			'answered' => self::string(self::ANSWERED) === '1',
			'after' => self::string(self::AFTER),
			'thread' => self::number(self::THREAD),
			'more' => self::string(self::MORE),
			'comment' => self::number(self::COMMENT),
		];
	}

	/** The comment that is replied to, for the form of a page without JavaScript. */
	public static function reply(): int {
		return self::number(self::REPLY);
	}

	/**
	 * Another view of the same page is no page of its own for search engines.
	 *
	 * @param array<string, bool|string> $robots
	 * @return array<string, bool|string>
	 */
	public static function robots(array $robots): array {
		foreach (self::ALL as $name) {
			if (self::string($name) !== '') {
				return wp_robots_no_robots($robots);
			}
		}
		return $robots;
	}

	/** @param array<string, string|int> $query */
	public static function address(int $post, array $query, string $at = 'comments'): string {
		return add_query_arg($query, (string) get_permalink($post)) . "#$at";
	}

	private static function number(string $name): int {
		$value = self::string($name);
		return preg_match('/^[1-9]\d{0,17}$/D', $value) === 1 ? (int) $value : 0;
	}

	private static function string(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only chooses what is shown; its shape is looked at by those who take it.
		$value = $_GET[$name] ?? '';
		return is_string($value) && strlen($value) <= 200 ? wp_unslash($value) : '';
	}
}
