<?php
// Looks shares up at their networks, one after the other, in the background: never while a page renders, never within the request that sent them.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Database;
use Throughline\Shares\Fetch\Found;
use Throughline\Shares\Fetch\Outcome;
use Throughline\Shares\Fetch\Post;
use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Networks;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Share from Shares
 * @phpstan-import-type FoundPost from Found
 */
final class Look {
	public const EVENT = 'throughline_look';
	/** Published posts are looked at again this often. */
	public const AGAIN = 7 * DAY_IN_SECONDS;

	public static function drain(): void {
		Turns::drain(
			['table' => 'shares', 'key' => 'post_id', 'event' => self::EVENT, 'batch' => 10],
			static fn(array $row) => self::up(Shares::from_row($row)),
		);
	}

	/** @param Share $share */
	private static function up(array $share): void {
		$address = Address::parse($share['address']);
		if ($address === null || Shares::post($share['id']) === null) {
			Shares::put($share['id'], ['next' => null]);
			return;
		}
		$found = Post::fetch($address);
		$is_first = $share['checked'] === '';
		match ($found['outcome']) {
			Outcome::FINE => $is_first ? Fill::first($share, $found) : Fill::again($share, $found),
			Outcome::GONE => Gone::seen($share),
			// It is there, though not for us: our card stays, and nobody is sent to a closed door.
			Outcome::FORBIDDEN, Outcome::UNREADABLE => self::note($share, $found['outcome'], [
				'live' => 0,
				'gone' => null,
			]),
			default => Shares::put($share['id'], [
				'outcome' => $found['outcome'],
				'next' => utc(now() + self::wait($share['tries'], $found['retry'])),
			]),
		};
	}

	/**
	 * Keeps what came of a look-up, and when the next one is.
	 *
	 * @param Share $share
	 * @param array<string, string|int|null> $columns
	 */
	public static function note(array $share, string $outcome, array $columns = []): void {
		Shares::put($share['id'], [
			...$columns,
			'outcome' => $outcome,
			'checked' => utc(),
			'tries' => 0,
			'next' => self::is_asked($share['network']) ? utc(now() + self::AGAIN) : null,
		]);
		/** Tells that something about a share may be other than before. */
		do_action('throughline_share_changed', $share['id']);
		Database::after_commit(static fn() => clean_post_cache($share['id']));
	}

	/** What networks tell nobody, nobody asks them every week. */
	public static function is_asked(string $network): bool {
		return (Networks::get($network)['class'] ?? 'written') !== 'written';
	}

	/** A share that comes back is looked at; one that went is left alone. */
	public static function follow_status(string $new, string $old, \WP_Post $post): void {
		if ($post->post_type !== Shares::TYPE || $new === $old || $old === 'new') {
			return;
		}
		$share = Shares::get($post->ID);
		if ($share === null || $share['checked'] === '') {
			return;
		}
		Shares::put($share['id'], [
			'next' =>
				$new !== 'draft' && self::is_asked($share['network'])
					? utc(now() + self::AGAIN)
					: null,
		]);
	}

	/** Longer each time, so that a host that is down for a day is asked some ten times. */
	private static function wait(int $tries, int $retry): int {
		return min(self::AGAIN, max($retry, MINUTE_IN_SECONDS * 5 * 2 ** min($tries, 11)));
	}
}
