<?php
// The columns of the table of people, and how their cells are written and read.

namespace Throughline\People\Table;

defined('ABSPATH') || exit();

final class Columns {
	/** Between several entries of one cell. */
	public const AND = '|';
	/** What empties a cell; an empty cell changes nothing. */
	public const NONE = '-';

	/** How a column or a word may be called in tables that come from elsewhere, in the languages of our first users. */
	private const ALSO = [
		'account' => [
			'account',
			'email',
			'e-mail',
			'mail',
			'e-mail-adresse',
			'login',
			'username',
			'user',
			'konto',
			'benutzername',
			'benutzer',
		],
		'name' => ['name'],
		'department' => ['department', 'abteilung'],
		'role' => [
			'job title',
			'title',
			'role',
			'funktion',
			'position',
			'stelle',
			'stellenbezeichnung',
		],
		'desks' => ['desk', 'desks', 'ansprechpartner', 'auskunft'],
		'moderates' => ['moderates', 'moderiert'],
		'expert' => ['expert', 'experte', 'expertin', 'fachperson'],
		'deputy' => ['deputy', 'vertretung', 'stellvertretung'],
		'head' => ['head', 'leitung', 'leiter', 'leiterin'],
		'everything' => ['everything', 'all', 'alles'],
		'nothing' => ['nothing', 'none', 'nichts', self::NONE],
	];

	/** @return list<array{name: string, label: string}> in the order of the table */
	public static function all(): array {
		return [
			[
				'name' => 'account',
				'label' => current_user_can('list_users')
					? _x('Email', 'column of a table', 'throughline')
					: _x('Login', 'column of a table', 'throughline'),
			],
			['name' => 'name', 'label' => _x('Name', 'column of a table', 'throughline')],
			[
				'name' => 'department',
				'label' => _x('Department', 'column of a table', 'throughline'),
			],
			['name' => 'role', 'label' => _x('Job title', 'column of a table', 'throughline')],
			['name' => 'desks', 'label' => _x('Desk', 'column of a table', 'throughline')],
			['name' => 'moderates', 'label' => _x('Moderates', 'column of a table', 'throughline')],
		];
	}

	/**
	 * Which column stands where.
	 *
	 * @param list<string> $head
	 * @return array<string, int> position by name
	 */
	public static function read_head(array $head): array {
		$found = [];
		foreach ($head as $position => $label) {
			foreach (self::all() as $column) {
				if (
					!isset($found[$column['name']]) &&
					(self::same($label, $column['label']) || self::is($label, $column['name']))
				) {
					$found[$column['name']] = $position;
				}
			}
		}
		return $found;
	}

	/** A word as tables that we write have it. */
	public static function word(string $name): string {
		return match ($name) {
			'expert' => _x('expert', 'word in a table', 'throughline'),
			'deputy' => _x('deputy', 'word in a table', 'throughline'),
			'head' => _x('head', 'word in a table', 'throughline'),
			'everything' => _x('everything', 'word in a table', 'throughline'),
			'nothing' => self::NONE,
			default => '',
		};
	}

	/** Whether a cell says this, in whatever language. */
	public static function is(string $cell, string $name): bool {
		$cell = mb_strtolower(trim($cell));
		return $cell !== '' &&
			(in_array($cell, self::ALSO[$name] ?? [], true) ||
				self::same($cell, self::word($name)));
	}

	private static function same(string $a, string $b): bool {
		return mb_strtolower(trim($a)) === mb_strtolower($b);
	}
}
