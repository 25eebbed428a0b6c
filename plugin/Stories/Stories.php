<?php
// Stories: the post type, and the ways in which one comes to be.

namespace Throughline\Stories;

use Throughline\Contract;
use Throughline\Database;
use Throughline\Guidelines\Acknowledgements;
use Throughline\Moderation\Contributions;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Kind;
use Throughline\Moderation\LooksNext;
use Throughline\Moderation\MyPieces;
use Throughline\Moderation\Submissions;
use Throughline\People\Capabilities;
use Throughline\People\Departments;
use Throughline\People\Person;
use Throughline\Standing\Sentences;

use function Throughline\names_show;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Content from Kind
 * @phpstan-import-type Face from Person
 * @phpstan-import-type Shown from Person
 * @phpstan-type Input array{
 *     submission: string, title: string, text: string, department: int, recognisable: string,
 *     photos: list<array{id: int, alt: string}>, guidelines?: int
 * }
 * `guidelines` is the edition that they say to know.
 * @phpstan-type Told array{id: int, state: string, title: string, message: string, link: string|null, mine: string}
 */
final class Stories {
	public const TYPE = 'tl_story';
	/** Post meta: '', nobody, me or others can be recognised in the photos. */
	public const RECOGNISABLE = '_throughline_recognisable';
	/** Post meta of drafts made without JavaScript: the submission they will be sent as. */
	public const SUBMISSION = '_throughline_submission';
	/** Post meta: the name beneath a story that has no account behind it any more. */
	public const NAME = '_throughline_name';
	public const MAX_PHOTOS = 10;

	public static function register(): void {
		register_post_type(self::TYPE, [
			'labels' => names_show()
				? [
					'name' => __('Stories', 'throughline'),
					'singular_name' => __('Story', 'throughline'),
				]
				: ['name' => 'Stories', 'singular_name' => 'Story'],
			'public' => true,
			// Core's screens and routes would show employees to strangers and let raw HTML in.
			'show_ui' => false,
			'show_in_rest' => false,
			'show_in_nav_menus' => false,
			// A type of its own, so that no role of core may touch a story past our routes.
			'capability_type' => ['tl_story', 'tl_stories'],
			'map_meta_cap' => true,
			'delete_with_user' => false,
			'has_archive' => false,
			'rewrite' => ['slug' => 'stories', 'with_front' => false],
			// Without 'excerpt' core takes a photo alone for a story, too.
			'supports' => ['title', 'editor', 'author', 'comments'],
			'taxonomies' => [Departments::TAXONOMY],
		]);
	}

	/**
	 * Sends a story, once, however often it is sent. Everything is written together or nothing is.
	 *
	 * @param Input $input
	 * @param int $draft the auto-draft that becomes the story; 0 makes a new one
	 * @return array{story: Told, again: bool}|\WP_Error
	 */
	public static function submit(array $input, int $draft = 0): array|\WP_Error {
		$user = get_current_user_id();
		$input = self::clean($input);
		if ($draft > 0) {
			$own = self::own_draft($draft, $user);
			if (is_wp_error($own)) {
				return $own;
			}
			$input['submission'] = $own;
		}
		$unknown = Acknowledgements::refusal($user, $input['guidelines'] ?? 0);
		$sent = Submissions::once(
			['kind' => 'story', 'contributor' => $user, 'submission' => $input['submission']],
			static function () use ($input, $draft, $user, $unknown): int|\WP_Error {
				$problem = self::problem($input) ?? $unknown;
				return $problem ?? self::write($input, $draft, $user);
			},
		);
		return is_wp_error($sent)
			? $sent
			: ['story' => self::told($sent['id']), 'again' => $sent['again']];
	}

	/**
	 * Keeps what was written without JavaScript, before its photos come: nobody sees it until it is sent.
	 *
	 * @param Input $input
	 * @param int $draft the draft to change; 0 makes one
	 * @return int|\WP_Error the draft's id
	 */
	public static function save_draft(array $input, int $draft = 0): int|\WP_Error {
		$user = get_current_user_id();
		$input = self::clean($input);
		$problem = self::too_long($input);
		if ($problem !== null) {
			return $problem;
		}
		if ($draft > 0) {
			$own = self::own_draft($draft, $user);
			if (is_wp_error($own)) {
				return $own;
			}
			if (get_post_status($draft) !== 'auto-draft') {
				return new \WP_Error(
					'throughline_already_sent',
					__('This story has been sent already.', 'throughline'),
					['status' => 409],
				);
			}
		}
		$id = self::save($input, [
			'ID' => $draft,
			'post_status' => 'auto-draft',
			'post_author' => $user,
		]);
		if (!is_wp_error($id) && $draft === 0) {
			update_post_meta($id, self::SUBMISSION, wp_generate_uuid4());
		}
		return $id;
	}

