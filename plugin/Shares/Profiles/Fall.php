<?php
// A proof that doesn't hold any more: the profile is what its owner says again, and they hear of it once.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\Database;
use Throughline\Moderation\Due;
use Throughline\Moderation\Notices;

defined('ABSPATH') || exit();

/** @phpstan-import-type Linked from Profiles */
final class Fall {
	/** What is due then. */
	public const NOTICE = 'profile-fell';

	/**
	 * What was proven is told to its person; a profile that never was has lost nothing.
	 *
	 * @param Linked $one
	 * @param 'handle'|'other'|'gone'|'link' $why its name changed, somebody else has that name, it is gone, or no link leads back any more
	 */
	public static function down(array $one, string $why): void {
		// The fall and its mail are written together, or neither.
		Database::transaction(static function () use ($one, $why): bool {
			$fell = Database::write(
				"UPDATE %i SET proof = 'none', proven = NULL, code = '', fell = %s, falls = falls + 1, next = NULL, missed = NULL, tries = 0 WHERE id = %d AND falls = %d",
				Database::table('profiles'),
				$why,
				$one['id'],
				$one['falls'],
			);
			if ($fell === 1 && Profiles::is_own($one)) {
				Due::add(self::NOTICE, 'profile', $one['id'], $one['falls'] + 1);
			}
			return true;
		});
	}

	/** Runs when that line of the outbox is due. */
	public static function tell(string $kind, int $id, int $fall): bool {
		$one = Profiles::get($id);
		$user = $one === null ? false : get_userdata($one['user']);
		if ($one === null || $user === false || $one['falls'] !== $fall || $one['fell'] === '') {
			return true;
		}
		return Notices::mail(
			$user->user_email,
			static fn(): array => [
				__('Please look at one of your profiles', 'throughline'),
				[
					Words::name($one),
					Words::fell($one['fell']),
					__('On your profile page you can prove it anew, or remove it:', 'throughline') .
					"\n" .
					Screen::address(),
				],
			],
		);
	}
}
