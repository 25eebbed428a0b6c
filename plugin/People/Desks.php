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

	/**
	 * Where somebody answers: as an expert, a deputy or the head.
	 *
	 * @return list<int> term ids
	 */
	public static function of_user(int $user): array {
		$rows = Database::rows(
			'SELECT DISTINCT term_id FROM %i WHERE meta_key IN (%s, %s, %s) AND meta_value = %s',
			Database::wpdb()->termmeta,
			self::EXPERTS,
			self::DEPUTIES,
			self::HEAD,
			(string) $user,
		);
		return array_map('intval', array_column($rows, 'term_id'));
	}

	/**
	 * Puts these people there and nobody else.
	 *
	 * @param self::EXPERTS|self::DEPUTIES|self::HEAD $place
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
		if ($promise === '') {
			delete_term_meta($department, self::PROMISE);
		} else {
			// Core takes slashes away again.
			update_term_meta($department, self::PROMISE, wp_slash($promise));
		}
	}

	/** Somebody left: their place on every desk is free. */
	public static function forget(int $user): void {
		foreach (self::of_user($user) as $department) {
			foreach ([self::EXPERTS, self::DEPUTIES, self::HEAD] as $place) {
				delete_term_meta($department, $place, (string) $user);
			}
		}
	}

	/** @return list<int> */
	private static function people(int $department, string $place): array {
		$people = get_term_meta($department, $place);
		return is_array($people)
			? array_values(array_map('intval', array_filter($people, 'is_numeric')))
			: [];
	}
}
