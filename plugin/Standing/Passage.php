<?php
// What standing opens on the way in: trusted people's pieces appear at once, known people's when nobody objects in time.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Moderation\Calm;
use Throughline\Moderation\Intake;
use Throughline\Moderation\Mode;
use Throughline\Moderation\Sender;
use Throughline\People\Hours;

use function Throughline\now;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Arrival from Intake
 * @phpstan-import-type Verdict from Intake
 * @phpstan-import-type Check from Intake
 */
final class Passage {
	/** The reason with which a piece appeared at once. */
	public const TRUSTED = 'trusted';
	/** Reasons that say nothing about the piece itself. */
	private const SAY_NOTHING = ['default', self::TRUSTED, Veto::REASON, 'mode_after', 'mode_off'];

	/**
	 * @param array<string, Check> $checks
	 * @return array<string, Check>
	 */
	public static function add(array $checks): array {
		return Intake::before($checks, 'setting', 'standing', [self::class, 'check']);
	}

	/**
	 * @param Arrival $piece
	 * @param list<string> $held why it waits already
	 * @return Verdict|null
	 */
	public static function check(array $piece, array $held): ?array {
		if (
			$held !== [] ||
			!Sender::is_colleague($piece['contributor']) ||
			self::is_read_first($piece['page']) ||
			Mode::of($piece['kind'], $piece['page']) !== 'before'
		) {
			return null;
		}
		$hours = Rules::all()['veto'];
		$level = Standing::of($piece['contributor'], $piece['department'], $piece['kind']);
		return match (true) {
			in_array($level, [Ladder::TRUSTED, Ladder::PEER], true) => [
				'state' => 'published',
				'code' => self::TRUSTED,
			],
			$level === Ladder::KNOWN && $hours > 0 => [
				'state' => 'waiting',
				'code' =>
					Veto::REASON .
					':' .
					Hours::add($piece['department'], now(), $hours * HOUR_IN_SECONDS),
			],
			default => null,
		};
	}

	/** Where a page itself, or calm mode, says that somebody looks first, that holds for everybody. */
	public static function is_read_first(int $page): bool {
		return Mode::of_page($page) === 'before' || Calm::of($page) !== null;
	}

	/**
	 * Whether these reasons leave a piece to the standing of its contributor.
	 *
	 * @param list<string> $reasons
	 */
	public static function is_free(array $reasons): bool {
		$names = array_map(
			static fn(string $reason): string => explode(':', $reason, 2)[0],
			$reasons,
		);
		return $names !== [] && array_diff($names, self::SAY_NOTHING) === [];
	}
}
