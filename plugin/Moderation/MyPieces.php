<?php
// One's own pieces: the block with all of them for whoever is signed in, and the page of one, by login or by a signed link.

namespace Throughline\Moderation;

use Throughline\Blocks;
use Throughline\Database;
use Throughline\Moderation\Mine\Acts;
use Throughline\Moderation\Mine\Html;
use Throughline\Moderation\Mine\Listing;
use Throughline\Moderation\Mine\Piece;
use Throughline\Moderation\Mine\Request;
use Throughline\Moderation\Mine\Words;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Owned from Own
 * @phpstan-import-type Shown from Acts
 */
final class MyPieces {
	public const BLOCK = 'throughline/my-pieces';
	/** In the address of the list where no page has the block. */
	public const ALL = 'mine';
	/** In the address of the editor's request for a preview. */
	public const PREVIEW = 'throughline-mine-preview';
	/** Option, not loaded with every page: the page that has the block, 0 for none. */
	private const PAGE = 'throughline_my_pieces';

	/** @var array{own: Owned|null, shown: Shown, title: string}|null what this request's page has to show */
	private static ?array $asked = null;

	/**
	 * Where a piece is opened: on the page that has our block, else on a page of its own.
	 *
	 * @param string $piece as Own names it; '' for the list of all
	 */
	public static function address(string $piece): string {
		$page = self::page();
		$link = $page > 0 ? get_permalink($page) : false;
		return match (true) {
			is_string($link) && $piece === '' => $link,
			is_string($link) => add_query_arg(Links::PARAMETER, $piece, $link),
			default => add_query_arg(
				Links::PARAMETER,
				$piece === '' ? self::ALL : $piece,
				home_url('/'),
			),
		};
	}

	/** Answers a request that names a piece, before anything is printed. Opening it changes nothing. */
	public static function answer(): void {
		$asked = Request::asked();
		$list = $asked === self::ALL || ($asked === null && self::is_page());
		if ($asked === null && (!$list || !Request::is_post())) {
			return;
		}
		$own = $list ? null : Own::piece($asked);
		// What is withdrawn for good has no title afterwards.
		$title = $own === null ? '' : Piece::title($own);
		$shown = match (true) {
			$own !== null => Acts::answer($own),
			$list => Listing::answer(),
			default => Acts::NOTHING,
		};
		Page::headers();
		if ($own === null && !$list) {
			status_header(404);
		}
		self::$asked = ['own' => $own, 'shown' => $shown, 'title' => $title];
		if (self::is_page()) {
			return;
		}
		self::style();
		Page::show(
			$own === null ? __('What you sent', 'throughline') : $title,
			'<div class="wp-block-throughline-my-pieces">' .
				($list ? self::all($shown) : self::one(false)) .
				'</div>',
			(int) http_response_code(),
		);
	}

	public static function render(): string {
		if (is_feed() || is_embed()) {
			return '';
		}
		$inside = match (true) {
			self::is_preview() => Listing::example(),
			self::$asked !== null && self::named() => self::one(true),
			default => self::all(self::$asked['shown'] ?? Acts::NOTHING),
		};
		return '<div ' . get_block_wrapper_attributes() . ">$inside</div>";
	}

	/** Who sees nothing of theirs needs no styles for it. */
	public static function spare_strangers(string $html): string {
		if (!is_user_logged_in() && !self::named()) {
			Blocks::spare(self::BLOCK);
		}
		return $html;
	}

	/** Whether the address names a piece, theirs or not. */
	private static function named(): bool {
		$asked = Request::asked();
		return $asked !== null && $asked !== self::ALL;
	}

	private static function one(bool $heading): string {
		$own = self::$asked['own'] ?? null;
		if ($own === null) {
			return Html::p(
				__(
					'This link opens nothing any more. Please take the newest mail that we sent you, or sign in with your account.',
					'throughline',
				),
			) . self::sign_in();
		}
		$title = self::$asked['title'] ?? '';
		return ($heading
			? '<h2 class="throughline-mine__title">' . Html::text($title) . '</h2>'
			: '') . Piece::html($own, self::$asked['shown'] ?? Acts::NOTHING);
	}

	/** @param Shown $shown */
	private static function all(array $shown): string {
		// Nothing personal where nobody is signed in: a cache may keep the page.
		if (!is_user_logged_in()) {
			return Html::p(
				__(
					'To see what you sent, please sign in. Without an account, open the link in the mail that we sent you.',
					'throughline',
				),
			) . self::sign_in();
		}
		$said = Words::said($shown['said']);
		return ($said === ''
			? ''
			: '<p class="throughline-mine__said" role="status">' . esc_html($said) . '</p>') .
			Listing::html(get_current_user_id());
	}

	private static function sign_in(): string {
		return is_user_logged_in()
			? ''
			: sprintf(
				'<p style="margin-block-start:1em"><a class="wp-element-button" href="%s">%s</a></p>',
				esc_url(wp_login_url(self::address(''))),
				esc_html__('Sign in', 'throughline'),
			);
	}

	/** Whether this request's page has our block. */
	private static function is_page(): bool {
		$post = is_singular() ? get_queried_object() : null;
		return $post instanceof \WP_Post && has_block(self::BLOCK, $post->post_content);
	}

	/** The page that has our block; 0 for none. */
	private static function page(): int {
		$known = get_option(self::PAGE, null);
		if (is_numeric($known)) {
			return (int) $known;
		}
		$row = Database::row(
			"SELECT ID FROM %i WHERE post_type = 'page' AND post_status = 'publish' AND post_password = ''
			AND post_content LIKE %s ORDER BY ID LIMIT 1",
			Database::wpdb()->posts,
			'%<!-- wp:' . Database::wpdb()->esc_like(self::BLOCK) . '%',
		);
		update_option(self::PAGE, (int) ($row['ID'] ?? 0), false);
		return (int) ($row['ID'] ?? 0);
	}

	/** A page came, went, or was changed: which one has the block is looked up again. */
	public static function forget_page(int $id, \WP_Post $post): void {
		if (
			$post->post_type === 'page' &&
			(has_block(self::BLOCK, $post->post_content) || self::page() === $id)
		) {
			delete_option(self::PAGE);
		}
	}

	/** Whether the editor asks: it shows an example where nothing was sent yet. */
	private static function is_preview(): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses what is shown.
		$asked = isset($_GET[self::PREVIEW]);
		return $asked && wp_is_serving_rest_request() && current_user_can('edit_posts');
	}

	/** The block's own style, where it stands on no page. */
	private static function style(): void {
		$block = \WP_Block_Type_Registry::get_instance()->get_registered(self::BLOCK);
		array_map('wp_enqueue_style', $block->view_style_handles ?? []);
	}
}
