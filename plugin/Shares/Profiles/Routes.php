<?php
// The routes of one's own profiles: nobody else's are seen or changed here.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\Contract;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

/** @phpstan-import-type Linked from Profiles */
final class Routes {
	public static function register(): void {
		Contract::route('/profiles', [
			'methods' => 'GET',
			'permission' => [Stories::class, 'may_submit'],
			'callback' => [self::class, 'list'],
		]);
		Contract::route('/profiles', [
			'methods' => 'POST',
			'permission' => [Stories::class, 'may_submit'],
			'accepts' => 'new-profile',
			'callback' => [self::class, 'add'],
		]);
		Contract::route('/profiles/(?P<id>\d{1,18})', [
			'methods' => 'POST',
			'permission' => [self::class, 'is_own'],
			'accepts' => 'profile-act',
			'callback' => [self::class, 'act'],
		]);
		Contract::route('/profiles/(?P<id>\d{1,18})', [
			'methods' => 'DELETE',
			'permission' => [self::class, 'is_own'],
			'callback' => [self::class, 'remove'],
		]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function is_own(\WP_REST_Request $request): bool {
		return Stories::may_submit() && self::own($request) !== null;
	}

	public static function list(): \WP_REST_Response {
		return self::private([
			'link' => Proof::back_link(get_current_user_id()),
			'profiles' => array_map(self::shape(...), Profiles::of(get_current_user_id())),
		]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function add(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		$address = $request['address'];
		$id = Profiles::add(get_current_user_id(), is_string($address) ? $address : '');
		$one = is_wp_error($id) ? null : Profiles::get($id);
		return $one === null
			? (is_wp_error($id)
				? $id
				: self::gone())
			: self::private(self::shape($one), 201);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function act(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		$one = self::own($request);
		if ($one === null) {
			return self::gone();
		}
		$code = $request['act'] === 'code' ? Proof::new_code($one['id']) : '';
		if ($request['act'] === 'check') {
			Check::ask($one);
		}
		return self::private(
			self::shape(Profiles::get($one['id']) ?? $one) +
				($code === '' ? [] : ['code' => $code]),
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function remove(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		$one = self::own($request);
		if ($one === null) {
			return self::gone();
		}
		Profiles::remove($one['id']);
		return self::list();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return Linked|null
	 */
	private static function own(\WP_REST_Request $request): ?array {
		$one = Profiles::get(is_numeric($request['id']) ? (int) $request['id'] : 0);
		return $one !== null && $one['user'] === get_current_user_id() ? $one : null;
	}

	/**
	 * @param Linked $one
	 * @return array{id: int, network: string, address: string, handle: string, proof: string, own: bool, proven: string|null, checked: string|null, message: string}
	 */
	private static function shape(array $one): array {
		return [
			'id' => $one['id'],
			'network' => $one['network'],
			'address' => $one['address'],
			'handle' => $one['handle'],
			'proof' => $one['proof'],
			'own' => Profiles::is_own($one),
			'proven' => $one['proven'] === '' ? null : $one['proven'],
			'checked' => $one['checked'] === '' ? null : $one['checked'],
			'message' => Words::stand($one),
		];
	}

	/** @param array<string, mixed> $data */
	private static function private(array $data, int $status = 200): \WP_REST_Response {
		return new \WP_REST_Response($data, $status, ['Cache-Control' => 'private, no-store']);
	}

	private static function gone(): \WP_Error {
		return new \WP_Error(
			'throughline_gone',
			__('This profile is not linked any more.', 'throughline'),
			['status' => 404],
		);
	}
}
