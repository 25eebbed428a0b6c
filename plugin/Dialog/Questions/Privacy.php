<?php
// What WordPress's exporter and eraser learn about questions: what somebody did on a desk. The question itself is a comment, and goes with it.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Comments;

defined('ABSPATH') || exit();

final class Privacy {
	private const NAME = 'throughline-questions';

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
			'exporter_friendly_name' => __('Throughline: questions', 'throughline'),
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
			'eraser_friendly_name' => __('Throughline: questions', 'throughline'),
			'callback' => [self::class, 'erase'],
		];
		return $erasers;
	}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	public static function export(string $mail): array {
		$user = get_user_by('email', $mail);
		$data = [];
		foreach ($user === false ? [] : Steps::by($user->ID) as $number => $step) {
			$comment = Comments::get($step['comment']);
			$data[] = [
				'group_id' => self::NAME,
				'group_label' => __('Questions to desks', 'throughline'),
				'item_id' => "throughline-step-$number",
				'data' => [
					['name' => __('What was done', 'throughline'), 'value' => $step['act']],
					['name' => __('When', 'throughline'), 'value' => $step['at']],
					['name' => __('Written', 'throughline'), 'value' => esc_html($step['note'])],
					[
						'name' => __('Where', 'throughline'),
						'value' => $comment === null ? '' : esc_url(Comments::link($comment)),
					],
				],
			];
		}
		return ['data' => $data, 'done' => true];
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public static function erase(string $mail): array {
		$user = get_user_by('email', $mail);
		$any = $user !== false && Steps::by($user->ID) !== [];
		if ($any) {
			Questions::forget_user($user->ID);
			Steps::forget_user($user->ID);
		}
		return [
			'items_removed' => $any,
			'items_retained' => false,
			'messages' => [],
			'done' => true,
		];
	}
}
