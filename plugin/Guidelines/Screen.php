<?php
// The page Guidelines in wp-admin: for those who write them, and for those who are asked to agree.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\People\Capabilities;
use Throughline\Screens;

defined('ABSPATH') || exit();

final class Screen {
	public const SLUG = 'throughline-guidelines';

	/** Whoever is named for an edition finds it, with no right but to read in wp-admin. */
	public static function register(): void {
		$title = __('Guidelines', 'throughline');
		$asked = self::is_asked(get_current_user_id());
		Screens::add(self::SLUG, [
			'title' => $title,
			'menu' => $asked ? $title . ' ' . self::bubble() : $title,
			'capability' => self::may_look() ? 'read' : Capabilities::MANAGE,
			'script' => 'guidelines',
			'settings' => static fn(): array => [],
		]);
	}

	public static function may_look(): bool {
		return current_user_can(Capabilities::MANAGE) || Editions::is_named(get_current_user_id());
	}

	/** Whether an answer of theirs is still missing. */
	private static function is_asked(int $user): bool {
		$next = Editions::next();
		if (
			$next === null ||
			$next['state'] !== Editions::PUT ||
			!in_array($user, $next['named'], true)
		) {
			return false;
		}
		$answers = array_column(Agreements::of_edition($next), 'answer', 'id');
		return ($answers[$user] ?? '') === '';
	}

	private static function bubble(): string {
		return sprintf(
			'<span class="awaiting-mod"><span aria-hidden="true">1</span><span class="screen-reader-text">%s</span></span>',
			esc_html__('Your answer is wanted', 'throughline'),
		);
	}
}
