<?php
// Writing the next edition: begun with what is in force or with our starters, saved as a whole, put to those who must agree.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Database;

use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Text from Texts
 * @phpstan-import-type Row from Editions
 * @phpstan-type Draft array{version: int, matters: bool, summary: string, named: list<int>, guidelines: list<Text>}
 */
final class Drafts {
	/**
	 * Begins the next edition, unless somebody has begun it already.
	 *
	 * @param string $with current, starters or nothing
	 */
	public static function begin(string $with, int $user): void {
		Database::transaction(static function () use ($with, $user): bool {
			$current = Guidelines::edition();
			$begun = Database::write(
				'INSERT IGNORE INTO %i (edition, state, matters, summary, named, changed, changed_by)
				VALUES (%d, %s, 1, %s, %s, %s, %d)',
				Database::table('editions'),
				$current + 1,
				Editions::DRAFT,
				'',
				// Who agreed to the last one is asked again, unless a manager says otherwise.
				(string) wp_json_encode(Editions::get($current)['named'] ?? []),
				utc(),
				$user,
			);
			if ($begun === 1) {
				Texts::write(
					$current + 1,
					match ($with) {
						'current' => Texts::of_edition($current),
						'starters' => Starters::texts(),
						default => [],
					},
				);
			}
			return true;
		});
	}

	/**
	 * Saves the draft as a whole. It may be unfinished.
	 *
	 * @param Draft $draft `version` is the one that was changed
	 */
	public static function save(array $draft, int $user): ?\WP_Error {
		$saved = Database::transaction(static function () use ($draft, $user): bool|\WP_Error {
			$next = self::draft($draft['version']);
			if (is_wp_error($next)) {
				return $next;
			}
			Database::write(
				'UPDATE %i SET matters = %d, summary = %s, named = %s, version = version + 1, changed = %s, changed_by = %d
				WHERE edition = %d',
				Database::table('editions'),
				(int) $draft['matters'],
				Texts::clean($draft['summary']),
				(string) wp_json_encode(self::existing($draft['named'])),
				utc(),
				$user,
				$next['edition'],
			);
			Texts::write($next['edition'], $draft['guidelines']);
			return true;
		});
		return is_wp_error($saved) ? $saved : null;
	}

	public static function discard(int $version): ?\WP_Error {
		$done = Database::transaction(static function () use ($version): bool|\WP_Error {
			$next = self::draft($version);
			if (is_wp_error($next)) {
				return $next;
			}
			foreach (['guidelines', 'agreements', 'editions'] as $table) {
				Database::write(
					'DELETE FROM %i WHERE edition = %d',
					Database::table($table),
					$next['edition'],
				);
			}
			return true;
		});
		return is_wp_error($done) ? $done : null;
	}

	/** Puts the draft to those who must agree; where nobody is named it is in force at once. */
	public static function put(int $version, int $user): ?\WP_Error {
		$done = Database::transaction(static function () use ($version, $user): bool|\WP_Error {
			$next = self::draft($version);
			$problem = is_wp_error($next) ? $next : Texts::unfinished($next['edition']);
			if (is_wp_error($next) || $problem !== null) {
				return $problem ?? $next;
			}
			$named = self::existing($next['named']);
			Database::write(
				'UPDATE %i SET state = %s, named = %s, version = version + 1, round = round + 1, put = %s, put_by = %d
				WHERE edition = %d',
				Database::table('editions'),
				Editions::PUT,
				(string) wp_json_encode($named),
				utc(),
				$user,
				$next['edition'],
			);
			if ($named === []) {
				Editions::take_effect($next['edition']);
			} else {
				Database::after_commit(
					static fn() => Letters::ask($named, $next['summary'], $user),
				);
			}
			return true;
		});
		return is_wp_error($done) ? $done : null;
	}

	/** Takes it back from those who were asked, to be changed; what they answered was for what they saw. */
	public static function take_back(int $version): ?\WP_Error {
		$taken = Database::write(
			'UPDATE %i SET state = %s, version = version + 1 WHERE state = %s AND version = %d',
			Database::table('editions'),
			Editions::DRAFT,
			Editions::PUT,
			$version,
		);
		return $taken === 1 ? null : self::stale();
	}

	public static function stale(): \WP_Error {
		return new \WP_Error(
			'throughline_stale',
			__(
				'Somebody else has changed this draft meanwhile. Here is what it says now.',
				'throughline',
			),
			['status' => 409],
		);
	}

	/** @return Row|\WP_Error the draft, locked, while it is the one that was seen */
	private static function draft(int $version): array|\WP_Error {
		$next = Editions::lock();
		return $next === null || $next['state'] !== Editions::DRAFT || $next['version'] !== $version
			? self::stale()
			: $next;
	}

	/**
	 * @param list<int> $users
	 * @return list<int>
	 */
	private static function existing(array $users): array {
		return array_values(
			array_filter(
				array_unique($users),
				static fn(int $user): bool => get_userdata($user) !== false &&
					is_user_member_of_blog($user),
			),
		);
	}
}
