<?php
// Moves the demo company into a new site, once, by the plugin's own functions: what stands there has come the way that stories come.

use Throughline\Moderation\Decisions;
use Throughline\Moderation\Desk;
use Throughline\People\Departments;
use Throughline\Stories\Stories;
use Throughline\Stories\Upload;

/**
 * Runs inside WordPress.
 *
 * @param array{pictures: string, language?: string} $args `pictures` holds NAME.jpg or NAME.png of each picture
 */
return static function (array $args): string {
	if (get_option('throughline_demo') !== false) {
		return 'moved in before';
	}
	$language = str_starts_with((string) ($args['language'] ?? ''), 'de') ? 'de' : 'en';
	$said = static fn(array $texts): string => $texts[$language];
	$company = require __DIR__ . '/company.php';

	update_option('blogname', $said($company['name']));
	update_option('blogdescription', $said($company['tagline']));
	// Core's greetings: a post, a page, and a draft about privacy.
	foreach ([1, 2, 3] as $id) {
		wp_delete_post($id, true);
	}

	$departments = [];
	foreach ($company['departments'] as $key => $department) {
		$term = wp_insert_term($said($department), Departments::TAXONOMY, [
			'parent' => isset($department['in']) ? $departments[$department['in']] : 0,
			'slug' => $key,
		]);
		$departments[$key] = is_wp_error($term) ? (int) $term->get_error_data() : $term['term_id'];
	}

	$people = [];
	foreach ($company['people'] as $login => $person) {
		$user = get_user_by('login', $login);
		$people[$login] = wp_insert_user([
			'ID' => $user->ID ?? 0,
			'user_login' => $login,
			'user_pass' => $user->user_pass ?? wp_generate_password(24),
			'user_email' => "$login@example.com",
			'display_name' => $person['name'],
			'nickname' => $person['name'],
			'role' => $user->roles[0] ?? 'throughline_employee',
		]);
		Departments::assign($people[$login], $departments[$person['in']]);
	}

	require_once __DIR__ . '/life.php';
	throughline_demo_guidelines($people);
	throughline_demo_desks($departments, $people, $said);
	throughline_demo_stories($args['pictures'], [
		'said' => $said,
		'people' => $people,
		'departments' => $departments,
		'company' => $company['people'],
	]);

	$pages = [];
	$make = require __DIR__ . '/pages.php';
	foreach ($make($said, static fn(string $key): int => $departments[$key]) as $slug => $page) {
		$pages[$slug] = wp_insert_post([
			'post_type' => 'page',
			'post_status' => 'publish',
			'post_name' => $slug,
			'post_title' => $page['title'],
			'post_content' => wp_slash($page['content']),
			'post_author' => 1,
			'meta_input' => array_filter(['_wp_page_template' => $page['template']]),
		]);
	}
	throughline_demo_comments(
		$pages[$said(['en' => 'silbergrat-ropeway', 'de' => 'silbergratbahn'])],
		$departments['ropeways'],
		$people,
		$said,
	);
	throughline_demo_share(
		$pages[$said(['en' => 'silbergrat-ropeway', 'de' => 'silbergratbahn'])],
		$people['priya'],
		$said,
		$people['moderator'],
	);
	update_option('show_on_front', 'page');
	update_option('page_on_front', $pages['home']);
	wp_insert_post([
		'post_type' => 'wp_navigation',
		'post_status' => 'publish',
		'post_title' => 'Navigation',
		'post_content' => implode(
			'',
			array_map(
				static fn(int $page): string => sprintf(
					'<!-- wp:navigation-link {"label":%s,"type":"page","id":%d,"url":"%s","kind":"post-type"} /-->',
					wp_json_encode(get_the_title($page)),
					$page,
					get_permalink($page),
				),
				array_values($pages),
			),
		),
	]);
	// The theme's own footer is full of links that lead nowhere.
	$footer = wp_insert_post([
		'post_type' => 'wp_template_part',
		'post_status' => 'publish',
		'post_name' => 'footer',
		'post_title' => 'Footer',
		'post_content' => file_get_contents(__DIR__ . '/footer.html'),
	]);
	wp_set_object_terms($footer, get_stylesheet(), 'wp_theme');
	wp_set_object_terms($footer, 'footer', 'wp_template_part_area');
	update_option('throughline_demo', '1', false);
	return 'moved in';
};

/**
 * Everybody sends their story, oldest first, and the moderator decides.
 *
 * @param array{said: callable, people: array<string, int>, departments: array<string, int>, company: array<string, array{name: string, in: string}>} $demo
 */
function throughline_demo_stories(string $pictures, array $demo): void {
	['said' => $said, 'people' => $people] = $demo;
	$start = time();
	$then = $start;
	$clock = static function () use (&$then): int {
		return $then;
	};
	// Core dates a post by the real time, whatever our own clock says.
	$date = static function (array $data) use (&$then): array {
		$data['post_date_gmt'] = gmdate('Y-m-d H:i:s', $then);
		$data['post_date'] = get_date_from_gmt($data['post_date_gmt']);
		return $data;
	};
	add_filter('throughline_now', $clock);
	add_filter('wp_insert_post_data', $date);
	$stories = require __DIR__ . '/stories.php';
	usort($stories, static fn(array $a, array $b): int => $b['ago'] <=> $a['ago']);
	foreach ($stories as $story) {
		$then = $start - (int) ($story['ago'] * DAY_IN_SECONDS);
		wp_set_current_user($people[$story['by']]);
		$photos = [];
		foreach ($story['photos'] ?? [] as $picture => $alt) {
			$file = "$pictures/$picture.png";
			$photo = Upload::add(
				[
					'name' => basename($file),
					'tmp_name' => $file,
					'error' => UPLOAD_ERR_OK,
					'size' => filesize($file),
				],
				wp_generate_uuid4(),
				$people[$story['by']],
			);
			if (is_wp_error($photo)) {
				throw new RuntimeException("$picture: " . $photo->get_error_message());
			}
			$photos[] = ['id' => $photo['id'], 'alt' => $said($alt)];
		}
		$sent = Stories::submit([
			'submission' => wp_generate_uuid4(),
			'title' => isset($story['title']) ? $said($story['title']) : '',
			'text' => $said($story['text']),
			'department' => $demo['departments'][$demo['company'][$story['by']]['in']],
			'recognisable' => $story['recognisable'] ?? '',
			'photos' => $photos,
		]);
		if (is_wp_error($sent)) {
			throw new RuntimeException($sent->get_error_message());
		}
		throughline_demo_decide($sent['story']['id'], [
			'act' => ['waiting' => '', 'returned' => 'return'][$story['state'] ?? ''] ?? 'publish',
			'reason' => isset($story['reason']) ? $said($story['reason']) : '',
			'moderator' => $people['moderator'],
		]);
	}
	wp_set_current_user(0);
	remove_filter('throughline_now', $clock);
	remove_filter('wp_insert_post_data', $date);
}

/** @param array{kind?: string, act: string, reason: string, moderator: int} $decision */
function throughline_demo_decide(int $piece, array $decision): void {
	if ($decision['act'] === '') {
		return;
	}
	$kind = $decision['kind'] ?? 'story';
	$decided = Desk::decide(
		[
			'kind' => $kind,
			'id' => $piece,
			'version' => Decisions::latest($kind, $piece)['version'],
			'act' => $decision['act'],
			'reason' => $decision['reason'],
			'guideline' => 0,
			'consent' => false,
		],
		$decision['moderator'],
	);
	if (is_wp_error($decided)) {
		throw new RuntimeException($decided->get_error_message());
	}
}
