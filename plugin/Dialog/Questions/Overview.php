<?php
// What each desk has to answer, oldest first: for the people on it, and for those who moderate its department.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Comments;
use Throughline\Dialog\Writing\Text;
use Throughline\People\Capabilities;
use Throughline\People\Departments;
use Throughline\People\Desks;
use Throughline\People\Person;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

/** @phpstan-import-type Question from Questions */
final class Overview {
	private const MOST = 100;

	/** @return array{questions: list<array<string, mixed>>, desks: list<array<string, mixed>>} */
	public static function of(int $user): array {
		$own = Desks::of_user($user);
		$seen = self::seen($user, $own);
		$questions = Questions::open($seen, self::MOST);
		$steps = Steps::of(array_column($questions, 'comment'));
		$waiting = Answers::waiting(array_column($questions, 'comment'));
		_prime_comment_caches(array_column($questions, 'comment'), false);
		$list = [];
		foreach ($questions as $question) {
			$comment = Comments::get($question['comment']);
			if ($comment === null || $comment->comment_approved !== '1') {
				continue;
			}
			$list[] = self::question(
				$question,
				$comment,
				$steps[$question['comment']] ?? [],
				$user,
			) + [
				'waits' => array_map(
					static fn(int $one): string => Person::of($one)['name'],
					// What other colleagues say below it answers nothing.
					array_values(
						array_filter(
							$waiting[$question['comment']] ?? [],
							static fn(int $one): bool => Asking::answers_for(
								$one,
								$question['department'],
							),
						),
					),
				),
			];
		}
		return [
			'questions' => $list,
			'desks' => array_values(
				array_map(
					static fn(array $desk): array => [
						'id' => $desk['id'],
						'name' => $desk['name'],
						'own' => in_array($desk['id'], $own, true),
						'answers' => Desks::answers($desk['id']),
						'people' => array_map(
							static fn(int $one): array => [
								'id' => $one,
								'name' => Person::of($one)['name'],
							],
							in_array($desk['id'], $own, true)
								? array_values(
									array_diff(
										array_unique([
											...Desks::experts($desk['id']),
											...Desks::deputies($desk['id']),
											Desks::head($desk['id']),
										]),
										[0, $user],
									),
								)
								: [],
						),
					],
					array_filter(
						Departments::all(),
						static fn(array $one): bool => Asking::takes($one['id']),
					),
				),
			),
		];
	}

	/**
	 * @param list<int> $own
	 * @return list<int>
	 */
	private static function seen(int $user, array $own): array {
		$all = array_column(Departments::all(), 'id');
		return user_can($user, Capabilities::MODERATE)
			? array_values(
				array_filter(
					$all,
					static fn(int $one): bool => in_array($one, $own, true) ||
						Scope::covers($user, $one),
				),
			)
			: $own;
	}

	/**
	 * @param Question $question
	 * @param list<array{act: string, user: int, other: int, department: int, note: string, at: int}> $steps
	 * @return array<string, mixed>
	 */
	private static function question(
		array $question,
		\WP_Comment $comment,
		array $steps,
		int $user,
	): array {
		$mine = Asking::answers_for($user, $question['department']);
		return [
			'id' => $question['comment'],
			'name' => html_entity_decode($comment->comment_author, ENT_QUOTES | ENT_HTML5, 'UTF-8'),
			'text' => Text::to_plain($comment->comment_content),
			'html' => Text::html($comment->comment_content),
			'link' => Comments::link($comment),
			'page' => Comments::page_title($question['post']),
			'department' => $question['department'],
			'desk' => (string) Departments::name($question['department']),
			'asked' => gmdate('c', $question['asked']),
			'promised' => $question['promised'] > 0 ? gmdate('c', $question['promised']) : null,
			'holder' => $question['holder'] > 0 ? Person::of($question['holder'])['name'] : null,
			'isHeld' => $question['holder'] === $user,
			'mayAct' => $mine,
			'draft' => self::draft($steps, $user),
			'notes' => $mine ? self::notes($steps, $user) : [],
		];
	}

	/** @param list<array{act: string, user: int, other: int, department: int, note: string, at: int}> $steps the newest draft of this user */
	private static function draft(array $steps, int $user): string {
		$draft = '';
		foreach ($steps as $step) {
			$draft = $step['act'] === 'draft' && $step['user'] === $user ? $step['note'] : $draft;
		}
		return $draft;
	}

	/**
	 * What colleagues wrote to whoever reads this: other desks to this one, a mentor to an expert, an expert to a mentor.
	 *
	 * @param list<array{act: string, user: int, other: int, department: int, note: string, at: int}> $steps
	 * @return list<array{act: string, name: string, note: string}>
	 */
	private static function notes(array $steps, int $user): array {
		$notes = [];
		foreach ($steps as $step) {
			$open =
				$step['act'] === 'pass' ||
				(in_array($step['act'], ['draft', 'advise'], true) && $step['other'] === $user);
			if ($open && $step['note'] !== '') {
				$notes[] = [
					'act' => $step['act'],
					'name' => Person::of($step['user'])['name'],
					'note' => $step['note'],
				];
			}
		}
		return $notes;
	}
}
