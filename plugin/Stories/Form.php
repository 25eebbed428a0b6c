<?php
// The form to submit a story: who sees what of it, and where the way without JavaScript comes in.

declare(strict_types=1);

namespace Throughline\Stories;

use Throughline\Blocks;
use Throughline\Moderation\Calm;
use Throughline\Moderation\CalmBanner;
use Throughline\People\Departments;
use Throughline\Stories\Form\Post;
use Throughline\Stories\Form\Request;
use Throughline\Stories\Form\View;
use Throughline\Stories\Form\Words;

defined('ABSPATH') || exit();

/** @phpstan-import-type Shown from Post */
final class Form {
	public const BLOCK = 'throughline/story-form';
	public const ID = 'throughline-story-form';
	/** In the address: the draft that is shown; 0 while there is none yet. */
	public const DRAFT = 'throughline-draft';
	/** In the address of the editor's request for a preview. */
	public const PREVIEW = 'throughline-form-preview';

	/** @var Shown|null what the way without JavaScript has to show on this page */
	private static ?array $shown = null;
	private static int $count = 0;

	/** Takes what a browser without JavaScript sends, before anything is printed. */
	public static function handle(): void {
		// phpcs:ignore WordPress.Security.NonceVerification -- Post checks it before anything changes.
		if (isset($_GET[self::DRAFT]) || isset($_POST[Request::MARK])) {
			nocache_headers();
			self::$shown = Post::answer();
		}
	}

	/** @param array<string, mixed> $attributes of the block */
	public static function render(array $attributes): string {
		if (is_feed() || is_embed()) {
			return '';
		}
		$preview = self::is_preview();
		$number = ++self::$count;
		$department = $attributes['department'] ?? 0;
		$view = new View([
			'id' => self::ID . ($number > 1 ? "-$number" : ''),
			'heading' =>
				self::text($attributes, 'heading') ?? __('Show what you did today', 'throughline'),
			'introduction' => self::text($attributes, 'introduction') ?? '',
			'department' => Departments::existing(is_int($department) ? $department : 0),
		]);
		$shown = $preview || $number > 1 ? null : self::$shown;
		if ($preview || ($shown === null && Stories::may_submit())) {
			Blocks::config();
			Words::config();
			return ($preview ? '' : self::calm()) .
				$view->live($preview ? 0 : get_current_user_id());
		}
		return self::calm() .
			match (true) {
				$shown !== null && $shown['told'] !== null => $view->told($shown['told']),
				$shown !== null => $view->plain($shown),
				// Nothing personal where nobody is signed in: a cache may keep the page.
				!is_user_logged_in() => $view->signed_out(),
				default => $view->refused(),
			};
	}

	/** Who gets no form needs none of its files. */
	public static function spare_strangers(string $html): string {
		if (!Stories::may_submit()) {
			Blocks::spare(self::BLOCK);
		}
		return $html;
	}

	/** What those are told who write while it is calm; safe HTML. */
	private static function calm(): string {
		return CalmBanner::html(is_singular() ? get_queried_object_id() : Calm::SITE);
	}

	/** The page that the form stands in, without what a query added. */
	public static function here(): string {
		$page = is_singular() ? get_permalink(get_queried_object_id()) : false;
		if (is_string($page)) {
			return $page;
		}
		$path = wp_parse_url(self::server('REQUEST_URI'), PHP_URL_PATH);
		$origin = preg_replace('~^(\w+://[^/]+).*~', '$1', home_url());
		return $origin . (is_string($path) ? $path : '/');
	}

	/** @param array<string, string|int> $query */
	public static function address(array $query = [], string $part = ''): string {
		return add_query_arg($query, self::here()) . '#' . self::ID . $part;
	}

	public static function server(string $name): string {
		$value = $_SERVER[$name] ?? '';
		return is_string($value) ? sanitize_text_field(wp_unslash($value)) : '';
	}

	/** Whether the editor asks: it shows the form as a contributor sees it. */
	private static function is_preview(): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses what is shown.
		$asked = isset($_GET[self::PREVIEW]);
		return $asked && wp_is_serving_rest_request() && current_user_can('edit_posts');
	}

	/** @param array<string, mixed> $attributes */
	private static function text(array $attributes, string $name): ?string {
		return is_string($attributes[$name] ?? null) ? trim($attributes[$name]) : null;
	}
}
