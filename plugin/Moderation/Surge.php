<?php
// How much comes in, by page and ten minutes; when it is far above what is usual there, moderators hear of it once.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Moderators;
use Throughline\Screens;
use function Throughline\now;

defined('ABSPATH') || exit();

final class Surge {
	// `bucket` counts ten minutes since 1970. Page 0 is the whole site.
	public const SCHEMA = "page bigint(20) unsigned NOT NULL,
what varchar(10) NOT NULL,
bucket int(10) unsigned NOT NULL,
hits int(10) unsigned NOT NULL DEFAULT 0,
PRIMARY KEY  (page,what,bucket),
KEY bucket (bucket)";

	private const BUCKET = 10 * MINUTE_IN_SECONDS;
	private const HOUR = 6;
	/** So long is remembered what is usual, in days. */
	private const USUAL = 28;
	/** Below that nobody is alarmed, and from so many times the usual on. */
	private const FLOOR = ['piece' => 30, 'report' => 5];
	private const TIMES = 5;

	/**
	 * A piece was sent: counted on its page, or for the site where it stands on a page of its own.
	 *
	 * @param array{kind: string, id: int, act: string, ...} $doing
	 */
	public static function follow(array $doing): void {
		if ($doing['act'] === 'submit') {
			$page = Kinds::get($doing['kind'])?->page($doing['id']) ?? 0;
			self::come('piece', $page === $doing['id'] ? Calm::SITE : $page);
		}
	}

	public static function follow_report(string $kind, int $id): void {
		$page = Kinds::get($kind)?->page($id) ?? 0;
		self::come('report', $page);
		if ($page !== Calm::SITE) {
			self::come('report', Calm::SITE);
		}
	}

	/** Counts, once what it is about was written: nobody waits for anybody's count. */
	private static function come(string $what, int $page): void {
		Database::after_commit(static function () use ($what, $page): void {
			self::note($page, $what);
			if (self::is_surge($page, $what)) {
				self::alarm($page, $what);
			}
		});
	}

	/** Counts one. */
	public static function note(int $page, string $what): void {
		Database::write(
			'INSERT INTO %i (page, what, bucket, hits) VALUES (%d, %s, %d, 1) ON DUPLICATE KEY UPDATE hits = hits + 1',
			Database::table('traffic'),
			$page,
			$what,
			intdiv(now(), self::BUCKET),
		);
	}

	/** How many came within the last hour. */
	public static function last_hour(int $page, string $what): int {
		$row = Database::row(
			'SELECT SUM(hits) AS hits FROM %i WHERE page = %d AND what = %s AND bucket > %d',
			Database::table('traffic'),
			$page,
			$what,
			intdiv(now(), self::BUCKET) - self::HOUR,
		);
		return (int) ($row['hits'] ?? 0);
	}

	/** When it was last noted, to ten minutes, in Unix seconds; null for never. */
	public static function last(int $page, string $what): ?int {
		$row = Database::row(
			'SELECT MAX(bucket) AS bucket FROM %i WHERE page = %d AND what = %s',
			Database::table('traffic'),
			$page,
			$what,
		);
		return isset($row['bucket']) ? (int) $row['bucket'] * self::BUCKET : null;
	}

	private static function is_surge(int $page, string $what): bool {
		$hour = self::last_hour($page, $what);
		$limits = ['floor' => self::FLOOR[$what] ?? PHP_INT_MAX, 'times' => self::TIMES];
		/**
		 * Filters from when on it is a surge: at least `floor` within an hour, and `times` as many as in a usual busy hour.
		 *
		 * @var array{floor: int, times: int|float} $limits
		 */
		$limits = apply_filters('throughline_surge', $limits, $what, $page);
		return $hour >= $limits['floor'] && $hour >= $limits['times'] * self::usual($page, $what);
	}

	/** What comes on average within an hour in which anything comes. */
	private static function usual(int $page, string $what): float {
		$now = intdiv(now(), self::BUCKET);
		$hours = [];
		foreach (
			Database::rows(
				'SELECT bucket, hits FROM %i WHERE page = %d AND what = %s AND bucket > %d AND bucket <= %d',
				Database::table('traffic'),
				$page,
				$what,
				$now - self::USUAL * 24 * self::HOUR,
				$now - self::HOUR,
			)
			as $row
		) {
			$hour = intdiv((int) $row['bucket'], self::HOUR);
			$hours[$hour] = ($hours[$hour] ?? 0) + (int) $row['hits'];
		}
		return $hours === [] ? 0 : array_sum($hours) / count($hours);
	}

	/** Tells moderators, once a day and not while calm mode is on there. */
	private static function alarm(int $page, string $what): void {
		if (
			Calm::of($page) !== null ||
			!Pace::take('alarm', "page $page", ['burst' => 1, 'every' => Pace::LONGEST])
		) {
			return;
		}
		Database::transaction(static function () use ($page, $what): bool {
			$id = Calm::log(['page' => $page, 'act' => 'alarm', 'text' => $what]);
			foreach (Moderators::of(Calm::department($page)) as $user) {
				Due::add('alarm', 'user', $user, $id);
			}
			return true;
		});
	}

	/** Runs when an alarm is due: a mail to somebody who may decide there. */
	public static function tell(string $kind, int $user, int $alarm): bool {
		$page = Calm::page_of($alarm);
		$title =
			$page === Calm::SITE
				? get_bloginfo('name', 'raw')
				: html_entity_decode(get_the_title($page), ENT_QUOTES | ENT_HTML5, 'UTF-8');
		$mail = get_userdata($user)->user_email ?? '';
		$switched = switch_to_user_locale($user);
		$told =
			$mail === '' ||
			wp_mail(
				$mail,
				/* translators: %s: title of a page */
				sprintf(__('Unusually much on “%s”', 'throughline'), $title),
				self::letter($page, $title),
			);
		if ($switched) {
			restore_previous_locale();
		}
		return $told;
	}

	private static function letter(int $page, string $title): string {
		return Paragraphs::text([
			sprintf(
				/* translators: 1: title of a page, 2: number of pieces, 3: number of reports */
				__(
					'On “%1$s” far more happens than usual: within the last hour %2$s pieces and %3$s reports.',
					'throughline',
				),
				$title,
				number_format_i18n(self::last_hour($page, 'piece')),
				number_format_i18n(self::last_hour($page, 'report')),
			),
			__(
				'Calm mode helps: for some hours everything is read before it appears, and readers are told why. It ends by itself. Here you can switch it on, with one button:',
				'throughline',
			) .
			"\n" .
			Screens::address(CalmScreen::SLUG),
		]);
	}

	/** Deletes what is older than what is usual; once an hour. */
	public static function sweep(): void {
		Database::write(
			'DELETE FROM %i WHERE bucket < %d',
			Database::table('traffic'),
			intdiv(now(), self::BUCKET) - (self::USUAL + 1) * 24 * self::HOUR,
		);
	}
}
