<?php
// What a table of people would change, line by line, and the writing of it.

namespace Throughline\People\Table;

use Throughline\People\Colleagues;
use Throughline\People\Departments;
use Throughline\People\Desks;
use Throughline\People\Moderators;
use Throughline\People\Person;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Colleague from Colleagues
 * @phpstan-type Change array{field: string, before: list<string>, after: list<string>}
 */
final class Plan {
	/** @var list<array{line: int, text: string}> */
	private array $problems = [];
	/** @var list<array{line: int, who: string}> */
	private array $unknown = [];
	/** @var array<int, array{line: int, person: Colleague, says: array<string, list<string>>}> by user */
	private array $people = [];
	private readonly Paths $paths;

	/** @param array<int, array<string, string>> $table cells by line and column */
	public function __construct(array $table) {
		$this->paths = new Paths();
		$accounts = new Accounts(array_column($table, 'account'));
		$reader = new Cells($this->paths);
		foreach ($table as $line => $cells) {
			$person = $accounts->get($cells['account']);
			if ($person === null) {
				$this->unknown($line, $cells, $accounts);
			} elseif (isset($this->people[$person['id']])) {
				$this->problems[] = ['line' => $line, 'text' => $this->twice($person)];
			} else {
				$read = $reader->read($cells, $person);
				foreach ($read['problems'] as $text) {
					$this->problems[] = ['line' => $line, 'text' => $text];
				}
				$this->people[$person['id']] = [
					'line' => $line,
					'person' => $person,
					'says' => $read['says'],
				];
			}
		}
		$this->one_head_each();
	}

	public function can_be_written(): bool {
		return $this->problems === [];
	}

	/** @return array<string, mixed> */
	public function to_contract(): array {
		$people = [];
		foreach ($this->people as ['line' => $line, 'person' => $person, 'says' => $says]) {
			$changes = $this->changes($person, $says);
			if ($changes !== []) {
				$people[] = [
					'line' => $line,
					'id' => $person['id'],
					'name' => $person['name'],
					'changes' => array_map([self::class, 'told'], $changes),
				];
			}
		}
		$shown = ['departments' => $this->paths->added(), 'people' => $people];
		return $shown + [
			'version' => hash('sha256', (string) wp_json_encode($shown)),
			'unchanged' => count($this->people) - count($people),
			'unknown' => $this->unknown,
			'problems' => $this->problems,
			'applied' => false,
		];
	}

	/** Writes what to_contract() shows; within a transaction. */
	public function write(): ?\WP_Error {
		$error = $this->paths->write();
		if ($error !== null) {
			return $error;
		}
		$desks = [];
		foreach ($this->people as $user => ['person' => $person, 'says' => $says]) {
			foreach ($this->changes($person, $says) as ['field' => $field, 'after' => $after]) {
				match ($field) {
					'role' => Person::set_role($user, $after[0] ?? ''),
					'department' => Departments::assign($user, $this->paths->id($after[0] ?? '')),
					'moderates' => $this->give_scope($user, $after),
					default => ($desks[$user] = $after),
				};
			}
		}
		$this->write_desks($desks);
		return null;
	}

	/** What was rolled back may stand in a cache that other requests share. */
	public function forget(): void {
		$users = array_keys($this->people);
		wp_cache_delete_multiple($users, 'user_meta');
		wp_cache_delete_multiple($users, 'users');
		$departments = array_column(Departments::all(), 'id');
		wp_cache_delete_multiple($departments, 'term_meta');
		clean_taxonomy_cache(Departments::TAXONOMY);
	}

	/** @param array<string, string> $cells */
	private function unknown(int $line, array $cells, Accounts $accounts): void {
		if ($accounts->is_ambiguous($cells['account'])) {
			/* translators: %s: a login or mail address */
			$problem = __(
				'“%s” could be two people here. Please use the other of login and email.',
				'throughline',
			);
			$this->problems[] = ['line' => $line, 'text' => sprintf($problem, $cells['account'])];
			return;
		}
		$who = $cells['account'] === '' ? $cells['name'] ?? '' : $cells['account'];
		$this->unknown[] = ['line' => $line, 'who' => mb_substr($who, 0, 100)];
	}

