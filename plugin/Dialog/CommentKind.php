<?php
// How core's comments plug into Moderation.

namespace Throughline\Dialog;

use Throughline\Contract;
use Throughline\Database;
use Throughline\Dialog\Writing\Text;
use Throughline\Moderation\Kind;
use Throughline\People\Departments;
use Throughline\People\Person;

defined('ABSPATH') || exit();

final class CommentKind implements Kind {
	public function name(): string {
		return Comments::KIND;
	}

	public function label(): string {
		return __('Comment', 'throughline');
	}

	public function describe(array $ids): array {
		if ($ids === []) {
			return [];
		}
		_prime_comment_caches($ids, false);
		$comments = array_filter(
			array_map([Comments::class, 'get'], array_combine($ids, $ids)),
			// With its page in the trash it is nobody's work, and comes back with it.
			static fn(?\WP_Comment $comment): bool => $comment !== null &&
				$comment->comment_approved !== 'post-trashed',
		);
		$pages = array_values(
			array_map(
				static fn(\WP_Comment $comment): int => (int) $comment->comment_post_ID,
				$comments,
			),
		);
		Departments::prime_with($pages);
		Person::prime(
			array_map(static fn(\WP_Comment $comment): int => (int) $comment->user_id, $comments),
		);
		return array_map(
			static fn(\WP_Comment $comment): array => [
				'title' => self::title($comment),
				'excerpt' => Comments::shorten(Comments::plain($comment), 200),
				'text' => Text::to_plain($comment->comment_content),
				'contributor' => (int) $comment->user_id,
				'name' => self::author($comment),
				'mail' => self::mail($comment),
				'department' => Comments::department($comment),
				'page' => (int) $comment->comment_post_ID,
				'thumbnail' => null,
				'people' => '',
				'link' => $comment->comment_approved === '1' ? Comments::link($comment) : null,
			],
			$comments,
		);
	}

	public function content(int $id): ?array {
		$comment = Comments::get($id);
		return $comment === null
			? null
			: ['title' => '', 'text' => Text::to_plain($comment->comment_content), 'photos' => []];
	}

	public function write(int $id, array $content): void {
		$result = wp_update_comment(
			[
				'comment_ID' => $id,
				'comment_content' => wp_slash(Text::to_stored($content['text'])),
			],
			true,
		);
		if (is_wp_error($result)) {
			throw new \RuntimeException(esc_html($result->get_error_message()));
		}
	}

	public function context(int $id): array {
		$comment = Comments::get($id);
		if ($comment === null) {
			return [];
		}
		$above = [];
		for (
			$parent = Comments::get((int) $comment->comment_parent);
			$parent !== null && count($above) < 10;
			$parent = Comments::get((int) $parent->comment_parent)
		) {
			array_unshift($above, [
				'name' => self::author($parent),
				'text' => Comments::shorten(Comments::plain($parent), 400),
				'link' => Comments::link($parent),
			]);
		}
		$page = get_post((int) $comment->comment_post_ID);
		return [
			...$page instanceof \WP_Post
				? [
					[
						'name' => Comments::page_title($page->ID),
						'text' => '',
						'link' => get_permalink($page),
					],
				]
				: [],
			...$above,
		];
	}

	public function page(int $id): int {
		return (int) (Comments::get($id)->comment_post_ID ?? 0);
	}

	public function photos(int $id): array {
		return [];
	}

	public function hide_photo(int $id, int $photo, bool $hidden): void {}

	public function lock(int $id): void {
		Comments::lock($id);
	}

	public function publish(int $id): void {
		self::set_status($id, 'approve', '1');
	}

	public function withhold(int $id, string $state): void {
		self::set_status($id, 'hold', '0');
	}

	public function preview(int $id, ?array $content = null): string {
		$comment = Comments::get($id);
		if ($comment === null) {
			return '';
		}
		return sprintf(
			'<article class="comment-body"><p><strong>%s</strong> <span>%s</span></p><div class="comment-content">%s</div></article>',
			esc_html(self::author($comment)),
			esc_html(
				sprintf(
					/* translators: %s: title of the page that is commented on */
					__('on “%s”', 'throughline'),
					Comments::page_title((int) $comment->comment_post_ID),
				),
			),
			Text::html(
				$content === null ? $comment->comment_content : Text::to_stored($content['text']),
			),
		);
	}

	public function limits(): array {
		return ['title' => 0, 'text' => Comments::MAX_LENGTH, 'photos' => 0];
	}

	public function problem(array $content): ?\WP_Error {
		$length = mb_strlen(trim($content['text']));
		return match (true) {
			$length === 0 => new \WP_Error(
				'throughline_empty_comment',
				__('There is nothing to send yet: please write a sentence.', 'throughline'),
				['status' => 422, 'field' => 'text'],
			),
			$length > Comments::MAX_LENGTH => Contract::complaint('text', 'rest_too_long'),
			default => null,
		};
	}

	public function anonymise(int $id, string $name = ''): void {
		// Not by wp_update_comment(): its words did not change, and whoever follows changes would take them for new.
		Database::write(
			"UPDATE %i SET user_id = 0, comment_author = %s, comment_author_email = '', comment_author_url = '',
			comment_author_IP = '', comment_agent = '' WHERE comment_ID = %d",
			Database::wpdb()->comments,
			$name,
			$id,
		);
		clean_comment_cache($id);
	}

	public function erase(int $id): void {
		wp_delete_comment($id, true);
	}

	public function by_mail(string $mail): array {
		$rows = Database::rows(
			"SELECT comment_ID FROM %i WHERE comment_author_email = %s AND user_id = 0
			AND comment_type IN ('comment', '') ORDER BY comment_ID LIMIT 1000",
			Database::wpdb()->comments,
			$mail,
		);
		return array_map(static fn(array $row): int => (int) $row['comment_ID'], $rows);
	}

	private static function title(\WP_Comment $comment): string {
		$words = Comments::shorten(Comments::plain($comment), 60);
		return $words === '' ? __('A comment without words', 'throughline') : $words;
	}

	private static function author(\WP_Comment $comment): string {
		if ((int) $comment->user_id > 0) {
			return Person::of((int) $comment->user_id)['name'];
		}
		$name = html_entity_decode($comment->comment_author, ENT_QUOTES | ENT_HTML5, 'UTF-8');
		return $name === '' ? __('Somebody without a name', 'throughline') : $name;
	}

	private static function mail(\WP_Comment $comment): string {
		$user = (int) $comment->user_id > 0 ? get_userdata((int) $comment->user_id) : false;
		return $user === false ? $comment->comment_author_email : $user->user_email;
	}

	/** @param 'approve'|'hold' $act */
	private static function set_status(int $id, string $act, string $status): void {
		$comment = Comments::get($id);
		if ($comment === null || $comment->comment_approved === $status) {
			return;
		}
		$result = wp_set_comment_status($id, $act, true);
		if (is_wp_error($result) || Comments::get($id)?->comment_approved !== $status) {
			throw new \RuntimeException('The comment’s status could not be changed.');
		}
	}
}
