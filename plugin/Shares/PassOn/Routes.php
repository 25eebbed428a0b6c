<?php
// The route that counts: a page was passed on by way of a network. No person, no address, no answer that says how often.

declare(strict_types=1);

namespace Throughline\Shares\PassOn;

use Throughline\Contract;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		Contract::route('/passes', [
			'methods' => 'POST',
			'permission' => [self::class, 'may_read'],
			'accepts' => 'new-pass',
			'callback' => [self::class, 'add'],
		]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_read(\WP_REST_Request $request): bool|\WP_Error {
		$post = $request['post'];
		return is_int($post) && PassOn::is_public($post)
			? true
			: new \WP_Error('throughline_not_found', __('There is no such page.', 'throughline'), [
				'status' => 404,
			]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function add(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		$post = $request['post'];
		$network = $request['network'];
		if (!is_int($post) || !is_string($network) || !Channels::knows($network)) {
			return new \WP_Error(
				'throughline_invalid',
				__('There is no such network.', 'throughline'),
				['status' => 400, 'field' => 'network'],
			);
		}
		if (!Passes::add($post, $network)) {
			return new \WP_Error(
				'throughline_flood',
				__('That was a lot at once. Please wait a minute and try again.', 'throughline'),
				['status' => 429],
			);
		}
		return new \WP_REST_Response(['counted' => true], 201, [
			'Cache-Control' => 'private, no-store',
		]);
	}
}
