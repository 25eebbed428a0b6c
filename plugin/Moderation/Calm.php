<?php
// Calm mode: for a while everything on a page, or on the whole site, is read before it appears, and nobody sends quickly. It ends by itself.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Departments;
use Throughline\People\Scope;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * `page` is 0 for the whole site; `until` and `since` in Unix seconds; `pace` the seconds between two pieces of one
 * sender, 0 for as fast as ever.
 *
 * @phpstan-type State array{page: int, id: int, until: int, since: int, reason: string, pace: int, user: int}
 * @phpstan-type Statement array{page: int, id: int, text: string, name: string, role: string, at: int, user: int}
 * @phpstan-type Change array{page: int, until: int, reason: string, pace: int}
 */
final class Calm {
	// What was switched, by whom, until when, and what was said: append-only.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
page bigint(20) unsigned NOT NULL,
act varchar(20) NOT NULL,
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
text text NOT NULL,
role varchar(190) NOT NULL DEFAULT '',
until datetime DEFAULT NULL,
pace int(10) unsigned NOT NULL DEFAULT 0,
guideline bigint(20) unsigned NOT NULL DEFAULT 0,
kind varchar(20) NOT NULL DEFAULT '',
piece_id bigint(20) unsigned NOT NULL DEFAULT 0,
version int(10) unsigned NOT NULL DEFAULT 0,
created datetime NOT NULL,
PRIMARY KEY  (id),
KEY page (page,act,id),
KEY act (act,id)";

	/** Option, loaded with every page and nearly always empty: what is on, and where something is pinned. */
	public const OPTION = 'throughline_calm';
	public const SITE = 0;
	public const LONGEST = 14 * DAY_IN_SECONDS;

	/** @return State|null what counts on this page now: its own, else the site's; null where all is as ever */
	public static function of(int $page): ?array {
		$kept = self::kept();
		foreach (array_unique([$page, self::SITE]) as $place) {
			if (($kept[$place]['until'] ?? 0) > now()) {
				$state = self::read($kept[$place]['on']);
				if ($state !== null) {
					return $state;
				}
			}
		}
		return null;
	}

	/**
	 * What is pinned above this page's dialog: its own, then the site's.
	 *
	 * @return list<Statement>
	 */
	public static function statements(int $page): array {
		$kept = self::kept();
		$found = [];
		foreach (array_unique([$page, self::SITE]) as $place) {
			$statement = self::statement($kept[$place]['statement'] ?? 0);
			if ($statement !== null) {
				$found[] = $statement;
			}
		}
		return $found;
	}

	/** Whether a visitor of this page is told anything: costs no query where nothing is on anywhere. */
	public static function concerns(int $page): bool {
		$kept = self::kept();
		foreach ([$page, self::SITE] as $place) {
			if (($kept[$place]['until'] ?? 0) > now() || ($kept[$place]['statement'] ?? 0) > 0) {
				return true;
			}
		}
		return false;
	}

	/** @return list<int> pages on which it is on or something is pinned now */
	public static function places(): array {
		return array_keys(
			array_filter(
				self::kept(),
				static fn(array $place): bool => $place['until'] > now() || $place['statement'] > 0,
			),
		);
	}

	/** Who may switch it: for the site those who manage it, for a page those who moderate it. */
	public static function may(int $user, int $page): bool {
		return $page === self::SITE
			? user_can($user, Capabilities::MANAGE)
			: user_can($user, Capabilities::MODERATE) &&
					Scope::covers($user, self::department($page));
	}

	/** The department whose page it is; 0 for none. */
	public static function department(int $page): int {
		$terms = $page > 0 ? get_the_terms($page, Departments::TAXONOMY) : false;
		return is_array($terms) && isset($terms[0]) ? $terms[0]->term_id : 0;
	}

	/** @param Change $change */
	public static function switch_on(array $change, int $user): void {
		self::log([
			'page' => $change['page'],
			'act' => 'on',
			'user' => $user,
			'text' => $change['reason'],
			'until' => utc($change['until']),
			'pace' => $change['pace'],
		]);
	}

	public static function switch_off(int $page, int $user): void {
		self::log(['page' => $page, 'act' => 'off', 'user' => $user]);
	}

	/** Pins a statement in somebody's own name; an empty text takes theirs or another's away. */
	public static function pin(int $page, string $text, string $role): void {
		self::log([
			'page' => $page,
			'act' => 'statement',
			'user' => get_current_user_id(),
			'text' => $text,
			'role' => $role,
		]);
	}

