<?php
// The departments as a manager sees and changes them: each with its desk, its hours and who decides there.

namespace Throughline\People;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Times from Hours
 * @phpstan-import-type Named from Colleagues
 * @phpstan-type Change array{
 *     name?: string, parent?: int, head?: int, experts?: list<int>, deputies?: list<int>, promise?: string, answers?: string,
 *     hours?: Times
 * }
 */
final class Organisation {
	/**
	 * Every department in one list, parents before their children.
	 *
	 * @return array{departments: list<array<string, mixed>>, everything: list<Named>}
	 */
	public static function overview(): array {
		$all = Departments::all();
		update_termmeta_cache(array_column($all, 'id'));
		$working = self::working();
		$named = [];
		$everything = [];
		foreach (Moderators::all() as $user) {
			$scope = Scope::of($user);
			if ($scope === null) {
				$everything[] = Colleagues::named($user);
			}
			foreach ($scope ?? [] as $department) {
				$named[$department] = ($named[$department] ?? 0) + 1;
			}
		}
		$departments = [];
		foreach ($all as $department) {
			$id = $department['id'];
			$head = Desks::head($id);
			$departments[] = $department + [
				'people' => $working[$id] ?? 0,
				'head' => $head > 0 ? Person::of($head)['name'] : '',
				'experts' => count(Desks::experts($id)),
				'deputies' => count(Desks::deputies($id)),
				'moderators' => $named[$id] ?? 0,
				'hours' => Hours::of_department($id)['week'] !== null,
			];
		}
		return ['departments' => $departments, 'everything' => $everything];
	}

	/** @return array<string, mixed>|\WP_Error */
	public static function department(int $id): array|\WP_Error {
		$term = get_term($id, Departments::TAXONOMY);
		if (!($term instanceof \WP_Term)) {
			return self::gone();
		}
		$head = Desks::head($id);
		return [
			'id' => $id,
			'name' => Departments::name($id),
			'parent' => $term->parent,
			'people' => self::working($id)[$id] ?? 0,
			'head' => $head > 0 ? Colleagues::named($head) : null,
			'experts' => array_map([Colleagues::class, 'named'], Desks::experts($id)),
			'deputies' => array_map([Colleagues::class, 'named'], Desks::deputies($id)),
			'promise' => Desks::promise($id),
			'answers' => Desks::answers($id),
			'hours' => Hours::of_department($id),
			'above' => Hours::above($id),
			'nextLook' => Hours::told(Hours::next_look($id)),
			'moderators' => array_map([Colleagues::class, 'named'], Moderators::of($id)),
		];
	}

	/**
	 * What isn't named stays as it is.
	 *
	 * @param Change $change
	 */
	public static function change(int $id, array $change): ?\WP_Error {
		$term = get_term($id, Departments::TAXONOMY);
		if (!($term instanceof \WP_Term)) {
			return self::gone();
		}
		$desk = [
			...isset($change['head']) && $change['head'] > 0 ? [$change['head']] : [],
			...$change['experts'] ?? [],
			...$change['deputies'] ?? [],
		];
		foreach ($desk as $user) {
			if (!Colleagues::is_here($user)) {
				return Colleagues::gone();
			}
		}
		$hours = $change['hours'] ?? null;
		$problem = $hours === null ? null : Hours::problem($hours);
		if ($problem !== null) {
			return $problem;
		}
		return Database::transaction(static function () use (
			$id,
			$term,
			$change,
			$hours,
		): ?\WP_Error {
			if (isset($change['name']) || isset($change['parent'])) {
				$error = Departments::move(
					$id,
					$change['name'] ?? (Departments::name($id) ?? ''),
					$change['parent'] ?? $term->parent,
				);
				if ($error !== null) {
					return $error;
				}
			}
			if (isset($change['head'])) {
				Desks::put($id, Desks::HEAD, $change['head'] > 0 ? [$change['head']] : []);
			}
			if (isset($change['experts'])) {
				Desks::put($id, Desks::EXPERTS, $change['experts']);
			}
			if (isset($change['deputies'])) {
				// Who answers needs nobody to stand in for.
				$deputies = array_diff($change['deputies'], Desks::experts($id));
				Desks::put($id, Desks::DEPUTIES, array_values($deputies));
			}
			if (isset($change['promise'])) {
				Desks::promise_that($id, sanitize_text_field($change['promise']));
			}
			if (isset($change['answers'])) {
				Desks::answer_that($id, sanitize_text_field($change['answers']));
			}
			if ($hours !== null) {
				Hours::set_department($id, $hours);
			}
			return null;
		});
	}

	private static function gone(): \WP_Error {
		return new \WP_Error(
			'throughline_not_found',
			__('This department isn’t there any more. Please go back to the list.', 'throughline'),
			['status' => 404],
		);
	}

	/**
	 * How many people work in each department, or in this one.
	 *
	 * @return array<int, int>
	 */
	private static function working(int $only = 0): array {
		$key = Database::wpdb()->get_blog_prefix() . Departments::OF_USER;
		$table = Database::wpdb()->usermeta;
		$rows =
			$only > 0
				? Database::rows(
					'SELECT meta_value, COUNT(*) AS people FROM %i WHERE meta_key = %s AND meta_value = %s GROUP BY meta_value',
					$table,
					$key,
					(string) $only,
				)
				: Database::rows(
					'SELECT meta_value, COUNT(*) AS people FROM %i WHERE meta_key = %s GROUP BY meta_value',
					$table,
					$key,
				);
		$people = [];
		foreach ($rows as $row) {
			$people[(int) $row['meta_value']] = (int) $row['people'];
		}
		return $people;
	}
}
