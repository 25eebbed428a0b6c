<?php
// Who looks next, and when: one sentence for readers and contributors, without a name of anybody.

namespace Throughline\Moderation;

use Throughline\People\Departments;
use Throughline\People\Hours;
use function Throughline\now;

defined('ABSPATH') || exit();

final class LooksNext {
	/** '' where nobody set any hours. Stands on pages that a cache keeps, so days are told by their date. */
	public static function sentence(int $department): string {
		$next = Hours::next_look($department);
		if ($next === null) {
			return '';
		}
		$where = Departments::name($department);
		if ($next <= now()) {
			return $where === null
				? __(
					'Somebody is there at the moment and goes through everything in turn.',
					'throughline',
				)
				: sprintf(
					/* translators: %s: name of a department */
					__(
						'Somebody from %s is there at the moment and goes through everything in turn.',
						'throughline',
					),
					$where,
				);
		}
		$when = self::moment($next);
		return $where === null
			? /* translators: %s: a day and a time */
			sprintf(__('Somebody looks at it next on %s.', 'throughline'), $when)
			: sprintf(
				/* translators: 1: name of a department, 2: a day and a time */
				__('Somebody from %1$s looks at it next on %2$s.', 'throughline'),
				$where,
				$when,
			);
	}

	/** A day and a time in the site's zone, as people say it, to stand in a sentence or a line. */
	public static function moment(int $at): string {
		/* translators: a day and a time: Monday, 23 November, 9:00. See https://www.php.net/manual/datetime.format.php */
		return (string) wp_date(__('l, j F, G:i', 'throughline'), $at);
	}
}
