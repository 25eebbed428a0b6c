<?php
// The route by which a dialog grows: the threads or replies that follow, rendered, for whoever may read the post.

namespace Throughline\Dialog\View;

use Throughline\Contract;
use Throughline\Dialog\Settings;
use Throughline\Dialog\Threads\Threads;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		Contract::route('/comments', [
			'methods' => 'GET',
			'permission' => [self::class, 'may_read'],
			'accepts' => 'comments-query',
			'callback' => [self::class, 'comments'],
		]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_read(\WP_REST_Request $request): bool|\WP_Error {
		// The same answer for what is not there and for what is not theirs.
		return Settings::may_read(self::number($request['post']))
			? true
			: new \WP_Error(
				'throughline_not_found',
				__('This conversation isn’t here, or it isn’t yours to see.', 'throughline'),
				['status' => 404],
			);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{html: string, after: string|null, message: string}
	 */
	public static function comments(\WP_REST_Request $request): array {
		$post = self::number($request['post']);
		$setup = Settings::of($post);
		$open = Settings::takes($post, $setup);
		$after = is_string($request['after']) ? $request['after'] : '';
		$root = self::number($request['root']);
		$row = $root > 0 ? Threads::some([$root])[$root] ?? null : null;
		if ($root > 0) {
			$page =
				$row === null || $row['post'] !== $post
					? ['html' => '', 'after' => null, 'count' => 0]
					: Lists::replies($root, $after, $open);
			return self::answer($page['html'], $page['after'], $page['count']);
		}
		$order = $request['order'];
		$page = Threads::page($post, [
			'order' => $order === 'answered' || $order === 'oldest' ? $order : 'newest',
			'answered' => $request['answered'] === true,
			'after' => $after,
			'count' => $setup['count'],
		]);
		return self::answer(
			Lists::roots($page['rows'], $open),
			$page['after'],
			count($page['rows']),
		);
	}

	/** @return array{html: string, after: string|null, message: string} */
	private static function answer(string $html, ?string $after, int $count): array {
		return [
			'html' => $html,
			'after' => $after,
			'message' => sprintf(
				/* translators: %s: number of comments */
				_n('%s more comment.', '%s more comments.', $count, 'throughline'),
				number_format_i18n($count),
			),
		];
	}

	private static function number(mixed $value): int {
		return is_int($value) ? $value : 0;
	}
}
