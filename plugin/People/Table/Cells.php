<?php
// What one line of a table says about its person: the cells of each field as a list of entries.

namespace Throughline\People\Table;

use Throughline\People\Colleagues;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * Entries: a department's path, a job title, `*` for everything, or a place and the path of a desk.
 *
 * @phpstan-import-type Colleague from Colleagues
 */
final class Cells {
	public const EVERYTHING = '*';
	private const LONGEST = 100;

	/** @var list<string> */
	private array $problems = [];

	public function __construct(private readonly Paths $paths) {}

	/**
	 * @param array<string, string> $cells by column; an empty one says nothing
	 * @param Colleague $person
	 * @return array{says: array<string, list<string>>, problems: list<string>}
	 */
	public function read(array $cells, array $person): array {
		$this->problems = [];
		$says = [];
		// The department first: a desk without a path is that department's.
		foreach (['department', 'role', 'desks', 'moderates'] as $field) {
			$cell = $cells[$field] ?? '';
			if ($cell === '') {
				continue;
			}
			$none = Columns::is($cell, 'nothing');
			$says[$field] = match (true) {
				$none => [],
				$field === 'department' => $this->department($cell),
				$field === 'role' => $this->role($cell),
				$field === 'desks' => $this->desks(
					$cell,
					($says['department'] ?? self::now($person, 'department'))[0] ?? '',
				),
				default => $this->moderates($cell),
			};
		}
		return ['says' => $says, 'problems' => $this->problems];
	}

	/**
	 * The same fields as they are now.
	 *
	 * @param Colleague $person
	 * @return list<string>
	 */
	public static function now(array $person, string $field): array {
		return match ($field) {
			'department' => $person['department'] > 0
				? [Departments::path($person['department'])]
				: [],
			'role' => $person['role'] === '' ? [] : [$person['role']],
			'desks' => array_map(
				static fn(array $desk): string => self::place(
					$desk['place'],
					Departments::path($desk['department']),
				),
				$person['desks'],
			),
			default => match ($person['moderates']) {
				'everything' => [self::EVERYTHING],
				'some' => array_map([Departments::class, 'path'], $person['scope']),
				'nothing' => [],
			},
		};
	}

	public static function place(string $place, string $path): string {
		return "$place\n$path";
	}

	/** An entry as a person reads it, and as tables of ours have it. */
	public static function told(string $entry): string {
		$parts = explode("\n", $entry, 2);
		if (isset($parts[1])) {
			return Columns::word($parts[0]) . ': ' . $parts[1];
		}
		return $entry === self::EVERYTHING ? Columns::word('everything') : $entry;
	}

	/** @return list<string> */
	private function department(string $cell): array {
		$path = $this->paths->find_or_add($cell);
		if ($path === null) {
			/* translators: 1: what stands in the table, 2: an example like "Works North > Assembly" */
			$problem = __(
				'“%1$s” can’t be a department. Write names with “>” between them, like “%2$s”.',
				'throughline',
			);
			$example = __('Works North > Assembly', 'throughline');
			$this->problems[] = sprintf($problem, self::short($cell), $example);
			return [];
		}
		return [$path];
	}

	/** @return list<string> */
	private function role(string $cell): array {
		$role = sanitize_text_field($cell);
		if (mb_strlen($role) > self::LONGEST) {
			/* translators: %s: number of characters */
			$problem = __(
				'The job title is longer than %s characters. Please shorten it.',
				'throughline',
			);
			$this->problems[] = sprintf($problem, number_format_i18n(self::LONGEST));
			return [];
		}
		return $role === '' ? [] : [$role];
	}

	/** @return list<string> */
	private function desks(string $cell, string $own): array {
		$entries = [];
		foreach (self::split($cell) as $entry) {
			[$word, $path] = array_map('trim', explode(':', $entry, 2)) + [1 => ''];
			$place = array_values(
				array_filter(
					['expert', 'deputy', 'head'],
					static fn(string $place): bool => Columns::is($word, $place),
				),
			);
			if ($place === []) {
				/* translators: 1: what stands in the table; 2, 3, 4: words: expert, deputy, head */
				$problem = __(
					'“%1$s” is no place on a desk. Write “%2$s”, “%3$s” or “%4$s”, with a colon and the department after it.',
					'throughline',
				);
				$this->problems[] = sprintf(
					$problem,
					self::short($word),
					...array_map([Columns::class, 'word'], ['expert', 'deputy', 'head']),
				);
				continue;
			}
			$found = $this->known($path === '' ? $own : $path);
			if ($found !== null) {
				$entries[] = self::place($place[0], $found);
			}
		}
		return array_values(array_unique($entries));
	}

	/** @return list<string> */
	private function moderates(string $cell): array {
		if (Columns::is($cell, 'everything')) {
			return [self::EVERYTHING];
		}
		$paths = array_map([$this, 'known'], self::split($cell));
		return array_values(array_unique(array_filter($paths, 'is_string')));
	}

	private function known(string $path): ?string {
		$found = $path === '' ? null : $this->paths->find($path);
		if ($found === null) {
			$this->problems[] =
				$path === ''
					? __(
						'A desk needs its department: write it after a colon, or into the column for the department.',
						'throughline',
					)
					: sprintf(
						/* translators: %s: what stands in the table */
						__(
							'There is no department “%s”. Please check how it is written, or add it before.',
							'throughline',
						),
						self::short($path),
					);
		}
		return $found;
	}

	/** @return list<string> */
	private static function split(string $cell): array {
		return array_values(
			array_filter(
				array_map('trim', explode(Columns::AND, $cell)),
				static fn(string $entry): bool => $entry !== '',
			),
		);
	}

	private static function short(string $cell): string {
		return mb_strlen($cell) > 60 ? mb_substr($cell, 0, 60) . '…' : $cell;
	}
}
