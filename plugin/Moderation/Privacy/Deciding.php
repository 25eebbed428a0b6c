<?php
// What somebody did as a moderator: decisions, notes, what they have open, rules they switched, guidelines they wrote.

namespace Throughline\Moderation\Privacy;

use Throughline\Database;
use Throughline\Moderation\Erasure;
use Throughline\Moderation\Notes;
use Throughline\Moderation\Privacy;
use Throughline\Moderation\WorksAgreement;

defined('ABSPATH') || exit();

/** @phpstan-import-type Item from Privacy */
final class Deciding {
	private const PAGE = 100;
	/** Tables with the columns that name somebody who did something. */
	private const NAMED = [
		'editions' => ['changed_by', 'put_by'],
		'queue' => ['claimed_by'],
		'calm' => ['user_id'],
	];

	/** @return array{items: list<Item>, done: bool} */
	public static function export(string $mail, int $page): array {
		$user = get_user_by('email', $mail);
		if ($user === false) {
			return ['items' => [], 'done' => true];
		}
		$rows = [];
		foreach (
			[
				'decisions' =>
					'SELECT id, act AS told, reason AS words, created FROM %i WHERE user_id = %d ORDER BY id LIMIT %d OFFSET %d',
				'notes' =>
					"SELECT id, '' AS told, text AS words, created FROM %i WHERE user_id = %d ORDER BY id LIMIT %d OFFSET %d",
				'works_agreement' =>
					'SELECT id, rule AS told, reason AS words, created FROM %i WHERE user_id = %d ORDER BY id LIMIT %d OFFSET %d',
			]
			as $table => $query
		) {
			foreach (
				Database::rows(
					$query,
					Database::table($table),
					$user->ID,
					self::PAGE,
					($page - 1) * self::PAGE,
				)
				as $row
			) {
				$rows[$table][] = $row;
			}
		}
		$items = [];
		foreach ($rows as $table => $found) {
			foreach ($found as $row) {
				$items[] = [
					'id' => "throughline-$table-{$row['id']}",
					'data' => Privacy::lines([
						Privacy::line(__('What was done', 'throughline'), (string) $row['told']),
						Privacy::line(__('In their words', 'throughline'), (string) $row['words']),
						Privacy::line(__('When', 'throughline'), (string) $row['created']),
					]),
				];
			}
		}
		return [
			'items' => $items,
			'done' =>
				array_filter(
					$rows,
					static fn(array $found): bool => count($found) === self::PAGE,
				) === [],
		];
	}

	/** @return array{removed: int, messages: list<string>, done: bool} */
	public static function erase(string $mail): array {
		$user = get_user_by('email', $mail);
		if ($user === false) {
			return ['removed' => 0, 'messages' => [], 'done' => true];
		}
		$removed = Erasure::person($user->ID) + Notes::erase_by($user->ID);
		WorksAgreement::forget_person($user->ID);
		self::unname($user->ID);
		return [
			'removed' => $removed,
			'messages' =>
				$removed > 0
					? [__('Decisions stay on record, without a name.', 'throughline')]
					: [],
			'done' => true,
		];
	}

	/** Columns that only name somebody. */
	public static function unname(int $user): void {
		foreach (self::NAMED as $table => $columns) {
			foreach ($columns as $column) {
				Database::write(
					'UPDATE %i SET %i = 0 WHERE %i = %d',
					Database::table($table),
					$column,
					$column,
					$user,
				);
			}
		}
	}
}
