<?php
// A department's desk: the experts who answer for it, who stands in for them, its head, and what it promises.

namespace Throughline\People;

use Throughline\Database;

defined('ABSPATH') || exit();

final class Desks {
	// Term meta, one row a person, so that the database finds somebody's desks.
	public const EXPERTS = 'throughline_experts';
	public const DEPUTIES = 'throughline_deputies';
	public const HEAD = 'throughline_head';
	/** Term meta: one sentence, e.g. "We answer within two working days." */
	public const PROMISE = 'throughline_promise';

	/** Term meta: what the desk answers without asking anybody. */
	public const ANSWERS = 'throughline_answers';

	public const PLACES = [
		'expert' => self::EXPERTS,
		'deputy' => self::DEPUTIES,
		'head' => self::HEAD,
	];

	/** @return list<int> user ids, in the order in which they were put there */
	public static function experts(int $department): array {
		return self::people($department, self::EXPERTS);
	}

	/** @return list<int> user ids */
	public static function deputies(int $department): array {
		return self::people($department, self::DEPUTIES);
	}

	/** The user id; 0 for nobody. */
	public static function head(int $department): int {
		return self::people($department, self::HEAD)[0] ?? 0;
	}

	public static function promise(int $department): string {
		$promise = get_term_meta($department, self::PROMISE, true);
		return is_string($promise) ? $promise : '';
	}

	/** What the desk answers without asking anybody; what lies beyond it is passed to another desk. */
	public static function answers(int $department): string {
		$answers = get_term_meta($department, self::ANSWERS, true);
		return is_string($answers) ? $answers : '';
	}

	/**
	 * Where somebody answers: as an expert, a deputy or the head.
	 *
	 * @return list<int> term ids
	 */
	public static function of_user(int $user): array {
		$places = self::of_users([$user])[$user] ?? [];
		return array_values(array_unique(array_column($places, 'department')));
	}

	/**
	 * The places of several people in one query.
	 *
	 * @param list<int> $users
	 * @return array<int, list<array{department: int, place: 'expert'|'deputy'|'head'}>>
	 */
	public static function of_users(array $users): array {
		if ($users === []) {
			return [];
		}
		$rows = Database::rows(
			'SELECT term_id, meta_key, meta_value FROM %i WHERE meta_key IN (%s, %s, %s) AND meta_value IN (' .
				implode(', ', array_fill(0, count($users), '%s')) .
				') ORDER BY meta_id',
			Database::wpdb()->termmeta,
			self::EXPERTS,
			self::DEPUTIES,
			self::HEAD,
			...array_map('strval', $users),
		);
		$places = [];
		foreach ($rows as $row) {
			$department = Departments::existing((int) $row['term_id']);
			$place = array_search($row['meta_key'], self::PLACES, true);
			if ($department > 0 && $place !== false) {
				$places[(int) $row['meta_value']][] = [
					'department' => $department,
					'place' => $place,
				];
			}
		}
		return $places;
	}

	/**
	 * Puts these people there and nobody else.
	 *
	 * @param value-of<self::PLACES> $place
	 * @param list<int> $users
	 */
	public static function put(int $department, string $place, array $users): void {
		$there = self::people($department, $place);
		foreach (array_diff($there, $users) as $user) {
			delete_term_meta($department, $place, (string) $user);
		}
		foreach (array_diff(array_unique($users), $there) as $user) {
			add_term_meta($department, $place, (string) $user);
		}
	}

	public static function promise_that(int $department, string $promise): void {
		self::say($department, self::PROMISE, $promise);
	}

	public static function answer_that(int $department, string $answers): void {
		self::say($department, self::ANSWERS, $answers);
	}

	private static function say(int $department, string $what, string $words): void {
		if ($words === '') {
			delete_term_meta($department, $what);
		} else {
			// Core takes slashes away again.
			update_term_meta($department, $what, wp_slash($words));
		}
	}

	/**
	 * Asks the database only where it matters.
	 *
	 * @param array<string, bool> $has
	 * @param list<string> $needed
	 * @param array<mixed> $asked
	 * @return array<string, bool>
	 */
	public static function let_answer(
		array $has,
		array $needed,
		array $asked,
		\WP_User $user,
	): array {
		if (
			in_array(Capabilities::ANSWER, $needed, true) &&
			!($has[Capabilities::ANSWER] ?? false) &&
			self::of_user($user->ID) !== []
		) {
			$has[Capabilities::ANSWER] = true;
		}
		return $has;
	}

	/** Somebody left: their place on every desk is free. */
	public static function forget(int $user): void {
		foreach (self::of_user($user) as $department) {
			foreach ([self::EXPERTS, self::DEPUTIES, self::HEAD] as $place) {
				delete_term_meta($department, $place, (string) $user);
			}
		}
	}

	/**
	 * @param value-of<self::PLACES> $place
	 * @return list<int> user ids
	 */
	public static function people(int $department, string $place): array {
		$people = get_term_meta($department, $place);
		return is_array($people)
			? array_values(array_map('intval', array_filter($people, 'is_numeric')))
			: [];
	}
}
