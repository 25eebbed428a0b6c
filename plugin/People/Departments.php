<?php
// Where people work: a taxonomy, and each person's own place in it.

namespace Throughline\People;

use Throughline\Database;
use function Throughline\names_show;

defined('ABSPATH') || exit();

final class Departments {
	public const TAXONOMY = 'tl_department';
	/** Between the names of a path. */
	public const BELOW = ' > ';
	/** User option: the term id of the department somebody works in. */
	public const OF_USER = 'throughline_department';

	public static function register(): void {
		register_taxonomy(
			self::TAXONOMY,
			[],
			[
				'labels' => [
					'name' => names_show() ? __('Departments', 'throughline') : 'Departments',
				],
				'hierarchical' => true,
				// An archive of a department would be a second wall, and its name is nothing a stranger should list.
				'public' => false,
				// The screen People has all of it; core's own route would list departments to anybody.
				'show_ui' => false,
				'show_in_rest' => false,
				'capabilities' => [
					'manage_terms' => Capabilities::MANAGE,
					'edit_terms' => Capabilities::MANAGE,
					'delete_terms' => Capabilities::MANAGE,
					'assign_terms' => Capabilities::MANAGE,
				],
			],
		);
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
				'name' => self::plain($term->name),
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

	/**
	 * Loads posts of any type and their departments by one query; core would ask for each post's departments, since
	 * few types are registered for them.
	 *
	 * @param array<int> $posts
	 */
	public static function prime_with(array $posts): void {
		$cache = self::TAXONOMY . '_relationships';
		$unknown = array_values(
			array_filter(
				array_unique($posts),
				static fn(int $post): bool => $post > 0 &&
					(wp_cache_get($post, $cache) === false ||
						wp_cache_get($post, 'posts') === false),
			),
		);
		if ($unknown === []) {
			return;
		}
		$db = Database::wpdb();
		$rows = Database::rows(
			'SELECT post.*, (SELECT GROUP_CONCAT(term.term_id) FROM %i AS relation
				JOIN %i AS term ON term.term_taxonomy_id = relation.term_taxonomy_id
				WHERE relation.object_id = post.ID AND term.taxonomy = %s) AS departments
			FROM %i AS post WHERE post.ID IN (' .
				implode(', ', array_fill(0, count($unknown), '%d')) .
				')',
			$db->term_relationships,
			$db->term_taxonomy,
			self::TAXONOMY,
			$db->posts,
			...$unknown,
		);
		foreach ($rows as $row) {
			$departments = array_map('intval', explode(',', (string) $row['departments']));
			unset($row['departments']);
			$post = sanitize_post((object) $row, 'raw');
			wp_cache_add((int) $row['ID'], $post, 'posts');
			wp_cache_add((int) $row['ID'], array_values(array_diff($departments, [0])), $cache);
		}
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
		return $term instanceof \WP_Term ? self::plain($term->name) : null;
	}

	/** Core keeps "R&D" as HTML. */
	private static function plain(string $name): string {
		return wp_specialchars_decode($name, ENT_QUOTES);
	}

	/**
	 * Where a department stands: "Werk Nord > Montage".
	 */
	public static function path(int $department): string {
		return implode(
			self::BELOW,
			array_map(
				static fn(int $one): string => self::name($one) ?? '',
				array_reverse(self::upwards($department)),
			),
		);
	}

	/** The new department's term id. */
	public static function add(string $name, int $parent): int|\WP_Error {
		$name = trim($name);
		$problem = self::problem($name, $parent, 0);
		if ($problem !== null) {
			return $problem;
		}
		$term = wp_insert_term(wp_slash($name), self::TAXONOMY, ['parent' => max(0, $parent)]);
		return is_wp_error($term) ? $term : $term['term_id'];
	}

	/** Gives a department another name and another place. */
	public static function move(int $department, string $name, int $parent): ?\WP_Error {
		$name = trim($name);
		$problem = self::problem($name, $parent, $department);
		if ($problem !== null) {
			return $problem;
		}
		$term = wp_update_term($department, self::TAXONOMY, [
			'name' => wp_slash($name),
			'parent' => max(0, $parent),
		]);
		return is_wp_error($term) ? $term : null;
	}

	/** Whether core keeps a name as it is, and a path shows where it ends. */
	public static function is_name(string $name): bool {
		$kept = sanitize_term_field('name', wp_slash($name), 0, self::TAXONOMY, 'db');
		return $name !== '' &&
			mb_strlen($name) <= 100 &&
			is_string($kept) &&
			self::plain(wp_unslash($kept)) === $name &&
			!str_contains($name, trim(self::BELOW));
	}

	/** Why a department can't be called so there; `$department` is 0 for a new one. */
	public static function problem(string $name, int $parent, int $department): ?\WP_Error {
		$refuse = static fn(
			string $code,
			string $sentence,
			string $field,
		): \WP_Error => new \WP_Error("throughline_$code", $sentence, [
			'status' => 422,
			'field' => $field,
		]);
		if ($name === '') {
			return $refuse(
				'name_missing',
				__('Please give the department a name.', 'throughline'),
				'name',
			);
		}
		if (!self::is_name($name)) {
			return $refuse(
				'name_invalid',
				__(
					'A department’s name has at most 100 characters, without “<” and “>”. Please change it a little.',
					'throughline',
				),
				'name',
			);
		}
		if ($parent > 0 && self::existing($parent) === 0) {
			return $refuse(
				'parent_gone',
				__(
					'The department above isn’t there any more. Please choose another one.',
					'throughline',
				),
				'parent',
			);
		}
		if ($department > 0 && in_array($parent, self::with_below($department), true)) {
			return $refuse(
				'below_itself',
				__(
					'A department can’t stand below itself. Please choose another place.',
					'throughline',
				),
				'parent',
			);
		}
		foreach (self::all() as $other) {
			if (
				$other['parent'] === $parent &&
				$other['id'] !== $department &&
				mb_strtolower($other['name']) === mb_strtolower($name)
			) {
				/* translators: %s: a department's name */
				$sentence = __('There is a “%s” in this place already.', 'throughline');
				return $refuse('name_taken', sprintf($sentence, $other['name']), 'name');
			}
		}
		return null;
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
