<?php
// What is kept only for a while: pieces that are off the site, and the words of old versions. The record itself stays.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Retention {
	/** States that keep a piece from the public, with the setting that says how long it is kept then. */
	private const STATES = [
		'returned' => 'returned',
		'removed' => 'removed',
		'withdrawn' => 'removed',
	];
	private const BATCH = 50;

	/** Once an hour, some at a time. */
	public static function sweep(): void {
		foreach (self::STATES as $state => $setting) {
			$days = Settings::get('keep')[$setting];
			foreach ($days > 0 ? self::over($state, $days) : [] as $row) {
				self::erase((string) $row['kind'], (int) $row['piece_id'], (int) $row['version']);
			}
		}
		self::forget_words(Settings::get('keep')['decisions']);
	}

	/** Unless somebody did something with it in this very moment. */
	private static function erase(string $kind, int $id, int $version): void {
		Database::transaction(static function () use ($kind, $id, $version): bool {
			Kinds::get($kind)?->lock($id);
			if (Decisions::latest($kind, $id)['version'] === $version) {
				Erasure::piece($kind, $id);
			}
			return true;
		});
	}

	/** @return list<array<string, string|null>> pieces that have been in this state for longer than that */
	private static function over(string $state, int $days): array {
		return Database::rows(
			"SELECT old.kind, old.piece_id, old.version FROM %i AS old
			WHERE old.state = %s AND old.created < %s AND old.hash <> '' AND NOT EXISTS (
			SELECT 1 FROM %i AS newer WHERE newer.kind = old.kind AND newer.piece_id = old.piece_id
			AND newer.version = old.version + 1) LIMIT %d",
			Database::table('decisions'),
			$state,
			utc(now() - $days * DAY_IN_SECONDS),
			Database::table('decisions'),
			self::BATCH,
		);
	}

	/** Old versions lose their words; what a piece says now stands in it, and in its last row. */
	private static function forget_words(int $days): void {
		$rows =
			$days === 0
				? []
				: Database::rows(
					"SELECT old.id FROM %i AS old WHERE old.created < %s AND old.hash <> '' AND EXISTS (
					SELECT 1 FROM %i AS newer WHERE newer.kind = old.kind AND newer.piece_id = old.piece_id
					AND newer.version = old.version + 1) LIMIT %d",
					Database::table('decisions'),
					utc(now() - $days * DAY_IN_SECONDS),
					Database::table('decisions'),
					10 * self::BATCH,
				);
		foreach ($rows as $row) {
			Database::write(
				// To which photos everybody agreed is asked as long as they can be seen.
				"UPDATE %i SET title = '', text = '', reason = '', hash = '',
				photos = CASE WHEN consent = 1 THEN photos ELSE '[]' END WHERE id = %d",
				Database::table('decisions'),
				(int) $row['id'],
			);
		}
	}
}
