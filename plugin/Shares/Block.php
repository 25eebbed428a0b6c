<?php
// The block `share`: one card, or those that belong to the page that it stands in.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\People\Capabilities;
use Throughline\People\Scope;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

final class Block {
	/** Of those that belong to a page. */
	private const COUNT = 3;

	/**
	 * Nothing at all where there is nothing to show.
	 *
	 * @param array<string, mixed> $attributes
	 */
	public static function render(array $attributes): string {
		$id = is_numeric($attributes['share'] ?? null) ? (int) $attributes['share'] : 0;
		$cards = '';
		if (($attributes['attached'] ?? false) === true) {
			$page = get_the_ID();
			foreach (Shares::of_page($page === false ? 0 : $page, self::COUNT) as $one) {
				$cards .= Card::html($one, ['live' => true]);
			}
		} elseif (get_post_status($id) === 'publish') {
			$cards = Card::html($id, ['live' => true]);
		} elseif (self::is_preview($id)) {
			$cards =
				'<p class="throughline-share__waits">' .
				esc_html__('Visitors see this once it is published at the desk.', 'throughline') .
				'</p>' .
				Card::html($id, ['waiting' => true]);
		}
		return $cards === ''
			? ''
			: sprintf('<div %s>%s</div>', get_block_wrapper_attributes(), $cards);
	}

	/** Whether the editor asks, for somebody who may see what waits. */
	private static function is_preview(int $id): bool {
		$post = Shares::post($id);
		$user = get_current_user_id();
		return $post !== null &&
			$user > 0 &&
			wp_is_serving_rest_request() &&
			((int) $post->post_author === $user ||
				(user_can($user, Capabilities::MODERATE) &&
					Scope::covers($user, Stories::department($id))));
	}
}
