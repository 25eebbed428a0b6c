<?php
// The form to submit a story: who sees what of it, and the way it goes without JavaScript.

declare(strict_types=1);

namespace Throughline\Stories;

use Throughline\Blocks;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Input from Stories
 * @phpstan-import-type Told from Stories
 * @phpstan-type Shown array{
 *     draft: int, values: Input, problems: list<\WP_Error>, told: Told|null
 * }
 */
final class Form {
	public const ID = 'throughline-story-form';
	/** In the address: the draft that is shown. 0 while there is none yet. */
	public const DRAFT = 'throughline-draft';
	/** In the address of the editor's request for a preview. */
	public const PREVIEW = 'throughline-form-preview';

	/** @var Shown|null what the way without JavaScript has to show on this page */
	private static ?array $shown = null;
	private static int $count = 0;

	/** Takes what a browser without JavaScript sends, before anything is printed. */
	public static function handle(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- FormPost checks it before anything changes.
		if (!isset($_GET[self::DRAFT]) && !isset($_POST[FormPost::MARK])) {
			return;
		}
		nocache_headers();
		self::$shown = FormPost::answer();
	}

	/** @param array<string, mixed> $attributes of the block */
	public static function render(array $attributes): string {
		$preview = self::is_preview();
		if (is_feed() || (is_embed() && !$preview)) {
			return '';
		}
		$number = ++self::$count;
		$shown = $preview || $number > 1 ? null : self::$shown;
		$view = new FormView([
			'id' => self::ID . ($number > 1 ? "-$number" : ''),
			'heading' => isset($attributes['heading'])
				? self::text($attributes, 'heading')
				: __('Show what you did today', 'throughline'),
			'introduction' => self::text($attributes, 'introduction'),
			'department' => Departments::existing(self::number($attributes, 'department')),
		]);
		// Nothing personal where nobody is signed in: a cache may keep the page.
		if (!$preview && !is_user_logged_in()) {
			return $shown === null ? $view->signed_out() : $view->plain($shown);
		}
		if (!$preview && !Stories::may_submit()) {
			return $view->refused();
		}
		if ($shown !== null) {
			return $shown['told'] === null ? $view->plain($shown) : $view->told($shown['told']);
		}
		Blocks::config();
		FormWords::config();
		return $view->live($preview ? 0 : get_current_user_id());
	}

	/** The page that the form stands in, without what a query added. */
	public static function here(): string {
		$page = is_singular() ? get_permalink(get_queried_object_id()) : false;
		if (is_string($page)) {
			return $page;
		}
		$path = wp_parse_url(self::server('REQUEST_URI'), PHP_URL_PATH);
		$home = wp_parse_url(home_url());
		$host = is_array($home) ? $home['host'] ?? '' : '';
		$port = is_array($home) && isset($home['port']) ? ":{$home['port']}" : '';
		return set_url_scheme(
			"https://$host$port" . (is_string($path) ? $path : '/'),
			is_ssl() ? 'https' : 'http',
		);
	}

	/** @param array<string, string|int> $query */
	public static function address(array $query = []): string {
		return add_query_arg($query, self::here()) . '#' . self::ID;
	}

	public static function server(string $name): string {
		$value = $_SERVER[$name] ?? '';
		return is_string($value) ? sanitize_text_field(wp_unslash($value)) : '';
	}

	/** Whether the editor asks: it shows the form as a contributor sees it. */
	private static function is_preview(): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses what is shown.
		return wp_is_serving_rest_request() &&
			isset($_GET[self::PREVIEW]) &&
			current_user_can('edit_posts');
	}

	/** @param array<string, mixed> $attributes */
	private static function text(array $attributes, string $name): string {
		return is_string($attributes[$name] ?? null) ? trim($attributes[$name]) : '';
	}

	/** @param array<string, mixed> $attributes */
	private static function number(array $attributes, string $name): int {
		return is_numeric($attributes[$name] ?? null) ? (int) $attributes[$name] : 0;
	}
}
