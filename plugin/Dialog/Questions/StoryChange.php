<?php
// What the company changed because of a story: shown on the story's page.

namespace Throughline\Dialog\Questions;

use Throughline\People\Capabilities;
use Throughline\People\Scope;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

final class StoryChange {
	/** Post meta of a story: sentence, date and link. */
	public const META = '_throughline_changed';

	/** Whoever answers for the story's desk, or moderates there. */
	public static function may_write(int $user, int $story): bool {
		if (Stories::get($story) === null || get_post_status($story) !== 'publish') {
			return false;
		}
		$department = Stories::department($story);
		return Asking::answers_for($user, $department) ||
			(user_can($user, Capabilities::MODERATE) && Scope::covers($user, $department));
	}

	/** @param array{sentence: string, date: string, link: string} $changed */
	public static function write(int $story, array $changed): void {
		update_post_meta($story, self::META, wp_slash($changed));
	}

	/** Below a story's text. */
	public static function below(string $html, int $story): string {
		$changed = get_post_meta($story, self::META, true);
		return is_array($changed) &&
			is_string($changed['sentence'] ?? null) &&
			is_string($changed['date'] ?? null) &&
			is_string($changed['link'] ?? null)
			? $html .
					View::change([
						'changed' => $changed['sentence'],
						'changed_on' => $changed['date'],
						'changed_link' => $changed['link'],
					])
			: $html;
	}
}
