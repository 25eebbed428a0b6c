<?php
// The desk's routes: the queue, one piece of it, and deciding.

namespace Throughline\Moderation;

use Throughline\Contract;
use Throughline\People\Capabilities;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

/** @phpstan-import-type Content from Kind */
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
		Contract::route('/decisions/undo', [
			'methods' => 'POST',
			'permission' => $moderators,
			'accepts' => 'undo',
			'callback' => [self::class, 'undo'],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function queue(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{list: string, after?: string} $query validated by the contract */
		$query = $request->get_params();
		return Queue::page($query['list'], $query['after'] ?? '');
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
		$known = Kinds::get($kind);
		$piece = $known?->describe([$id])[$id] ?? null;
		$content = $known?->content($id);
		$item = $piece === null ? null : Queue::item($kind, $id);
		if (
			$known === null ||
			$piece === null ||
			$item === null ||
			$content === null ||
			!Scope::covers(get_current_user_id(), $piece['department'])
		) {
			return Desk::gone();
		}
		return [
			'item' => $item,
			'preview' => Preview::address($kind, $id),
			'recognisable' => $piece['people'],
			'history' => Decisions::history($kind, $id),
			'content' => $content,
			'proposal' => (Decisions::effective($kind, $id)['act'] ?? '') === 'propose',
			'context' => $known->context($id),
			'notes' => [],
			'standing' => [],
			'cases' => [],
			'undoable' => null,
		];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function decide(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{kind: string, id: int, version: int, act: string, reason?: string, guideline?: int, consent?: bool, content?: Content} $choice validated by the contract */
		$choice = $request->get_params();
		return Desk::decide(
			$choice + ['reason' => '', 'guideline' => 0, 'consent' => false],
			get_current_user_id(),
		);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function undo(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{kind: string, id: int, version: int} $decision validated by the contract */
		$decision = $request->get_params();
		return Desk::undo($decision, get_current_user_id());
	}
}
