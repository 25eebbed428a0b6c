<?php
// The moderation desk's page in wp-admin: a menu item with a count, a mount point, a script.

namespace Throughline\Moderation;

use Throughline\Blocks;
use Throughline\People\Capabilities;
use const Throughline\DIR;
use const Throughline\FILE;
use function Throughline\now;

defined('ABSPATH') || exit();

final class Screen {
	public const PAGE = 'throughline';
	private const HANDLE = 'throughline-moderation';
	private const HOOK = 'toplevel_page_' . self::PAGE;
	/** Counts stop here: nobody decides differently at 412 than at 100. */
	private const COUNTED = 100;

	// Core paints this in the colours of the reader's admin scheme: three stations, one line through them.
	private const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path fill="black" d="M3.5 7.5a2.5 2.5 0 0 1 2.4 1.8h1.7a2.5 2.5 0 0 1 4.8 0h1.7a2.5 2.5 0 1 1 0 1.4h-1.7a2.5 2.5 0 0 1-4.8 0H5.9a2.5 2.5 0 1 1-2.4-3.2z"/></svg>';

	/** Runs on admin_menu. */
	public static function register(): void {
		$title = __('Throughline', 'throughline');
		add_menu_page(
			$title,
			current_user_can(Capabilities::MODERATE)
				? $title . ' ' . self::bubble(Queue::waiting_count())
				: $title,
			Capabilities::MODERATE,
			self::PAGE,
			[self::class, 'render'],
			'data:image/svg+xml;base64,' . base64_encode(self::ICON),
			// Below Comments, which is core's own place for what others wrote.
			26,
		);
		add_action('admin_enqueue_scripts', [self::class, 'enqueue']);
		add_filter('admin_body_class', [self::class, 'body_class']);
	}

	/** Core's classes let every admin scheme colour the bubble; the desk's script keeps its number true. */
	private static function bubble(int $waiting): string {
		$shown = number_format_i18n($waiting) . ($waiting < self::COUNTED ? '' : '+');
		/* translators: %s: number of pieces, "100+" for many. */
		$spoken = _n('%s piece waits', '%s pieces wait', $waiting, 'throughline');
		return sprintf(
			'<span class="awaiting-mod count-%1$d"><span class="pending-count" aria-hidden="true">%2$s</span><span class="screen-reader-text">%3$s</span></span>',
			$waiting,
			esc_html($shown),
			esc_html(sprintf($spoken, $shown)),
		);
	}

	public static function render(): void {
		$title = __('Throughline', 'throughline');
		$noscript = __(
			'The desk needs JavaScript. Switch it on in your browser and load this page again; nothing is lost meanwhile.',
			'throughline',
		);
		$unbuilt = __(
			'The desk’s script was not built yet. Run “npm run build”, then load this page again.',
			'throughline',
		);
		// Core moves notices behind .wp-header-end: above the desk, not into it.
		printf(
			'<div class="wrap tl-screen"><hr class="wp-header-end"><div id="throughline-desk"><h1>%s</h1><noscript><p>%s</p></noscript>%s</div></div>',
			esc_html($title),
			esc_html($noscript),
			self::is_built() ? '' : '<p>' . esc_html($unbuilt) . '</p>',
		);
	}

	public static function enqueue(string $hook): void {
		if ($hook !== self::HOOK || !self::is_built()) {
			return;
		}
		/** @var array{dependencies: list<non-empty-string>, version: string} $asset */
		$asset = require DIR . '/build/moderation/index.asset.php';
		wp_enqueue_style(
			self::HANDLE,
			plugins_url('build/moderation/style-index.css', FILE),
			['wp-components'],
			$asset['version'],
		);
		wp_enqueue_script(
			self::HANDLE,
			plugins_url('build/moderation/index.js', FILE),
			$asset['dependencies'],
			$asset['version'],
			['in_footer' => true],
		);
		// On 6.8 nothing finds a plugin's own script translations by itself.
		wp_set_script_translations(self::HANDLE, 'throughline', DIR . '/languages');
		wp_add_inline_script(
			self::HANDLE,
			'window.throughlineDesk = ' .
				wp_json_encode(self::settings(), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES) .
				';',
			'before',
		);
	}

	/** The desk fills the page: no footer line below it, no margins around it. */
	public static function body_class(string $classes): string {
		$screen = get_current_screen();
		return $screen?->id === self::HOOK ? "$classes tl-desk-page" : $classes;
	}

	private static function is_built(): bool {
		return is_file(DIR . '/build/moderation/index.asset.php');
	}

	/**
	 * `now` lets "2 hours ago" be true where the reader's clock is wrong.
	 *
	 * @return array{rest: array{root: string, nonce: string, ajax: string, locale: string}, now: int, login: string, home: string}
	 */
	private static function settings(): array {
		return [
			'rest' => Blocks::rest() + ['locale' => 'user'],
			'now' => now(),
			'login' => wp_login_url(admin_url('admin.php?page=' . self::PAGE)),
			'home' => home_url('/'),
		];
	}
}
