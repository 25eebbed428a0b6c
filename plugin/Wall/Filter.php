<?php
// The row of departments above a wall: plain links, so that a filtered wall has an address.

namespace Throughline\Wall;

use Throughline\People\Departments;

defined('ABSPATH') || exit();

final class Filter {
	/** @var list<array{id: int, name: string, parent: int}> */
	private array $choices;

	/** @param string $number of the wall on its page */
	public function __construct(
		private readonly int $base,
		private int $chosen,
		private readonly string $number,
	) {
		$below = array_values(
			array_filter(
				Departments::all(),
				static fn(array $department): bool => $department['parent'] === $base,
			),
		);
		$present = Pieces::present(array_column($below, 'id'));
		$this->choices = array_values(
			array_filter(
				$below,
				static fn(array $department): bool => in_array($department['id'], $present, true),
			),
		);
		if (!in_array($chosen, $present, true)) {
			$this->chosen = 0;
		}
	}

	/** Whose pieces the wall shows. */
	public function department(): int {
		return $this->chosen > 0 ? $this->chosen : $this->base;
	}

	/** Nothing where there is nothing to choose. */
	public function html(): string {
		if (count($this->choices) < 2) {
			return '';
		}
		$links = $this->link(0, __('All', 'throughline'));
		foreach ($this->choices as $department) {
			$links .= $this->link($department['id'], $department['name']);
		}
		return sprintf(
			'<nav class="throughline-wall__filter" aria-label="%s"><ul role="list">%s</ul></nav>',
			esc_attr__('Stories by department', 'throughline'),
			$links,
		);
	}

	private function link(int $department, string $name): string {
		$parameter = "throughline-department-{$this->number}";
		$address = remove_query_arg([$parameter, "throughline-after-{$this->number}"]);
		return sprintf(
			'<li><a href="%s"%s>%s</a></li>',
			esc_url(
				($department > 0
					? add_query_arg($parameter, (string) $department, $address)
					: $address) . "#throughline-wall-{$this->number}",
			),
			$department === $this->chosen ? ' aria-current="true"' : '',
			esc_html($name),
		);
	}
}
