<?php
// Peer moderators: colleagues who decide on their own department's pieces, never on their own.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

final class Peers {
	/** User option: term ids. It comes with the rest of a user's meta, so asking for the right costs no query. */
	public const OPTION = 'throughline_peer';

	/** @return list<int> departments of which somebody is a peer moderator, without those below */
	public static function departments(int $user): array {
		$kept = $user > 0 ? get_user_option(self::OPTION, $user) : false;
		return is_array($kept)
			? array_values(array_map('intval', array_filter($kept, 'is_numeric')))
			: [];
	}

	/**
	 * Keeps with the account where persons made somebody a peer moderator.
	 *
	 * @param array<int, array<string, array{level: string, reason: string}>> $levels as Log gives them
	 */
	public static function keep(int $user, array $levels): void {
		$departments = [];
		foreach ($levels as $department => $kinds) {
			if (($kinds['']['level'] ?? '') === Ladder::PEER) {
				$departments[] = $department;
			}
		}
		$departments === []
			? delete_user_option($user, self::OPTION)
			: update_user_option($user, self::OPTION, $departments);
	}

	/** @return list<int> user ids, by name: who decides in a department, by what was said about it or one above it */
	public static function of(int $department): array {
		return array_values(
			array_filter(
				self::all(),
				static fn(int $user): bool => in_array($department, Scope::of($user) ?? [], true) &&
					self::departments($user) !== [],
			),
		);
	}

	/** @return list<int> */
	private static function all(): array {
		$found = get_users([
			'meta_key' => Database::wpdb()->get_blog_prefix() . self::OPTION,
			'fields' => 'ID',
			'orderby' => 'display_name',
		]);
		return array_values(array_map('intval', array_filter($found, 'is_numeric')));
	}

	/**
	 * Core asks with every right of somebody signed in; only ours is answered here.
	 *
	 * @param array<string, bool> $has
	 * @param list<string> $asked
	 * @param array<mixed> $args
	 * @return array<string, bool>
	 */
	public static function allow(array $has, array $asked, array $args, \WP_User $user): array {
		if (
			in_array(Capabilities::MODERATE, $asked, true) &&
			!($has[Capabilities::MODERATE] ?? false) &&
			self::departments($user->ID) !== []
		) {
			$has[Capabilities::MODERATE] = true;
		}
		return $has;
	}

	/**
	 * @param mixed $scope null for everything
	 */
	public static function add_scope(mixed $scope, int $user): mixed {
		return is_array($scope) ? [...$scope, ...self::departments($user)] : $scope;
	}

	/**
	 * @param mixed $users
	 * @return mixed
	 */
	public static function add_moderators(mixed $users): mixed {
		return is_array($users) ? [...$users, ...self::all()] : $users;
	}

	/**
	 * On the desk nobody decides on what they wrote themselves, but those who moderate everything: on a small site
	 * there is nobody else.
	 *
	 * @param array{contributor: int, ...} $piece
	 */
	public static function refuse_own(
		mixed $refused,
		mixed $choice,
		int $user,
		array $piece,
	): mixed {
		if (
			$refused !== null ||
			$user === 0 ||
			$piece['contributor'] !== $user ||
			Scope::of($user) === null
		) {
			return $refused;
		}
		return new \WP_Error(
			'throughline_own_piece',
			__('You wrote this yourself, so somebody else decides on it.', 'throughline'),
			['status' => 403],
		);
	}
}
