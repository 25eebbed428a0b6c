<?php
// A page at an address of ours, in the theme's own clothes, which no cache keeps and no search engine lists.

namespace Throughline\Moderation;

use const Throughline\FILE;
use const Throughline\VERSION;

defined('ABSPATH') || exit();

final class Page {
	/**
	 * Prints the page and ends the request. Runs before the admin bar (0) on template_redirect.
	 *
	 * @param string $html safe HTML below the heading
	 */
	public static function show(string $title, string $html, int $status = 200): never {
		self::prepare($title, $status);
		$main = sprintf(
			'<main id="throughline-page" class="is-layout-constrained has-global-padding"><div class="throughline-page"><h1 class="throughline-page__title">%s</h1>%s</div></main>',
			esc_html($title),
			$html,
		);
		wp_is_block_theme() ? self::print_blocks($main) : self::print_classic($main);
		exit();
	}

	/** A page that says one thing; with a way on where there is one. */
	public static function say(string $title, string $sentence, int $status = 200): never {
		self::show($title, '<p>' . esc_html($sentence) . '</p>', $status);
	}

	/**
	 * Headers of a page whose address may be a key, wherever it is printed: nobody keeps it, nobody lists it, and
	 * nothing in it tells anybody else that it was opened.
	 */
	public static function headers(): void {
		nocache_headers();
		// Plugins that keep whole pages agree on this name.
		defined('DONOTCACHEPAGE') || define('DONOTCACHEPAGE', true);
		$uploads = wp_parse_url(wp_upload_dir(null, false)['baseurl'], PHP_URL_HOST);
		$own = "'self'" . (is_string($uploads) ? " $uploads" : '');
		header(
			"Content-Security-Policy: default-src 'self'; img-src $own data:; font-src $own data:; style-src $own 'unsafe-inline'; script-src $own 'unsafe-inline'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'",
		);
		header('Referrer-Policy: no-referrer');
		header('X-Robots-Tag: noindex, nofollow');
		// It is not the page of the newest posts, on which classic themes write the site's name as the heading.
		$query = $GLOBALS['wp_query'] ?? null;
		if ($query instanceof \WP_Query) {
			$query->is_home = false;
		}
		add_filter('wp_robots', 'wp_robots_no_robots');
		add_filter('show_admin_bar', '__return_false');
		// It runs a worker made on the spot, and asks a third party for pictures of emoji.
		remove_action('wp_head', 'print_emoji_detection_script', 7);
	}

	private static function prepare(string $title, int $status): void {
		status_header($status);
		self::headers();
		$name = "$title – " . get_bloginfo('name', 'display');
		add_filter('pre_get_document_title', static fn(): string => $name, PHP_INT_MAX);
		remove_action('wp_head', 'rel_canonical');
		remove_action('wp_head', 'feed_links', 2);
		remove_action('wp_head', 'wp_shortlink_wp_head');
		wp_enqueue_style('throughline-page', plugins_url('Moderation/page.css', FILE), [], VERSION);
		// Small enough for core to print it into the page.
		wp_style_add_data('throughline-page', 'path', __DIR__ . '/page.css');
	}

	private static function print_blocks(string $main): void {
		// Made before the head, so that the styles they need are printed there.
		$header = self::part('header');
		$footer = self::part('footer');
		remove_action('wp_head', '_block_template_render_title_tag', 1);
		remove_action('wp_head', '_wp_render_title_tag', 1);
		?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo('charset'); ?>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><?php echo esc_html(wp_get_document_title()); ?></title>
<?php wp_head(); ?>
</head>
<body <?php body_class('throughline-preview'); ?>>
<?php wp_body_open(); ?>
<div class="wp-site-blocks"><?php // All three are built from escaped parts.

		echo $header .
	$main .
	$footer;// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		?></div>
<?php wp_footer(); ?>
</body>
</html>
<?php
	}

	/** @param 'header'|'footer' $name */
	private static function part(string $name): string {
		ob_start();
		block_template_part($name);
		$html = trim((string) ob_get_clean());
		return $html === '' ? '' : "<$name class=\"wp-block-template-part\">$html</$name>";
	}

	private static function print_classic(string $main): void {
		get_header();
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- built from escaped parts.
		echo $main;
		get_footer();
	}
}
