<?php
// The dos and don'ts: what is in force now, and what any edition ever said, since decisions cite it.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Database;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Guideline array{
 *     id: int, edition: int, number: int, tone: string, sentence: string, reason: string, example: string,
 *     kinds: list<string>, departments: list<int>, words: string
 * }
 * No kinds and no departments: it concerns all of them. A department stands for all that is below it, too.
 */
final class Guidelines {
	// A row for each guideline and edition; `lineage` is the same in every edition that has it.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
edition int(10) unsigned NOT NULL,
number smallint(5) unsigned NOT NULL,
lineage varchar(36) NOT NULL,
tone varchar(10) NOT NULL,
sentence text NOT NULL,
reason text NOT NULL,
example text NOT NULL,
kinds text NOT NULL,
departments text NOT NULL,
words text NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY place (edition,number),
KEY lineage (lineage)";

	public const KINDS = ['story', 'comment', 'share'];

	/** The number of the edition that is in force; 0 when there is none. */
	public static function edition(): int {
		$row = Database::row(
			'SELECT MAX(edition) AS edition FROM %i WHERE state = %s',
			Database::table('editions'),
			Editions::IN_FORCE,
		);
		return (int) ($row['edition'] ?? 0);
	}

	/**
	 * What is in force, in its order: everything, or what concerns a kind of piece and a department.
	 *
	 * @return list<Guideline>
	 */
	public static function in_force(string $kind = '', int $department = 0): array {
		return self::concerning(self::of_edition(self::edition()), $kind, $department);
	}

	/**
	 * Those that concern a kind of piece and a department; '' and 0 ask for whichever.
	 *
	 * @param list<Guideline> $guidelines
	 * @return list<Guideline>
	 */
	public static function concerning(array $guidelines, string $kind, int $department): array {
		$places = $department > 0 ? Departments::upwards($department) : null;
		return array_values(
			array_filter(
				$guidelines,
				static fn(array $one): bool => ($kind === '' ||
					$one['kinds'] === [] ||
					in_array($kind, $one['kinds'], true)) &&
					($places === null ||
						$one['departments'] === [] ||
						array_intersect($places, $one['departments']) !== []),
			),
		);
	}

	/** @return list<Guideline> */
	public static function of_edition(int $edition): array {
		return $edition === 0
			? []
			: array_map(
				[self::class, 'read'],
				Database::rows(
					'SELECT * FROM %i WHERE edition = %d ORDER BY number',
					Database::table('guidelines'),
					$edition,
				),
			);
	}

	/** @return Guideline|null as it stood in its edition, also when a newer one is in force */
	public static function get(int $id): ?array {
		$row = Database::row('SELECT * FROM %i WHERE id = %d', Database::table('guidelines'), $id);
		return $row === null ? null : self::read($row);
	}

	/** What a kind of piece is called, of all that there can be. */
	public static function kind(string $kind): string {
		return match ($kind) {
			'story' => __('Stories', 'throughline'),
			'comment' => __('Comments', 'throughline'),
			'share' => __('Shares', 'throughline'),
			default => $kind,
		};
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Guideline
	 */
	private static function read(array $row): array {
		$kinds = json_decode((string) $row['kinds'], true);
		$departments = json_decode((string) $row['departments'], true);
		return [
			'id' => (int) $row['id'],
			'edition' => (int) $row['edition'],
			'number' => (int) $row['number'],
			'tone' => (string) $row['tone'],
			'sentence' => (string) $row['sentence'],
			'reason' => (string) $row['reason'],
			'example' => (string) $row['example'],
			'kinds' => array_values(array_filter(is_array($kinds) ? $kinds : [], 'is_string')),
			'departments' => array_values(
				array_filter(is_array($departments) ? $departments : [], 'is_int'),
			),
			'words' => (string) $row['words'],
		];
	}
}