	/**
	 * A draft as its contributor left it.
	 *
	 * @return Input|null null when it is not theirs, not a draft any more, or gone
	 */
	public static function draft(int $id, int $user): ?array {
		$submission = self::own_draft($id, $user);
		$post = self::get($id);
		$content = self::content($id);
		if (
			is_wp_error($submission) ||
			$post === null ||
			$content === null ||
			$post->post_status !== 'auto-draft'
		) {
			return null;
		}
		return [
			'submission' => $submission,
			'department' => self::department($id),
			'recognisable' => self::recognisable($id),
		] + $content;
	}

	/** The post of a story, whatever its status; null for anything else. */
	public static function get(int $id): ?\WP_Post {
		$post = get_post($id);
		return $post instanceof \WP_Post && $post->post_type === self::TYPE ? $post : null;
	}

	/** @return Content|null what its contributor wrote; null for anything else */
	public static function content(int $id): ?array {
		return Holder::content(self::get($id));
	}

	/**
	 * The story that a draft became, for somebody who sends it again.
	 *
	 * @return Told|null null when it is none of theirs
	 */
	public static function sent(int $id, int $user): ?array {
		$post = self::get($id);
		return $post !== null &&
			(int) $post->post_author === $user &&
			$post->post_status !== 'auto-draft'
			? self::told($id)
			: null;
	}

	public static function department(int $id): int {
		$terms = get_the_terms($id, Departments::TAXONOMY);
		return is_array($terms) && isset($terms[0]) ? $terms[0]->term_id : 0;
	}

	public static function recognisable(int $id): string {
		$answer = get_post_meta($id, self::RECOGNISABLE, true);
		return is_string($answer) ? $answer : '';
	}

	/**
	 * Who tells it, as others see them.
	 *
	 * @return Face|Shown
	 */
	public static function person(\WP_Post $post): array {
		$name = self::kept_name($post->ID);
		return $name === '' ? Person::shown((int) $post->post_author) : Person::named($name);
	}

	/** The name that stays beneath a story whose contributor has no account any more; '' for none. */
	public static function kept_name(int $id): string {
		$name = get_post_meta($id, self::NAME, true);
		return is_string($name) ? $name : '';
	}

	/** The story belongs to no account any more; `name` stays beneath it, '' for none. */
	public static function release(int $id, string $name): void {
		if ($name === '') {
			delete_post_meta($id, self::NAME);
		} else {
			update_post_meta($id, self::NAME, wp_slash($name));
		}
		foreach (Photos::of_story($id) as $photo) {
			Database::write(
				"UPDATE %i SET contributor = 0, name = '' WHERE id = %d",
				Database::table('photos'),
				$photo['id'],
			);
		}
		// Not by wp_update_post(): the story did not change, and everything that follows changes would run.
		Database::write(
			'UPDATE %i SET post_author = 0 WHERE ID = %d',
			Database::wpdb()->posts,
			$id,
		);
		clean_post_cache($id);
		/** Tells that a story has another person beneath it, or none. */
		do_action('throughline_story_released', $id);
	}

	/** What a story is called where it has to have a name, as plain text. */
	public static function title(\WP_Post $post): string {
		if ($post->post_title !== '') {
			return Text::to_plain($post->post_title);
		}
		$words = Text::shorten(Text::line(Text::to_plain($post->post_content)), 60);
		return $words !== '' ? $words : __('A story in pictures', 'throughline');
	}

	/**
	 * @param Input $input
	 * @return Input
	 */
	private static function clean(array $input): array {
		return [
			'title' => Text::line($input['title']),
			'text' => Text::clean($input['text']),
			'department' => Departments::existing($input['department']),
			'recognisable' => $input['photos'] === [] ? '' : $input['recognisable'],
		] + $input;
	}

