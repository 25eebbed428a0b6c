<?php
// Others can be recognised in the photos, and nobody noted that they agreed.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Intake;

defined('ABSPATH') || exit();

/** @phpstan-import-type Arrival from Intake */
final class Consent {
	/** @param Arrival $piece */
	public static function check(array $piece): ?string {
		return $piece['people'] === 'others' ? 'consent_missing' : null;
	}
}
