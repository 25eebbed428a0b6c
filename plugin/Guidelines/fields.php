<?php
// What Guidelines store, for the page for the works council.

namespace Throughline\Guidelines;

defined('ABSPATH') || exit();

return [
	[
		'store' => 'table',
		'name' => 'editions',
		'what' => __('Editions of the guidelines', 'throughline'),
		'fields' => [
			'state' => __('Draft, put to those who must agree, or in force.', 'throughline'),
			'summary' => __('What has changed, in words.', 'throughline'),
			'named' => __('The people who must agree.', 'throughline'),
			'changed_by' => __('Who changed it last.', 'throughline'),
			'put_by' => __('Who put it to the others.', 'throughline'),
			'since' => __('When it took effect.', 'throughline'),
		],
		'technical' => ['edition', 'matters', 'version', 'round', 'changed', 'put'],
		'seen' => ['managers'],
		'kept' => 'plugin',
	],
	[
		'store' => 'table',
		'name' => 'guidelines',
		'what' => __('The guidelines of every edition', 'throughline'),
		'fields' => [
			'sentence' => __('The guideline.', 'throughline'),
			'reason' => __('Why it is one.', 'throughline'),
			'example' => __('An example.', 'throughline'),
			'kinds' => __('Which kinds of piece it concerns.', 'throughline'),
			'departments' => __('Which departments it concerns.', 'throughline'),
			'words' => __('Words at which a form reminds of it.', 'throughline'),
		],
		'technical' => ['id', 'edition', 'number', 'lineage', 'tone'],
		'seen' => ['everybody'],
		'kept' => 'plugin',
	],
	[
		'store' => 'table',
		'name' => 'agreements',
		'what' => __('Who agreed to an edition of the guidelines', 'throughline'),
		'fields' => [
			'user_id' => __('Who was asked.', 'throughline'),
			'answer' => __('Yes, or that something should change first.', 'throughline'),
			'note' => __('What they said.', 'throughline'),
			'created' => __('When.', 'throughline'),
		],
		'technical' => ['id', 'edition', 'round'],
		'seen' => ['managers'],
		'kept' => 'plugin',
	],
	[
		'store' => 'table',
		'name' => 'acknowledgements',
		'what' => __('Who knows which guidelines', 'throughline'),
		'fields' => [
			'user_id' => __('Who read the guidelines.', 'throughline'),
			'edition' => __('Which edition.', 'throughline'),
			'created' => __('When.', 'throughline'),
		],
		'technical' => ['id'],
		'seen' => ['self', 'managers'],
		'kept' => 'account',
	],
];
