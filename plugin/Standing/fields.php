<?php
// What Standing stores, for the page for the works council.

namespace Throughline\Standing;

defined('ABSPATH') || exit();

return [
	[
		'store' => 'table',
		'name' => 'outcomes',
		'what' => __('How each piece ended', 'throughline'),
		'fields' => [
			'contributor' => __('Who made it.', 'throughline'),
			'department' => __('Where it belongs.', 'throughline'),
			'outcome' => __('Published, returned, removed or withdrawn.', 'throughline'),
			'free' => __('Whether anything held it back.', 'throughline'),
			'decided' => __('When.', 'throughline'),
		],
		'technical' => ['id', 'kind', 'piece_id'],
		'seen' => ['software', 'self'],
		'kept' => 'decisions',
	],
	[
		'store' => 'table',
		'name' => 'standing_log',
		'what' => __('What persons decided about standing', 'throughline'),
		'fields' => [
			'what' => __('About a person, a department or the rules.', 'throughline'),
			'subject' => __('Whom it concerns.', 'throughline'),
			'department' => __('Which department.', 'throughline'),
			'kind' => __('For which kind of piece.', 'throughline'),
			'level' => __('The standing that was given.', 'throughline'),
			'details' => __('The rules that were changed.', 'throughline'),
			'reason' => __('Why.', 'throughline'),
			'user_id' => __('Who decided.', 'throughline'),
			'created' => __('When.', 'throughline'),
		],
		'technical' => ['id'],
		'seen' => ['self', 'managers'],
		'kept' => 'plugin',
	],
	[
		'store' => 'user meta',
		'name' => 'throughline_peer',
		'what' => __('Where somebody decides for their own department', 'throughline'),
		'fields' => [
			'' => __('The departments.', 'throughline'),
		],
		'seen' => ['self', 'managers'],
		'kept' => 'account',
	],
	[
		'store' => 'option',
		'name' => 'throughline_standing',
		'what' => __('The rules of standing', 'throughline'),
		'fields' => [
			'' => __('How many pieces, and how good a record, each standing takes.', 'throughline'),
		],
		'seen' => ['colleagues'],
		'kept' => 'plugin',
	],
	[
		'store' => 'term meta',
		'name' => 'throughline_handed_over',
		'what' => __('Departments that decide for themselves', 'throughline'),
		'fields' => [
			'' => __('That it was handed over.', 'throughline'),
		],
		'seen' => ['colleagues'],
		'kept' => 'department',
	],
];
