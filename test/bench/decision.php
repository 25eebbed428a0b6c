<?php
// Publishes stories and comments by the desk and by core, in turn, each from cold caches; its body runs inside WordPress. Gives the milliseconds and queries of each.
declare(strict_types=1);

use Throughline\Moderation\Desk;
use Throughline\Stories\Stories;

return static function (int $rounds): array {
	global $wpdb;
	$user = static fn(string $name): int => (int) get_user_by('login', $name)?->ID;
	[$employee, $moderator] = [$user('employee'), $user('moderator')];
	$text =
		"Tonight we changed the carrying rope of the Sonnhang lift.\n\nFour of us, two hundred metres up.";

	$measured = static function (callable $work) use ($wpdb, $moderator): array {
		wp_cache_flush();
		// What a request knows before it decides: the options, and who asks.
		wp_load_alloptions();
		wp_set_current_user(0);
		wp_set_current_user($moderator);
		current_user_can('read');
		$queries = $wpdb->num_queries;
		$begin = hrtime(true);
		$result = $work();
		$end = hrtime(true);
		if (is_wp_error($result) || $result === 0 || $result === false) {
			throw new RuntimeException(
				is_wp_error($result) ? $result->get_error_message() : 'Core did not publish.',
			);
		}
		return ['ms' => ($end - $begin) / 1e6, 'queries' => $wpdb->num_queries - $queries];
	};
	$decide = static fn(string $kind, int $id): array => $measured(
		static fn(): array|WP_Error => Desk::decide(
			[
				'kind' => $kind,
				'id' => $id,
				'version' => 1,
				'act' => 'publish',
				'reason' => '',
				'guideline' => 0,
				'consent' => false,
			],
			$moderator,
		),
	);

	// Nobody sends so many in a row, and whoever did would be trusted soon: every piece waits here.
	add_filter(
		'throughline_checks',
		static fn(): array => ['bench' => static fn(): string => 'default'],
		PHP_INT_MAX,
	);
	$story = static function (int $round) use ($decide, $employee, $text): array {
		wp_set_current_user($employee);
		$sent = Stories::submit([
			'submission' => wp_generate_uuid4(),
			'title' => "Night shift $round",
			'text' => "$text " . wp_generate_uuid4(),
			'department' => 0,
			'recognisable' => '',
			'photos' => [],
		]);
		if (is_wp_error($sent)) {
			throw new RuntimeException($sent->get_error_message());
		}
		$cost = $decide('story', $sent['story']['id']);
		if (get_post_status($sent['story']['id']) !== 'publish') {
			throw new RuntimeException('The story is not public.');
		}
		return $cost;
	};
	$post = static function (int $round) use ($measured, $employee, $text): array {
		$id = wp_insert_post([
			'post_title' => "Night shift $round",
			'post_content' => wpautop($text),
			'post_status' => 'pending',
			'post_author' => $employee,
		]);
		return $measured(
			static fn(): int => wp_update_post(['ID' => $id, 'post_status' => 'publish']),
		);
	};

	$page = wp_insert_post([
		'post_title' => 'Our lifts',
		'post_status' => 'publish',
		'post_author' => $moderator,
	]);
	$insert = static fn(int $round, string $type): int => (int) wp_insert_comment([
		'comment_post_ID' => $page,
		'comment_content' => "$text $round",
		'comment_author' => 'Maria',
		'comment_author_email' => 'maria@example.com',
		'comment_approved' => '0',
		'comment_type' => $type,
	]);
	$comment = static function (int $round) use ($decide, $insert): array {
		$id = $insert($round, 'comment');
		$cost = $decide('comment', $id);
		if (wp_get_comment_status($id) !== 'approved') {
			throw new RuntimeException('The comment is not public.');
		}
		return $cost;
	};
	// A type that is not ours: core alone does the same with it.
	$by_core = static function (int $round) use ($measured, $insert): array {
		$id = $insert($round, 'bench');
		return $measured(static fn(): bool => wp_set_comment_status($id, 'approve') === true);
	};

	$costs = [];
	foreach (
		[
			'comment' => ['core' => $by_core, 'ours' => $comment],
			'story' => ['core' => $post, 'ours' => $story],
		]
		as $kind => $both
	) {
		for ($round = -3; $round < $rounds; $round++) {
			foreach ($round % 2 === 0 ? $both : array_reverse($both) as $name => $work) {
				$cost = $work($round);
				if ($round >= 0) {
					$costs[$kind][$name][] = $cost;
				}
			}
		}
	}
	return $costs;
};
