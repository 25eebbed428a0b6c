<?php
// A story in full: its pictures, its text, who tells it. On its own page, and as moderators see it before.

namespace Throughline\Stories;

use Throughline\Moderation\CalmBanner;
use Throughline\Moderation\Kind;
use Throughline\Moderation\ReportPage;
use Throughline\People\Departments;

use const Throughline\FILE;
use const Throughline\VERSION;
use function Throughline\asks_us;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Content from Kind
 * @phpstan-import-type Photo from Photos
 */
final class StoryView {
	/** @var list<int> the story whose text was taken out, for each run of the content filters that is under way; 0 for none */
	private static array $taken_out = [];

	public static function register(): void {
		// A story's text passes no filter between these two: there shortcodes run and embeds are fetched.
		add_filter('the_content', [self::class, 'take_out'], PHP_INT_MIN);
		add_filter('the_content', [self::class, 'put_in'], PHP_INT_MAX);
		add_filter('the_title', [self::class, 'name_untitled'], 10, 2);
		add_filter('single_post_title', [self::class, 'name_untitled'], 10, 2);
		// Classic themes print the head before the story; styles that come later would move the page.
		add_action('wp_enqueue_scripts', [self::class, 'style_page']);
		// Where a story is shown or templates are edited, and nowhere else: other pages are spared it.
		foreach (['wp', 'admin_init', 'rest_api_init'] as $moment) {
			add_action($moment, [self::class, 'register_template']);
		}
	}

	/**
	 * Safe HTML. `waiting` shows the title, too, and photos that only moderators may see yet; `content` shows other
	 * words than those that stand in the story.
	 *
	 * @param Content|null $content
	 */
	public static function html(int $id, bool $waiting, ?array $content = null): string {
		$post = get_post($id);
		if (!($post instanceof \WP_Post) || $post->post_type !== Stories::TYPE) {
			return '';
		}
		self::style();
		$text = Text::escape(
			$content === null ? $post->post_content : Text::to_html($content['text']),
		);
		$title = $content['title'] ?? '';
		$photos = [];
		foreach (self::shown($id, $content) as $photo) {
			// Moderators see what is hidden, visitors not even that it was there.
			if ($photo['hidden'] && !$waiting) {
				continue;
			}
			$html = self::photo($photo, $photos === []);
			if ($html !== '') {
				$photos[] = $html;
			}
		}
		return sprintf(
			'%s<div class="throughline-story">%s%s%s%s%s</div>',
			$waiting
				? '<h1 class="wp-block-post-title">' .
					esc_html($title !== '' ? $title : Stories::title($post)) .
					'</h1>'
				: '',
			$photos[0] ?? '',
			$text === '' ? '' : '<div class="throughline-story__text">' . $text . '</div>',
			isset($photos[1])
				? '<div class="throughline-story__photos">' .
					implode('', array_slice($photos, 1)) .
					'</div>'
				: '',
			Byline::html([
				'person' => Stories::person($post),
				'department' => Departments::name(Stories::department($id)) ?? '',
				'published' => $post->post_status === 'publish' ? $post->post_date_gmt : '',
			]),
			$waiting || is_feed()
				? ''
				: self::below($id) .
					'<p class="throughline-story__report">' .
					ReportPage::link('story', $id) .
					'</p>',
		);
	}

	private static function below(int $id): string {
		/** Filters the safe HTML below a published story. */
		$html = apply_filters('throughline_below_story', '', $id);
		return is_string($html) ? $html : '';
	}

	/**
	 * @param Content|null $content
	 * @return list<Photo>
	 */
	private static function shown(int $id, ?array $content): array {
		$photos = Photos::of_story($id);
		if ($content === null) {
			return $photos;
		}
		$by_id = array_column($photos, null, 'id');
		$shown = [];
		foreach ($content['photos'] as $photo) {
			if (isset($by_id[$photo['id']])) {
				$shown[] = ['alt' => $photo['alt']] + $by_id[$photo['id']];
			}
		}
		return $shown;
	}

