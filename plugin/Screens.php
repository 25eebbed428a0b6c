<?php
// Our pages in wp-admin: a menu item each, a mount point, a script that draws the page and what the script has to know.

namespace Throughline;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Screen array{
 *     title: string, capability: string, script: string, settings: callable(): array<string, mixed>, menu?: string
 * }
 * `script` names src/<script>/index.tsx, the element `throughline-<script>` where it draws, and what it reads:
 * `window.throughlineScreen`. `menu` is what stands in the menu where that is more than the title.
 */
final class Screens {
	/** The first page, under which the others stand. */
	public const TOP = 'throughline';

	// Core paints this in the colours of the reader's admin scheme: three stations, one line through them.
	private const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path fill="black" d="M3.5 7.5a2.5 2.5 0 0 1 2.4 1.8h1.7a2.5 2.5 0 0 1 4.8 0h1.7a2.5 2.5 0 1 1 0 1.4h-1.7a2.5 2.5 0 0 1-4.8 0H5.9a2.5 2.5 0 1 1-2.4-3.2z"/></svg>';

	/** @var array<string, Screen> by the hook that core gives each page */
	private static array $screens = [];

	/**
	 * Adds a page; called on admin_menu. The first slug is TOP, the others `throughline-…`.
	 *
	 * @param Screen $screen
	 */
	public static function add(string $slug, array $screen): void {
		$render = static fn() => self::render($screen);
		$menu = $screen['menu'] ?? $screen['title'];
		if ($slug === self::TOP) {
			$hook = add_menu_page(
				$screen['title'],
				$menu,
				$screen['capability'],
				$slug,
				$render,
				'data:image/svg+xml;base64,' . base64_encode(self::ICON),
				// Below Comments, which is core's own place for what others wrote.
				26,
			);
			add_action('admin_enqueue_scripts', [self::class, 'enqueue']);
			add_filter('admin_body_class', [self::class, 'body_class']);
		} else {
			$hook = add_submenu_page(
				self::TOP,
				$screen['title'],
				$menu,
				$screen['capability'],
				$slug,
				$render,
			);
		}
		if (is_string($hook)) {
			self::$screens[$hook] = $screen;
		}
	}

	public static function address(string $slug): string {
		return admin_url('admin.php?page=' . $slug);
	}

	/** @param Screen $screen */
	private static function render(array $screen): void {
		$noscript = __(
			'This page needs JavaScript. Switch it on in your browser and load it again; nothing is lost meanwhile.',
			'throughline',
		);
		$unbuilt = __(
			'The script of this page was not built yet. Run “npm run build”, then load it again.',
			'throughline',
		);
		// Core moves notices behind .wp-header-end: above our page, not into it.
		printf(
			'<div class="wrap tl-screen"><hr class="wp-header-end"><div id="throughline-%s"><h1>%s</h1><noscript><p>%s</p></noscript>%s</div></div>',
			esc_attr($screen['script']),
			esc_html($screen['title']),
			esc_html($noscript),
			self::asset($screen['script']) === null ? '<p>' . esc_html($unbuilt) . '</p>' : '',
		);
	}

	public static function enqueue(string $hook): void {
		$screen = self::$screens[$hook] ?? null;
		$asset = $screen === null ? null : self::asset($screen['script']);
		if ($screen === null || $asset === null) {
			return;
		}
		$handle = "throughline-{$screen['script']}";
		$build = "build/{$screen['script']}";
		wp_enqueue_style(
			$handle,
			plugins_url("$build/style-index.css", FILE),
			['wp-components'],
			$asset['version'],
		);
		wp_enqueue_script(
			$handle,
			plugins_url("$build/index.js", FILE),
			$asset['dependencies'],
			$asset['version'],
			['in_footer' => true],
		);
		// On 6.8 nothing finds a plugin's own script translations by itself.
		wp_set_script_translations($handle, 'throughline', DIR . '/languages');
		$settings =
			['rest' => Blocks::rest() + ['locale' => 'user'], 'now' => now()] +
			$screen['settings']();
		wp_add_inline_script(
			$handle,
			'window.throughlineScreen = ' .
				wp_json_encode($settings, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES) .
				';',
			'before',
		);
	}

	/** A page of ours is told by its script: `tl-page-moderation`. */
	public static function body_class(string $classes): string {
		$screen = self::$screens[get_current_screen()->id ?? ''] ?? null;
		return $screen === null ? $classes : "$classes tl-page-{$screen['script']}";
	}

	/** @return array{dependencies: list<non-empty-string>, version: string}|null null for a clone that was never built */
	private static function asset(string $script): ?array {
		$file = DIR . "/build/$script/index.asset.php";
		if (!is_file($file)) {
			return null;
		}
		/** @var array{dependencies: list<non-empty-string>, version: string} $asset */
		$asset = require $file;
		return $asset;
	}
}
