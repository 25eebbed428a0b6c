<?php
// What belongs to an account: where somebody works, what they moderate, which guidelines they know.

namespace Throughline\Moderation\Privacy;

use Throughline\Guidelines\Acknowledgements;
use Throughline\Guidelines\Agreements;
use Throughline\Moderation\Departure;
use Throughline\Moderation\Fields;
use Throughline\Moderation\Privacy;
use Throughline\People\Departments;
use Throughline\People\Desks;
use Throughline\People\Table\Columns;

defined('ABSPATH') || exit();

/** @phpstan-import-type Item from Privacy */
final class Account {
	/** @return array{items: list<Item>, done: bool} */
	public static function export(string $mail, int $page): array {
		$user = get_user_by('email', $mail);
		if ($user === false) {
			return ['items' => [], 'done' => true];
		}
		$lines = [];
		foreach (Fields::all() as $field) {
			if ($field['store'] === 'user meta') {
				$value = get_user_option($field['name'], $user->ID);
				$lines[] = Privacy::line(
					$field['what'],
					match (true) {
						$value === false || $value === '' => '',
						is_scalar($value) => (string) $value,
						default => (string) wp_json_encode($value),
					},
				);
			}
		}
		foreach (Desks::of_users([$user->ID])[$user->ID] ?? [] as $desk) {
			$lines[] = Privacy::line(
				Columns::word($desk['place']),
				Departments::path($desk['department']),
			);
		}
		foreach (Acknowledgements::of_user($user->ID) as $row) {
			$lines[] = Privacy::line(
				$row['at'],
				/* translators: %d: number of an edition */
				sprintf(__('Knows edition %d of the guidelines', 'throughline'), $row['edition']),
			);
		}
		foreach (Agreements::of_user($user->ID) as $row) {
			$lines[] = Privacy::line($row['at'], trim("{$row['answer']} {$row['note']}"));
		}
		$lines = Privacy::lines($lines);
		return [
			'items' => $lines === [] ? [] : [['id' => 'throughline-account', 'data' => $lines]],
			'done' => true,
		];
	}

	/**
	 * Words and acknowledgements go. Where somebody works and what they moderate goes with the account alone: whoever
	 * moderates two departments must not moderate all of them because of an erasure.
	 *
	 * @return array{removed: int, messages: list<string>, done: bool}
	 */
	public static function erase(string $mail): array {
		$user = get_user_by('email', $mail);
		if ($user === false) {
			return ['removed' => 0, 'messages' => [], 'done' => true];
		}
		$removed = count(Acknowledgements::of_user($user->ID));
		Acknowledgements::erase_user($user->ID);
		Agreements::erase_user($user->ID);
		delete_user_option($user->ID, Departure::OPTION);
		return [
			'removed' => $removed,
			'messages' => [
				__(
					'Where somebody works and what they moderate belongs to the account, and goes when it is deleted.',
					'throughline',
				),
			],
			'done' => true,
		];
	}
}
