<?php
// Where people work: a taxonomy, and each person's own place in it.

namespace Throughline\People;

use function Throughline\names_show;

defined('ABSPATH') || exit();

final class Departments {
	public const TAXONOMY = 'tl_department';
	/** User option: the term id of the department somebody works in. */
	public const OF_USER = 'throughline_department';

	public static function register(): void {
		register_taxonomy(
			self::TAXONOMY,
			[],
			[
				'labels' => names_show() ? self::labels() : ['name' => 'Departments'],
				'hierarchical' => true,
				// An archive of a department would be a second wall, and its name is nothing a stranger should list.
				'public' => false,
				'show_ui' => true,
				'show_in_menu' => false,
				// The block editor offers departments in its sidebars.
				'show_in_rest' => true,
				'capabilities' => [
					'manage_terms' => Capabilities::MANAGE,
					'edit_terms' => Capabilities::MANAGE,
					'delete_terms' => Capabilities::MANAGE,
					'assign_terms' => Capabilities::MANAGE,
				],
			],
		);
	}

	/** @return array<string, string> */
	private static function labels(): array {
		return [
			'name' => __('Departments', 'throughline'),
			'singular_name' => __('Department', 'throughline'),
			'add_new_item' => __('Add a department', 'throughline'),
			'edit_item' => __('Edit the department', 'throughline'),
			'search_items' => __('Search departments', 'throughline'),
			'not_found' => __('No departments yet.', 'throughline'),
		];
	}

	/**
	 * Every department, parents before their children, each level by name.
	 *
	 * @return list<array{id: int, name: string, parent: int}>
	 */
	public static function all(): array {
		$terms = get_terms([
			'taxonomy' => self::TAXONOMY,
			'hide_empty' => false,
			'orderby' => 'name',
		]);
		if (!is_array($terms)) {
			return [];
		}
		$children = [];
		foreach ($terms as $term) {
			$children[$term->parent][] = [
				'id' => $term->term_id,
				'name' => $term->name,
				'parent' => $term->parent,
			];
		}
		return self::below(0, $children);
	}

	/** The term id of the department somebody works in; 0 where nobody said so or it is gone. */
	public static function of_user(int $user): int {
		$department = $user > 0 ? get_user_option(self::OF_USER, $user) : 0;
		return is_numeric($department) ? self::existing((int) $department) : 0;
	}

	/** Says where somebody works; 0 for nowhere. */
	public static function assign(int $user, int $department): void {
		if (self::existing($department) > 0) {
			update_user_option($user, self::OF_USER, $department);
		} else {
			delete_user_option($user, self::OF_USER);
		}
	}

	/** The id itself when there is such a department, else 0. */
	public static function existing(int $department): int {
		return self::name($department) === null ? 0 : $department;
	}

	public static function name(int $department): ?string {
		$term = $department > 0 ? get_term($department, self::TAXONOMY) : null;
		return $term instanceof \WP_Term ? $term->name : null;
	}

	/**
	 * The department and all above it, nearest first.
	 *
	 * @return list<int>
	 */
	public static function upwards(int $department): array {
		if (self::existing($department) === 0) {
			return [];
		}
		return [
			$department,
			...array_values(
				array_map('intval', get_ancestors($department, self::TAXONOMY, 'taxonomy')),
			),
		];
	}

	/**
	 * The department and all below it; empty where there is none.
	 *
	 * @return list<int>
	 */
	public static function with_below(int $department): array {
		$below =
			self::existing($department) > 0 ? get_term_children($department, self::TAXONOMY) : null;
		return is_array($below)
			? [
				$department,
				...array_map('intval', array_values(array_filter($below, 'is_numeric'))),
			]
			: [];
	}

	/**
	 * @param array<int, list<array{id: int, name: string, parent: int}>> $children
	 * @return list<array{id: int, name: string, parent: int}>
	 */
	private static function below(int $parent, array $children): array {
		$list = [];
		foreach ($children[$parent] ?? [] as $department) {
			array_push($list, $department, ...self::below($department['id'], $children));
		}
		return $list;
	}
}
