<?php
// What was deleted at its network leaves our site, too: when it was missing twice, a day apart, and nobody else has to decide that.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Database;
use Throughline\Moderation\Act;
use Throughline\Moderation\Decisions;
use Throughline\Shares\Fetch\Outcome;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/** @phpstan-import-type Share from Shares */
final class Gone {
	/** In the record: no person took it down. */
	public const RULE = 'gone';

	/** @param Share $share */
	public static function seen(array $share): void {
		$since = $share['gone'] === '' ? now() : (int) strtotime("{$share['gone']} UTC");
		if (now() - $since >= DAY_IN_SECONDS) {
			self::hide($share);
			return;
		}
		Shares::put($share['id'], [
			'outcome' => Outcome::GONE,
			'gone' => utc($since),
			'live' => 0,
			'tries' => 0,
			// A minute more: a clock may be a little off.
			'next' => utc($since + DAY_IN_SECONDS + MINUTE_IN_SECONDS),
		]);
		do_action('throughline_share_changed', $share['id']);
	}

	/** @param Share $share */
	private static function hide(array $share): void {
		Database::transaction(static function () use ($share): bool {
			$kind = new ShareKind();
			$kind->lock($share['id']);
			$latest = Decisions::latest(Shares::KIND, $share['id']);
			Shares::put($share['id'], [
				'outcome' => Outcome::GONE,
				'live' => 0,
				'checked' => utc(),
				'next' => null,
			]);
			return $latest['state'] !== 'published' ||
				Act::carry_out([
					'kind' => Shares::KIND,
					'id' => $share['id'],
					'act' => 'remove',
					'state' => 'removed',
					'version' => $latest['version'],
					'user' => 0,
					'rule' => self::RULE,
					'reason' => __(
						'The original isn’t on its network any more, so the card here is hidden. If you put it back there, tell us.',
						'throughline',
					),
				]);
		});
	}
}
