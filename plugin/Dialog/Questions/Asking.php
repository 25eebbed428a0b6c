<?php
// A comment asks a desk: from when on the desk has it, and what becomes of the question when a comment comes and goes.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Comments;
use Throughline\People\Departments;
use Throughline\People\Desks;

defined('ABSPATH') || exit();

final class Asking {
	/** Whether somebody is there to answer. */
	public static function takes(int $department): bool {
		return Departments::existing($department) > 0 &&
			[...Desks::experts($department), ...Desks::deputies($department)] !== [];
	}

	/** The comment asks this desk from now on; the desk hears of it once everybody can read it. */
	public static function put(int $comment, int $department, int $user, string $note = ''): bool {
		$asking = Comments::get($comment);
		return $asking !== null &&
			self::takes($department) &&
			Course::put([
				'comment' => $comment,
				'post' => (int) $asking->comment_post_ID,
				'department' => $department,
				'user' => $user,
				'note' => $note,
			]);
	}

	/** Whether somebody answers for a desk: as an expert, a deputy or its head. */
	public static function answers_for(int $user, int $department): bool {
		return $user > 0 &&
			in_array(
				$user,
				[
					...Desks::experts($department),
					...Desks::deputies($department),
					Desks::head($department),
				],
				true,
			);
	}
}
