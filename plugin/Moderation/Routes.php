<?php
// The desk's routes: the queue, one piece of it, and deciding.

namespace Throughline\Moderation;

use Throughline\Contract;
use Throughline\People\Capabilities;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		$moderators = static fn(): bool => current_user_can(Capabilities::MODERATE);
		Contract::route('/queue', [
			'methods' => 'GET',
			'permission' => $moderators,
			'accepts' => 'queue-query',
			'callback' => [self::class, 'queue'],
		]);
		Contract::route('/queue/(?P<kind>[a-z]+)/(?P<id>\d{1,18})', [
			'methods' => 'GET',
			'permission' => $moderators,
			'callback' => [self::class, 'piece'],
		]);
		Contract::route('/decisions', [
			'methods' => 'POST',
			'permission' => $moderators,
			'accepts' => 'new-decision',
			'callback' => [self::class, 'decide'],
		]);
	}

	/**
	 * @param \WP_REST_Request<array{state: string, after?: string}> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function queue(\WP_REST_Request $request): array|\WP_Error {
		return Queue::page($request['state'], $request['after'] ?? '');
	}

	/**
	 * @param \WP_REST_Request<array{kind: string, id: string}> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function piece(\WP_REST_Request $request): array|\WP_Error {
		$kind = $request['kind'];
		$id = (int) $request['id'];
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$item = $piece === null ? null : Queue::item($kind, $id);
		if ($piece === null || $item === null) {
			return new \WP_Error(
				'throughline_not_found',
				__(
					'This piece isn’t here any more. Its contributor may have withdrawn it.',
					'throughline',
				),
				['status' => 404],
			);
		}
		return [
			'item' => $item,
			'preview' => Preview::address($kind, $id),
			'recognisable' => $piece['people'],
			'history' => Decisions::history($kind, $id),
		];
	}

	/**
	 * @param \WP_REST_Request<array{kind: string, id: int, version: int, act: string, reason?: string, consent?: bool}> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function decide(\WP_REST_Request $request): array|\WP_Error {
		return Desk::decide(
			[
				'kind' => $request['kind'],
				'id' => $request['id'],
				'version' => $request['version'],
				'act' => $request['act'],
				'reason' => $request['reason'] ?? '',
				'consent' => $request['consent'] ?? false,
			],
			get_current_user_id(),
		);
	}
}
