<?php
// The guidelines' routes: what is in force, for everybody; writing the next edition; agreeing to it.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Contract;
use Throughline\People\Capabilities;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Guideline from Guidelines
 * @phpstan-import-type Draft from Drafts
 */
final class Routes {
	public static function register(): void {
		$managers = static fn(): bool => current_user_can(Capabilities::MANAGE);
		$look = [Screen::class, 'may_look'];
		Contract::route('/guidelines', [
			'methods' => 'GET',
			'permission' => '__return_true',
			'accepts' => 'guidelines-query',
			'callback' => [self::class, 'in_force'],
		]);
		Contract::route('/guidelines/editions', [
			'methods' => 'GET',
			'permission' => $look,
			'callback' => [self::class, 'overview'],
		]);
		Contract::route('/guidelines/returns', [
			'methods' => 'GET',
			'permission' => $managers,
			'callback' => static fn(): array => ['guidelines' => Returns::counted()],
		]);
		$acts = [
			'begin' => ['new-draft', 'begin'],
			'draft' => ['new-edition', 'save'],
			'discard' => ['edition-version', 'discard'],
			'put' => ['edition-version', 'put'],
			'take-back' => ['edition-version', 'take_back'],
		];
		foreach ($acts as $path => [$accepts, $act]) {
			Contract::route("/guidelines/$path", [
				'methods' => 'POST',
				'permission' => $managers,
				'accepts' => $accepts,
				'callback' => [self::class, $act],
			]);
		}
		Contract::route('/guidelines/answer', [
			'methods' => 'POST',
			'permission' => $look,
			'accepts' => 'new-agreement',
			'callback' => [self::class, 'answer'],
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

	/** @return array<string, mixed> */
	public static function overview(): array {
		return Editions::overview(get_current_user_id());
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>
	 */
	public static function begin(\WP_REST_Request $request): array {
		/** @var array{with: string} $asked validated by the contract */
		$asked = $request->get_params();
		Drafts::begin($asked['with'], get_current_user_id());
		return self::overview();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function save(\WP_REST_Request $request): array|\WP_Error {
		/** @var Draft $draft validated by the contract */
		$draft = $request->get_params();
		return Drafts::save($draft, get_current_user_id()) ?? self::overview();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function discard(\WP_REST_Request $request): array|\WP_Error {
		return Drafts::discard(self::version($request)) ?? self::overview();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function put(\WP_REST_Request $request): array|\WP_Error {
		return Drafts::put(self::version($request), get_current_user_id()) ?? self::overview();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function take_back(\WP_REST_Request $request): array|\WP_Error {
		return Drafts::take_back(self::version($request)) ?? self::overview();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function answer(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{edition: int, round: int, answer: string, note?: string} $said validated by the contract */
		$said = $request->get_params();
		return Agreements::add($said + ['note' => ''], get_current_user_id()) ?? self::overview();
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private static function version(\WP_REST_Request $request): int {
		/** @var array{version: int} $asked validated by the contract */
		$asked = $request->get_params();
		return $asked['version'];
	}
}
