<?php
// What a dialog shows of a question and its answer: whom it asks, who answered in which role, and what was changed because of it.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\View\Comment;
use Throughline\Moderation\LooksNext;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/** @phpstan-import-type Question from Questions */
final class View {
	/**
	 * Beside the name of whoever asks.
	 *
	 * @param Question $question
	 */
	public static function asks(array $question): string {
		$desk = Departments::name($question['department']);
		return $desk === null
			? __('Question', 'throughline')
			: sprintf(
				/* translators: %s: name of a department */
				__('Question to %s', 'throughline'),
				$desk,
			);
	}

	/**
	 * Above the answer.
	 *
	 * @param Question $question
	 */
	public static function head(array $question): string {
		$desk = Departments::name($question['answered_by']);
		return '<p class="throughline-comment__head">' .
			self::text(
				$desk === null
					? __('Answered', 'throughline')
					: sprintf(
						/* translators: %s: name of a department */
						__('Answered by %s', 'throughline'),
						$desk,
					),
			) .
			'</p>';
	}

	/**
	 * Role and department of whoever answered, as they were then.
	 *
	 * @param Question $question
	 */
	public static function place(array $question): string {
		return implode(
			', ',
			array_filter(
				[$question['role'], (string) Departments::name($question['answered_by'])],
				static fn(string $part): bool => $part !== '',
			),
		);
	}

	/**
	 * Below an open question: what happens next; below one that was closed: what was changed.
	 *
	 * @param Question $question
	 */
	public static function below(array $question): string {
		if ($question['state'] !== 'open') {
			// Of an answered one it stands below the answer.
			return $question['answer'] > 0 ? '' : self::changed($question);
		}
		$desk = Departments::name($question['department']);
		if ($desk === null) {
			return '';
		}
		$when =
			$question['promised'] > 0
				? sprintf(
					/* translators: 1: name of a department, 2: a day and a time */
					__('%1$s answers by %2$s.', 'throughline'),
					$desk,
					LooksNext::moment($question['promised']),
				)
				: LooksNext::sentence($question['department']);
		return $when === ''
			? ''
			: '<p class="throughline-comment__next">' . self::text($when) . '</p>';
	}

	/** @param Question $question */
	public static function changed(array $question): string {
		return $question['changed'] === '' ? '' : self::change($question);
	}

	/**
	 * A sentence, a day, and where to read more.
	 *
	 * @param array{changed: string, changed_on: string, changed_link: string, ...} $question
	 */
	public static function change(array $question): string {
		$time = strtotime("{$question['changed_on']} UTC");
		return sprintf(
			'<p class="throughline-comment__changed"><b>%s</b> %s%s%s</p>',
			esc_html__('What we changed:', 'throughline'),
			self::text($question['changed']),
			$time === false
				? ''
				: ' <time datetime="' .
					esc_attr($question['changed_on']) .
					'">(' .
					/* translators: a short date, as PHP's date() writes it: Nov 21, 2026 */
					esc_html(
						(string) wp_date(
							_x('M j, Y', 'short date', 'throughline'),
							$time,
							new \DateTimeZone('UTC'),
						),
					) .
					')</time>',
			$question['changed_link'] === ''
				? ''
				: sprintf(
					' <a href="%s">%s</a>',
					esc_url($question['changed_link'], ['http', 'https']),
					esc_html__('Read more', 'throughline'),
				),
		);
	}

	/**
	 * What the asker can say to an answer: by a page that asks who they are, so it may stand in cached pages.
	 *
	 * @param Question|null $question
	 * @return list<string>
	 */
	public static function acts(?array $question): array {
		return $question === null || $question['state'] === 'open'
			? []
			: [
				...$question['helped']
					? [
						'<span class="throughline-comment__helped">' .
						esc_html__('This helped.', 'throughline') .
						'</span>',
					]
					: [
						sprintf(
							'<a data-act="helped" href="%s" rel="nofollow">%s</a>',
							esc_url(Page::address('helped', $question['comment'])),
							esc_html__('That helped', 'throughline'),
						),
					],
			];
	}

	private static function text(string $words): string {
		return str_replace('[', '&#91;', esc_html($words));
	}
}
