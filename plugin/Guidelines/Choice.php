<?php
// The choice above the guidelines: what one is about to write and where one works; a plain form, so that it has an address.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\People\Departments;

defined('ABSPATH') || exit();

/** @phpstan-import-type Guideline from Guidelines */
final class Choice {
	private readonly string $kind;
	private readonly int $department;
	/** @var list<string> */
	private readonly array $kinds;
	/** @var list<array{id: int, name: string, parent: int}> */
	private readonly array $departments;

	/**
	 * @param list<Guideline> $all
	 * @param string $id of the block on its page
	 */
	public function __construct(
		private readonly array $all,
		private readonly string $id,
		bool $by_kind,
		bool $by_department,
	) {
		$named = array_merge(...array_column($all, 'kinds'));
		$this->kinds = $by_kind ? array_values(array_intersect(Guidelines::KINDS, $named)) : [];
		$this->departments = $by_department
			? self::concerned(array_merge(...array_column($all, 'departments')))
			: [];
		$kind = self::asked("$id-kind");
		$department = (int) self::asked("$id-department");
		$this->kind = in_array($kind, $this->kinds, true) ? $kind : '';
		$this->department = in_array($department, array_column($this->departments, 'id'), true)
			? $department
			: 0;
	}

	/** @return list<Guideline> what concerns what was chosen */
	public function guidelines(): array {
		return Guidelines::concerning($this->all, $this->kind, $this->department);
	}

	/** Nothing where there is nothing to choose. */
	public function html(): string {
		if ($this->kinds === [] && $this->departments === []) {
			return '';
		}
		$kinds = ['' => __('Whatever I write', 'throughline')];
		foreach ($this->kinds as $kind) {
			$kinds[$kind] = Guidelines::kind($kind);
		}
		$departments = [0 => __('Everywhere', 'throughline')];
		$depth = [];
		foreach ($this->departments as ['id' => $id, 'name' => $name, 'parent' => $parent]) {
			$depth[$id] = ($depth[$parent] ?? -1) + 1;
			$departments[$id] = str_repeat("\u{2003}", $depth[$id]) . $name;
		}
		return sprintf(
			'<form class="throughline-guidelines__choice" method="get" action="%s" aria-label="%s">%s%s%s<button>%s</button></form>',
			esc_url('#' . $this->id),
			esc_attr__('Choose guidelines', 'throughline'),
			$this->kept(),
			$this->kinds === []
				? ''
				: $this->select('kind', __('What for?', 'throughline'), $kinds, $this->kind),
			$this->departments === []
				? ''
				: $this->select(
					'department',
					__('Which department?', 'throughline'),
					$departments,
					$this->department,
				),
			esc_html_x('Show', 'guidelines', 'throughline'),
		);
	}

	/** @param array<array-key, string> $options */
	private function select(
		string $name,
		string $label,
		array $options,
		string|int $chosen,
	): string {
		$html = '';
		foreach ($options as $value => $text) {
			$html .= sprintf(
				'<option value="%s"%s>%s</option>',
				esc_attr((string) $value),
				selected((string) $chosen, (string) $value, false),
				esc_html($text),
			);
		}
		return sprintf(
			'<label>%s<select name="%s">%s</select></label>',
			esc_html($label),
			esc_attr("$this->id-$name"),
			$html,
		);
	}

	/** A form drops what stands in its own address: the number of the page where links are plain. */
	private function kept(): string {
		$page = is_singular() ? get_permalink() : false;
		wp_parse_str((string) wp_parse_url((string) $page, PHP_URL_QUERY), $query);
		$html = '';
		foreach ($query as $name => $value) {
			$html .= is_string($value)
				? sprintf(
					'<input type="hidden" name="%s" value="%s">',
					esc_attr((string) $name),
					esc_attr($value),
				)
				: '';
		}
		return $html;
	}

	/**
	 * Departments that some guideline names, with all below and above them, as a tree is read.
	 *
	 * @param list<int> $named
	 * @return list<array{id: int, name: string, parent: int}>
	 */
	private static function concerned(array $named): array {
		if ($named === []) {
			return [];
		}
		$above = array_merge(...array_map([Departments::class, 'upwards'], $named));
		return array_values(
			array_filter(
				Departments::all(),
				static fn(array $department): bool => in_array($department['id'], $above, true) ||
					array_intersect(Departments::upwards($department['id']), $named) !== [],
			),
		);
	}

	/** What the page's own address asks. */
	private static function asked(string $name): string {
		$value = filter_input(INPUT_GET, $name);
		return is_string($value) ? $value : '';
	}
}
