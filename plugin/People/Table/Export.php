<?php
// Who works where, who answers and who decides, as a table for a spreadsheet; what goes out can come in again.

namespace Throughline\People\Table;

use Throughline\Csv;
use Throughline\Database;
use Throughline\People\Colleagues;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/** @phpstan-import-type Colleague from Colleagues */
final class Export {
	private const BATCH = 500;

	/** A file instead of JSON: the answer of REST is replaced while it goes out. */
	public static function answer(): \WP_REST_Response {
		$response = new \WP_REST_Response();
		$response->header('Content-Type', 'text/csv; charset=utf-8');
		$response->header('Content-Disposition', 'attachment; filename="people.csv"');
		$response->header('X-Content-Type-Options', 'nosniff');
		$response->header('Cache-Control', 'no-store');
		add_filter(
			'rest_pre_serve_request',
			static function (bool $served, mixed $result) use ($response): bool {
				if ($served || $result !== $response) {
					return $served;
				}
				// phpcs:ignore WordPress.Security.EscapeOutput -- no HTML: a file, whose cells Csv makes harmless.
				echo Csv::write(self::lines());
				return true;
			},
			10,
			2,
		);
		return $response;
	}

	/** @return \Generator<list<string>> */
	private static function lines(): \Generator {
		yield array_column(Columns::all(), 'label');
		$last = 0;
		do {
			$ids = self::after($last);
			cache_users($ids);
			foreach (Colleagues::of($ids) as $colleague) {
				yield self::line($colleague);
			}
			$last = $ids === [] ? 0 : max($ids);
			// 20,000 people need not lie in memory at once.
			wp_cache_flush_runtime();
		} while (count($ids) === self::BATCH);
	}

	/** @return list<int> */
	private static function after(int $last): array {
		$db = Database::wpdb();
		$rows = is_multisite()
			? Database::rows(
				'SELECT ID FROM %i WHERE ID > %d AND ID IN (SELECT user_id FROM %i WHERE meta_key = %s) ORDER BY ID LIMIT %d',
				$db->users,
				$last,
				$db->usermeta,
				$db->get_blog_prefix() . 'capabilities',
				self::BATCH,
			)
			: Database::rows(
				'SELECT ID FROM %i WHERE ID > %d ORDER BY ID LIMIT %d',
				$db->users,
				$last,
				self::BATCH,
			);
		return array_map('intval', array_column($rows, 'ID'));
	}

	/**
	 * @param Colleague $colleague
	 * @return list<string>
	 */
	private static function line(array $colleague): array {
		return [
			$colleague['account'],
			$colleague['name'],
			$colleague['department'] > 0 ? Departments::path($colleague['department']) : '',
			$colleague['role'],
			self::cell(Cells::now($colleague, 'desks')),
			self::cell(Cells::now($colleague, 'moderates')),
		];
	}

	/** @param list<string> $entries */
	private static function cell(array $entries): string {
		return implode(' ' . Columns::AND . ' ', array_map([Cells::class, 'told'], $entries));
	}
}
