<?php
// What WordPress's exporter and eraser learn about standing: where somebody stands, what persons decided about it, and why.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Moderation\Queue;
use Throughline\PersonalData;

defined('ABSPATH') || exit();

final class Privacy {
	private const NAME = 'throughline-standing';

	public static function register(): void {
		PersonalData::kept(
			self::NAME,
			static fn(): string => __('Throughline: standing', 'throughline'),
			self::class,
		);
	}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	public static function export(string $mail): array {
		$user = get_user_by('email', $mail);
		if ($user === false) {
			return ['data' => [], 'done' => true];
		}
		$told = array_map(
			static fn(string $sentence): array => [
				'name' => __('Standing', 'throughline'),
				'value' => $sentence,
			],
			Sentences::for_contributor([], $user->ID),
		);
		foreach (Log::about($user->ID) as $row) {
			$told[] = [
				'name' => Queue::rfc3339((string) $row['created']),
				'value' => Overview::sentence($row) . ' – ' . $row['reason'],
			];
		}
		return [
			'data' => [
				[
					'group_id' => self::NAME,
					'group_label' => __('Standing', 'throughline'),
					'item_id' => self::NAME,
					'data' => $told,
				],
			],
			'done' => true,
		];
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public static function erase(string $mail): array {
		$user = get_user_by('email', $mail);
		if ($user !== false) {
			Hooks::forget_person($user->ID);
			Peers::keep($user->ID, []);
		}
		return [
			'items_removed' => $user !== false,
			'items_retained' => false,
			'messages' => [],
			'done' => true,
		];
	}
}
