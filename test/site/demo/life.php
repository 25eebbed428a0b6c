<?php
// What goes on at the demo company besides stories: guidelines in force, hours, a desk, visitors who ask and answer.

use Throughline\Dialog\Questions\Asking;
use Throughline\Dialog\Questions\Course;
use Throughline\Dialog\Writing\Text;
use Throughline\Guidelines\Acknowledgements;
use Throughline\Guidelines\Drafts;
use Throughline\Guidelines\Editions;
use Throughline\Guidelines\Guidelines;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Desk;
use Throughline\People\Desks;
use Throughline\People\Hours;
use Throughline\People\Person;

/**
 * Guidelines are in force before anybody sends anything, and everybody knows them.
 *
 * @param array<string, int> $people
 */
function throughline_demo_guidelines(array $people): void {
	Drafts::begin('starters', $people['moderator']);
	Drafts::put(Editions::next()['version'] ?? 0, $people['moderator']);
	foreach ($people as $person) {
		Acknowledgements::add($person, Guidelines::edition());
	}
}

/**
 * Somebody answers for the ropeways, and there are hours in which somebody looks.
 *
 * @param array<string, int> $departments
 * @param array<string, int> $people
 */
function throughline_demo_desks(array $departments, array $people, callable $said): void {
	Hours::set_site([
		'week' => array_map(
			static fn(int $day): array => ['day' => $day, 'from' => '07:00', 'to' => '17:00'],
			range(1, 5),
		),
		'holidays' => [],
	]);
	Desks::put($departments['ropeways'], Desks::EXPERTS, [$people['lukas'], $people['priya']]);
	Desks::put($departments['ropeways'], Desks::DEPUTIES, [$people['vroni']]);
	Desks::put($departments['ropeways'], Desks::HEAD, [$people['lukas']]);
	Desks::promise_that(
		$departments['ropeways'],
		$said([
			'en' => 'We answer within two working days, in our own names.',
			'de' => 'Wir antworten innerhalb von zwei Arbeitstagen, mit unseren Namen.',
		]),
	);
	Desks::answer_that(
		$departments['ropeways'],
		$said([
			'en' => 'Weather, safety, building dates and spare parts.',
			'de' => 'Wetter, Sicherheit, Bautermine und Ersatzteile.',
		]),
	);
	foreach (
		[
			'lukas' => ['en' => 'Head of construction', 'de' => 'Bauleiter'],
			'priya' => ['en' => 'Ropes and drives', 'de' => 'Seile und Antriebe'],
			'vroni' => ['en' => 'Cabins and access', 'de' => 'Kabinen und Zugänge'],
		]
		as $login => $role
	) {
		Person::set_role($people[$login], $said($role));
	}
}

/**
 * Visitors ask on the page of a product: one is answered and talked about, two wait.
 *
 * @param array<string, int> $people
 */
function throughline_demo_comments(
	int $page,
	int $department,
	array $people,
	callable $said,
): void {
	wp_update_post(['ID' => $page, 'comment_status' => 'open']);
	wp_set_current_user(0);
	$talk = require __DIR__ . '/talk.php';
	$ids = [];
	foreach ($talk as $key => $one) {
		$person = isset($one['by']) ? get_userdata($people[$one['by']]) : false;
		$at = gmdate('Y-m-d H:i:s', time() - (int) ($one['ago'] * DAY_IN_SECONDS));
		$public = isset($one['by']);
		$ids[$key] = (int) wp_insert_comment([
			'comment_post_ID' => $page,
			'comment_parent' => isset($one['to']) ? $ids[$one['to']] : 0,
			'comment_author' => $person === false ? $one['name'] : $person->display_name,
			'comment_author_email' =>
				$person === false
					? sanitize_title($one['name']) . '@example.com'
					: $person->user_email,
			'user_id' => $person === false ? 0 : $person->ID,
			'comment_content' => Text::to_stored($said($one['text'])),
			'comment_approved' => $public ? 1 : 0,
			'comment_date_gmt' => $at,
			'comment_date' => get_date_from_gmt($at),
		]);
		if ($one['asks'] ?? false) {
			Asking::put($ids[$key], $department, 0);
		}
		if (!$public && !($one['waits'] ?? false)) {
			throughline_demo_publish($ids[$key], $people['moderator']);
		}
		if (isset($one['answers'])) {
			Course::answer($ids[$one['answers']], $ids[$key], [
				'user' => $person === false ? 0 : $person->ID,
				'department' => $department,
				'role' => $person === false ? '' : Person::role($person->ID),
			]);
		}
		if (isset($one['helped'])) {
			Course::helped($ids[$one['helped']], 0);
		}
	}
}

function throughline_demo_publish(int $comment, int $moderator): void {
	Desk::decide(
		[
			'kind' => 'comment',
			'id' => $comment,
			'version' => Decisions::latest('comment', $comment)['version'],
			'act' => 'publish',
			'reason' => '',
			'guideline' => 0,
			'consent' => false,
		],
		$moderator,
	);
}

/** A post from a colleague's own profile stands on the page that it is about, as they said it there. */
function throughline_demo_share(int $page, int $priya, callable $said, int $moderator): void {
	$then = time() - 3 * DAY_IN_SECONDS;
	$clock = static fn(): int => $then;
	$date = static function (array $data) use ($then): array {
		$data['post_date_gmt'] = gmdate('Y-m-d H:i:s', $then);
		$data['post_date'] = get_date_from_gmt($data['post_date_gmt']);
		return $data;
	};
	add_filter('throughline_now', $clock);
	add_filter('wp_insert_post_data', $date);
	$sent = Throughline\Shares\Submit::send(
		[
			'submission' => wp_generate_uuid4(),
			'address' => 'https://social.example/@priya/113579246801357924',
			'title' => '',
			'text' => $said([
				'en' =>
					'Two ropes, 61 metres up, minus nine degrees, and the whole crew is singing. I have the best workplace in the valley.',
				'de' =>
					'Zwei Seile, 61 Meter hoch, minus neun Grad, und die ganze Mannschaft singt. Ich habe den besten Arbeitsplatz im Tal.',
			]),
			'author' => '',
			'department' => 0,
			'page' => $page,
			'permission' => 'none',
			'label' => 'employee',
			'recognisable' => '',
			'guidelines' => 0,
		],
		$priya,
	);
	if (is_wp_error($sent)) {
		throw new RuntimeException($sent->get_error_message());
	}
	throughline_demo_decide($sent['share']['id'], [
		'kind' => 'share',
		'act' => 'publish',
		'reason' => '',
		'moderator' => $moderator,
	]);
	remove_filter('throughline_now', $clock);
	remove_filter('wp_insert_post_data', $date);
}