	/** @param Colleague $person */
	private function twice(array $person): string {
		/* translators: 1: somebody's name, 2: a line's number */
		$problem = __(
			'%1$s stands in line %2$s already. Please put all about one person into one line.',
			'throughline',
		);
		$line = $this->people[$person['id']]['line'];
		return sprintf($problem, $person['name'], number_format_i18n($line));
	}

	/** A desk has one head: who was it before is shown to leave. */
	private function one_head_each(): void {
		$heads = [];
		foreach ($this->people as $user => ['line' => $line, 'says' => $says]) {
			foreach ($says['desks'] ?? [] as $entry) {
				[$place, $path] = explode("\n", $entry, 2);
				if ($place !== 'head') {
					continue;
				}
				if (isset($heads[$path])) {
					/* translators: 1: a department, 2: a line's number */
					$problem = __(
						'“%1$s” has a head in line %2$s already; there is one.',
						'throughline',
					);
					$text = sprintf($problem, $path, number_format_i18n($heads[$path]['line']));
					$this->problems[] = ['line' => $line, 'text' => $text];
					continue;
				}
				$heads[$path] = ['line' => $line, 'user' => $user];
			}
		}
		foreach ($heads as $path => ['line' => $line, 'user' => $user]) {
			$department = $this->paths->id($path);
			$before = $department > 0 ? Desks::head($department) : 0;
			if ($before > 0 && $before !== $user) {
				$this->leave($before, Cells::place('head', $path), $line);
			}
		}
	}

	private function leave(int $user, string $entry, int $line): void {
		$person = $this->people[$user]['person'] ?? (Colleagues::of([$user])[0] ?? null);
		if ($person === null) {
			return;
		}
		$this->people[$user] ??= ['line' => $line, 'person' => $person, 'says' => []];
		$desks = $this->people[$user]['says']['desks'] ?? Cells::now($person, 'desks');
		$this->people[$user]['says']['desks'] = array_values(array_diff($desks, [$entry]));
	}

	/**
	 * @param Colleague $person
	 * @param array<string, list<string>> $says
	 * @return list<Change>
	 */
	private function changes(array $person, array $says): array {
		$changes = [];
		foreach ($says as $field => $after) {
			$before = Cells::now($person, $field);
			if (self::set($before) !== self::set($after)) {
				$changes[] = ['field' => $field, 'before' => $before, 'after' => $after];
			}
		}
		return $changes;
	}

	/**
	 * @param Change $change
	 * @return Change
	 */
	private static function told(array $change): array {
		return [
			'field' => $change['field'],
			'before' => array_map([Cells::class, 'told'], $change['before']),
			'after' => array_map([Cells::class, 'told'], $change['after']),
		];
	}

	/**
	 * @param list<string> $entries
	 * @return list<string>
	 */
	private static function set(array $entries): array {
		sort($entries);
		return $entries;
	}

	/** @param list<string> $after */
	private function give_scope(int $user, array $after): void {
		if ($after === [] || $after === [Cells::EVERYTHING]) {
			Moderators::give($user, $after === [] ? 'nothing' : 'everything', []);
			return;
		}
		Moderators::give($user, 'some', array_map([$this->paths, 'id'], $after));
	}

	/** @param array<int, list<string>> $desks places and paths by user */
	private function write_desks(array $desks): void {
		$there = [];
		foreach (array_keys($desks) as $user) {
			foreach (
				$this->people[$user]['person']['desks']
				as ['department' => $department, 'place' => $place]
			) {
				$key = Desks::PLACES[$place];
				$now = $there[$department][$key] ?? Desks::people($department, $key);
				$there[$department][$key] = array_diff($now, [$user]);
			}
		}
		foreach ($desks as $user => $entries) {
			foreach ($entries as $entry) {
				[$place, $path] = explode("\n", $entry, 2);
				$department = $this->paths->id($path);
				$key = Desks::PLACES[$place];
				$now = $there[$department][$key] ?? Desks::people($department, $key);
				$there[$department][$key] = [...$now, $user];
			}
		}
		foreach ($there as $department => $places) {
			foreach ($places as $key => $users) {
				Desks::put($department, $key, array_values($users));
			}
		}
	}
}
