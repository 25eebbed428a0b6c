<?php
// Does thousands of random things to pieces, through core's functions and ours, and compares what we keep of them with what is true; its body runs inside WordPress, in one process.
declare(strict_types=1);

use Throughline\Moderation\Appeals;
use Throughline\Moderation\Contributions;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Desk;
use Throughline\Moderation\Due;
use Throughline\Moderation\Rebuild;
use Throughline\Moderation\Reports;
use Throughline\People\Departments;
use Throughline\Standing\Outcomes;
use Throughline\Standing\Rules;
use Throughline\Stories\Stories;

return static function (int $seed, int $acts): array {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/user.php';
	set_time_limit(0);
	$begun = $seed;
	// A dice of our own: others throw PHP's, too.
	$dice = static function (int $from, int $to) use (&$seed): int {
		$seed = ($seed * 1103515245 + 12345) & 0x7fffffff;
		return $from + (($seed >> 8) % ($to - $from + 1));
	};
	$any = static fn(array $list): mixed => $list === [] ? null : $list[$dice(0, count($list) - 1)];
	$table = static fn(string $name): string => "{$wpdb->prefix}throughline_$name";
	$clock = time();
	// Time goes on by some minutes with each act, so that windows close and decisions grow old.
	add_filter(
		'throughline_now',
		static function () use (&$clock): int {
			return $clock;
		},
		PHP_INT_MAX,
	);
	add_filter('pre_wp_mail', '__return_true', PHP_INT_MAX);
	update_option(Rules::OPTION, ['known' => 1, 'decisions' => 4, 'veto' => 1]);

	$moderator = get_user_by('login', 'moderator')->ID;
	$departments = [0, Departments::add('Montage', 0), Departments::add('Service', 0)];
	$pages = [];
	foreach (['Turbinen', 'Kräne', 'Hallen'] as $title) {
		$pages[] = wp_insert_post([
			'post_type' => 'page',
			'post_title' => $title,
			'post_status' => 'publish',
			'comment_status' => 'open',
		]);
	}
	$hired = 0;
	$hire = static function () use (&$hired): int {
		return wp_insert_user([
			'user_login' => 'colleague-' . ++$hired,
			'user_email' => "colleague-$hired@example.com",
			'user_pass' => 'password',
			'role' => 'throughline_employee',
		]);
	};
	$employees = [$hire(), $hire(), $hire(), $hire()];
	$stories = [];
	$comments = [];
	$words = 0;
	$say = static function () use (&$words): string {
		return 'Etwas Neues von Nummer ' . ++$words . ': ' . md5((string) $words);
	};
	$story = static function () use ($dice, &$stories, $any): int {
		return (int) $any($stories);
	};
	$comment = static function () use ($dice, &$comments, $any): int {
		return (int) $any($comments);
	};
	$piece = static function () use ($dice, $story, $comment): array {
		return $dice(0, 1) === 0 ? ['story', $story()] : ['comment', $comment()];
	};
	$version = static fn(array $piece): int => Decisions::latest(...$piece)['version'];
	$status = static fn(string ...$of): callable => static fn() => wp_update_post([
		'ID' => $story(),
		'post_status' => $any($of),
		'edit_date' => true,
		'post_date' => gmdate('Y-m-d H:i:s', time() + $dice(-9, 9) * HOUR_IN_SECONDS),
	]);

	// Each as often as its number says.
	$ways = [
		'submit' => [
			3,
			static function () use ($dice, $any, $say, &$employees, $departments, &$stories): void {
				wp_set_current_user($any($employees));
				$sent = Stories::submit([
					'submission' => sprintf(
						'%08x-0000-4000-8000-%012x',
						$dice(0, 0x7fffff),
						$dice(0, 0x7fffff),
					),
					'title' => '',
					'text' => $say(),
					'department' => $any($departments),
					'recognisable' => '',
					'photos' => [],
				]);
				if (!is_wp_error($sent)) {
					$stories[] = $sent['story']['id'];
				}
			},
		],
		'insert story' => [
			2,
			static function () use ($dice, $any, $say, &$employees, &$stories): void {
				$stories[] = wp_insert_post([
					'post_type' => Stories::TYPE,
					'post_status' => $any(['publish', 'pending', 'draft', 'private']),
					'post_author' => $any($employees),
					'post_title' => '',
					'post_content' => $say(),
				]);
			},
		],
		'update story' => [4, $status('publish', 'pending', 'draft', 'private', 'future')],
		'edit story' => [
			2,
			static fn() => wp_update_post(['ID' => $story(), 'post_content' => $say()]),
		],
		'trash story' => [3, static fn() => wp_trash_post($story())],
		'untrash story' => [4, static fn() => wp_untrash_post($story())],
		'delete story' => [1, static fn() => wp_delete_post($story(), true)],
		'publish scheduled' => [
			1,
			static function () use ($dice, $story): void {
				$id = $story();
				wp_update_post([
					'ID' => $id,
					'post_status' => 'future',
					'edit_date' => true,
					'post_date' => '2031-01-01 00:00:00',
					'post_date_gmt' => '2031-01-01 00:00:00',
				]);
				$GLOBALS['wpdb']->update(
					$GLOBALS['wpdb']->posts,
					['post_date_gmt' => '2020-01-01 00:00:00'],
					['ID' => $id],
				);
				clean_post_cache($id);
				check_and_publish_future_post($id);
			},
		],
		'move story' => [
			2,
			static fn() => wp_set_object_terms(
				$story(),
				[$any(array_slice($departments, 1))],
				Departments::TAXONOMY,
			),
		],
		'move page' => [
			1,
			static fn() => wp_set_object_terms(
				$any($pages),
				[$any(array_slice($departments, 1))],
				Departments::TAXONOMY,
			),
		],
		'new comment' => [
			22,
			static function () use (
				$dice,
				$any,
				$say,
				$pages,
				&$employees,
				$comment,
				&$comments,
			): void {
				$user = $dice(0, 1) === 0 ? 0 : $any($employees);
				wp_set_current_user($user);
				$id = wp_new_comment(
					[
						'comment_post_ID' => $any($pages),
						'comment_author' => $user === 0 ? 'Gast' : "Nummer $user",
						'comment_author_email' =>
							$user === 0 ? 'gast@example.com' : "n$user@example.com",
						'comment_author_url' => '',
						'comment_content' => $say(),
						'comment_parent' => $dice(0, 2) === 0 ? $comment() : 0,
						'user_id' => $user,
					],
					true,
				);
				if (!is_wp_error($id) && $id !== false) {
					$comments[] = $id;
				}
			},
		],
		'insert comment' => [
			3,
			static function () use ($dice, $any, $say, $pages, &$employees, &$comments): void {
				$comments[] = wp_insert_comment([
					'comment_post_ID' => $any($pages),
					'comment_author' => 'Import',
					'comment_author_email' => 'import@example.com',
					'comment_content' => $say(),
					'comment_approved' => $any(['0', '1', 'spam']),
					'user_id' => $any([0, ...$employees]),
				]);
			},
		],
		'comment status' => [
			24,
			static function () use ($dice, $any, $comment): void {
				$id = $comment();
				// Core itself fails where there is none.
				if (get_comment($id) !== null) {
					wp_set_comment_status($id, $any(['approve', 'hold', 'spam', 'trash']));
				}
			},
		],
		'trash comment' => [5, static fn() => wp_trash_comment($comment())],
		'untrash comment' => [5, static fn() => wp_untrash_comment($comment())],
		'spam comment' => [2, static fn() => wp_spam_comment($comment())],
		'unspam comment' => [2, static fn() => wp_unspam_comment($comment())],
		'delete comment' => [2, static fn() => wp_delete_comment($comment(), $dice(0, 1) === 1)],
		'edit comment' => [
			2,
			static fn() => wp_update_comment([
				'comment_ID' => $comment(),
				'comment_content' => $say(),
			]),
		],
		'trash page' => [1, static fn() => wp_trash_post($any($pages))],
		'untrash page' => [2, static fn() => wp_untrash_post($any($pages))],
		'decide' => [
			18,
			static function () use ($dice, $any, $piece, $version, $moderator): void {
				[$kind, $id] = $piece();
				Desk::decide(
					[
						'kind' => $kind,
						'id' => $id,
						'version' => $version([$kind, $id]) - (int) ($dice(0, 9) === 0),
						'act' => $any([
							'publish',
							'publish',
							'return',
							'remove',
							'restore',
							'keep',
							'correct',
						]),
						'reason' => 'Ein Grund.',
						'guideline' => 0,
						'consent' => $dice(0, 1) === 1,
						'content' => ['title' => '', 'text' => 'Berichtigt.', 'photos' => []],
					],
					$moderator,
				);
			},
		],
		'undo' => [
			6,
			static function () use ($dice, $table, $wpdb, $moderator): void {
				$last = $wpdb->get_row(
					"SELECT kind, piece_id, version FROM {$table(
						'decisions',
					)} ORDER BY id DESC LIMIT 1",
				);
				if ($last !== null) {
					Desk::undo(
						[
							'kind' => $last->kind,
							'id' => (int) $last->piece_id,
							'version' => (int) $last->version,
						],
						$moderator,
					);
				}
			},
		],
		'change' => [
			9,
			static function () use ($dice, $any, $piece, $version, $say, &$employees): void {
				[$kind, $id] = $piece();
				$act = $any(['revise', 'revise', 'propose', 'withdraw', 'correct']);
				Contributions::change(
					[
						'kind' => $kind,
						'id' => $id,
						'version' => $version([$kind, $id]),
						'act' => $act,
						...$act === 'withdraw'
							? ['leave' => $any(['kept', 'anonymised', 'removed'])]
							: ['content' => ['title' => '', 'text' => $say(), 'photos' => []]],
					],
					(int) Decisions::version($kind, $id, 1)['user'],
				);
			},
		],
		'report' => [
			5,
			static function () use ($dice, $any, $piece): void {
				[$kind, $id] = $piece();
				Reports::add([
					'kind' => $kind,
					'id' => $id,
					'ground' => $any(['hate', 'privacy', 'fraud']),
					'guideline' => 0,
					'photo' => 0,
					'explanation' => 'Das darf so nicht stehen bleiben.',
					'name' => 'Gast',
					'mail' => 'gast' . $dice(1, 9999) . '@example.com',
					'faith' => true,
					'address' => '192.0.2.' . $dice(1, 254),
				]);
			},
		],
		'appeal' => [
			2,
			static function () use ($dice, $piece, $version): void {
				[$kind, $id] = $piece();
				if (Decisions::latest($kind, $id)['state'] === 'removed') {
					Appeals::add([
						'kind' => $kind,
						'id' => $id,
						'version' => $version([$kind, $id]),
						'photo' => 0,
						'explanation' => 'Das war ein Missverständnis.',
						'report' => 0,
					]);
				}
			},
		],
		'due' => [1, static fn() => Due::drain()],
		'leave' => [
			1,
			static function () use ($dice, &$employees, $hire, $any): void {
				if ($dice(0, 19) > 0) {
					return;
				}
				$at = $dice(0, count($employees) - 1);
				wp_delete_user($employees[$at], $dice(0, 1) === 0 ? null : $any($employees));
				$employees[$at] = $hire();
			},
		],
	];
	$wheel = [];
	foreach ($ways as $name => [$often]) {
		array_push($wheel, ...array_fill(0, $often, $name));
	}
	$took = array_fill_keys(array_keys($ways), ['times' => 0, 'ms' => 0.0]);
	for ($act = 0; $act < $acts; $act++) {
		$name = $wheel[$dice(0, count($wheel) - 1)];
		$clock += $dice(0, 3) === 0 ? $dice(1, 20) : $dice(60, 1800);
		wp_set_current_user($any([0, $moderator, ...$employees]));
		$begin = hrtime(true);
		try {
			$ways[$name][1]();
		} catch (Throwable $error) {
			throw new RuntimeException("Act $act, $name, seed $begun: $error");
		}
		$took[$name]['times']++;
		$took[$name]['ms'] += (hrtime(true) - $begin) / 1e6;
		// Without it one process would remember more than any request.
		if ($act % 200 === 199) {
			wp_cache_flush_runtime();
			$stories = array_slice($stories, -150);
			$comments = array_slice($comments, -150);
		}
	}

	$rows = static fn(string $of, string $columns): array => $wpdb->get_results(
		"SELECT $columns FROM {$table($of)} ORDER BY kind, piece_id",
		ARRAY_A,
	);
	$queue = static fn(): array => $rows(
		'queue',
		'kind, piece_id, version, list, state, urgency, since, contributor, department, reasons, words',
	);
	$outcomes = static fn(): array => $rows(
		'outcomes',
		'kind, piece_id, contributor, department, outcome, free, decided',
	);
	wp_cache_flush();
	$found = [$queue(), $outcomes()];
	$wpdb->query("DELETE FROM {$table('queue')}");
	Rebuild::whole();
	Outcomes::rebuild();
	$fresh = [$queue(), $outcomes()];
	$differ = static fn(array $ours, array $theirs): array => array_values(
		array_udiff($ours, $theirs, static fn(array $one, array $other): int => $one <=> $other),
	);
	$latest = "SELECT kind, piece_id, state FROM {$table(
		'decisions',
	)} AS d WHERE version = (SELECT MAX(version) FROM {$table(
		'decisions',
	)} WHERE kind = d.kind AND piece_id = d.piece_id)";
	return [
		'rows' => array_map('count', $found),
		'queue' => [
			'kept' => $differ($found[0], $fresh[0]),
			'true' => $differ($fresh[0], $found[0]),
		],
		'standing' => [
			'kept' => $differ($found[1], $fresh[1]),
			'true' => $differ($fresh[1], $found[1]),
		],
		// What core shows, and what our records say, is one.
		'stories' => $wpdb->get_results("SELECT ID, post_status, state FROM $wpdb->posts LEFT JOIN ($latest) AS l ON l.kind = 'story' AND l.piece_id = ID WHERE post_type = 'tl_story'
			AND ((post_status = 'publish') <> (COALESCE(state, '') = 'published') OR (post_status = 'pending') <> (COALESCE(state, '') = 'waiting'))"),
		'comments' => $wpdb->get_results("SELECT comment_ID, comment_approved, state FROM $wpdb->comments LEFT JOIN ($latest) AS l ON l.kind = 'comment' AND l.piece_id = comment_ID WHERE comment_type IN ('comment', '') AND comment_approved IN ('0', '1')
			AND (state IS NULL AND comment_approved = '0' OR state IS NOT NULL AND (comment_approved = '1') <> (state = 'published'))"),
		'took' => array_map(
			static fn(array $one): array => [$one['times'], round($one['ms'])],
			$took,
		),
		'memory' => memory_get_peak_usage() >> 20,
	];
};
