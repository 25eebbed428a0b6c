<?php
// Threads as lists: each root with its answer and its first replies, and the way to the others.

namespace Throughline\Dialog\View;

use Throughline\Dialog\Questions\Questions;
use Throughline\Dialog\Threads\Index;
use Throughline\Dialog\Threads\Threads;
use Throughline\People\Person;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Row from Threads
 * @phpstan-import-type Question from Questions
 */
final class Lists {
	/** Replies that stand below a root at once. */
	public const FIRST = 2;
	/** Replies that one page of a thread has. */
	public const PAGE = 50;

	/**
	 * Roots as list items, in four queries however many there are.
	 *
	 * @param list<Row> $roots
	 */
	public static function roots(array $roots, bool $open): string {
		$ids = array_column($roots, 'id');
		$questions = Questions::shown(
			array_column(
				array_filter($roots, static fn(array $row): bool => $row['question'] !== ''),
				'id',
			),
		);
		$deep = array_filter(
			$roots,
			static fn(array $row): bool => $row['replies'] > 0 || $row['question'] !== '',
		);
		$below = Threads::replies(array_column($deep, 'id'), self::FIRST);
		$html = '';
		$parts = [];
		foreach ($roots as $root) {
			$parts[] = self::prepared($root, $below[$root['id']] ?? [], $questions);
		}
		self::prime(array_merge($roots, ...array_column($parts, 'replies')));
		foreach ($parts as $part) {
			$html .= self::thread($part, $open);
		}
		return $html;
	}

	/**
	 * One thread from a cursor on, or around one comment: the root, the page of replies, and what follows.
	 *
	 * @param Row $root
	 * @param array{more: string, comment: int, ...} $asked
	 * @return array{html: string, after: string|null}
	 */
	public static function whole(array $root, array $asked, bool $open): array {
		$page = Threads::more($root['id'], self::PAGE, $asked['more']);
		$target = $asked['comment'];
		if (
			$target > 0 &&
			$target !== $root['id'] &&
			!in_array($target, array_column($page['rows'], 'id'), true)
		) {
			$page = self::around($root, $target);
		}
		$questions = Questions::shown([$root['id'], ...array_column($page['rows'], 'id')]);
		$part = self::prepared($root, $page['rows'], $questions);
		self::prime([$root, ...$part['replies']]);
		return [
			'html' => self::thread(['after' => $page['after'], 'target' => $target] + $part, $open),
			'after' => $page['after'],
		];
	}

	/**
	 * The replies that follow in one thread, as list items.
	 *
	 * @return array{html: string, after: string|null, count: int}
	 */
	public static function replies(int $root, string $after, bool $open): array {
		$page = Threads::more($root, self::PAGE, $after);
		$questions = self::questions($page['rows']);
		self::prime($page['rows']);
		$names = self::names($page['rows']);
		$html = '';
		foreach ($page['rows'] as $row) {
			$html .= self::reply($row, $root, [$questions, $names, 0, $open]);
		}
		return ['html' => $html, 'after' => $page['after'], 'count' => count($page['rows'])];
	}

	/**
	 * What leads to a comment, itself, and what follows it.
	 *
	 * @param Row $root
	 * @return array{rows: list<Row>, after: string|null}
	 */
	private static function around(array $root, int $target): array {
		$line = [];
		for ($id = $target; $id !== $root['id'] && count($line) < 10; $id = $row['parent']) {
			$row = Threads::some([$id])[$id] ?? null;
			if ($row === null || $row['root'] !== $root['id']) {
				break;
			}
			array_unshift($line, $row);
		}
		$last = end($line);
		if ($last === false) {
			return Threads::more($root['id'], self::PAGE, '');
		}
		$after = Threads::more($root['id'], self::FIRST, Threads::after($last));
		return ['rows' => [...$line, ...$after['rows']], 'after' => $after['after']];
	}

