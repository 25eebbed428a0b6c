<?php
// Standing's routes: for managers who stands where, hand-overs and rules; for moderators an objection and a call for the manager.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Contract;
use Throughline\Database;
use Throughline\People\Capabilities;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Query from People
 */
final class Routes {
	public static function register(): void {
		self::add('GET standing', [Overview::class, 'of_site']);
		self::add('GET standing/people', [self::class, 'people'], 'standing-query');
		self::add('POST standing/people', [self::class, 'sign'], 'new-standing');
		self::add('GET standing/test', [self::class, 'test'], 'standing-test-query');
		self::add('POST standing/departments', [self::class, 'hand_over'], 'new-hand-over');
		self::add('POST standing/rules', [self::class, 'change_rules'], 'new-standing-rules');
		self::add('GET standing/log', [self::class, 'log'], 'standing-log-query');
		$moderators = Capabilities::MODERATE;
		self::add(
			'POST standing/objections',
			[self::class, 'object'],
			'new-objection',
			$moderators,
		);
		self::add(
			'POST standing/escalations',
			[self::class, 'escalate'],
			'new-escalation',
			$moderators,
		);
	}

	/** @param non-falsy-string $route method and path */
	private static function add(
		string $route,
		callable $callback,
		?string $accepts = null,
		string $right = Capabilities::MANAGE,
	): void {
		[$method, $path] = explode(' ', $route);
		Contract::route("/$path", [
			'methods' => $method,
			'permission' => static fn(): bool => current_user_can($right),
			'callback' => $callback,
			...$accepts === null ? [] : ['accepts' => $accepts],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function people(\WP_REST_Request $request): array|\WP_Error {
		/** @var Query $query validated by the contract */
		$query = $request->get_params();
		return People::page($query);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function sign(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{user: int, department: int, kind: string, level: string, reason: string} $sign validated by the contract */
		$sign = $request->get_params();
		return Standing::sign($sign, get_current_user_id()) ??
			People::of([$sign['user']], $sign['department'])[0];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{sentence: string}
	 */
	public static function test(\WP_REST_Request $request): array {
		/** @var array{user: int, department: int, kind: string, level: string} $asked validated by the contract */
		$asked = $request->get_params();
		return [
			'sentence' =>
				$asked['user'] === 0
					? BackTest::of_department($asked['department'])
					: BackTest::of_person($asked),
		];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function hand_over(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{department: int, handed: bool, reason: string} $asked validated by the contract */
		$asked = $request->get_params();
		return Standing::hand_over($asked['department'], $asked['handed'], $asked['reason']) ??
			Overview::of_site();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function change_rules(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{known: int, decisions: int, days: int, rate: int, slack: int, veto: int, reason: string} $asked validated by the contract */
		$asked = $request->get_params();
		$reason = trim($asked['reason']);
		if ($reason === '') {
			return Standing::reason_missing();
		}
		$rules = array_intersect_key($asked, Rules::DEFAULTS);
		Database::transaction(static function () use ($rules, $reason): bool {
			Log::add(
				['what' => 'rules', 'details' => $rules, 'reason' => $reason],
				get_current_user_id(),
			);
			Rules::save($rules);
			return true;
		});
		return Overview::of_site();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>
	 */
	public static function log(\WP_REST_Request $request): array {
		/** @var array{after?: string} $query validated by the contract */
		$query = $request->get_params();
		return Overview::log((int) ($query['after'] ?? ''));
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function object(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{kind: string, id: int, version: int} $piece validated by the contract */
		$piece = $request->get_params();
		return Veto::object($piece, get_current_user_id());
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function escalate(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{kind: string, id: int, version: int, note: string} $asked validated by the contract */
		$asked = $request->get_params();
		return Escalation::ask($asked, get_current_user_id());
	}
}
