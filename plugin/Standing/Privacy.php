<?php
// What WordPress's exporter and eraser learn about standing: where somebody stands, what persons decided about it, and why.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Moderation\Queue;

defined('ABSPATH') || exit();

final class Privacy {
	private const NAME = 'throughline-standing';

	public static function register(): void {
		add_filter('wp_privacy_personal_data_exporters', [self::class, 'exporter']);
		add_filter('wp_privacy_personal_data_erasers', [self::class, 'eraser']);
	}

	/**
	 * @param array<string, array<string, mixed>> $exporters
	 * @return array<string, array<string, mixed>>
	 */
	public static function exporter(array $exporters): array {
		$exporters[self::NAME] = [
			'exporter_friendly_name' => __('Throughline: standing', 'throughline'),
			'callback' => [self::class, 'export'],
		];
		return $exporters;
	}

	/**
	 * @param array<string, array<string, mixed>> $erasers
	 * @return array<string, array<string, mixed>>
	 */
	public static function eraser(array $erasers): array {
		$erasers[self::NAME] = [
			'eraser_friendly_name' => __('Throughline: standing', 'throughline'),
			'callback' => [self::class, 'erase'],
		];
		return $erasers;
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
