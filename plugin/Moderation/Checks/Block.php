<?php
// A contributor who was blocked is refused.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Blocked;
use Throughline\Moderation\Intake;
use Throughline\Moderation\Settings;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Arrival from Intake
 * @phpstan-import-type Verdict from Intake
 */
final class Block {
	/**
	 * @param Arrival $piece
	 * @return Verdict|null
	 */
	public static function check(array $piece): ?array {
		if (!Blocked::is($piece['contributor'], $piece['mail'])) {
			return null;
		}
		$contact = Settings::get('contact')['mail'];
		return [
			'state' => 'refused',
			'code' => 'blocked',
			'sentence' =>
				$contact === ''
					? __(
						'At the moment nothing can be sent from your account. If you think that is a mistake, please write to the people who run this site.',
						'throughline',
					)
					: sprintf(
						/* translators: %s: mail address */
						__(
							'At the moment nothing can be sent from your account. If you think that is a mistake, please write to %s.',
							'throughline',
						),
						$contact,
					),
		];
	}
}
