<?php
// Whether a piece is one's own: by login, or by a signed link, whose bearer needs no account and whose login is not looked at.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Owned array{kind: string, id: int, user: int, token: string}
 * `user` is 0 and `token` is there for the bearer of a link.
 */
final class Own {
	/**
	 * The piece that an address or a header names, if it is theirs who ask: `story-31`, or `story-31-` and the token
	 * of a link. The same null for what is not theirs, what was ended, what is too old and what never was.
	 *
	 * @return Owned|null
	 */
	public static function piece(mixed $asked): ?array {
		if (
			!is_string($asked) ||
			preg_match('/^([a-z]{1,20})-([1-9]\d{0,17})(?:-([0-9a-f]{64}))?$/D', $asked, $part) !==
				1
		) {
			return null;
		}
		$own = [
			'kind' => $part[1],
			'id' => (int) $part[2],
			'user' => 0,
			'token' => $part[3] ?? '',
		];
		if ($own['token'] === '') {
			$own['user'] = get_current_user_id();
		}
		return self::is_theirs($own) ? $own : null;
	}

	/** @param Owned $own */
	private static function is_theirs(array $own): bool {
		['kind' => $kind, 'id' => $id, 'user' => $user, 'token' => $token] = $own;
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		return match (true) {
			$piece === null => false,
			$token !== '' => Links::opens($kind, $id, $token),
			default => $user > 0 && $piece['contributor'] === $user,
		};
	}

	/**
	 * Whoever opens a page by a link is its bearer there and nobody else: not a login that the browser has, too.
	 *
	 * @param int|false $user
	 */
	public static function nobody(mixed $user): mixed {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only its shape is looked at.
		$asked = $_GET[Links::PARAMETER] ?? '';
		return is_string($asked) && !is_admin() && preg_match('/-[0-9a-f]{64}$/D', $asked) === 1
			? 0
			: $user;
	}

	/** @param Owned $own how it stands in an address */
	public static function name(array $own): string {
		return "{$own['kind']}-{$own['id']}" . ($own['token'] === '' ? '' : "-{$own['token']}");
	}

	/** @param Owned $own what a form about this piece has to send along */
	public static function seal(array $own): string {
		return $own['token'] !== ''
			? Links::seal($own['token'])
			: wp_create_nonce('throughline-' . self::name($own));
	}

	/** @param Owned $own whether a form comes from the page of this piece */
	public static function sealed(array $own, string $seal): bool {
		return $own['token'] !== ''
			? hash_equals(Links::seal($own['token']), $seal)
			: wp_verify_nonce($seal, 'throughline-' . self::name($own)) !== false;
	}
}
