<?php
// Routes of People: the list of departments for those who write, everything else for those who manage.

namespace Throughline\People;

use Throughline\Contract;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Times from Hours
 * @phpstan-import-type Query from Colleagues
 * @phpstan-import-type Change from Colleagues as PersonChange
 * @phpstan-import-type Change from Organisation as DepartmentChange
 */
final class Routes {
	private const ID = '(?P<id>\d{1,18})';

	public static function register(): void {
		Contract::route('/departments', [
			'methods' => 'GET',
			'permission' => static fn(): bool => current_user_can('edit_posts') ||
				current_user_can(Capabilities::SUBMIT),
			'callback' => static fn(): array => ['departments' => Departments::all()],
		]);
		self::manage('POST /departments', [self::class, 'add_department'], 'new-department');
		self::manage('GET /departments/' . self::ID, [self::class, 'department']);
		self::manage(
			'POST /departments/' . self::ID,
			[self::class, 'change_department'],
			'department-change',
		);
		self::manage('DELETE /departments/' . self::ID, [self::class, 'delete_department']);
		self::manage('GET /desks', [Organisation::class, 'overview']);
		self::manage('GET /people', [self::class, 'people'], 'colleagues-query');
		self::manage('GET /people/' . self::ID, [self::class, 'person']);
		self::manage(
			'POST /people/' . self::ID,
			[self::class, 'change_person'],
			'colleague-change',
		);
		self::manage('GET /hours', [self::class, 'hours']);
		self::manage('POST /hours', [self::class, 'change_hours'], 'hours-change');
		self::manage('POST /people/import', [Table\Import::class, 'answer'], 'new-import');
		self::manage('GET /people/export', [Table\Export::class, 'answer']);
	}

	/** @param non-falsy-string $route method and path */
	private static function manage(
		string $route,
		callable $callback,
		?string $accepts = null,
	): void {
		[$method, $path] = explode(' ', $route);
		Contract::route('/' . ltrim($path, '/'), [
			'methods' => $method,
			'permission' => static fn(): bool => current_user_can(Capabilities::MANAGE),
			'callback' => $callback,
			...$accepts === null ? [] : ['accepts' => $accepts],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function add_department(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{name: string, parent: int} $new */
		$new = $request->get_params();
		$id = Departments::add($new['name'], $new['parent']);
		return is_wp_error($id) ? $id : Organisation::department($id);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function department(\WP_REST_Request $request): array|\WP_Error {
		return Organisation::department(self::id($request));
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function change_department(\WP_REST_Request $request): array|\WP_Error {
		/** @var DepartmentChange $change */
		$change = $request->get_params();
		$id = self::id($request);
		return Organisation::change($id, $change) ?? Organisation::department($id);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function delete_department(\WP_REST_Request $request): array|\WP_Error {
		$id = self::id($request);
		if (Departments::existing($id) > 0) {
			$gone = wp_delete_term($id, Departments::TAXONOMY);
			if (is_wp_error($gone)) {
				return $gone;
			}
		}
		// Who deletes what is gone already has what they want.
		return Organisation::overview();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function people(\WP_REST_Request $request): array|\WP_Error {
		/** @var Query $query */
		$query = $request->get_params();
		return Colleagues::page($query);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function person(\WP_REST_Request $request): array|\WP_Error {
		return Colleagues::get(self::id($request)) ?? Colleagues::gone();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function change_person(\WP_REST_Request $request): array|\WP_Error {
		/** @var PersonChange $change */
		$change = $request->get_params();
		$id = self::id($request);
		return Colleagues::change($id, $change) ?? (Colleagues::get($id) ?? Colleagues::gone());
	}

	/** @return array<string, mixed> */
	public static function hours(): array {
		return [
			'hours' => Hours::of_site(),
			'nextLook' => Hours::told(Hours::next_look(0)),
		];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function change_hours(\WP_REST_Request $request): array|\WP_Error {
		/** @var Times $times */
		$times = $request['hours'];
		$problem = Hours::problem($times);
		if ($problem !== null) {
			return $problem;
		}
		Hours::set_site($times);
		return self::hours();
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private static function id(\WP_REST_Request $request): int {
		/** @var array{id: string} $asked */
		$asked = $request->get_url_params();
		return (int) $asked['id'];
	}
}
