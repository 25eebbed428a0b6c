<?php
// What Shares store, for the page for the works council.

namespace Throughline\Shares;

defined('ABSPATH') || exit();

return [
	[
		'store' => 'post',
		'name' => 'tl_share',
		'what' => __('Shares', 'throughline'),
		'fields' => [
			'post_title' => __('The title.', 'throughline'),
			'post_content' => __('The text.', 'throughline'),
			'post_author' => __('Who sent it.', 'throughline'),
			'post_date' => __('When it was sent or published.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'piece',
	],
	[
		'store' => 'table',
		'name' => 'shares',
		'what' => __('Where shared posts come from', 'throughline'),
		'fields' => [
			'network' => __('The network.', 'throughline'),
			'address' => __('The address of the post.', 'throughline'),
			'author' => __('Whose post it is.', 'throughline'),
			'author_url' => __('The address of their profile.', 'throughline'),
			'author_id' => __('The number by which the network knows the profile.', 'throughline'),
			'known' => __(
				'How it is known whose post it is: claimed, named or proven.',
				'throughline',
			),
			'known_at' => __('Since when that is known.', 'throughline'),
			'posted' => __('When it was posted.', 'throughline'),
			'label' => __('Whether it is labelled.', 'throughline'),
			'permission' => __('Why its pictures may be copied.', 'throughline'),
			'page_id' => __('The page that it belongs to.', 'throughline'),
			'outcome' => __('Whether the network still shows it.', 'throughline'),
			'checked' => __('When the network was asked.', 'throughline'),
			'gone' => __('Since when it is missing there.', 'throughline'),
		],
		'technical' => ['post_id', 'mark', 'tries', 'live', 'next'],
		'seen' => ['everybody'],
		'kept' => 'piece',
	],
	[
		'store' => 'table',
		'name' => 'passes',
		'what' => __('How often pages were passed on', 'throughline'),
		'fields' => [
			'post_id' => __('The page.', 'throughline'),
			'network' => __('The network.', 'throughline'),
			'day' => __('On which day.', 'throughline'),
			'count' => __('How often. Nothing about people.', 'throughline'),
		],
		'seen' => ['software'],
		'kept' => 'plugin',
	],
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
	[
		'store' => 'table',
		'name' => 'profiles',
		'what' => __('Profiles on other networks that people linked', 'throughline'),
		'fields' => [
			'user_id' => __('Who linked it.', 'throughline'),
			'network' => __('The network.', 'throughline'),
			'address' => __('The address of the profile.', 'throughline'),
			'handle' => __('Its name there.', 'throughline'),
			'lasting' => __('The number by which the network knows the profile.', 'throughline'),
			'proof' => __('How it is known whose it is.', 'throughline'),
			'proven' => __('Since when that is known.', 'throughline'),
			'checked' => __('When the network was asked.', 'throughline'),
			'code' => __('What a code is recognised by that proves it once.', 'throughline'),
			'fell' => __('Why it is not proven any more.', 'throughline'),
			'missed' => __('Since when it is missing there.', 'throughline'),
		],
		'technical' => ['id', 'mark', 'falls', 'tries', 'next'],
		'seen' => ['self'],
		'kept' => 'account',
	],
];
