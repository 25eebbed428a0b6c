<?php
// The block `guidelines`: the dos and don'ts in force, to be read, searched by one's own work, and printed.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\People\Departments;

defined('ABSPATH') || exit();

/** @phpstan-import-type Guideline from Guidelines */
final class Listing {
	private const LEVELS = [2, 3, 4];

	/**
	 * Nothing at all while no edition is in force.
	 *
	 * @param array<string, mixed> $attributes
	 */
	public static function render(array $attributes): string {
		$edition = is_feed() ? null : Editions::get(Guidelines::edition());
		if ($edition === null) {
			return '';
		}
		$of = static fn(string $name): int => is_int($attributes[$name] ?? null)
			? $attributes[$name]
			: 0;
		$kind = is_string($attributes['kind'] ?? null) ? $attributes['kind'] : '';
		$department = Departments::existing($of('department'));
		$shown = Guidelines::in_force($kind, $department);
		$id = wp_unique_prefixed_id('throughline-guidelines-');
		$filter = '';
		if (($attributes['showFilter'] ?? false) === true) {
			$choice = new Choice($shown, $id, $kind === '', $department === 0);
			$shown = $choice->guidelines();
			$filter = $choice->html();
		}
		$level = in_array($of('level'), self::LEVELS, true) ? $of('level') : 3;
		$reasons = ($attributes['showReasons'] ?? true) === true;
		$parts = '';
		foreach (['do', 'dont'] as $tone) {
			$of_tone = array_filter(
				$shown,
				static fn(array $guideline): bool => $guideline['tone'] === $tone,
			);
			if ($of_tone !== []) {
				$parts .= self::part($tone, array_values($of_tone), $level, $reasons);
			}
		}
		return sprintf(
			'<div %s>%s<div class="throughline-guidelines__parts">%s</div>%s</div>',
			get_block_wrapper_attributes(['id' => $id, 'class' => 'throughline-guidelines']),
			$filter,
			$parts !== ''
				? $parts
				: '<p>' . esc_html__('Nothing special applies here.', 'throughline') . '</p>',
			self::edition($edition['edition'], (string) $edition['since']),
		);
	}

	/** What both parts are called, wherever they stand. */
	public static function heading(string $tone): string {
		return $tone === 'do'
			? _x('What we do', 'guidelines', 'throughline')
			: _x('What we don’t do', 'guidelines', 'throughline');
	}

	/** @param list<Guideline> $guidelines */
	private static function part(
		string $tone,
		array $guidelines,
		int $level,
		bool $reasons,
	): string {
		$items = '';
		foreach ($guidelines as $guideline) {
			$items .= sprintf(
				'<li id="throughline-guideline-%d"><p class="throughline-guidelines__sentence">%s</p>%s</li>',
				$guideline['id'],
				esc_html($guideline['sentence']),
				$reasons ? self::reasons($guideline) : '',
			);
		}
		return sprintf(
			'<section class="throughline-guidelines__part is-%1$s"><h%2$d class="throughline-guidelines__heading">%3$s</h%2$d><ul role="list">%4$s</ul></section>',
			esc_attr($tone),
			$level,
			esc_html(self::heading($tone)),
			$items,
		);
	}

	/** @param Guideline $guideline */
	private static function reasons(array $guideline): string {
		$html =
			$guideline['reason'] === ''
				? ''
				: '<p class="throughline-guidelines__reason">' .
					esc_html($guideline['reason']) .
					'</p>';
		return $guideline['example'] === ''
			? $html
			: $html .
					sprintf(
						'<p class="throughline-guidelines__example"><span>%s</span> %s</p>',
						esc_html_x('For example:', 'guidelines', 'throughline'),
						esc_html($guideline['example']),
					);
	}

	private static function format(): string {
		$format = get_option('date_format');
		return is_string($format) ? $format : 'Y-m-d';
	}

	private static function edition(int $edition, string $since): string {
		$time = (int) strtotime("$since UTC");
		return sprintf(
			'<p class="throughline-guidelines__edition">%s</p>',
			sprintf(
				/* translators: 1: number of the edition, 2: a date */
				esc_html__('Edition %1$s, in force since %2$s', 'throughline'),
				esc_html(number_format_i18n($edition)),
				sprintf(
					'<time datetime="%s">%s</time>',
					esc_attr((string) wp_date('Y-m-d', $time)),
					esc_html((string) wp_date(self::format(), $time)),
				),
			),
		);
	}
}