	/**
	 * A root with its replies, the answer first though it may have come late.
	 *
	 * @param Row $root
	 * @param list<Row> $replies
	 * @param array<int, Question> $questions
	 * @return array{root: Row, replies: list<Row>, questions: array<int, Question>, after: string|null, target: int}
	 */
	private static function prepared(array $root, array $replies, array $questions): array {
		$questions += self::questions($replies);
		$last = end($replies);
		$after =
			$last !== false && $root['replies'] > count($replies) ? Threads::after($last) : null;
		foreach ($questions as $question) {
			$answer = $question['answer'];
			$own =
				$question['comment'] === $root['id'] ||
				in_array($question['comment'], array_column($replies, 'id'), true);
			if ($answer === 0 || !$own) {
				continue;
			}
			$place = array_search($answer, array_column($replies, 'id'), true);
			$row = $place === false ? Threads::some([$answer])[$answer] ?? null : $replies[$place];
			if ($row === null || !$row['public']) {
				continue;
			}
			if ($question['comment'] === $root['id']) {
				$replies = array_values(
					array_filter($replies, static fn(array $one): bool => $one['id'] !== $answer),
				);
				array_unshift($replies, $row);
			}
		}
		return [
			'root' => $root,
			'replies' => $replies,
			'questions' => $questions,
			'after' => $after,
			'target' => 0,
		];
	}

	/** @param array{root: Row, replies: list<Row>, questions: array<int, Question>, after: string|null, target: int} $part */
	private static function thread(array $part, bool $open): string {
		['root' => $root, 'replies' => $replies, 'questions' => $questions] = $part;
		$names = self::names([$root, ...$replies]);
		$html = '';
		foreach ($replies as $row) {
			$html .= self::reply($row, $root['id'], [$questions, $names, $part['target'], $open]);
		}
		$left = $root['replies'] - count($replies);
		$more =
			$part['after'] === null || $left < 1
				? ''
				: sprintf(
					'<p class="throughline-comment__more"><a data-act="more" data-root="%d" data-after="%s" href="%s" rel="nofollow">%s</a></p>',
					$root['id'],
					esc_attr($part['after']),
					esc_url(
						Request::address(
							$root['post'],
							[Request::THREAD => $root['id'], Request::MORE => $part['after']],
							"comment-{$root['id']}",
						),
					),
					esc_html(self::left($left, $root['replies'])),
				);
		return Comment::html($root, [
			'question' => $questions[$root['id']] ?? null,
			'open' => $open,
			'target' => $part['target'] === $root['id'],
			'below' =>
				$html === '' ? '' : "<ol class=\"throughline-comment__replies\">$html</ol>$more",
		]);
	}

	private static function left(int $left, int $replies): string {
		return $replies >= Index::MOST
			? __('More replies', 'throughline')
			: sprintf(
				/* translators: %s: number of replies */
				_n('%s more reply', '%s more replies', $left, 'throughline'),
				number_format_i18n($left),
			);
	}

	/**
	 * @param Row $row
	 * @param array{array<int, Question>, array<int, string>, int, bool} $known questions, names, the comment that was asked for, whether it is open
	 */
	private static function reply(array $row, int $root, array $known): string {
		[$questions, $names, $target, $open] = $known;
		$answers = null;
		foreach ($questions as $question) {
			$answers = $question['answer'] === $row['id'] ? $question : $answers;
		}
		return Comment::html($row, [
			'question' => $questions[$row['id']] ?? null,
			'answers' => $answers,
			'to' =>
				$row['parent'] !== $root && $answers === null ? $names[$row['parent']] ?? '' : '',
			'target' => $target === $row['id'],
			'open' => $open,
		]);
	}

	/**
	 * @param list<Row> $rows
	 * @return array<int, Question> asked only where the index knows of one
	 */
	private static function questions(array $rows): array {
		return Questions::shown(
			array_column(
				array_filter($rows, static fn(array $row): bool => $row['question'] !== ''),
				'id',
			),
		);
	}

	/**
	 * @param list<Row> $rows
	 * @return array<int, string>
	 */
	private static function names(array $rows): array {
		$names = [];
		foreach ($rows as $row) {
			$names[$row['id']] = $row['public'] ? Comment::name($row) : '';
		}
		return $names;
	}

	/** @param list<Row> $rows */
	private static function prime(array $rows): void {
		Person::prime(
			array_map(static fn(array $row): int => (int) $row['comment']->user_id, $rows),
		);
	}
}
