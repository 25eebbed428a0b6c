<?php
// Where Stories meet WordPress.

namespace Throughline\Stories;

use Throughline\Moderation\Decisions;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Outside;
use Throughline\Moderation\Queue;
use Throughline\People\Departments;
use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		Kinds::add(new StoryKind());
		add_action('init', [Stories::class, 'register']);
		add_action(SWEEP, [self::class, 'catch_up'], 5);
		add_action(SWEEP, [Photos::class, 'sweep']);
		add_action('rest_api_init', [Routes::class, 'register']);
		add_action('template_redirect', [Form::class, 'handle']);
		add_filter('render_block_throughline/story-form', [Form::class, 'spare_strangers']);
		StoryView::register();

		// WP-CLI and other plugins publish, too: what follows hangs on the change itself. The same for all that holds photos.
		add_action('transition_post_status', [self::class, 'follow_status'], 10, 3);
		add_action('post_updated', [self::class, 'follow_edit'], 10, 3);
		add_action('set_object_terms', [self::class, 'follow_department'], 10, 4);
		add_filter('wp_insert_post_data', [self::class, 'hold_without_consent'], 10, 2);
		add_action('before_delete_post', [self::class, 'delete_with_post'], 10, 2);
		add_action('delete_attachment', [Photos::class, 'forget_attachment']);

		add_filter('wp_sitemaps_users_query_args', [self::class, 'leave_out_contributors']);
		add_filter('oembed_response_data', [self::class, 'leave_out_author'], 10, 2);
		add_filter('get_the_excerpt', [self::class, 'excerpt'], 5, 2);
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['photos' => Photos::SCHEMA];
	}

	public static function activate(): void {
		// Core makes its rules anew when they are missing, once every plugin has registered its types.
		delete_option('rewrite_rules');
	}

	public static function follow_status(string $new, string $old, \WP_Post $post): void {
		if (Holder::kind($post) !== '' && $new !== $old) {
			Publishing::follow($post);
		}
	}

	/** Other words are a version of their own, so that nobody publishes what they did not read. */
	public static function follow_edit(int $id, \WP_Post $after, \WP_Post $before): void {
		$kind = Holder::kind($after);
		if ($kind === '') {
			return;
		}
		Outside::edited($kind, $id);
		if ($after->post_author !== $before->post_author) {
			Queue::follow($kind, $id);
		}
	}

	/**
	 * Whoever decides there finds it from now on.
	 *
	 * @param array<mixed> $terms
	 * @param array<mixed> $ids
	 */
	public static function follow_department(
		int $id,
		array $terms,
		array $ids,
		string $taxonomy,
	): void {
		$post = $taxonomy === Departments::TAXONOMY ? Holder::get($id) : null;
		$kind = $post === null ? '' : Holder::kind($post);
		if ($kind !== '' && Decisions::latest($kind, $id)['version'] > 0) {
			Queue::follow($kind, $id);
		}
	}

	/**
	 * Core writes a status first and tells afterwards: who is killed in between tells nobody. Finds the stories
	 * whose photos or whose place in the queue disagree with their status.
	 */
	public static function catch_up(): void {
		foreach (Publishing::left_behind() as $id) {
			$post = Holder::get($id);
			if ($post !== null) {
				Publishing::follow($post);
			}
		}
	}

	/**
	 * Others can be recognised and nobody noted that they agreed: no way of publishing gets past that.
	 *
	 * @param array<string, mixed> $data
	 * @param array<string, mixed> $post
	 * @return array<string, mixed>
	 */
	public static function hold_without_consent(array $data, array $post): array {
		$id = is_numeric($post['ID'] ?? null) ? (int) $post['ID'] : 0;
		$kind = Holder::kind_of($data['post_type'] ?? '');
		if (
			$kind !== '' &&
			in_array($data['post_status'] ?? '', ['publish', 'future', 'private'], true) &&
			$id > 0 &&
			Stories::recognisable($id) === 'others' &&
			!Decisions::consented($kind, $id)
		) {
			$data['post_status'] = 'pending';
		}
		return $data;
	}

	public static function delete_with_post(int $id, \WP_Post $post): void {
		$kind = Holder::kind($post);
		if ($kind === '') {
			return;
		}
		foreach (Photos::of_story($id) as $photo) {
			Photos::delete($photo);
		}
		Outside::forget($kind, $id);
	}

	/**
	 * Core lists everybody who published anything.
	 *
	 * @param array<string, mixed> $args
	 * @return array<string, mixed>
	 */
	public static function leave_out_contributors(array $args): array {
		$types = $args['has_published_posts'] ?? null;
		if (is_array($types)) {
			$args['has_published_posts'] = array_values(
				array_filter($types, static fn(mixed $type): bool => $type !== Stories::TYPE),
			);
		}
		return $args;
	}

	/**
	 * The author's address there is their login name.
	 *
	 * @param array<string, mixed> $data
	 * @return array<string, mixed>
	 */
	public static function leave_out_author(array $data, \WP_Post $post): array {
		if ($post->post_type === Stories::TYPE) {
			unset($data['author_url']);
		}
		return $data;
	}

	/** Core would make an excerpt by running the text through content filters. */
	public static function excerpt(string $excerpt, \WP_Post $post): string {
		return $post->post_type === Stories::TYPE
			? esc_html(Text::excerpt($post->post_content))
			: $excerpt;
	}
}
