<?php
// To follow, in place: a guest gets a mail first, an account follows at once.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Contract;

defined('ABSPATH') || exit();

final class Routes {
	public static function register(): void {
		Contract::route('/followers', [
			'methods' => 'POST',
			// Everybody may ask for a mail to an address, at a pace; it says yes itself.
			'permission' => '__return_true',
			'accepts' => 'new-follower',
			'callback' => [self::class, 'follow'],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{said: string}|\WP_Error
	 */
	public static function follow(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{about: string, mail?: string, how: string, website?: string} $wish validated by the contract */
		$wish = $request->get_params();
		$place = Conversation::named($wish['about']);
		if ($place === null || ($wish['website'] ?? '') !== '') {
			return Wish::gone();
		}
		$said = Wish::send($place, $wish['mail'] ?? '', $wish['how']);
		return is_wp_error($said) ? $said : ['said' => $said];
	}
}
