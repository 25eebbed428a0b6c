<?php
// Departments by their paths, "Werk Nord > Montage": those that are there, and those that a table would add.

namespace Throughline\People\Table;

use Throughline\People\Departments;

defined('ABSPATH') || exit();

final class Paths {
	/** @var array<string, int> term ids by path, in small letters; 0 for one that is to be added */
	private array $ids = [];
	/** @var array<string, string> as it is written, by path in small letters */
	private array $written = [];
	/** @var list<string> */
	private array $added = [];

	public function __construct() {
		foreach (Departments::all() as $department) {
			$this->know(Departments::path($department['id']), $department['id']);
		}
	}

	/** The path as we write it; null where there is no such department. */
	public function find(string $path): ?string {
		return $this->written[self::key($path)] ?? null;
	}

	/** The same, and what isn't there will be added; null for what can't be a path. */
	public function find_or_add(string $path): ?string {
		$known = $this->find($path);
		if ($known !== null) {
			return $known;
		}
		$above = '';
		foreach (self::names($path) as $name) {
			if (!Departments::is_name($name)) {
				return null;
			}
			$written = $above === '' ? $name : $above . Departments::BELOW . $name;
			$above = $this->find($written) ?? $this->add($written);
		}
		return $above === '' ? null : $above;
	}

	/** @return list<string> */
	public function added(): array {
		return $this->added;
	}

	/** The term id; 0 for no department. What has to be added is, before. */
	public function id(string $path): int {
		return $this->ids[self::key($path)] ?? 0;
	}

	public function write(): ?\WP_Error {
		foreach ($this->added as $path) {
			$names = self::names($path);
			$name = (string) array_pop($names);
			$id = Departments::add($name, $this->id(implode(Departments::BELOW, $names)));
			if (is_wp_error($id)) {
				return $id;
			}
			$this->know($path, $id);
		}
		return null;
	}

	private function add(string $path): string {
		$this->know($path, 0);
		$this->added[] = $path;
		return $path;
	}

	private function know(string $path, int $id): void {
		$this->ids[self::key($path)] = $id;
		$this->written[self::key($path)] = $path;
	}

	/** However somebody spaces it. */
	private static function key(string $path): string {
		return mb_strtolower(implode(Departments::BELOW, self::names($path)));
	}

	/** @return list<string> */
	private static function names(string $path): array {
		return array_map('trim', explode('>', $path));
	}
}