	/**
	 * @param array{
	 *     page: int, act: string, user?: int, text?: string, role?: string, until?: string, pace?: int, guideline?: int,
	 *     kind?: string, piece?: int, version?: int
	 * } $row
	 * @return int its id
	 */
	public static function log(array $row): int {
		return Database::transaction(static function () use ($row): int {
			Database::write(
				"INSERT INTO %i (page, act, user_id, text, role, until, pace, guideline, kind, piece_id, version, created)
				VALUES (%d, %s, %d, %s, %s, NULLIF(%s, ''), %d, %d, %s, %d, %d, %s)",
				Database::table('calm'),
				$row['page'],
				$row['act'],
				$row['user'] ?? 0,
				$row['text'] ?? '',
				$row['role'] ?? '',
				$row['until'] ?? '',
				$row['pace'] ?? 0,
				$row['guideline'] ?? 0,
				$row['kind'] ?? '',
				$row['piece'] ?? 0,
				$row['version'] ?? 0,
				utc(),
			);
			$id = Database::inserted();
			if (in_array($row['act'], ['on', 'off', 'statement'], true)) {
				Database::after_commit(static fn() => self::remember($row['page']));
			}
			return $id;
		});
	}

	/** Writes down what is on, so that pages need not ask the log; what two people switch at once agrees with it in the end. */
	private static function remember(int $page): void {
		$kept = array_filter(
			self::kept(),
			static fn(array $place): bool => $place['until'] > now() || $place['statement'] > 0,
		);
		unset($kept[$page]);
		$last = self::last($page, ['on', 'off']);
		$said = self::last($page, ['statement']);
		$until = ($last['act'] ?? '') === 'on' ? (int) strtotime("{$last['until']} UTC") : 0;
		$statement = ($said['text'] ?? '') === '' ? 0 : (int) ($said['id'] ?? 0);
		if ($until > now() || $statement > 0) {
			$kept[$page] = [
				'until' => $until,
				'on' => $until > 0 ? (int) ($last['id'] ?? 0) : 0,
				'statement' => $statement,
			];
		}
		update_option(self::OPTION, $kept, true);
		/** Tells that visitors of a page (0: of every page) are told something else now, so that caches can follow. */
		do_action('throughline_calm_changed', $page);
		if ($page > 0) {
			clean_post_cache($page);
		}
	}

	/** An option that was never saved costs every page a query. */
	public static function activate(): void {
		add_option(self::OPTION, [], '', true);
	}

	/** @return array<int, array{until: int, on: int, statement: int}> by page */
	private static function kept(): array {
		/** @var array<int, array{until: int, on: int, statement: int}>|false $kept only remember() writes it */
		$kept = get_option(self::OPTION, []);
		return is_array($kept) ? $kept : [];
	}

	/** @return State|null */
	private static function read(int $id): ?array {
		$row = self::row($id);
		return $row === null
			? null
			: [
				'page' => (int) $row['page'],
				'id' => (int) $row['id'],
				'until' => (int) strtotime("{$row['until']} UTC"),
				'since' => (int) strtotime("{$row['created']} UTC"),
				'reason' => (string) $row['text'],
				'pace' => (int) $row['pace'],
				'user' => (int) $row['user_id'],
			];
	}

	/** @return Statement|null null also where its author left */
	private static function statement(int $id): ?array {
		$row = $id > 0 ? self::row($id) : null;
		$user = $row === null ? false : get_userdata((int) $row['user_id']);
		return $row === null || $user === false
			? null
			: [
				'page' => (int) $row['page'],
				'id' => $id,
				'text' => (string) $row['text'],
				'name' => $user->display_name,
				'role' => (string) $row['role'],
				'at' => (int) strtotime("{$row['created']} UTC"),
				'user' => $user->ID,
			];
	}

	/** The page that a line of the log is about. */
	public static function page_of(int $id): int {
		return (int) (self::row($id)['page'] ?? 0);
	}

	/** @return array<string, string|null>|null */
	private static function row(int $id): ?array {
		return Database::row('SELECT * FROM %i WHERE id = %d', Database::table('calm'), $id);
	}

	/**
	 * @param non-empty-list<string> $acts
	 * @return array<string, string|null>|null
	 */
	private static function last(int $page, array $acts): ?array {
		$marks = implode(', ', array_fill(0, count($acts), '%s'));
		return Database::row(
			"SELECT * FROM %i WHERE page = %d AND act IN ($marks) ORDER BY id DESC LIMIT 1",
			Database::table('calm'),
			$page,
			...$acts,
		);
	}
}
