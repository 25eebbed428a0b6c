<?php
// The routes by which a story and its photos arrive.

namespace Throughline\Stories;

use Throughline\Body;
use Throughline\Contract;
use Throughline\Moderation\Links;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		$contributors = [Stories::class, 'may_submit'];
		Contract::route('/photos', [
			'methods' => 'POST',
			'permission' => $contributors,
			'accepts' => 'new-photo',
			'callback' => [self::class, 'add_photo'],
		]);
		Contract::route('/photos/(?P<id>\d{1,18})', [
			'methods' => 'DELETE',
			'permission' => $contributors,
			'callback' => [self::class, 'remove_photo'],
		]);
		Contract::route('/photos/(?P<id>\d{1,18})/(?P<size>[a-z0-9_-]{1,40})', [
			'methods' => 'GET',
			'permission' => [self::class, 'may_see_photo'],
			'callback' => [self::class, 'photo'],
		]);
		Contract::route('/stories', [
			'methods' => 'POST',
			'permission' => $contributors,
			'accepts' => 'new-story',
			'callback' => [self::class, 'submit'],
		]);
		add_filter('rest_pre_serve_request', [self::class, 'serve_photo'], 10, 3);
		add_filter('rest_request_before_callbacks', [self::class, 'body_too_large'], 5, 3);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function add_photo(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		$files = $request->get_file_params();
		$file = is_array($files['photo'] ?? null) ? $files['photo'] : [];
		$upload = $request->get_param('upload');
		$photo = Upload::add($file, is_string($upload) ? $upload : '', get_current_user_id());
		return is_wp_error($photo)
			? $photo
			: new \WP_REST_Response(Photos::to_contract($photo), 201);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{deleted: bool}|\WP_Error
	 */
	public static function remove_photo(\WP_REST_Request $request): array|\WP_Error {
		return Photos::remove_unsent(self::id($request), get_current_user_id())
			? ['deleted' => true]
			: self::no_photo();
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_see_photo(\WP_REST_Request $request): bool|\WP_Error {
		// The same answer for a photo of somebody else and for none: numbers tell strangers nothing.
		$id = self::id($request);
		return Photos::is_signed(
			$id,
			$request->get_param('until'),
			$request->get_param('signed'),
		) || Photos::may_see($id, get_current_user_id())
			? true
			: self::no_photo();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function photo(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		/** @var array{size: string} $asked */
		$asked = $request->get_url_params();
		$picture = Photos::bytes(self::id($request), $asked['size']);
		if ($picture === null) {
			return self::no_photo();
		}
		return new \WP_REST_Response($picture['bytes'], 200, [
			'Content-Type' => $picture['mime'],
			'Content-Length' => (string) strlen($picture['bytes']),
			'Cache-Control' => 'private, no-store',
			'Content-Disposition' => 'inline',
			'X-Content-Type-Options' => 'nosniff',
		]);
	}

	/**
	 * REST would print the picture as JSON.
	 *
	 * @param mixed $result
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	public static function serve_photo(bool $served, $result, \WP_REST_Request $request): bool {
		if (
			$served ||
			!($result instanceof \WP_REST_Response) ||
			$result->get_status() !== 200 ||
			$request->get_method() !== 'GET' ||
			!is_string($result->get_data()) ||
			preg_match('~^/throughline/v1/photos/\d+/~', $request->get_route()) !== 1
		) {
			return $served;
		}
		echo $result->get_data(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- bytes of a picture that we encoded.
		return true;
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function submit(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		/** @var array{submission: string, title?: string, text?: string, department?: int, recognisable?: string, photos?: list<array{id: int, alt?: string}>, guidelines?: int} $story validated by the contract */
		$story = $request->get_params();
		$sent = Stories::submit([
			'submission' => $story['submission'],
			'title' => $story['title'] ?? '',
			'text' => $story['text'] ?? '',
			'department' => $story['department'] ?? 0,
			'recognisable' => $story['recognisable'] ?? '',
			'photos' => array_map(
				static fn(array $photo): array => [
					'id' => $photo['id'],
					'alt' => $photo['alt'] ?? '',
				],
				$story['photos'] ?? [],
			),
			'guidelines' => $story['guidelines'] ?? 0,
		]);
		return is_wp_error($sent)
			? $sent
			: new \WP_REST_Response(
				['mine' => Links::address('story', $sent['story']['id'], !$sent['again'])] +
					$sent['story'],
				$sent['again'] ? 200 : 201,
				// The link is for whoever sent it, and for no cache.
				['Cache-Control' => 'private, no-store'],
			);
	}

	/**
	 * PHP drops a body beyond post_max_size and says nothing: it would look as if nothing had been sent.
	 *
	 * @param mixed $response
	 * @param array<string, mixed> $handler
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return mixed
	 */
	public static function body_too_large($response, array $handler, \WP_REST_Request $request) {
		return str_starts_with($request->get_route(), '/' . Contract::REST . '/photos') &&
			Body::is_dropped()
			? Upload::too_large()
			: $response;
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private static function id(\WP_REST_Request $request): int {
		$id = $request->get_url_params()['id'] ?? 0;
		return is_numeric($id) ? (int) $id : 0;
	}

	private static function no_photo(): \WP_Error {
		return new \WP_Error(
			'throughline_not_found',
			__('This photo isn’t here, or it isn’t yours to see.', 'throughline'),
			['status' => 404],
		);
	}
}
