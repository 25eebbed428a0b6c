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
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function queue(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{state: string, after?: string} $query validated by the contract */
		$query = $request->get_params();
		return Queue::page($query['state'], $query['after'] ?? '');
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function piece(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{kind: string, id: string} $asked both are in the address */
		$asked = $request->get_url_params();
		$kind = $asked['kind'];
		$id = (int) $asked['id'];
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
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function decide(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{kind: string, id: int, version: int, act: string, reason?: string, consent?: bool} $decision */
		$decision = $request->get_params();
		return Desk::decide(
			$decision + ['reason' => '', 'consent' => false],
			get_current_user_id(),
		);
	}
}
