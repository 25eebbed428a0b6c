<?php
// When somebody looks at a piece: before it appears, afterwards, or not at all; by page, by kind and by site.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Mode {
	/** Post meta of a page whose dialog or call has a rule of its own. */
	public const META = '_throughline_mode';
	public const MODES = ['before', 'after', 'off'];

	/** The page's own rule, else the kind's, else the site's. */
	public static function of(string $kind, int $page): string {
		$modes = Settings::get('modes');
		$own = self::of_page($page);
		$mode = match (true) {
			$own !== '' => $own,
			($modes[$kind] ?? '') !== '' => $modes[$kind],
			default => $modes['site'],
		};
		/** Filters when somebody looks at a kind of piece on a page: before, after or off. */
		$filtered = apply_filters('throughline_mode', $mode, $kind, $page);
		return in_array($filtered, self::MODES, true) ? $filtered : 'before';
	}

	/** A page's own rule; '' where it has none. */
	public static function of_page(int $page): string {
		$mode = $page > 0 ? get_post_meta($page, self::META, true) : '';
		return is_string($mode) && in_array($mode, self::MODES, true) ? $mode : '';
	}

	/** Gives a page its own rule; '' takes it away. */
	public static function set(int $page, string $mode): void {
		in_array($mode, self::MODES, true)
			? update_post_meta($page, self::META, $mode)
			: delete_post_meta($page, self::META);
	}
}
