<?php
// What WordPress's exporter and eraser learn about questions: what somebody did on a desk. The question itself is a comment, and goes with it.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Comments;
use Throughline\PersonalData;

defined('ABSPATH') || exit();

final class Privacy {
	private const NAME = 'throughline-questions';

	public static function register(): void {
		PersonalData::kept(
			self::NAME,
			static fn(): string => __('Throughline: questions', 'throughline'),
			self::class,
		);
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
