<?php
// A colleague named by a visitor: it waits, so that nobody is praised or blamed in public before somebody has looked.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Intake;
use Throughline\Moderation\Names;
use Throughline\Moderation\Sender;

defined('ABSPATH') || exit();

/** @phpstan-import-type Arrival from Intake */
final class Colleague {
	/** @param Arrival $piece */
	public static function check(array $piece): ?string {
		return !Sender::is_colleague($piece['contributor']) &&
			Names::in("{$piece['title']}\n{$piece['text']}")
			? 'colleague'
			: null;
	}
}
