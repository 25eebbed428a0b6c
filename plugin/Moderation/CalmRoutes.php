<?php
// The routes of calm mode: where it stands, switching it, pinning a statement, and the counters as a table.

namespace Throughline\Moderation;

use Throughline\Contract;
use Throughline\People\Capabilities;
use Throughline\People\Person;
use function Throughline\now;

defined('ABSPATH') || exit();

final class CalmRoutes {
	public static function register(): void {
		$moderators = static fn(): bool => current_user_can(Capabilities::MODERATE);
		Contract::route('/calm', [
			'methods' => 'GET',
			'permission' => $moderators,
			'callback' => static fn(): array => CalmView::of(get_current_user_id()),
		]);
		Contract::route('/calm', [
			'methods' => 'POST',
			'permission' => $moderators,
			'accepts' => 'new-calm',
			'callback' => [self::class, 'switch'],
		]);
		Contract::route('/calm/statement', [
			'methods' => 'POST',
			'permission' => $moderators,
			'accepts' => 'new-statement',
			'callback' => [self::class, 'pin'],
		]);
		Contract::route('/counters', [
			'methods' => 'GET',
			'permission' => static fn(): bool => current_user_can(Capabilities::MANAGE),
			'callback' => [Counters::class, 'answer'],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function switch(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{address: string, minutes: int, reason?: string, pace?: int} $change validated by the contract */
		$change = $request->get_params();
		$user = get_current_user_id();
		$page = self::page($change['address']);
		if (is_wp_error($page)) {
			return $page;
		}
		if ($change['minutes'] === 0) {
			Calm::switch_off($page, $user);
		} else {
			Calm::switch_on(
				[
					'page' => $page,
					'until' => now() + $change['minutes'] * MINUTE_IN_SECONDS,
					'reason' => sanitize_text_field($change['reason'] ?? ''),
					'pace' => $change['pace'] ?? 0,
				],
				$user,
			);
		}
		return CalmView::of($user);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function pin(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{address: string, text: string, role?: string} $statement validated by the contract */
		$statement = $request->get_params();
		$user = get_current_user_id();
		$page = self::page($statement['address']);
		if (is_wp_error($page)) {
			return $page;
		}
		$text = ReportCheck::cleaned($statement['text']);
		$role = sanitize_text_field($statement['role'] ?? '');
		$role = $role === '' ? Person::role($user) : $role;
		if ($text !== '' && $role === '') {
			return new \WP_Error(
				'throughline_role_missing',
				__(
					'Please say in which function you speak: readers see your name and that.',
					'throughline',
				),
				['status' => 422, 'field' => 'role'],
			);
		}
		Calm::pin($page, $text, $role);
		return CalmView::of($user);
	}

	/** @return int|\WP_Error the page that somebody means and may switch */
	private static function page(string $address): int|\WP_Error {
		$address = trim($address);
		$page = $address === '' ? Calm::SITE : Mode::find($address);
		if ($address !== '' && ($page === 0 || get_post_status($page) !== 'publish')) {
			return new \WP_Error(
				'throughline_page_gone',
				__(
					'No page of this site has this address. Please copy it from your browser once more.',
					'throughline',
				),
				['status' => 422, 'field' => 'address'],
			);
		}
		return Calm::may(get_current_user_id(), $page)
			? $page
			: new \WP_Error(
				'throughline_forbidden',
				$page === Calm::SITE
					? __(
						'Only those who manage Throughline can do that for the whole site. You can do it for a page.',
						'throughline',
					)
					: __('This page is looked after by another department.', 'throughline'),
				['status' => 403, 'field' => 'address'],
			);
	}
}
