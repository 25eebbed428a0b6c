<?php
// Where Shares meet WordPress.

namespace Throughline\Shares;

use Throughline\Moderation\Decisions;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Outside;
use Throughline\Moderation\Queue;
use Throughline\People\Departments;
use Throughline\Stories\Holder;
use Throughline\Stories\Publishing;
use Throughline\Stories\Stories;
use const Throughline\SWEEP;

defined('ABSPATH') || exit();

final class Hooks {
	public static function register(): void {
		Kinds::add(new ShareKind());
		Holder::add(Shares::TYPE, Shares::KIND);
		add_action('init', [Shares::class, 'register']);
		add_action('rest_api_init', [Routes::class, 'register']);
		// Before the page of one's own pieces answers.
		add_action('template_redirect', [Form::class, 'handle'], -2);
		add_filter('throughline_own_more', [Form::class, 'own'], 20);
		add_filter('throughline_below_story_form', [Form::class, 'below'], 10, 2);

		add_action(Look::EVENT, [Look::class, 'drain']);
		add_action(SWEEP, [Look::class, 'drain']);

		// WP-CLI and other plugins publish, too: what follows hangs on the change itself.
		add_action('transition_post_status', [self::class, 'follow_status'], 10, 3);
		add_action('transition_post_status', [Look::class, 'follow_status'], 10, 3);
		add_action('post_updated', [self::class, 'follow_edit'], 10, 3);
		add_action('set_object_terms', [self::class, 'follow_department'], 10, 4);
		add_filter('wp_insert_post_data', [self::class, 'hold_without_consent'], 10, 2);
		add_action('before_delete_post', [self::class, 'delete_with_share'], 10, 2);
		add_action('admin_init', [Live::class, 'suggest']);
		// After core's own filters: wpautop would put paragraphs into it.
		add_filter('the_content', [Live::class, 'below_policy'], 20);

		Fetch\Hooks::register();
		Profiles\Hooks::register();
		PassOn\Hooks::register();
	}

	/** @return array<string, string> */
	public static function schema(): array {
		return ['shares' => Shares::SCHEMA] + PassOn\Hooks::schema() + Profiles\Hooks::schema();
	}

	public static function follow_status(string $new, string $old, \WP_Post $post): void {
		if ($post->post_type === Shares::TYPE && $new !== $old) {
			Publishing::follow($post);
		}
	}

	/** Other words are a version of their own, so that nobody publishes what they did not read. */
	public static function follow_edit(int $id, \WP_Post $after, \WP_Post $before): void {
		if ($after->post_type !== Shares::TYPE) {
			return;
		}
		Outside::edited(Shares::KIND, $id);
		if ($after->post_author !== $before->post_author) {
			Queue::follow(Shares::KIND, $id);
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
		if (
			$taxonomy === Departments::TAXONOMY &&
			Shares::post($id) !== null &&
			Decisions::latest(Shares::KIND, $id)['version'] > 0
		) {
			Queue::follow(Shares::KIND, $id);
		}
	}

	/**
	 * As for stories: nobody is shown who was not asked.
	 *
	 * @param array<string, mixed> $data
	 * @param array<string, mixed> $post
	 * @return array<string, mixed>
	 */
	public static function hold_without_consent(array $data, array $post): array {
		$id = is_numeric($post['ID'] ?? null) ? (int) $post['ID'] : 0;
		if (
			($data['post_type'] ?? '') === Shares::TYPE &&
			in_array($data['post_status'] ?? '', ['publish', 'future', 'private'], true) &&
			$id > 0 &&
			Stories::recognisable($id) === 'others' &&
			!Decisions::consented(Shares::KIND, $id)
		) {
			$data['post_status'] = 'pending';
		}
		return $data;
	}

	public static function delete_with_share(int $id, \WP_Post $post): void {
		if ($post->post_type === Shares::TYPE) {
			ShareKind::forget($id);
			Outside::forget(Shares::KIND, $id);
		}
	}
}
