<?php
// All that waits for a decision or for its contributor: a projection of the decisions, which can be rebuilt.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Scope;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Standing from Place
 */
final class Queue {
	// Urgency is negated, so that all sort columns run one way and the key answers the page. `news` is when
	// moderators had reason to hear of it; `words` are searched.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
version int(10) unsigned NOT NULL,
list varchar(20) NOT NULL,
state varchar(20) NOT NULL,
urgency smallint(6) NOT NULL DEFAULT 0,
since datetime NOT NULL,
news datetime NOT NULL DEFAULT '1970-01-01 00:00:00',
contributor bigint(20) unsigned NOT NULL DEFAULT 0,
department bigint(20) unsigned NOT NULL DEFAULT 0,
page bigint(20) unsigned NOT NULL DEFAULT 0,
reasons text NOT NULL,
words text NOT NULL,
claimed_by bigint(20) unsigned NOT NULL DEFAULT 0,
claimed_until datetime DEFAULT NULL,
PRIMARY KEY  (id),
UNIQUE KEY piece (kind,piece_id),
KEY page (list,urgency,since,id),
KEY department (department,list,urgency,since,id),
KEY contributor (contributor,list,urgency,since,id),
KEY kind (kind,list,urgency,since,id),
KEY on_page (page,list)";

	/** What somebody has to do, most pressing first; a piece stands in one of these, or needs nobody and has no row. */
	public const LISTS = ['appealed', 'reported', 'waiting', 'returned'];
	public const COUNT_STOPS_AT = 100;

	/** The menu and the toolbar of one page ask once. */
	private static ?int $waiting = null;

	/** Puts the row of a piece right after something happened to it; a piece that needs nobody has none. */
	public static function follow(string $kind, int $id): void {
		self::follow_all($kind, [$id]);
	}

	/**
	 * The same for several of one kind, in few queries.
	 *
	 * @param list<int> $ids
	 */
	public static function follow_all(string $kind, array $ids): void {
		$places = Place::of($kind, $ids);
		$pieces = $places === [] ? [] : Kinds::get($kind)?->describe(array_keys($places)) ?? [];
		foreach ($places as $id => $place) {
			if (isset($pieces[$id])) {
				self::put($kind, $id, $place, $pieces[$id]);
			}
		}
		foreach (array_diff($ids, array_keys(array_intersect_key($places, $pieces))) as $id) {
			self::forget($kind, $id);
		}
		/** Tells that something happened to these pieces, whatever it was, inside the transaction that writes it. */
		do_action('throughline_followed', $kind, $ids);
	}

	/**
	 * What stands in a row, besides which piece it is and who has it open.
	 *
	 * @param Standing $place
	 * @param Description $piece
	 * @return array{
	 *     version: int, list: string, state: string, urgency: int, since: string, contributor: int, department: int,
	 *     page: int, reasons: string, words: string
	 * }
	 */
	public static function row(array $place, array $piece): array {
		return [
			'version' => $place['version'],
			'list' => $place['list'],
			'state' => $place['state'],
			'urgency' => -$place['urgency'],
			'since' => $place['since'],
			'contributor' => $piece['contributor'],
			'department' => $piece['department'],
			'page' => $piece['page'],
			'reasons' => (string) wp_json_encode($place['reasons']),
			'words' => mb_substr("{$piece['title']}\n{$piece['name']}\n{$piece['text']}", 0, 15000),
		];
	}

	/**
	 * @param Standing $place
	 * @param Description $piece
	 */
	private static function put(string $kind, int $id, array $place, array $piece): void {
		$row = self::row($place, $piece);
		$news = self::news($kind, $id, $place);
		// Not deleted first: where no row is, that locks a gap, and two who then write into it lock each other out. Who
		// decided has it open no more; that column comes first, since each sees what those before it wrote.
		Database::write(
			'INSERT INTO %i (kind, piece_id, version, list, state, urgency, since, contributor, department, page, reasons, words, news)
			VALUES (%s, %d, %d, %s, %s, %d, %s, %d, %d, %d, %s, %s, %s)
			ON DUPLICATE KEY UPDATE claimed_by = CASE WHEN version = VALUES(version) THEN claimed_by ELSE 0 END,
			version = VALUES(version), list = VALUES(list), state = VALUES(state),
			urgency = VALUES(urgency), since = VALUES(since), contributor = VALUES(contributor),
			department = VALUES(department), page = VALUES(page), reasons = VALUES(reasons), words = VALUES(words), news = VALUES(news)',
			Database::table('queue'),
			$kind,
			$id,
			...[...array_values($row), $news],
		);
		if ($place['list'] !== 'returned') {
			Alerts::arrived($piece['department'], $news, $place['urgency'] > 0);
		}
	}

	/**
	 * When moderators had reason to hear of it: as it began to wait, and when a reason or another list came.
	 *
	 * @param Standing $place
	 */
	private static function news(string $kind, int $id, array $place): string {
		$before =
			$place['version'] === 1
				? null
				: Database::row(
					'SELECT list, reasons, news FROM %i WHERE kind = %s AND piece_id = %d',
					Database::table('queue'),
					$kind,
					$id,
				);
		return match (true) {
			$before === null => $place['since'],
			$before['list'] !== $place['list'],
			array_diff($place['reasons'], Decisions::codes((string) $before['reasons'])) !== []
				=> utc(),
			default => (string) $before['news'],
		};
	}

	/** How many pieces wait on a page, 0 for the whole site; stops at 100. For readers, whoever they are. */
	public static function waiting_on(int $page): int {
		$row =
			$page === 0
				? Database::row(
					"SELECT COUNT(*) AS held FROM (SELECT 1 FROM %i WHERE list = 'waiting' LIMIT %d) AS held_rows",
					Database::table('queue'),
					self::COUNT_STOPS_AT,
				)
				: Database::row(
					"SELECT COUNT(*) AS held FROM (SELECT 1 FROM %i WHERE page = %d AND list = 'waiting' LIMIT %d) AS held_rows",
					Database::table('queue'),
					$page,
					self::COUNT_STOPS_AT,
				);
		return (int) ($row['held'] ?? 0);
	}

	public static function forget(string $kind, int $id): void {
		Database::write(
			'DELETE FROM %i WHERE kind = %s AND piece_id = %d',
			Database::table('queue'),
			$kind,
			$id,
		);
	}

	/**
	 * How many pieces each list holds; stops at 100.
	 *
	 * @param list<int>|null $scope departments; null for everything
	 * @return array<string, int>
	 */
	public static function counts(?array $scope): array {
		return QueueFilter::counts($scope, self::COUNT_STOPS_AT);
	}

	/** How much waits for the person who asks; for the menu and the toolbar. */
	public static function waiting_count(): int {
		if (!current_user_can(Capabilities::MODERATE)) {
			return 0;
		}
		return self::$waiting ??= self::counts(Scope::of(get_current_user_id()))['waiting'];
	}

	/** A moment from our tables as the contract tells it. */
	public static function rfc3339(string $utc): string {
		return str_replace(' ', 'T', $utc) . 'Z';
	}
}
