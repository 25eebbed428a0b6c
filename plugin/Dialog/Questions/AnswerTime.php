<?php
// How long answers take, in a sentence: of desks of five or more people only, never of a person. Smaller desks say what they promise.

namespace Throughline\Dialog\Questions;

use Throughline\People\Desks;

defined('ABSPATH') || exit();

final class AnswerTime {
	/** Below that a figure would speak of single people. */
	private const PEOPLE = 5;
	private const ANSWERS = 20;

	/** '' where there is nothing to say. */
	public static function sentence(int $department): string {
		$people = array_unique([...Desks::experts($department), ...Desks::deputies($department)]);
		$times = count($people) < self::PEOPLE ? [] : Questions::times($department, self::ANSWERS);
		if (count($times) < self::PEOPLE) {
			return Desks::promise($department);
		}
		sort($times);
		$middle = $times[intdiv(count($times), 2)];
		return sprintf(
			/* translators: %s: a time, e.g. 3 hours */
			__('Half of all questions are answered within %s.', 'throughline'),
			human_time_diff(0, max(HOUR_IN_SECONDS, $middle)),
		);
	}
}
