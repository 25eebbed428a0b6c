<?php
// What search engines are told of a conversation: a question with its answer where something was answered, else a discussion.

namespace Throughline\Dialog\View;

use Throughline\Dialog\Comments;
use Throughline\Dialog\Questions\Questions;
use Throughline\Dialog\Settings;
use Throughline\Dialog\Threads\Threads;
use Throughline\Dialog\Writing\Text;

defined('ABSPATH') || exit();

/** @phpstan-import-type Row from Threads */
final class StructuredData {
	/**
	 * @param list<Row> $roots the first page
	 */
	public static function html(int $post, array $roots): string {
		$shown = array_filter($roots, static fn(array $row): bool => $row['public']);
		if ($shown === [] || !Settings::is_public($post)) {
			return '';
		}
		$data = self::questions($shown);
		$graph = $data === [] ? self::discussion($post, $shown) : $data;
		// Nothing in it ends the element that it stands in.
		return '<script type="application/ld+json">' .
			wp_json_encode(
				['@context' => 'https://schema.org'] + $graph,
				JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE,
			) .
			'</script>';
	}

	/**
	 * @param array<Row> $roots
	 * @return array<string, mixed>
	 */
	private static function questions(array $roots): array {
		$asked = array_column(
			array_filter($roots, static fn(array $row): bool => $row['question'] === 'answered'),
			null,
			'id',
		);
		$questions = array_filter(
			Questions::shown(array_keys($asked)),
			static fn(array $question): bool => $question['answer'] > 0,
		);
		$answers = Threads::some(array_column($questions, 'answer'));
		$list = [];
		foreach ($questions as $id => $question) {
			$answer = $answers[$question['answer']] ?? null;
			if ($answer === null || !$answer['public']) {
				continue;
			}
			$list[] =
				[
					'@type' => 'Question',
					'name' => Comments::shorten(self::line($asked[$id]), 150),
					'answerCount' => 1,
					'acceptedAnswer' => self::words('Answer', $answer),
				] + self::words('Question', $asked[$id]);
		}
		return match (count($list)) {
			0 => [],
			1 => ['@type' => 'QAPage', 'mainEntity' => $list[0]],
			default => ['@type' => 'QAPage', 'mainEntity' => $list],
		};
	}

	/**
	 * @param array<Row> $roots
	 * @return array<string, mixed>
	 */
	private static function discussion(int $post, array $roots): array {
		return [
			'@type' => 'DiscussionForumPosting',
			'url' => (string) get_permalink($post),
			'headline' => Comments::page_title($post),
			'text' => Comments::page_title($post),
			'datePublished' => (string) get_post_time('c', true, $post),
			'author' => [
				'@type' => 'Organization',
				'name' => html_entity_decode(get_bloginfo('name'), ENT_QUOTES),
			],
			'comment' => array_values(
				array_map(static fn(array $row): array => self::words('Comment', $row), $roots),
			),
		];
	}

	/**
	 * @param Row $row
	 * @return array<string, mixed>
	 */
	private static function words(string $type, array $row): array {
		return [
			'@type' => $type,
			'text' => Text::to_plain($row['comment']->comment_content),
			'url' => Comments::link($row['comment']),
			'datePublished' => gmdate('c', (int) strtotime("{$row['created']} UTC")),
			'author' => ['@type' => 'Person', 'name' => Comment::name($row)],
		];
	}

	/** @param Row $row */
	private static function line(array $row): string {
		return trim(
			(string) preg_replace('/\s+/u', ' ', Text::to_plain($row['comment']->comment_content)),
		);
	}
}
