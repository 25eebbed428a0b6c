<?php
// Registers the built blocks and the script module through which their views reach REST.

namespace Throughline;

defined('ABSPATH') || exit();

final class Blocks {
	public static function register(): void {
		add_action('init', [self::class, 'blocks']);
		add_filter('block_categories_all', [self::class, 'category']);
		add_action('wp_enqueue_scripts', [self::class, 'style_in_head']);
		// Only where somebody edits: a visitor's page needs no patterns.
		add_action('admin_init', [self::class, 'patterns']);
		add_action('rest_api_init', [self::class, 'patterns']);
	}

	public static function blocks(): void {
		$blocks = DIR . '/build/blocks';
		$manifest = "$blocks/blocks-manifest.php";
		if (!is_file($manifest) || asks_us()) {
			return; // A clone that was never built; or nobody sees a block.
		}
		/** @var array{version: string} $asset */
		$asset = require DIR . '/build/rest/index.asset.php';
		wp_register_script_module(
			'@throughline/rest',
			plugins_url('build/rest/index.js', FILE),
			[],
			$asset['version'],
		);
		wp_register_block_metadata_collection($blocks, $manifest);
		/** @var array<string, array<string, mixed>> $names */
		$names = require $manifest;
		$translate = names_show();
		if (!$translate) {
			add_filter('block_type_metadata', [self::class, 'leave_untranslated']);
		}
		foreach (array_keys($names) as $name) {
			$block = register_block_type_from_metadata("$blocks/$name");
			if ($block === false || !$translate) {
				continue;
			}
			// On 6.8 block.json alone doesn't find a plugin's own script translations.
			foreach ($block->editor_script_handles as $handle) {
				wp_set_script_translations($handle, 'throughline', DIR . '/languages');
			}
		}
	}

	/**
	 * @param array<string, mixed> $metadata
	 * @return array<string, mixed>
	 */
	public static function leave_untranslated(array $metadata): array {
		if (($metadata['textdomain'] ?? '') === 'throughline') {
			unset($metadata['textdomain']);
		}
		return $metadata;
	}

	/**
	 * Classic themes print the head before the content: on 6.8 the styles of a block in it come last, and the page
	 * moves (seen: layout shift 0.055 with a wall at 390 px).
	 */
	public static function style_in_head(): void {
		$post = wp_is_block_theme() || !is_singular() ? null : get_post();
		if (
			!($post instanceof \WP_Post) ||
			!str_contains($post->post_content, '<!-- wp:throughline/')
		) {
			return;
		}
		foreach (\WP_Block_Type_Registry::get_instance()->get_all_registered() as $name => $block) {
			if (str_starts_with($name, 'throughline/') && has_block($name, $post)) {
				array_map('wp_enqueue_style', $block->view_style_handles);
			}
		}
	}

	/** Takes back what core asked for with a block: a stranger who is told one sentence needs neither its styles nor its scripts. */
	public static function spare(string $name): void {
		$block = \WP_Block_Type_Registry::get_instance()->get_registered($name);
		array_map('wp_dequeue_style', $block->view_style_handles ?? []);
		array_map('wp_dequeue_script_module', $block->view_script_module_ids ?? []);
	}

	/** Each feature's patterns/NAME.php gives what register_block_pattern() takes. */
	public static function patterns(): void {
		if (asks_us()) {
			return;
		}
		register_block_pattern_category('throughline', [
			'label' => __('Throughline', 'throughline'),
		]);
		foreach (FEATURES as $feature) {
			$files = glob(DIR . "/$feature/patterns/*.php");
			foreach ($files === false ? [] : $files as $file) {
				/** @var array{title: string, content: string} $pattern */
				$pattern = require $file;
				register_block_pattern(
					'throughline/' . basename($file, '.php'),
					$pattern + ['categories' => ['throughline']],
				);
			}
		}
	}

	/**
	 * @param list<array<string, mixed>> $categories
	 * @return list<array<string, mixed>>
	 */
	public static function category(array $categories): array {
		return [
			...$categories,
			['slug' => 'throughline', 'title' => __('Throughline', 'throughline'), 'icon' => null],
		];
	}

	/**
	 * What every view module needs to reach REST. Nothing personal where nobody is signed in: a
	 * cache may keep the page.
	 *
	 * @return array{root: string, nonce: string, ajax: string}
	 */
	public static function rest(): array {
		return [
			'root' => rest_url(Contract::REST . '/'),
			'nonce' => is_user_logged_in() ? wp_create_nonce('wp_rest') : '',
			'ajax' => admin_url('admin-ajax.php'),
		];
	}

	/** Hands REST's settings to the view modules on this page; called by every block that has one. */
	public static function config(): void {
		wp_interactivity_config('throughline', ['rest' => self::rest()]);
	}
}
