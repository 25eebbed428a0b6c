<?php
// Registers the built blocks and the script module through which their views reach REST.

namespace Throughline;

defined('ABSPATH') || exit();

final class Blocks {
	public static function register(): void {
		add_action('init', [self::class, 'blocks']);
		add_filter('block_categories_all', [self::class, 'category']);
		// Only where somebody edits: a visitor's page needs no patterns.
		add_action('admin_init', [self::class, 'patterns']);
		add_action('rest_api_init', [self::class, 'patterns']);
	}

	public static function blocks(): void {
		$blocks = DIR . '/build/blocks';
		$manifest = "$blocks/blocks-manifest.php";
		if (!is_file($manifest)) {
			return; // A clone that was never built.
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
		foreach (array_keys($names) as $name) {
			$block = register_block_type_from_metadata("$blocks/$name");
			if ($block === false) {
				continue;
			}
			// On 6.8 block.json alone doesn't find a plugin's own script translations.
			foreach ($block->editor_script_handles as $handle) {
				wp_set_script_translations($handle, 'throughline', DIR . '/languages');
			}
		}
	}

	/** Each feature's patterns/NAME.php gives what register_block_pattern() takes. */
	public static function patterns(): void {
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