	/** @param Input $input what keeps it from being sent, with the field to mend */
	public static function problem(array $input): ?\WP_Error {
		if ($input['text'] === '' && $input['photos'] === []) {
			return new \WP_Error(
				'throughline_empty_story',
				__(
					'There is nothing to send yet: add a photo, or write a sentence.',
					'throughline',
				),
				['status' => 422, 'field' => 'text'],
			);
		}
		if (count($input['photos']) > self::MAX_PHOTOS) {
			return Contract::complaint('photos', 'rest_too_many_items');
		}
		if (
			$input['photos'] !== [] &&
			!in_array($input['recognisable'], ['nobody', 'me', 'others'], true)
		) {
			return new \WP_Error(
				'throughline_recognisable_missing',
				__(
					'Please answer one question: can anybody be recognised in the photos?',
					'throughline',
				),
				['status' => 422, 'field' => 'recognisable'],
			);
		}
		return self::too_long($input);
	}

	/** @param Input $input */
	private static function too_long(array $input): ?\WP_Error {
		return match (true) {
			mb_strlen($input['text']) > Text::MAX_LENGTH => Contract::complaint(
				'text',
				'rest_too_long',
			),
			mb_strlen($input['title']) > Text::MAX_TITLE_LENGTH => Contract::complaint(
				'title',
				'rest_too_long',
			),
			default => null,
		};
	}

	/**
	 * Writes the story and hands it to the desk, inside the transaction of its submission.
	 *
	 * @param Input $input
	 */
	private static function write(array $input, int $draft, int $user): int|\WP_Error {
		$id = self::save($input, [
			'ID' => $draft,
			'post_status' => 'draft',
			'post_author' => $user,
		]);
		if (is_wp_error($id)) {
			return $id;
		}
		$gone = Photos::claim($id, $input['photos'], $user);
		if ($gone !== null) {
			return $gone;
		}
		$state = Contributions::receive([
			'kind' => 'story',
			'id' => $id,
			'contributor' => $user,
			'department' => $input['department'],
			'people' => $input['recognisable'],
			'title' => $input['title'],
			'text' => $input['text'],
			'alts' => implode("\n", array_column($input['photos'], 'alt')),
		]);
		return is_wp_error($state) ? $state : $id;
	}

	/**
	 * @param Input $input
	 * @param array{ID: int, post_status: string, post_author: int} $post
	 */
	private static function save(array $input, array $post): int|\WP_Error {
		$id = wp_insert_post(
			[
				'post_type' => self::TYPE,
				// Core's comments know no desk: a story takes none until a dialog is opened on it.
				'comment_status' => get_default_comment_status(self::TYPE),
				'ping_status' => 'closed',
				'post_title' => wp_slash(Text::to_title($input['title'])),
				'post_content' => wp_slash(Text::to_html($input['text'])),
			] + $post,
			true,
		);
		if (is_wp_error($id)) {
			return $id;
		}
		update_post_meta($id, self::RECOGNISABLE, $input['recognisable']);
		wp_set_object_terms(
			$id,
			$input['department'] > 0 ? [$input['department']] : [],
			Departments::TAXONOMY,
		);
		return $id;
	}

	/** The submission of a draft that this person may still change. */
	private static function own_draft(int $id, int $user): string|\WP_Error {
		$post = self::get($id);
		$submission = get_post_meta($id, self::SUBMISSION, true);
		if (
			$post === null ||
			(int) $post->post_author !== $user ||
			!is_string($submission) ||
			$submission === ''
		) {
			return new \WP_Error(
				'throughline_not_found',
				__('This draft isn’t here any more. Drafts are kept for a day.', 'throughline'),
				['status' => 404],
			);
		}
		return $submission;
	}

	/** @return Told */
	private static function told(int $id): array {
		$post = self::get($id);
		$published = $post !== null && $post->post_status === 'publish';
		return [
			'id' => $id,
			'state' => Decisions::latest('story', $id)['state'],
			'title' => $post === null ? '' : self::title($post),
			'message' => $published
				? __('Thank you! Your story is online.', 'throughline')
				: self::told_while_it_waits($id),
			'link' => $published ? get_permalink($post) : null,
			'mine' => MyPieces::address("story-$id"),
		];
	}

	private static function told_while_it_waits(int $id): string {
		$appears = Sentences::appears('story', $id);
		return $appears === ''
			? trim(
				__(
					'Thank you! Your story has arrived. Before it appears, somebody looks at it, and you get a mail.',
					'throughline',
				) .
					' ' .
					LooksNext::sentence(self::department($id)),
			)
			: __('Thank you! Your story has arrived.', 'throughline') . " $appears";
	}

	/** Who may send stories. */
	public static function may_submit(): bool {
		return current_user_can(Capabilities::SUBMIT);
	}
}
