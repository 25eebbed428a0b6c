<?php
// Random changes of comments through core's own functions, then what the index keeps beside what a fresh one says. Gives [ rows, kept, true ].

namespace Throughline\Test;

use Throughline\Dialog\Threads\Build;
use Throughline\Dialog\Threads\Index;
use Throughline\Dialog\Questions\Course;

defined('ABSPATH') || exit();

return static function (int $seed, int $acts): array {
	global $wpdb;
	mt_srand($seed);
	wp_suspend_cache_addition(true);
	// Another test follows the queue; here is only the index.
	foreach (
		[
			['wp_insert_comment', 'receive'],
			['transition_comment_status', 'follow'],
			['edit_comment', 'follow_edit'],
			['deleted_comment', 'forget'],
			['trashed_post_comments', 'follow_page'],
			['untrashed_post_comments', 'recover_page'],
		]
		as [$hook, $method]
	) {
		remove_action($hook, ['Throughline\\Dialog\\Arrivals', $method]);
	}
	add_filter('pre_wp_update_comment_count_now', static fn() => 0);
	$one = static fn(array $list) => $list === [] ? 0 : $list[mt_rand(0, count($list) - 1)];
	$department = wp_insert_term('Service ' . $seed, 'tl_department')['term_id'];
	$new_post = static fn() => wp_insert_post([
		'post_title' => 'Seite',
		'post_status' => 'publish',
		'post_content' => 'x',
		'comment_status' => 'open',
	]);
	$posts = array_map($new_post, range(1, 5));
	$ids = [];
	$newest = (int) $wpdb->get_var("SELECT MAX(comment_ID) FROM $wpdb->comments");
	$some = static function () use (&$ids, $one): int {
		$id = $one($ids);
		return get_comment($id) === null ? 0 : $id;
	};
	$parent = static fn() => mt_rand(0, 2) === 0 ? 0 : $some();
	$counts = [];
	$threads = $wpdb->prefix . 'throughline_threads';
	$insert = static function () use (&$ids, &$posts, &$newest, $one, $parent): void {
		$above = $parent();
		// Sometimes a child comes before its parent, as an importer writes it.
		if (mt_rand(0, 19) === 0) {
			$above = $newest + mt_rand(2, 5);
		}
		$comment = $above > 0 ? get_comment($above) : null;
		$id = wp_insert_comment([
			'comment_post_ID' =>
				$comment !== null && mt_rand(0, 30) > 0
					? (int) $comment->comment_post_ID
					: $one($posts),
			'comment_parent' => $above,
			'comment_author' => 'A',
			'comment_author_email' => 'a@example.com',
			'comment_content' => 'Wort ' . mt_rand(),
			'comment_approved' => $one(['1', '1', '1', '0', 'spam']),
			'comment_type' => $one([
				'comment',
				'comment',
				'comment',
				'comment',
				'comment',
				'',
				'like',
				'pingback',
			]),
			'comment_date' => gmdate('Y-m-d H:i:s', 1500000000 + mt_rand(0, 200000000)),
		]);
		if ($id) {
			$ids[] = $newest = (int) $id;
		}
	};
	$things = [
		'insert' => [40, $insert],
		'status' => [
			25,
			static fn() => ($id = $some()) &&
				wp_set_comment_status($id, $one(['approve', 'approve', 'hold', 'spam'])),
		],
		'trash' => [6, static fn() => ($id = $some()) && wp_trash_comment($id)],
		'untrash' => [6, static fn() => ($id = $some()) && wp_untrash_comment($id)],
		'spam' => [3, static fn() => ($id = $some()) && wp_spam_comment($id)],
		'unspam' => [3, static fn() => ($id = $some()) && wp_unspam_comment($id)],
		'delete' => [8, static fn() => ($id = $some()) && wp_delete_comment($id, true)],
		'move' => [
			4,
			static fn() => ($id = $some()) &&
				wp_update_comment(['comment_ID' => $id, 'comment_post_ID' => $one($posts)]),
		],
		'again_below' => [
			3,
			static function () use ($some): void {
				// Never below itself: core takes that, and no thread could be read.
				[$low, $high] = [$some(), $some()];
				$low > 0 &&
					$low < $high &&
					wp_update_comment(['comment_ID' => $high, 'comment_parent' => $low]);
			},
		],
		'ask' => [
			4,
			static function () use ($some, $department): void {
				$comment = get_comment($some() ?: null);
				$comment &&
					Course::put([
						'comment' => (int) $comment->comment_ID,
						'post' => (int) $comment->comment_post_ID,
						'department' => $department,
						'user' => 0,
						'note' => '',
					]);
			},
		],
		'answer' => [
			3,
			static fn() => Course::answer($some(), $some(), [
				'user' => 1,
				'department' => $department,
				'role' => '',
			]),
		],
		'trash_post' => [1, static fn() => wp_trash_post($one($posts))],
		'untrash_post' => [2, static fn() => wp_untrash_post($one($posts))],
		'sql' => [
			2,
			static function () use ($some, $one, $wpdb): void {
				match (mt_rand(0, 2)) {
					0 => $wpdb->update(
						$wpdb->comments,
						['comment_approved' => $one(['0', '1'])],
						['comment_ID' => $some()],
					),
					1 => $wpdb->delete($wpdb->comments, ['comment_ID' => $some()]),
					2 => $wpdb->insert($wpdb->comments, [
						'comment_post_ID' => 1,
						'comment_approved' => '1',
						'comment_type' => 'comment',
						'comment_content' => 'roh',
						'comment_date_gmt' => '2024-01-01 00:00:00',
					]),
				};
			},
		],
		'killed' => [
			2,
			static function () use ($insert, $wpdb, $threads): void {
				// What writes to the index dies; core's own writes are done by then.
				$left = mt_rand(0, 3);
				$kill = static function (string $query) use (&$left, $threads): string {
					if (
						str_contains($query, $threads) &&
						!str_starts_with($query, 'SELECT') &&
						$left-- === 0
					) {
						throw new \RuntimeException('killed');
					}
					return $query;
				};
				add_filter('query', $kill);
				try {
					$insert();
				} catch (\RuntimeException) {
					$wpdb->query('ROLLBACK');
				} finally {
					remove_filter('query', $kill);
				}
			},
		],
		'look' => [1, [Build::class, 'look']],
	];
	$wheel = [];
	foreach ($things as $name => [$weight]) {
		array_push($wheel, ...array_fill(0, $weight, $name));
	}
	Build::whole();
	for ($act = 0; $act < 300; $act++) {
		$insert();
	}
	for ($act = 0; $act < $acts; $act++) {
		$name = $one($wheel);
		$counts[$name] = ($counts[$name] ?? 0) + 1;
		$things[$name][1]();
		if ($act % 500 === 0) {
			$ids = array_map(
				'intval',
				$wpdb->get_col(
					"SELECT comment_ID FROM $wpdb->comments ORDER BY comment_ID DESC LIMIT 1500",
				),
			);
			wp_cache_flush();
		}
	}
	// A whole turn of the hourly look, from wherever it stands.
	$rounds = 2 + intdiv((int) $wpdb->get_var("SELECT COUNT(*) FROM $threads"), 1000);
	for ($round = 0; $round < $rounds; $round++) {
		Build::look();
	}
	$read = static fn() => $wpdb->get_results(
		"SELECT * FROM $threads ORDER BY comment_id",
		ARRAY_A,
	);
	$kept = $read();
	$wpdb->query("DELETE FROM $threads");
	Build::whole();
	$fresh = $read();
	$differ = [];
	$by_id = array_column($fresh, null, 'comment_id');
	foreach ($kept as $row) {
		$true = $by_id[$row['comment_id']] ?? null;
		unset($by_id[$row['comment_id']]);
		if ($true !== $row) {
			$differ[] = ['kept' => $row, 'true' => $true];
		}
	}
	foreach ($by_id as $true) {
		$differ[] = ['kept' => null, 'true' => $true];
	}
	return [
		'rows' => count($fresh),
		'listed' => count(array_filter($fresh, static fn($row) => $row['list'] !== '0')),
		'deepest' => max(array_column($fresh, 'depth')),
		'differ' => array_slice($differ, 0, 20),
		'acts' => $counts,
	];
};
