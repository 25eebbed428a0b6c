<?php
// What the Wall stores, for the page for the works council.

namespace Throughline\Wall;

defined('ABSPATH') || exit();

return [
	[
		'store' => 'table',
		'name' => 'pieces',
		'what' => __('What is published, made ready for walls', 'throughline'),
		'fields' => [
			'published' => __('When it was published.', 'throughline'),
			'contributor' => __('Who made it.', 'throughline'),
			'department' => __('Where it belongs.', 'throughline'),
			'card' => __(
				'What its card shows: title, beginning, photo and name; of a share its author, too.',
				'throughline',
			),
		],
		'technical' => ['kind', 'piece_id', 'scope', 'scope_id'],
		'seen' => ['everybody'],
		'kept' => 'piece',
	],
];
