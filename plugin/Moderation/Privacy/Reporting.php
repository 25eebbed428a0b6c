<?php
// What somebody reported, and where they wanted to be told.

namespace Throughline\Moderation\Privacy;

use Throughline\Database;
use Throughline\Moderation\Grounds;
use Throughline\Moderation\Privacy;

defined('ABSPATH') || exit();

/** @phpstan-import-type Item from Privacy */
final class Reporting {
	private const PAGE = 100;

	/** @return array{items: list<Item>, done: bool} */
	public static function export(string $mail, int $page): array {
		$rows =
			$mail === ''
				? []
				: Database::rows(
					'SELECT id, what, ground, explanation, name, outcome, created FROM %i WHERE mail = %s ORDER BY id LIMIT %d OFFSET %d',
					Database::table('reports'),
					$mail,
					self::PAGE,
					($page - 1) * self::PAGE,
				);
		return [
			'items' => array_map(
				static fn(array $row): array => [
					'id' => "throughline-report-{$row['id']}",
					'data' => Privacy::lines([
						Privacy::line(
							__('Ground', 'throughline'),
							Grounds::label((string) $row['ground']),
						),
						Privacy::line(
							__('Explanation', 'throughline'),
							(string) $row['explanation'],
						),
						Privacy::line(__('Name', 'throughline'), (string) $row['name']),
						Privacy::line(__('Outcome', 'throughline'), (string) $row['outcome']),
						Privacy::line(__('When', 'throughline'), (string) $row['created']),
					]),
				],
				$rows,
			),
			'done' => count($rows) < self::PAGE,
		];
	}

	/** @return array{removed: int, messages: list<string>, done: bool} */
	public static function erase(string $mail): array {
		$removed =
			$mail === ''
				? 0
				: Database::write(
						"UPDATE %i SET name = '', mail = '', explanation = '' WHERE mail = %s",
						Database::table('reports'),
						$mail,
					) +
					Database::write(
						"UPDATE %i SET mail = '' WHERE mail = %s",
						Database::table('due'),
						$mail,
					);
		return ['removed' => $removed, 'messages' => [], 'done' => true];
	}
}
