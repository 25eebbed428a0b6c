<?php
// The route by which a share arrives.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Contract;
use Throughline\Moderation\Links;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		Contract::route('/shares', [
			'methods' => 'POST',
			'permission' => [Stories::class, 'may_submit'],
			'accepts' => 'new-share',
			'callback' => [self::class, 'submit'],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function submit(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		/** @var array{submission: string, address: string, title?: string, text?: string, author?: string, department?: int, page?: int, permission?: string, label?: string, recognisable?: string, guidelines?: int} $share validated by the contract */
		$share = $request->get_params();
		$sent = Submit::send(
			[
				'submission' => $share['submission'],
				'address' => $share['address'],
				'title' => $share['title'] ?? '',
				'text' => $share['text'] ?? '',
				'author' => $share['author'] ?? '',
				'department' => $share['department'] ?? 0,
				'page' => $share['page'] ?? 0,
				'permission' => $share['permission'] ?? 'none',
				'label' => $share['label'] ?? '',
				'recognisable' => $share['recognisable'] ?? '',
				'guidelines' => $share['guidelines'] ?? 0,
			],
			get_current_user_id(),
		);
		return is_wp_error($sent)
			? $sent
			: new \WP_REST_Response(
				['mine' => Links::address(Shares::KIND, $sent['share']['id'], !$sent['again'])] +
					$sent['share'],
				$sent['again'] ? 200 : 201,
				// The link is for whoever sent it, and for no cache.
				['Cache-Control' => 'private, no-store'],
			);
	}
}
