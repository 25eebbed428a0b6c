<?php
// Too many pieces in too short a time. An office behind one address goes on, and colleagues talk as fast as they like.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Intake;
use Throughline\Moderation\Pace;
use Throughline\Moderation\Sender;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Arrival from Intake
 * @phpstan-import-type Verdict from Intake
 */
final class Flood {
	private const ACCOUNT = ['burst' => 5, 'every' => MINUTE_IN_SECONDS];
	/** Twenty people may share one. */
	private const ADDRESS = ['burst' => 20, 'every' => 15];
	/** A phone that was offline for a week sends all it has kept. */
	private const COLLEAGUE = ['burst' => 60, 'every' => MINUTE_IN_SECONDS];

	/**
	 * @param Arrival $piece
	 * @return Verdict|null
	 */
	public static function check(array $piece): ?array {
		$sender = Sender::of($piece);
		$colleague = Sender::is_colleague($piece['contributor']);
		if ($sender === '' || ($colleague && $piece['kind'] === 'comment')) {
			return null;
		}
		$pace = match (true) {
			$colleague => self::COLLEAGUE,
			$piece['contributor'] > 0 => self::ACCOUNT,
			default => self::ADDRESS,
		};
		return Pace::take($piece['kind'], $sender, $pace)
			? null
			: [
				'state' => 'refused',
				'code' => 'flood',
				'sentence' => __(
					'That was a lot at once. Please wait a minute and send it again; it is all still here.',
					'throughline',
				),
			];
	}
}
