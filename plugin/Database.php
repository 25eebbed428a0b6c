<?php
// Our tables and transactions: what several rows say together is written together or not at all.

namespace Throughline;

defined('ABSPATH') || exit();

final class Database {
	/** Grows with every change of a table. */
	private const SCHEMA = 16;
	private const OPTION = 'throughline_schema';
	private const ATTEMPTS = 5;

	private static int $depth = 0;
	/** @var list<callable(): void> */
	private static array $after_commit = [];
	private static int $collisions = 0;
	/** @var array<string, array{lines: non-empty-list<list<string|int>>, write: callable(non-empty-list<list<string|int>>): void}> */
	private static array $together = [];
	/** @var array<string, array<string, list<array<string, string|null>>>> what was read in the transaction under way, by table */
	private static array $read = [];

	public static function register(): void {
		register_activation_hook(FILE, [self::class, 'activate']);
		// Updates replace files without activating, and a site made later in a network never activates.
		add_action('init', [self::class, 'upgrade'], 0);
		add_filter('wpmu_drop_tables', [self::class, 'drop_with_site']);
	}

	public static function activate(): void {
		self::install();
		foreach (FEATURES as $feature) {
			$activate = [__NAMESPACE__ . "\\$feature\\Hooks", 'activate'];
			if (is_callable($activate)) {
				$activate();
			}
		}
	}

	public static function upgrade(): void {
		if (get_option(self::OPTION) !== (string) self::SCHEMA) {
			self::activate();
		}
	}

	/** WordPress's own connection. */
	public static function wpdb(): \wpdb {
		/** @var \wpdb */
		return $GLOBALS['wpdb'];
	}

	/** The full name of one of our tables. */
	public static function table(string $name): string {
		return self::wpdb()->prefix . 'throughline_' . $name;
	}

	/**
	 * Runs the work in one transaction and gives back its result. Joins a transaction that is under
	 * way. What the work throws rolls everything back and is thrown on; a WP_Error rolls back too.
	 * Where others wrote to the same rows and the database gave way to them, the work runs anew.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public static function transaction(callable $work) {
		if (self::$depth > 0) {
			return $work();
		}
		for ($attempt = 1; ; $attempt++) {
			self::$collisions = self::collisions();
			try {
				$result = self::attempt($work);
				if (!is_wp_error($result) || !self::collided() || $attempt === self::ATTEMPTS) {
					return $result;
				}
			} catch (\RuntimeException $error) {
				if (!self::collided() || $attempt === self::ATTEMPTS) {
					throw $error;
				}
			}
			usleep(random_int(1, 20) * 1000 * $attempt);
		}
	}

	/**
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	private static function attempt(callable $work) {
		// wpdb answers a lost connection by a new one and repeats the query there, outside of the
		// transaction: half of the work would stay. Without retries it stops, and nothing stays.
		$retries = self::wpdb()->__get('reconnect_retries');
		self::wpdb()->__set('reconnect_retries', 0);
		self::$depth = 1;
		[self::$read, self::$together] = [[], []];
		self::wpdb()->query('START TRANSACTION');
		add_filter('query', [self::class, 'stop_after_collision']);
		try {
			$result = $work();
			$good = !is_wp_error($result);
			if ($good) {
				self::write_together();
			}
			if ($good && self::wpdb()->query('COMMIT') === false) {
				throw new \RuntimeException('The database did not take the transaction.');
			}
		} finally {
			self::$depth = 0;
			[self::$read, self::$together] = [[], []];
			remove_filter('query', [self::class, 'stop_after_collision']);
			$callbacks = self::$after_commit;
			self::$after_commit = [];
			if (!($good ?? false)) {
				self::wpdb()->query('ROLLBACK');
				// What was rolled back may stand in the object cache already.
				wp_cache_flush_runtime();
			}
			self::wpdb()->__set('reconnect_retries', $retries);
		}
		if ($good) {
			foreach ($callbacks as $callback) {
				$callback();
			}
		}
		return $result;
	}

	/**
	 * A deadlock ends the whole transaction. Core does not always look whether a write went well, and
	 * its next one would stay by itself.
	 */
	public static function stop_after_collision(string $query): string {
		return self::collided()
			? throw new \RuntimeException('The database gave way to somebody else.')
			: $query;
	}

	private static function collided(): bool {
		return self::collisions() > self::$collisions;
	}

	/** How often in this request the database gave way to others who wrote to the same rows. */
	private static function collisions(): int {
		$errors = $GLOBALS['EZSQL_ERROR'] ?? [];
		$told = is_array($errors) ? array_column($errors, 'error_str') : [];
		return count((array) preg_grep('/Deadlock|Lock wait timeout/', $told));
	}

	/**
	 * Lines of one table that several add in one transaction, written by one query right before it ends; at once where
	 * there is none.
	 *
	 * @param list<string|int> $line
	 * @param callable(non-empty-list<list<string|int>>): void $write
	 */
	public static function together(string $table, array $line, callable $write): void {
		if (self::$depth === 0) {
			$write([$line]);
			return;
		}
		self::$together[$table] = [
			'lines' => [...self::$together[$table]['lines'] ?? [], $line],
			'write' => $write,
		];
	}

