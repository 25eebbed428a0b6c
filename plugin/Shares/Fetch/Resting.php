<?php
// Lets a host rest that did not answer several times, so that one that is down holds nobody up.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use function Throughline\now;

defined('ABSPATH') || exit();

/**
 * A row a host that has trouble, in one option that is only read here. Two processes that write at
 * the same moment may lose a count: the host then rests one request later.
 *
 * @phpstan-type Trouble array{failures: int, since: int, until: int}
 */
final class Resting {
	public const OPTION = 'throughline_resting_hosts';
	private const FAILURES = 3;
	/** Failures count together when they lie this close, in seconds. */
	private const WINDOW = 10 * MINUTE_IN_SECONDS;
	private const FIRST = 10 * MINUTE_IN_SECONDS;
	private const LONGEST = 6 * HOUR_IN_SECONDS;
	private const HOSTS = 50;

	/** Seconds until a host is asked again; 0 where it may be now. */
	public static function seconds(string $host): int {
		return max(0, (self::all()[$host]['until'] ?? 0) - now());
	}

	/** The host gave no answer. */
	public static function failed(string $host): void {
		$one = self::all()[$host] ?? ['failures' => 0, 'since' => now(), 'until' => 0];
		$goes_on = max($one['until'], $one['since']) > now() - self::WINDOW;
		$failures = $goes_on ? $one['failures'] + 1 : 1;
		$more = $failures - self::FAILURES;
		self::note($host, [
			'failures' => $failures,
			'since' => $goes_on ? $one['since'] : now(),
			'until' =>
				$more < 0 ? 0 : now() + min(self::LONGEST, self::FIRST * 2 ** min($more, 10)),
		]);
	}

	/** The host wants to be left alone for a while. */
	public static function asked_for(string $host, int $seconds): void {
		self::note($host, [
			'failures' => 0,
			'since' => now(),
			'until' => now() + $seconds,
		]);
	}

	public static function well(string $host): void {
		if (isset(self::all()[$host])) {
			self::note($host, null);
		}
	}

	/** @return array<string, Trouble> */
	private static function all(): array {
		/** @var array<string, Trouble> */
		return (array) get_option(self::OPTION, []);
	}

	/** @param Trouble|null $trouble */
	private static function note(string $host, ?array $trouble): void {
		$all = self::all();
		unset($all[$host]);
		if ($trouble !== null) {
			$all[$host] = $trouble;
		}
		$all = array_filter(
			$all,
			static fn(array $one): bool => max($one['until'], $one['since']) > now() - self::WINDOW,
		);
		update_option(self::OPTION, array_slice($all, -self::HOSTS, null, true), false);
	}
}
