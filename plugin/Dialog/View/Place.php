<?php
// Where the dialog stands without a block: in place of a classic theme's comments, where the site wants that; and where a comment's address leads.

namespace Throughline\Dialog\View;

use Throughline\Dialog\Comments;
use Throughline\Dialog\Dialog;
use Throughline\Dialog\Settings;

defined('ABSPATH') || exit();

final class Place {
	/** Option: `1` where the dialog takes the place of a classic theme's comments. Off until somebody says so. */
	public const OPTION = 'throughline_dialog_classic';

	public static function register(): void {
		add_filter('comments_template', [self::class, 'template'], 20);
		add_action('admin_init', [self::class, 'setting']);
		add_action('wp_enqueue_scripts', [self::class, 'style']);
	}

	public static function is_on(): bool {
		return get_option(self::OPTION) === '1' && !wp_is_block_theme();
	}

	/** Core prints the file that it is given. */
	public static function template(mixed $file): mixed {
		$post = get_post();
		return self::is_on() &&
			$post instanceof \WP_Post &&
			!has_block(Settings::BLOCK, $post->post_content)
			? __DIR__ . '/template.php'
			: $file;
	}

	/** The template's whole content. */
	public static function html(): string {
		return Dialog::render([], (int) get_the_ID());
	}

	/** Classic themes print the head first: without it the page would move when the styles come. */
	public static function style(): void {
		if (self::is_on() && is_singular()) {
			$block = \WP_Block_Type_Registry::get_instance()->get_registered(Settings::BLOCK);
			array_map('wp_enqueue_style', $block->view_style_handles ?? []);
			array_map('wp_enqueue_script_module', $block->view_script_module_ids ?? []);
		}
	}

	/** In Settings → Discussion, where WordPress has all about comments. */
	public static function setting(): void {
		if (wp_is_block_theme()) {
			return;
		}
		register_setting('discussion', self::OPTION, [
			'type' => 'string',
			'sanitize_callback' => static fn(mixed $value): string => $value === '1' ? '1' : '',
			'default' => '',
		]);
		add_settings_field(
			self::OPTION,
			__('Conversations', 'throughline'),
			static function (): void {
				printf(
					'<label><input type="checkbox" name="%1$s" value="1"%2$s> %3$s</label><p class="description">%4$s</p>',
					esc_attr(self::OPTION),
					checked(get_option(self::OPTION), '1', false),
					esc_html__('Show the dialog in place of the theme’s comments', 'throughline'),
					esc_html__(
						'Answers of your experts come first, long conversations load quickly. The comments stay WordPress’s own.',
						'throughline',
					),
				);
			},
			'discussion',
		);
	}

	/**
	 * Where our dialog stands, a comment opens in its context however deep it is; elsewhere core's address stays.
	 */
	public static function link(mixed $link, mixed $comment): mixed {
		$post = $comment instanceof \WP_Comment ? get_post((int) $comment->comment_post_ID) : null;
		return is_string($link) &&
			$comment instanceof \WP_Comment &&
			$post instanceof \WP_Post &&
			Comments::is_ours($comment->comment_type) &&
			(has_block(Settings::BLOCK, $post->post_content) || self::is_on())
			? Comments::link($comment)
			: $link;
	}
}
