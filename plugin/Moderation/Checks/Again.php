<?php
// The same text again: a second time from one sender it is refused, from somebody else it waits.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Fold;
use Throughline\Moderation\Intake;
use Throughline\Moderation\Pace;
use Throughline\Moderation\Sender;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Arrival from Intake
 * @phpstan-import-type Verdict from Intake
 */
final class Again {
	/** "Congratulations!" and "Thank you so much" may be said by everybody, and often. */
	private const SHORT = 40;
	private const ONCE = ['burst' => 1, 'every' => Pace::LONGEST];

	/**
	 * @param Arrival $piece
	 * @return Verdict|string|null
	 */
	public static function check(array $piece): array|string|null {
		$words = Fold::words($piece['text']);
		if (mb_strlen($words) < self::SHORT) {
			return null;
		}
		$text = hash('sha256', $words);
		$sender = Sender::of($piece);
		if ($sender !== '' && !Pace::take('text', "$sender $text", self::ONCE)) {
			return [
				'state' => 'refused',
				'code' => 'again',
				'sentence' => __(
					'You have sent this text already, within the last day. It arrived, there is no need to send it again.',
					'throughline',
				),
			];
		}
		return Pace::take('text', $text, self::ONCE) ? null : 'same_text';
	}
}
