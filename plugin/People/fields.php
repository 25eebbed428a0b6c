<?php
// What People stores, for the page for the works council.

namespace Throughline\People;

defined('ABSPATH') || exit();

return [
	[
		'store' => 'user meta',
		'name' => 'throughline_department',
		'what' => __('The department somebody works in', 'throughline'),
		'fields' => [
			'' => __('The department.', 'throughline'),
		],
		'seen' => ['colleagues'],
		'kept' => 'account',
	],
	[
		'store' => 'user meta',
		'name' => 'throughline_role',
		'what' => __('What somebody’s job is called', 'throughline'),
		'fields' => [
			'' => __('A job title, as it stands beside the name.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'account',
	],
	[
		'store' => 'user meta',
		'name' => 'throughline_scope',
		'what' => __('Where a moderator decides', 'throughline'),
		'fields' => [
			'' => __(
				'The departments. Where nothing is kept, all of them; an empty list is none.',
				'throughline',
			),
		],
		'seen' => ['managers'],
		'kept' => 'account',
	],
	[
		'store' => 'user meta',
		'name' => 'throughline_deputy',
		'what' => __('Who stands in for a moderator', 'throughline'),
		'fields' => [
			'' => __('The deputy’s account.', 'throughline'),
		],
		'seen' => ['managers'],
		'kept' => 'account',
	],
	[
		'store' => 'user meta',
		'name' => 'throughline_hours',
		'what' => __('When a moderator is there', 'throughline'),
		'fields' => [
			'' => __('Weekly hours and days off, as they were entered.', 'throughline'),
		],
		'seen' => ['managers'],
		'kept' => 'account',
	],
	[
		'store' => 'term meta',
		'name' => 'throughline_hours',
		'what' => __('When a department is there', 'throughline'),
		'fields' => [
			'' => __('Weekly hours and days off, as they were entered.', 'throughline'),
		],
		'seen' => ['managers'],
		'kept' => 'department',
	],
	[
		'store' => 'option',
		'name' => 'throughline_hours',
		'what' => __('When the site is looked after', 'throughline'),
		'fields' => [
			'' => __('Weekly hours and days off.', 'throughline'),
		],
		'seen' => ['managers'],
		'kept' => 'plugin',
	],
	[
		'store' => 'term meta',
		'name' => 'throughline_experts',
		'what' => __('Who answers for a department', 'throughline'),
		'fields' => [
			'' => __('Accounts of its experts.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'department',
	],
	[
		'store' => 'term meta',
		'name' => 'throughline_deputies',
		'what' => __('Who stands in for its experts', 'throughline'),
		'fields' => [
			'' => __('Accounts of the deputies.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'department',
	],
	[
		'store' => 'term meta',
		'name' => 'throughline_head',
		'what' => __('Who leads a department', 'throughline'),
		'fields' => [
			'' => __('The account.', 'throughline'),
		],
		'seen' => ['managers'],
		'kept' => 'department',
	],
	[
		'store' => 'term meta',
		'name' => 'throughline_promise',
		'what' => __('What a department promises', 'throughline'),
		'fields' => [
			'' => __('A sentence, as it was entered.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'department',
	],
	[
		'store' => 'term meta',
		'name' => 'throughline_answers',
		'what' => __('What a desk answers without asking anybody', 'throughline'),
		'fields' => [
			'' => __('A sentence, as it was entered.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'department',
	],
];