	/** Before all other filters. */
	public static function take_out(string $content): string {
		$post = get_post();
		// Other things than the post's own content pass these filters, too, while it is printed.
		$own =
			$post instanceof \WP_Post &&
			$post->post_type === Stories::TYPE &&
			trim($content) === trim($post->post_content);
		self::$taken_out[] = $own ? $post->ID : 0;
		return $own ? '' : $content;
	}

	/** After all other filters; what they added follows the story. */
	public static function put_in(string $content): string {
		$id = array_pop(self::$taken_out) ?? 0;
		return $id > 0
			? self::html($id, false) .
					(is_singular(Stories::TYPE) ? CalmBanner::html($id) : '') .
					$content
			: $content;
	}

	/** Themes, tabs and search engines need a name where a story has no title. */
	public static function name_untitled(mixed $title, mixed $post = 0): mixed {
		$story = match (true) {
			$title !== '' => null,
			is_numeric($post) => get_post((int) $post),
			default => $post,
		};
		return $story instanceof \WP_Post && $story->post_type === Stories::TYPE
			? esc_html(Stories::title($story))
			: $title;
	}

	/**
	 * A theme's template for posts speaks of categories and shows avatars from elsewhere. Owners may edit this
	 * one in the site editor; a theme may bring its own.
	 */
	public static function register_template(): void {
		$name = 'throughline//single-' . Stories::TYPE;
		if (
			asks_us() ||
			!wp_is_block_theme() ||
			(current_action() === 'wp' && !is_singular(Stories::TYPE)) ||
			\WP_Block_Templates_Registry::get_instance()->is_registered($name)
		) {
			return;
		}
		register_block_template($name, [
			'title' => __('Story', 'throughline'),
			'description' => __('The page of one story.', 'throughline'),
			'post_types' => [Stories::TYPE],
			'content' => (string) file_get_contents(
				__DIR__ . '/templates/single-' . Stories::TYPE . '.html',
			),
		]);
	}

	public static function style_page(): void {
		if (is_singular(Stories::TYPE)) {
			self::style();
		}
	}

	private static function style(): void {
		foreach (['byline', 'story'] as $name) {
			$handle = "throughline-$name";
			wp_enqueue_style($handle, plugins_url("Stories/$name.css", FILE), [], VERSION);
			// Small enough for core to print it into the page.
			wp_style_add_data($handle, 'path', __DIR__ . "/$name.css");
		}
	}

	/** @param Photo $photo */
	private static function photo(array $photo, bool $first): string {
		$attributes = [
			'sizes' => $first ? '(min-width: 48em) 720px, 100vw' : '(min-width: 48em) 360px, 100vw',
			'decoding' => 'async',
			...$first ? ['loading' => 'eager', 'fetchpriority' => 'high'] : ['loading' => 'lazy'],
		];
		$image =
			$photo['attachment'] > 0 && $photo['secret'] === ''
				? wp_get_attachment_image($photo['attachment'], 'large', false, $attributes)
				: self::sealed($photo);
		return $image === ''
			? ''
			: '<figure class="throughline-story__photo">' . $image . '</figure>';
	}

	/**
	 * By its route, which shows it to its contributor and moderators alone.
	 *
	 * @param Photo $photo
	 */
	private static function sealed(array $photo): string {
		$size = $photo['sizes']['large'] ?? ($photo['sizes']['full'] ?? $photo);
		return sprintf(
			'<img src="%s" width="%d" height="%d" alt="%s" decoding="async">',
			esc_url(
				add_query_arg(
					'_wpnonce',
					wp_create_nonce('wp_rest'),
					Photos::address($photo['id'], 'large'),
				),
			),
			$size['width'],
			$size['height'],
			esc_attr($photo['alt']),
		);
	}
}
