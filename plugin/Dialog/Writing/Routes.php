<?php
// The routes by which a comment is sent, and changed or withdrawn by whoever wrote it.

namespace Throughline\Dialog\Writing;

use Throughline\Contract;
use Throughline\Dialog\Comments;
use Throughline\Dialog\Settings;
use Throughline\Moderation\Desk;
use Throughline\Moderation\Links;
use Throughline\Moderation\Own as Owned;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Owned from Owned as Owner
 * @phpstan-import-type Shown from Own
 */
final class Routes {
	public static function register(): void {
		Contract::route('/token', [
			'methods' => 'POST',
			'permission' => [self::class, 'may_read'],
			'accepts' => 'new-token',
			'callback' => [self::class, 'token'],
		]);
		Contract::route('/comments', [
			'methods' => 'POST',
			// Who may write where is told in a sentence, by Send.
			'permission' => [self::class, 'may_read'],
			'accepts' => 'new-comment',
			'callback' => [self::class, 'send'],
		]);
		Contract::route('/comments/mine', [
			'methods' => 'POST',
			'permission' => [self::class, 'may_read'],
			'accepts' => 'own-comments-query',
			'callback' => [self::class, 'mine'],
		]);
		Contract::route('/comments/(?P<id>\d{1,18})', [
			'methods' => 'POST',
			'permission' => [self::class, 'is_own'],
			'accepts' => 'own-comment-change',
			'callback' => [self::class, 'change'],
		]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_read(\WP_REST_Request $request): bool|\WP_Error {
		$post = $request['post'];
		return is_int($post) && Settings::may_read($post)
			? true
			: new \WP_Error(
				'throughline_not_found',
				__(
					'This conversation isn’t here any more. What you wrote is still here: copy it if you want to keep it.',
					'throughline',
				),
				['status' => 404],
			);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function token(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		$post = $request['post'];
		return Guard::may_have_token()
			? self::unkept(['token' => Guard::token(is_int($post) ? $post : 0)])
			: new \WP_Error(
				'throughline_flood',
				__('That was a lot at once. Please wait a minute and try again.', 'throughline'),
				['status' => 429],
			);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function send(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		/** @var array{post: int, parent?: int, text: string, name?: string, mail?: string, ask?: int, submission: string, follow?: bool, sealed?: string, token?: string, website?: string} $sent validated by the contract */
		$sent = $request->get_params();
		$refusal = is_user_logged_in()
			? null
			: Guard::refusal($sent['post'], $sent['token'] ?? '', $sent['website'] ?? '');
		$done =
			$refusal ??
			Send::comment([
				'post' => $sent['post'],
				'parent' => $sent['parent'] ?? 0,
				'text' => $sent['text'],
				'name' => $sent['name'] ?? '',
				'mail' => $sent['mail'] ?? '',
				'ask' => $sent['ask'] ?? 0,
				'submission' => $sent['submission'],
				'sealed' => $sent['sealed'] ?? '',
				'follow' => $sent['follow'] ?? false,
			]);
		if (is_wp_error($done)) {
			return $done;
		}
		$own = $done['mine'] === '' ? "comment-{$done['id']}" : self::name($done['mine']);
		$again = $done['again'];
		unset($done['again']);
		return self::unkept(
			['own' => $own, 'shown' => self::written($done['id'], $own, $again)] + $done,
			$again ? 200 : 201,
		);
	}

	/**
	 * What was written just now, as its writer sees it.
	 *
	 * @return list<Shown>
	 */
	private static function written(int $id, string $own, bool $again): array {
		$comment = Comments::get($id);
		if ($comment === null) {
			return [];
		}
		return $again
			? Own::shown((int) $comment->comment_post_ID, [$own])
			: [
				Own::one(
					$comment,
					[
						'kind' => Comments::KIND,
						'id' => $id,
						'user' => get_current_user_id(),
						'token' => substr($own, strlen("comment-$id-")),
					],
					$comment->comment_approved === '0',
				),
			];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function mine(\WP_REST_Request $request): \WP_REST_Response {
		/** @var array{post: int, links?: list<string>} $asked validated by the contract */
		$asked = $request->get_params();
		return self::unkept(['shown' => Own::shown($asked['post'], $asked['links'] ?? [])]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function is_own(\WP_REST_Request $request): bool|\WP_Error {
		return self::owned($request) === null ? Desk::gone() : true;
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function change(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		$own = self::owned($request);
		if ($own === null) {
			return Desk::gone();
		}
		$text = $request['text'];
		if ($request['act'] === 'withdraw') {
			$done = Own::withdraw($own);
			return is_wp_error($done)
				? $done
				: self::unkept([
					'state' => 'withdrawn',
					'message' => __('Withdrawn. Nobody sees it any more.', 'throughline'),
				]);
		}
		$done = Own::edit($own, is_string($text) ? $text : '');
		return is_wp_error($done) ? $done : self::unkept($done);
	}

	/**
	 * By login, or by the link in the header.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return Owner|null
	 */
	private static function owned(\WP_REST_Request $request): ?array {
		$id = $request->get_url_params()['id'] ?? 0;
		$id = is_numeric($id) ? (int) $id : 0;
		$own = Owned::piece($request->get_header(Links::HEADER) ?? "comment-$id");
		return $own !== null && $own['kind'] === 'comment' && $own['id'] === $id ? $own : null;
	}

	/** The name in an address of MyPieces. */
	private static function name(string $address): string {
		parse_str((string) wp_parse_url($address, PHP_URL_QUERY), $query);
		$name = $query[Links::PARAMETER] ?? '';
		return is_string($name) ? $name : '';
	}

	/** @param array<string, mixed> $data nobody keeps it but whoever asked */
	private static function unkept(array $data, int $status = 200): \WP_REST_Response {
		return new \WP_REST_Response($data, $status, ['Cache-Control' => 'private, no-store']);
	}
}
