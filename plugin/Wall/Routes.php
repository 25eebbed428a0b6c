<?php
// The route by which a wall grows: the cards that follow, rendered.

namespace Throughline\Wall;

use Throughline\Contract;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		Contract::route('/wall', [
			'methods' => 'GET',
			'permission' => '__return_true',
			'accepts' => 'wall-query',
			'callback' => [self::class, 'page'],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{html: string, after: string|null, message: string}
	 */
	public static function page(\WP_REST_Request $request): array {
		$after = $request['after'];
		$page = Pieces::page(
			Pieces::scope(self::number($request['department'], 0)),
			self::number($request['count'], 12),
			is_string($after) ? $after : '',
		);
		$cards = Cards::of($page['pieces'], ['level' => self::number($request['level'], 3)]);
		$count = count($page['pieces']);
		return [
			'html' => $cards,
			'after' => $page['after'],
			'message' => sprintf(
				/* translators: %s: number of stories and shares */
				_n('%s more.', '%s more.', $count, 'throughline'),
				number_format_i18n($count),
			),
		];
	}

	private static function number(mixed $value, int $default): int {
		return is_int($value) ? $value : $default;
	}
}
