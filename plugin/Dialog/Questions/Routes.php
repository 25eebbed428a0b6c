<?php
// The routes of those who answer: their desk's open questions, and what they do with one; and of moderators, who put a comment before a desk.

namespace Throughline\Dialog\Questions;

use Throughline\Contract;
use Throughline\Dialog\Comments;
use Throughline\Moderation\Desk;
use Throughline\People\Capabilities;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		$answers = static fn(): bool => current_user_can(Capabilities::ANSWER) ||
			current_user_can(Capabilities::MODERATE);
		Contract::route('/questions', [
			'methods' => 'GET',
			'permission' => $answers,
			'callback' => [self::class, 'questions'],
		]);
		Contract::route('/questions', [
			'methods' => 'POST',
			'permission' => [self::class, 'may_route'],
			'accepts' => 'new-question',
			'callback' => [self::class, 'put'],
		]);
		Contract::route('/questions/(?P<id>\d{1,18})', [
			'methods' => 'POST',
			'permission' => [self::class, 'may_act'],
			'accepts' => 'question-act',
			'callback' => [self::class, 'act'],
		]);
		Contract::route('/changes', [
			'methods' => 'POST',
			'permission' => [self::class, 'may_change'],
			'accepts' => 'new-change',
			'callback' => [self::class, 'change'],
		]);
	}

	/** @return array<string, mixed> */
	public static function questions(): array {
		return Overview::of(get_current_user_id());
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_route(\WP_REST_Request $request): bool|\WP_Error {
		$comment = Comments::get(self::number($request['comment']));
		if (!current_user_can(Capabilities::MODERATE)) {
			return false;
		}
		return $comment !== null &&
			Scope::covers(get_current_user_id(), Comments::department($comment))
			? true
			: Desk::gone();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function put(\WP_REST_Request $request): array|\WP_Error {
		$department = self::number($request['department']);
		if (!Asking::takes($department)) {
			return new \WP_Error(
				'throughline_no_desk',
				__('Nobody answers there yet. Please choose another desk.', 'throughline'),
				['status' => 422, 'field' => 'department'],
			);
		}
		Asking::put(self::number($request['comment']), $department, get_current_user_id());
		return Overview::of(get_current_user_id()) + [
			'said' => __('The desk has it.', 'throughline'),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_act(\WP_REST_Request $request): bool|\WP_Error {
		$question = Questions::get(self::id($request));
		$user = get_current_user_id();
		// The same answer for another desk's and for none.
		return $question !== null && Asking::answers_for($user, $question['department'])
			? true
			: Desk::gone();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function act(\WP_REST_Request $request): array|\WP_Error {
		$question = Questions::get(self::id($request));
		if ($question === null) {
			return Desk::gone();
		}
		/** @var array{act: string, text?: string, department?: int, mentor?: int, date?: string, link?: string} $wish validated by the contract */
		$wish = $request->get_params();
		$said = Acts::desk($question, get_current_user_id(), $wish);
		return is_wp_error($said) ? $said : Overview::of(get_current_user_id()) + ['said' => $said];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_change(\WP_REST_Request $request): bool|\WP_Error {
		return StoryChange::may_write(get_current_user_id(), self::number($request['story']))
			? true
			: Desk::gone();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{said: string}|\WP_Error
	 */
	public static function change(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{story: int, text: string, date?: string, link?: string} $wish validated by the contract */
		$wish = $request->get_params();
		$changed = Change::read($wish);
		if (is_wp_error($changed)) {
			return $changed;
		}
		StoryChange::write($wish['story'], $changed);
		return ['said' => __('Everybody can read now what you changed.', 'throughline')];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private static function id(\WP_REST_Request $request): int {
		$id = $request->get_url_params()['id'] ?? 0;
		return is_numeric($id) ? (int) $id : 0;
	}

	private static function number(mixed $value): int {
		return is_int($value) ? $value : 0;
	}
}
