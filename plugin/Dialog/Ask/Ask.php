<?php
// The block `ask`: the people in charge with their faces and their promise, and a question to them, which stands in the dialog of a page.

declare(strict_types=1);

namespace Throughline\Dialog\Ask;

use Throughline\Dialog\Comments;
use Throughline\Dialog\Questions\AnswerTime;
use Throughline\Dialog\Settings;
use Throughline\Dialog\Writing\Form;
use Throughline\People\Departments;
use Throughline\People\Desks;
use Throughline\People\Listing;

defined('ABSPATH') || exit();

final class Ask {
	private const LEVELS = [2, 3, 4];

	/**
	 * Nothing at all where nobody would answer, or nobody could ask.
	 *
	 * @param array<string, mixed> $attributes
	 */
	public static function render(array $attributes, int $here): string {
		$of = static fn(string $name): int => is_int($attributes[$name] ?? null)
			? $attributes[$name]
			: 0;
		$department = Departments::existing($of('department'));
		$people = is_feed() || is_embed() ? [] : Listing::people($department, 'experts');
		$page = self::page($of('page'), $here);
		if ($people === [] || $page === 0) {
			return '';
		}
		$level = in_array($of('level'), self::LEVELS, true) ? $of('level') : 3;
		$id = wp_unique_prefixed_id('throughline-ask-');
		return sprintf(
			'<section %1$s><h%2$d id="%3$s">%4$s</h%2$d>%5$s%6$s%7$s%8$s</section>',
			get_block_wrapper_attributes(['class' => 'throughline-ask', 'aria-labelledby' => $id]),
			$level,
			esc_attr($id),
			self::text(
				sprintf(
					/* translators: %s: a department’s name */
					__('Ask %s', 'throughline'),
					(string) Departments::name($department),
				),
			),
			Listing::list($people),
			self::promise($department),
			self::form($page, $department),
			self::place($page, $here),
		);
	}

	/** Where the question will stand; 0 where nobody can write there. */
	private static function page(int $chosen, int $here): int {
		// In the editor a page is a draft at first.
		$drafts = wp_is_serving_rest_request() && current_user_can('edit_posts');
		foreach ([$chosen, $here] as $page) {
			if (
				$page > 0 &&
				Settings::takes($page, Settings::of($page)) &&
				($drafts || Settings::is_public($page))
			) {
				return $page;
			}
		}
		return 0;
	}

	/** What the desk says of itself: how long answers take, and what it answers without asking anybody. */
	private static function promise(int $department): string {
		$time = AnswerTime::sentence($department);
		$answers = Desks::answers($department);
		return ($time === ''
			? ''
			: '<p class="throughline-ask__promise">' . self::text($time) . '</p>') .
			($answers === ''
				? ''
				: sprintf(
					'<p class="throughline-ask__answers">%s<br>%s</p>',
					esc_html__('We answer without asking anybody:', 'throughline'),
					nl2br(self::text($answers)),
				));
	}

	/** The form of that page's dialog, bound to this desk. */
	private static function form(int $page, int $department): string {
		return Form::html($page, ['desk' => $department] + Settings::of($page), true);
	}

	/** Where question and answer are read. */
	private static function place(int $page, int $here): string {
		$title = self::text(Comments::page_title($page));
		return '<p class="throughline-ask__place">' .
			($page === $here
				? sprintf(
					/* translators: %s: a link, “the conversation on this page” */
					esc_html__('Question and answer stand in %s.', 'throughline'),
					sprintf(
						'<a href="%s">%s</a>',
						esc_url(get_permalink($page) . '#comments'),
						esc_html__('the conversation on this page', 'throughline'),
					),
				)
				: sprintf(
					/* translators: %s: a link with a page’s title */
					esc_html__(
						'Question and answer stand in the conversation on %s.',
						'throughline',
					),
					sprintf(
						'<a href="%s">%s</a>',
						esc_url(get_permalink($page) . '#comments'),
						$title,
					),
				)) .
			'</p>';
	}

	/** In a page's content WordPress would run a shortcode that somebody took for a name. */
	private static function text(string $words): string {
		return str_replace('[', '&#91;', esc_html($words));
	}
}
