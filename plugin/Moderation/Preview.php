<?php
// The piece as visitors will see it, in the theme's own clothes, for moderators: /?throughline-preview=story-31.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

final class Preview {
	private const PARAMETER = 'throughline-preview';

	public static function address(string $kind, int $id): string {
		return add_query_arg(self::PARAMETER, "$kind-$id", home_url('/'));
	}

	/** Answers the request when it asks for a preview. Changes nothing, so a cookie suffices. */
	public static function answer(): void {
		$asked = filter_input(INPUT_GET, self::PARAMETER);
		if (!is_string($asked) || preg_match('/^([a-z]+)-(\d{1,18})$/', $asked, $part) !== 1) {
			return;
		}
		if (!current_user_can(Capabilities::MODERATE)) {
			wp_die(
				esc_html__(
					'Only moderators can look at pieces that wait. Please sign in as one.',
					'throughline',
				),
				esc_html__('Sorry', 'throughline'),
				['response' => 403],
			);
		}
		$kind = Kinds::get($part[1]);
		$id = (int) $part[2];
		$piece = $kind?->describe([$id])[$id] ?? null;
		if (
			$kind === null ||
			$piece === null ||
			!Scope::covers(get_current_user_id(), $piece['department'])
		) {
			wp_die(
				esc_html__('This piece isn’t here any more.', 'throughline'),
				esc_html__('Sorry', 'throughline'),
				['response' => 404],
			);
		}
		nocache_headers();
		header("Content-Security-Policy: frame-ancestors 'self'");
		add_filter('show_admin_bar', '__return_false');
		add_filter('wp_robots', 'wp_robots_no_robots');
		// The desk's frame runs no scripts.
		remove_action('wp_head', 'print_emoji_detection_script', 7);
		// Rendered before the head, so that the styles it needs are printed there.
		$now = Decisions::effective($part[1], $id);
		// What is proposed stands in the record alone.
		$html = $kind->preview($id, ($now['act'] ?? '') === 'propose' ? $now['content'] : null);
		?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo('charset'); ?>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<?php wp_head(); ?>
</head>
<body <?php body_class('throughline-preview'); ?>>
<div class="wp-site-blocks"><main class="is-layout-constrained has-global-padding" style="padding-block:var(--wp--preset--spacing--50,2rem)"><?php // Each kind builds its preview from escaped parts.

		echo $html;// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		?></main></div>
<?php wp_footer(); ?>
</body>
</html>
<?php exit();
	}
}
