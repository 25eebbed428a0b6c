<?php
// What Shares store, for the page for the works council.

namespace Throughline\Shares;

defined('ABSPATH') || exit();

return [
	[
		'store' => 'option',
		'name' => 'throughline_resting_hosts',
		'what' => __('Networks that did not answer', 'throughline'),
		'fields' => [
			'' => __(
				'Names of their hosts, and when they are asked again. Nothing about people.',
				'throughline',
			),
		],
		'seen' => ['software'],
		'kept' => 'plugin',
	],
];
