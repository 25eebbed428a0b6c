<?php
// The guidelines' routes: what is in force, for everybody.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Contract;
use Throughline\People\Capabilities;

defined('ABSPATH') || exit();

/** @phpstan-import-type Guideline from Guidelines */
final class Routes {
	public static function register(): void {
		Contract::route('/guidelines', [
			'methods' => 'GET',
			'permission' => '__return_true',
			'accepts' => 'guidelines-query',
			'callback' => [self::class, 'in_force'],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{edition: int, guidelines: list<Guideline>}
	 */
	public static function in_force(\WP_REST_Request $request): array {
		/** @var array{kind?: string, department?: int} $query validated by the contract */
		$query = $request->get_params();
		$guidelines = Guidelines::in_force($query['kind'] ?? '', $query['department'] ?? 0);
		if (!current_user_can(Capabilities::SUBMIT)) {
			// Who knows which words are watched writes around them.
			$guidelines = array_map(
				static fn(array $one): array => ['words' => ''] + $one,
				$guidelines,
			);
		}
		return ['edition' => Guidelines::edition(), 'guidelines' => $guidelines];
	}
}