	private static function write_together(): void {
		foreach (self::$together as ['lines' => $lines, 'write' => $write]) {
			$write($lines);
		}
	}

	/** Runs once the transaction under way has been written; at once where there is none; never after a rollback. */
	public static function after_commit(callable $callback): void {
		if (self::$depth > 0) {
			self::$after_commit[] = static function () use ($callback): void {
				$callback();
			};
			return;
		}
		$callback();
	}

	/** Whether what is written now stands or falls with a transaction. */
	public static function is_under_way(): bool {
		return self::$depth > 0;
	}

	/**
	 * The rows of a query; its values are prepared here, so no query of ours goes without.
	 *
	 * @param literal-string $query
	 * @return list<array<string, string|null>>
	 */
	public static function rows(string $query, string|int|float ...$values): array {
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- the one place where queries come from elsewhere; they are literals there.
		$rows = self::wpdb()->get_results(
			(string) self::wpdb()->prepare($query, ...$values),
			ARRAY_A,
		);
		/** @var list<array<string, string|null>> $rows */
		$rows = is_array($rows) ? $rows : [];
		return $rows;
	}

	/**
	 * @param literal-string $query
	 * @return array<string, string|null>|null
	 */
	public static function row(string $query, string|int|float ...$values): ?array {
		return self::rows($query, ...$values)[0] ?? null;
	}

	/**
	 * Rows of one table that several ask for in one transaction: read once, and again after a write to that table.
	 * Outside of a transaction they are read each time.
	 *
	 * @param string $table its full name
	 * @param callable(): list<array<string, string|null>> $read
	 * @return list<array<string, string|null>>
	 */
	public static function once(string $table, string $what, callable $read): array {
		if (self::$depth === 0) {
			return $read();
		}
		return self::$read[$table][$what] ??= $read();
	}

	/**
	 * What once() gave, together with rows that were just written, for whoever asks next.
	 *
	 * @param list<array<string, string|null>> $rows
	 */
	public static function keep(string $table, string $what, array $rows): void {
		if (self::$depth > 0) {
			self::$read[$table][$what] = $rows;
		}
	}

	/**
	 * Writes, and gives the number of rows that it changed. Throws when the write failed, so that the
	 * transaction around it rolls back.
	 *
	 * @param literal-string $query
	 */
	public static function write(string $query, string|int|float ...$values): int {
		foreach (self::$read === [] ? [] : $values as $value) {
			unset(self::$read[(string) $value]);
		}
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- as above.
		$changed = self::wpdb()->query((string) self::wpdb()->prepare($query, ...$values));
		if ($changed === false) {
			throw new \RuntimeException(
				'A write to the database failed: ' . self::wpdb()->last_error,
			);
		}
		return (int) $changed;
	}

	/**
	 * Writes columns of the rows with this key; null stands for NULL. Throws as write() does: wpdb's own update() would
	 * fail without a word.
	 *
	 * @param string $table without prefix
	 * @param non-empty-array<string, string|int|null> $columns
	 * @param array{string, int} $key a column and its value
	 */
	public static function put(string $table, array $columns, array $key): void {
		$sets = [];
		$values = [];
		foreach ($columns as $name => $value) {
			$sets[] = $value === null ? '%i = NULL' : '%i = ' . (is_int($value) ? '%d' : '%s');
			array_push($values, $name, ...$value === null ? [] : [$value]);
		}
		self::write(
			'UPDATE %i SET ' . implode(', ', $sets) . ' WHERE %i = %d',
			self::table($table),
			...$values,
			...$key,
		);
	}

	/** The id that the last INSERT made. */
	public static function inserted(): int {
		return self::wpdb()->insert_id;
	}

	/**
	 * @param list<string> $tables
	 * @return list<string>
	 */
	public static function drop_with_site(array $tables): array {
		return [...$tables, ...array_map([self::class, 'table'], self::names())];
	}

	/** Drops every table; for uninstall.php alone. */
	public static function drop(): void {
		foreach (self::names() as $name) {
			self::write('DROP TABLE IF EXISTS %i', self::table($name));
		}
		delete_option(self::OPTION);
	}

	private static function install(): void {
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		foreach (self::schemas() as $name => $columns) {
			dbDelta(
				'CREATE TABLE ' .
					self::table($name) .
					" (\n$columns\n) " .
					self::wpdb()->get_charset_collate() .
					';',
			);
		}
		update_option(self::OPTION, (string) self::SCHEMA);
	}

	/** @return array<string, string> what dbDelta reads between the parentheses, by table name without prefix */
	private static function schemas(): array {
		$schemas = [];
		foreach (FEATURES as $feature) {
			$schema = [__NAMESPACE__ . "\\$feature\\Hooks", 'schema'];
			if (is_callable($schema)) {
				/** @var array<string, string> $tables */
				$tables = $schema();
				$schemas += $tables;
			}
		}
		return $schemas;
	}

	/** @return list<string> */
	private static function names(): array {
		return array_keys(self::schemas());
	}
}
