<?php
// What visitors write waits, while the works agreement says so.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Intake;
use Throughline\Moderation\Sender;
use Throughline\Moderation\WorksAgreement;

defined('ABSPATH') || exit();

/** @phpstan-import-type Arrival from Intake */
final class Visitor {
	/** @param Arrival $piece */
	public static function check(array $piece): ?string {
		return !Sender::is_colleague($piece['contributor']) &&
			WorksAgreement::on(WorksAgreement::VISITORS_WAIT)
			? 'visitor'
			: null;
	}
}
