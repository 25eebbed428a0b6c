<?php
// What goes on at the demo company besides stories: guidelines in force, hours, a desk, visitors who ask and answer.

use Throughline\Guidelines\Acknowledgements;
use Throughline\Guidelines\Drafts;
use Throughline\Guidelines\Editions;
use Throughline\Guidelines\Guidelines;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Desk;
use Throughline\People\Desks;
use Throughline\People\Hours;

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
}

/** Visitors ask on the page of a product: one is published, two wait. */
function throughline_demo_comments(int $page, int $moderator, callable $said): void {
	wp_update_post(['ID' => $page, 'comment_status' => 'open']);
	wp_set_current_user(0);
	foreach (
		[
			[
				'Karin Brandt',
				[
					'en' => 'Does it also run when there is a storm at the top?',
					'de' => 'Fährt sie auch, wenn oben Sturm ist?',
				],
			],
			[
				'Anton Pichler',
				[
					'en' => 'When will the spare parts for the old valley station come?',
					'de' => 'Wann kommen die Ersatzteile für die alte Talstation?',
				],
			],
			[
				'M. Lindner',
				[
					'en' =>
						'Last Saturday we stood for forty minutes and nobody told us why. That has to get better.',
					'de' =>
						'Letzten Samstag standen wir vierzig Minuten, und keiner hat uns gesagt, warum. Das muss besser werden.',
				],
			],
		]
		as $at => [$name, $text]
	) {
		$id = wp_insert_comment([
			'comment_post_ID' => $page,
			'comment_author' => $name,
			'comment_author_email' => sanitize_title($name) . '@example.com',
			'comment_content' => $said($text),
			'comment_approved' => 0,
		]);
		if ($at === 0 && $id !== false) {
			Desk::decide(
				[
					'kind' => 'comment',
					'id' => $id,
					'version' => Decisions::latest('comment', $id)['version'],
					'act' => 'publish',
					'reason' => '',
					'guideline' => 0,
					'consent' => false,
				],
				$moderator,
			);
		}
	}
}
