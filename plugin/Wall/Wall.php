<?php
// The block `wall`: what is published, newest first, as cards.

namespace Throughline\Wall;

use Throughline\Blocks;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/** @phpstan-type Settings array{department: int, count: int, level: int, showFilter: bool, firstLarge: bool} */
final class Wall {
	private const LEVELS = [2, 3, 4];
	private const MAX_COUNT = 50;

	/**
	 * Nothing at all where there is nothing to show.
	 *
	 * @param array<string, mixed> $attributes
	 */
	public static function render(array $attributes): string {
		if (is_feed()) {
			return '';
		}
		$settings = self::settings($attributes);
		$id = wp_unique_prefixed_id('throughline-wall-');
		$number = substr($id, strlen('throughline-wall-'));
		$after = self::asked("throughline-after-$number");
		$chosen = $settings['showFilter'] ? (int) self::asked("throughline-department-$number") : 0;
		$filter = $settings['showFilter']
			? new Filter($settings['department'], $chosen, $number)
			: null;
		$department = $filter?->department() ?? $settings['department'];

		$page = Pieces::page(Pieces::scope($department), $settings['count'], $after);
		if ($page['pieces'] === [] && $after === '') {
			return '';
		}
		Blocks::config();
		$context = [
			'after' => $page['after'],
			'department' => $department,
			'count' => $settings['count'],
			'level' => $settings['level'],
			'message' => '',
			'failed' => false,
			'busy' => false,
		];
		return sprintf(
			'<div %s %s>%s<ul class="throughline-wall__cards" role="list">%s</ul>%s</div>',
			get_block_wrapper_attributes([
				'id' => $id,
				'data-wp-interactive' => 'throughline/wall',
				'data-wp-init' => 'callbacks.tellDays',
			]),
			wp_interactivity_data_wp_context($context),
			$filter?->html() ?? '',
			Cards::of($page['pieces'], [
				'level' => $settings['level'],
				'first' => $settings['firstLarge'] && $after === '',
				'eager' => $number === '1',
			]),
			self::more($page['after'], [
				'id' => $id,
				'number' => $number,
				'begun' => $after !== '',
			]),
		);
	}

	/**
	 * @param array{id: string, number: string, begun: bool} $wall `begun` when this page is not the first
	 */
	private static function more(?string $after, array $wall): string {
		$back = $wall['begun']
			? sprintf(
				'<a href="%s">%s</a>',
				esc_url(remove_query_arg("throughline-after-{$wall['number']}") . "#{$wall['id']}"),
				esc_html__('Back to the newest', 'throughline'),
			)
			: '';
		$more =
			$after !== null
				? sprintf(
					'<a href="%s" data-wp-on--click="actions.more" data-wp-bind--hidden="!context.after" data-wp-bind--aria-disabled="context.busy">%s</a>',
					esc_url(
						add_query_arg("throughline-after-{$wall['number']}", $after) .
							"#{$wall['id']}",
					),
					esc_html__('Show more', 'throughline'),
				)
				: '';
		return $back . $more === ''
			? ''
			: sprintf(
				'<p class="throughline-wall__status" role="status" data-wp-text="context.message" data-wp-class--is-quiet="!context.failed" data-failed="%s"></p><p class="throughline-wall__more">%s%s</p>',
				esc_attr__(
					'The next stories did not arrive. Please try again in a moment.',
					'throughline',
				),
				$back,
				$more,
			);
	}

	/**
	 * @param array<string, mixed> $attributes
	 * @return Settings
	 */
	private static function settings(array $attributes): array {
		$number = static fn(string $name): int => is_numeric($attributes[$name] ?? null)
			? (int) $attributes[$name]
			: 0;
		$level = $number('level');
		$count = $number('count');
		return [
			'department' => Departments::existing($number('department')),
			'count' => $count > 0 ? min($count, self::MAX_COUNT) : 12,
			'level' => in_array($level, self::LEVELS, true) ? $level : 3,
			'showFilter' => ($attributes['showFilter'] ?? false) === true,
			'firstLarge' => ($attributes['firstLarge'] ?? true) === true,
		];
	}

	/** What the page's own address asks of this wall. */
	private static function asked(string $parameter): string {
		$value = filter_input(INPUT_GET, $parameter);
		return is_string($value) ? $value : '';
	}
}
