<?php
// The moderation desk's page in wp-admin: its place in the menu, with the number of pieces that wait.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;
use Throughline\People\Departments;
use Throughline\People\Scope;
use Throughline\Screens;

defined('ABSPATH') || exit();

final class Screen {
	/** Counts stop here: nobody decides differently at 412 than at 100. */
	private const COUNTED = 100;

	/** Runs on admin_menu, before the other pages of ours. */
	public static function register(): void {
		$title = __('Throughline', 'throughline');
		Screens::add(Screens::TOP, [
			'title' => $title,
			'menu' => current_user_can(Capabilities::MODERATE)
				? $title . ' ' . self::bubble(Queue::waiting_count())
				: $title,
			'capability' => Capabilities::MODERATE,
			'script' => 'moderation',
			'settings' => static fn(): array => [
				'login' => wp_login_url(Screens::address(Screens::TOP)),
				'home' => home_url('/'),
				'history' => Screens::address(HistoryPage::SLUG),
				'kinds' => Kinds::labels(),
				'shares' => current_user_can(Capabilities::SUBMIT),
				...self::scope(get_current_user_id()),
			],
		]);
	}

	/**
	 * What the person who looks can choose from, and the names of what is theirs; no names where everything is.
	 *
	 * @return array{departments: list<array{id: int, name: string, level: int}>, scope: list<string>}
	 */
	private static function scope(int $user): array {
		$theirs = Scope::of($user);
		$departments = [];
		$scope = [];
		$levels = [];
		foreach (Departments::all() as ['id' => $id, 'name' => $name, 'parent' => $parent]) {
			if ($theirs !== null && !in_array($id, $theirs, true)) {
				continue;
			}
			$levels[$id] = isset($levels[$parent]) ? $levels[$parent] + 1 : 0;
			$departments[] = ['id' => $id, 'name' => $name, 'level' => $levels[$id]];
			// What lies below one of theirs goes without saying.
			if ($theirs !== null && $levels[$id] === 0) {
				$scope[] = $name;
			}
		}
		return ['departments' => $departments, 'scope' => $scope];
	}

	/** "17", and "100+" where counting stopped. */
	public static function shown(int $waiting): string {
		return number_format_i18n($waiting) . ($waiting < self::COUNTED ? '' : '+');
	}

	public static function spoken(int $waiting): string {
		return sprintf(
			/* translators: %s: number of pieces, "100+" for many. */
			_n('%s piece waits', '%s pieces wait', $waiting, 'throughline'),
			self::shown($waiting),
		);
	}

	/** Core's classes let every admin scheme colour the bubble; the desk's script keeps its number true. */
	private static function bubble(int $waiting): string {
		return sprintf(
			'<span class="awaiting-mod count-%1$d"><span class="pending-count" aria-hidden="true">%2$s</span><span class="screen-reader-text">%3$s</span></span>',
			$waiting,
			esc_html(self::shown($waiting)),
			esc_html(self::spoken($waiting)),
		);
	}
}
