<?php
// Publishes stories by the desk and posts by core, in turn, each from cold caches; its body runs inside WordPress. Gives the milliseconds and queries of each.
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
		wp_set_current_user($moderator);
		// What a request knows before it decides.
		wp_load_alloptions();
		$queries = $wpdb->num_queries;
		$begin = hrtime(true);
		$result = $work();
		$end = hrtime(true);
		if (is_wp_error($result) || $result === 0) {
			throw new RuntimeException(
				is_wp_error($result) ? $result->get_error_message() : 'Core did not publish.',
			);
		}
		return ['ms' => ($end - $begin) / 1e6, 'queries' => $wpdb->num_queries - $queries];
	};

	$ours = static function (int $round) use ($measured, $employee, $text): array {
		wp_set_current_user($employee);
		$sent = Stories::submit([
			'submission' => wp_generate_uuid4(),
			'title' => "Night shift $round",
			'text' => $text,
			'department' => 0,
			'recognisable' => '',
			'photos' => [],
		]);
		if (is_wp_error($sent)) {
			throw new RuntimeException($sent->get_error_message());
		}
		$id = $sent['story']['id'];
		$decision = [
			'kind' => 'story',
			'id' => $id,
			'version' => 1,
			'act' => 'publish',
			'reason' => '',
			'consent' => false,
		];
		$cost = $measured(
			static fn(): array|WP_Error => Desk::decide($decision, get_current_user_id()),
		);
		if (get_post_status($id) !== 'publish') {
			throw new RuntimeException('The story is not public.');
		}
		return $cost;
	};

	$core = static function (int $round) use ($measured, $employee, $text): array {
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

	$costs = ['ours' => [], 'core' => []];
	for ($round = -3; $round < $rounds; $round++) {
		$both = ['core' => $core, 'ours' => $ours];
		foreach ($round % 2 === 0 ? $both : array_reverse($both) as $name => $work) {
			$cost = $work($round);
			if ($round >= 0) {
				$costs[$name][] = $cost;
			}
		}
	}
	return $costs;
};
