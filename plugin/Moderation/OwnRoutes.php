<?php
// The routes of one's own pieces, by login or by a signed link, and the one by which moderators end a link.

namespace Throughline\Moderation;

use Throughline\Contract;
use Throughline\Moderation\Mine\Listing;
use Throughline\People\Capabilities;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Owned from Own
 * @phpstan-import-type Content from Kind
 */
final class OwnRoutes {
	public static function register(): void {
		Contract::route('/pieces', [
			'methods' => 'GET',
			'permission' => [self::class, 'may_list'],
			'accepts' => 'own-pieces-query',
			'callback' => [self::class, 'pieces'],
		]);
		Contract::route('/pieces/(?P<kind>[a-z]+)/(?P<id>\d{1,18})', [
			'methods' => 'POST',
			'permission' => [self::class, 'may_change'],
			'accepts' => 'own-change',
			'callback' => [self::class, 'change'],
		]);
		Contract::route('/queue/(?P<kind>[a-z]+)/(?P<id>\d{1,18})/links', [
			'methods' => 'DELETE',
			'permission' => static fn(): bool => current_user_can(Capabilities::MODERATE),
			'callback' => [self::class, 'revoke'],
		]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_list(\WP_REST_Request $request): bool|\WP_Error {
		$link = $request->get_header(Links::HEADER);
		return $link === null
			? is_user_logged_in()
			: (Own::piece($link) === null
				? Desk::gone()
				: true);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return \WP_REST_Response
	 */
	public static function pieces(\WP_REST_Request $request): \WP_REST_Response {
		$link = $request->get_header(Links::HEADER);
		$own = $link === null ? null : Own::piece($link);
		$after = $request->get_param('after');
		$page =
			$own !== null
				? ['items' => Listing::items([$own]), 'after' => 0]
				: Listing::page(get_current_user_id(), is_string($after) ? (int) $after : 0);
		return self::unkept([
			'pieces' => array_map(
				static fn(array $item): array => array_diff_key($item, ['contributor' => 1]) + [
					'page' => MyPieces::address(
						$own !== null ? Own::name($own) : "{$item['kind']}-{$item['id']}",
					),
				],
				$page['items'],
			),
			'after' => $page['after'] > 0 ? (string) $page['after'] : null,
		]);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function may_change(\WP_REST_Request $request): bool|\WP_Error {
		// The same answer for what is not theirs and for what is not there: numbers tell nothing.
		return self::owned($request) === null ? Desk::gone() : true;
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function change(\WP_REST_Request $request): \WP_REST_Response|\WP_Error {
		$own = self::owned($request);
		if ($own === null) {
			return Desk::gone();
		}
		/** @var array{version: int, act: 'revise'|'propose'|'correct'|'withdraw', content?: Content, answer?: string, leave?: 'kept'|'anonymised'|'removed'} $change validated by the contract */
		$change = $request->get_params();
		$piece = ['kind' => $own['kind'], 'id' => $own['id'], 'version' => $change['version']];
		$content = self::content($own, $change['content'] ?? null);
		if (is_wp_error($content)) {
			return $content;
		}
		$done =
			$change['act'] === 'correct'
				? Corrections::undo($piece, $own['user'])
				: Contributions::change(
					$piece +
						($content === null || $change['act'] === 'withdraw'
							? []
							: ['content' => $content]) +
						array_intersect_key($change, ['act' => 1, 'answer' => 1, 'leave' => 1]),
					$own['user'],
				);
		return is_wp_error($done) ? $done : self::unkept($done);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{ended: int}|\WP_Error
	 */
	public static function revoke(\WP_REST_Request $request): array|\WP_Error {
		[$kind, $id] = self::address($request);
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		if ($piece === null || !Scope::covers(get_current_user_id(), $piece['department'])) {
			return Desk::gone();
		}
		$ended = Links::count($kind, $id);
		Links::revoke($kind, $id);
		return ['ended' => $ended];
	}

	/**
	 * What was written, of the photos that the piece has: others are nobody's to name here.
	 *
	 * @param Owned $own
	 * @param Content|null $content
	 * @return Content|\WP_Error|null
	 */
	private static function content(array $own, ?array $content): array|\WP_Error|null {
		$kind = Kinds::get($own['kind']);
		$has = array_column($kind?->content($own['id'])['photos'] ?? [], 'id');
		if ($content === null || $kind === null) {
			return null;
		}
		$content['photos'] = array_values(
			array_filter(
				$content['photos'],
				static fn(array $photo): bool => in_array($photo['id'], $has, true),
			),
		);
		return $kind->problem($content) ?? $content;
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return Owned|null
	 */
	private static function owned(\WP_REST_Request $request): ?array {
		[$kind, $id] = self::address($request);
		$link = $request->get_header(Links::HEADER);
		$own = Own::piece($link ?? "$kind-$id");
		return $own !== null && $own['kind'] === $kind && $own['id'] === $id ? $own : null;
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{string, int}
	 */
	private static function address(\WP_REST_Request $request): array {
		/** @var array{kind: string, id: string} $asked both are in the address */
		$asked = $request->get_url_params();
		return [$asked['kind'], (int) $asked['id']];
	}

	/** @param array<string, mixed> $data nobody keeps it but whoever asked */
	private static function unkept(array $data): \WP_REST_Response {
		return new \WP_REST_Response($data, 200, ['Cache-Control' => 'private, no-store']);
	}
}
