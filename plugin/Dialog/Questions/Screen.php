<?php
// The page Questions in wp-admin: what the desks have to answer. And the ways to it: the row action by which a moderator puts a comment before a desk, and the toolbar's entry on a story that changed something.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Comments;
use Throughline\People\Capabilities;
use Throughline\People\Scope;
use Throughline\Screens;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

final class Screen {
	private const SLUG = 'throughline-questions';

	public static function register(): void {
		Screens::add(self::SLUG, [
			'title' => __('Questions', 'throughline'),
			'capability' => current_user_can(Capabilities::MODERATE)
				? Capabilities::MODERATE
				: Capabilities::ANSWER,
			'script' => 'questions',
			'settings' => static fn(): array => [
				'overview' => Overview::of(get_current_user_id()),
				'route' => self::asked(),
				'story' => self::story(),
			],
		]);
	}

	public static function address(int $comment): string {
		return add_query_arg('comment', (string) $comment, Screens::address(self::SLUG));
	}

	/**
	 * @param array<string, string> $actions
	 * @return array<string, string>
	 */
	public static function row_action(array $actions, mixed $comment): array {
		if ($comment instanceof \WP_Comment && self::may_route($comment)) {
			$actions['throughline'] = sprintf(
				'<a href="%s">%s</a>',
				esc_url(self::address((int) $comment->comment_ID)),
				esc_html__('Ask a desk', 'throughline'),
			);
		}
		return $actions;
	}

	public static function story_node(\WP_Admin_Bar $bar): void {
		$story = is_singular(Stories::TYPE) ? get_queried_object_id() : 0;
		if ($story > 0 && StoryChange::may_write(get_current_user_id(), $story)) {
			$bar->add_node([
				'id' => 'throughline-changed',
				'title' => esc_html__('We changed something', 'throughline'),
				'href' => add_query_arg('story', (string) $story, Screens::address(self::SLUG)),
			]);
		}
	}

	/** @return array{id: int, text: string}|null the story because of which something was changed */
	private static function story(): ?array {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only chooses what is shown.
		$id = $_GET['story'] ?? '';
		$story = is_string($id) && ctype_digit($id) ? Stories::get((int) $id) : null;
		return $story !== null && StoryChange::may_write(get_current_user_id(), $story->ID)
			? ['id' => $story->ID, 'text' => Stories::title($story)]
			: null;
	}

	/** @return array{id: int, text: string}|null the comment that a moderator wants to put before a desk */
	private static function asked(): ?array {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only chooses what is shown.
		$id = $_GET['comment'] ?? '';
		$comment = is_string($id) && ctype_digit($id) ? Comments::get((int) $id) : null;
		return $comment !== null && self::may_route($comment)
			? ['id' => (int) $comment->comment_ID, 'text' => Comments::plain($comment)]
			: null;
	}

	private static function may_route(\WP_Comment $comment): bool {
		return Comments::is_ours($comment->comment_type) &&
			current_user_can(Capabilities::MODERATE) &&
			Scope::covers(get_current_user_id(), Comments::department($comment));
	}
}
