<?php
// Somebody's account goes: what they sent is kept, loses its name or goes with them, as they chose, and never becomes somebody else's.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Person;

defined('ABSPATH') || exit();

final class Departure {
	/** User option: kept, anonymised or removed. */
	public const OPTION = 'throughline_leaving';
	public const CHOICES = ['kept', 'anonymised', 'removed'];
	/** Who never said anything leaves their work, and no name. */
	private const DEFAULT = 'anonymised';

	/** What somebody wants to become of what they sent. */
	public static function chosen(int $user): string {
		$choice = $user > 0 ? get_user_option(self::OPTION, $user) : '';
		return is_string($choice) && in_array($choice, self::CHOICES, true)
			? $choice
			: self::DEFAULT;
	}

	public static function choose(int $user, string $choice): void {
		if (in_array($choice, self::CHOICES, true)) {
			update_user_option($user, self::OPTION, $choice);
		}
	}

	/**
	 * Before core deletes somebody, and gives their posts to another: nothing of ours is theirs any more by then.
	 * Also when they leave one site of several.
	 */
	public static function leave(int $user): void {
		self::settle($user, self::chosen($user));
		Erasure::person($user);
		Notes::erase_by($user);
		Privacy\Deciding::unname($user);
	}

	/** A network deletes somebody on all its sites. */
	public static function leave_network(int $user): void {
		/** @var list<object{userblog_id: int}> $sites */
		$sites = array_values(get_blogs_of_user($user, true));
		foreach ($sites as $site) {
			switch_to_blog($site->userblog_id);
			self::leave($user);
			restore_current_blog();
		}
	}

	/**
	 * Brings everything that somebody sent about, one piece at a time: who is killed in between begins again.
	 *
	 * @param int $most so many at once
	 * @return int how many are done
	 */
	public static function settle(int $user, string $choice, int $most = PHP_INT_MAX): int {
		$name = $choice === 'kept' ? Person::of($user)['name'] : '';
		$done = 0;
		for (; $done < $most; $done++) {
			$piece = Submissions::of($user)['pieces'][0] ?? null;
			if ($piece === null) {
				break;
			}
			Database::transaction(static function () use ($user, $piece, $choice, $name): bool {
				['kind' => $kind, 'id' => $id] = $piece;
				Kinds::get($kind)?->lock($id);
				$owner = Kinds::get($kind)?->describe([$id])[$id]['contributor'] ?? $user;
				if ($owner !== $user) {
					// Somebody gave it to another person past us.
					Submissions::release($kind, $id);
					return true;
				}
				$state = Decisions::latest($kind, $id)['state'];
				// Nobody is left to answer for what is not online and does not wait to be.
				$choice === 'removed' || !in_array($state, ['published', 'waiting'], true)
					? Erasure::piece($kind, $id)
					: Erasure::name($kind, $id, $name);
				return true;
			});
		}
		return $done;
	}
}
