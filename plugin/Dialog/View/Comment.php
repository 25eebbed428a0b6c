<?php
// One comment as visitors see it: who, when, what, and what can be done. Carries nothing personal: a cache may keep it.

namespace Throughline\Dialog\View;

use Throughline\Dialog\Comments;
use Throughline\Dialog\Questions\Questions;
use Throughline\Dialog\Questions\View as QuestionView;
use Throughline\Dialog\Threads\Threads;
use Throughline\Dialog\Writing\Text;
use Throughline\Moderation\ReportPage;
use Throughline\People\Person;
use Throughline\People\Portrait;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Row from Threads
 * @phpstan-import-type Question from Questions
 * @phpstan-type Around array{
 *     question?: Question|null, answers?: Question|null, to?: string, open?: bool, target?: bool, level?: int, below?: string, waiting?: string
 * }
 * `question` is what it asks, `answers` what it answers; `to` whom it replies to where that isn't plain; `open` whether
 * anybody may reply; `below` the HTML of its replies; `waiting` what its own writer is told, and what they may do.
 */
final class Comment {
	/**
	 * A list item.
	 *
	 * @param Row $row
	 * @param Around $around
	 */
	public static function html(array $row, array $around = []): string {
		$id = $row['id'];
		$answers = $around['answers'] ?? null;
		$classes = [
			'throughline-comment',
			...$answers !== null ? ['is-answer'] : [],
			...$around['target'] ?? false ? ['is-target'] : [],
		];
		return sprintf(
			'<li id="comment-%1$d" class="%2$s">%3$s%4$s</li>',
			$id,
			esc_attr(implode(' ', $classes)),
			$row['public'] || isset($around['waiting'])
				? self::article($row, $around)
				: '<p class="throughline-comment__gone">' .
					esc_html__('This comment isn’t here any more.', 'throughline') .
					'</p>',
			$around['below'] ?? '',
		);
	}

	/**
	 * @param Row $row
	 * @param Around $around
	 */
	private static function article(array $row, array $around): string {
		$question = $around['question'] ?? null;
		$answers = $around['answers'] ?? null;
		return sprintf(
			'<article>%s<header class="throughline-by">%s<b class="throughline-by__name">%s</b><span class="throughline-by__where">%s</span></header>%s<div class="throughline-comment__text">%s</div>%s%s</article>',
			$answers === null ? '' : QuestionView::head($answers),
			Portrait::html(self::face($row), 'throughline-by__face'),
			self::text(self::name($row)),
			self::where($row, $question, $answers),
			($around['to'] ?? '') === ''
				? ''
				: '<p class="throughline-comment__to">' .
					sprintf(
						/* translators: %s: somebody's name */
						esc_html__('In reply to %s', 'throughline'),
						self::text($around['to']),
					) .
					'</p>',
			Text::html($row['comment']->comment_content),
			$answers === null
				? ($question === null
					? ''
					: QuestionView::below($question))
				: QuestionView::changed($answers),
			self::acts($row, $around),
		);
	}

	/**
	 * @param Row $row
	 * @param Question|null $question
	 * @param Question|null $answers
	 */
	private static function where(array $row, ?array $question, ?array $answers): string {
		$time = (int) strtotime("{$row['created']} UTC");
		$parts = [
			$answers === null ? '' : self::text(QuestionView::place($answers)),
			$question === null ? '' : self::text(QuestionView::asks($question)),
			sprintf(
				'<a href="%s"><time datetime="%s">%s</time></a>',
				esc_url(wp_make_link_relative(Comments::link($row['comment']))),
				esc_attr(gmdate('Y-m-d\TH:i\Z', $time)),
				esc_html(self::moment($time)),
			),
		];
		return implode(
			'&nbsp;· ',
			array_filter($parts, static fn(string $part): bool => $part !== ''),
		);
	}

	/** The day itself, so that it stays true in a cached page. */
	public static function moment(int $time): string {
		/* translators: a day and a time, as PHP's date() writes them: Nov 21, 2026, 16:10 */
		return (string) wp_date(_x('M j, Y, G:i', 'short date and time', 'throughline'), $time);
	}

	/**
	 * @param Row $row
	 * @param Around $around
	 */
	private static function acts(array $row, array $around): string {
		if (isset($around['waiting'])) {
			return $around['waiting'];
		}
		$id = $row['id'];
		$acts = [
			...$around['open'] ?? false
				? [
					sprintf(
						'<a data-act="reply" href="%s" rel="nofollow">%s</a>',
						esc_url(
							wp_make_link_relative(
								add_query_arg(
									Request::REPLY,
									(string) $id,
									(string) get_permalink($row['post']),
								),
							) . '#respond',
						),
						esc_html__('Reply', 'throughline'),
					),
				]
				: [],
			...($around['answers'] ?? null) !== null ? QuestionView::acts($around['answers']) : [],
			ReportPage::link(Comments::KIND, $id),
		];
		return '<p class="throughline-comment__acts">' . implode(' ', $acts) . '</p>';
	}

	/**
	 * What its writer is called, today where there is an account.
	 *
	 * @param Row $row
	 */
	public static function name(array $row): string {
		if (!$row['public'] && $row['name'] === null && $row['comment']->comment_author === '') {
			return '';
		}
		$name = html_entity_decode(
			$row['name'] ?? $row['comment']->comment_author,
			ENT_QUOTES | ENT_HTML5,
			'UTF-8',
		);
		return trim($name) === '' ? __('Somebody without a name', 'throughline') : $name;
	}

	/**
	 * @param Row $row
	 * @return array{name: string, initials: string, hue: int, picture: string|null}
	 */
	private static function face(array $row): array {
		return Person::named(self::name($row)) + [
			'picture' => Person::picture((int) $row['comment']->user_id),
		];
	}

	/** In a page's content WordPress would run a shortcode that somebody took for a name. */
	private static function text(string $words): string {
		return str_replace('[', '&#91;', esc_html($words));
	}
}
