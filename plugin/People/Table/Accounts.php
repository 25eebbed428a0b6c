<?php
// Whom the lines of a table mean: accounts of this site, by mail address or login, read in batches.

namespace Throughline\People\Table;

use Throughline\Database;
use Throughline\People\Colleagues;

defined('ABSPATH') || exit();

/** @phpstan-import-type Colleague from Colleagues */
final class Accounts {
	private const BATCH = 500;

	/** @var array<string, array<int, true>> user ids by what names them, in small letters */
	private array $ids = [];
	/** @var array<int, Colleague> */
	private array $people = [];

	/** @param list<string> $names mail addresses and logins */
	public function __construct(array $names) {
		$names = array_values(
			array_unique(array_filter($names, static fn(string $name): bool => $name !== '')),
		);
		foreach (array_chunk($names, self::BATCH) as $some) {
			$this->find($some, 'user_email');
			$this->find($some, 'user_login');
		}
		$found = array_keys(array_replace([], ...array_values($this->ids)));
		foreach (array_chunk($found, self::BATCH) as $some) {
			foreach (Colleagues::of($some) as $person) {
				if (Colleagues::is_here($person['id'])) {
					$this->people[$person['id']] = $person;
				}
			}
		}
	}

	/** @return Colleague|null null for nobody, and where it could be several */
	public function get(string $name): ?array {
		$ids = $this->of($name);
		return count($ids) === 1 ? $this->people[$ids[0]] : null;
	}

	/** Somebody's login may be somebody else's mail address. */
	public function is_ambiguous(string $name): bool {
		return count($this->of($name)) > 1;
	}

	/** @return list<int> */
	private function of(string $name): array {
		$ids = array_keys($this->ids[mb_strtolower($name)] ?? []);
		return array_values(array_filter($ids, fn(int $id): bool => isset($this->people[$id])));
	}

	/**
	 * @param list<string> $names
	 * @param 'user_email'|'user_login' $column
	 */
	private function find(array $names, string $column): void {
		$rows = Database::rows(
			'SELECT ID, %i AS name FROM %i WHERE %i IN (' .
				implode(', ', array_fill(0, count($names), '%s')) .
				')',
			$column,
			Database::wpdb()->users,
			$column,
			...$names,
		);
		foreach ($rows as $row) {
			$this->ids[mb_strtolower((string) $row['name'])][(int) $row['ID']] = true;
		}
	}
}
