<?php
// The page's own setting, the kind's or the site's: published at once, to be looked at afterwards or not at all.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Intake;
use Throughline\Moderation\Mode;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Arrival from Intake
 * @phpstan-import-type Verdict from Intake
 */
final class Setting {
	/**
	 * @param Arrival $piece
	 * @return Verdict|null
	 */
	public static function check(array $piece): ?array {
		$mode = Mode::of($piece['kind'], $piece['page']);
		return $mode === 'before' ? null : ['state' => 'published', 'code' => "mode_$mode"];
	}
}
