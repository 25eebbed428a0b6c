<?php
// What Dialog stores, for the page for the works council.

namespace Throughline\Dialog;

defined('ABSPATH') || exit();

return [
	[
		'store' => 'table',
		'name' => 'followers',
		'what' => __('Who follows a conversation by mail', 'throughline'),
		'fields' => [
			'user_id' => __('Whose account it is.', 'throughline'),
			'mail' => __(
				'A guest’s mail address; without their yes it goes after two days.',
				'throughline',
			),
			'locale' => __('In which language they read.', 'throughline'),
			'how' => __('At once or daily.', 'throughline'),
			'state' => __('Whether they said yes.', 'throughline'),
			'hash' => __('A fingerprint of the link in their mails.', 'throughline'),
			'mailed' => __('When the last mail went out.', 'throughline'),
			'created' => __('When.', 'throughline'),
		],
		'technical' => ['id', 'post_id', 'comment_id', 'told', 'latest', 'due', 'tries'],
		'seen' => ['self'],
		'kept' => 'done',
	],
	[
		'store' => 'table',
		'name' => 'news',
		'what' => __('What is new in a conversation that somebody follows', 'throughline'),
		'fields' => [
			'created' => __('When it was published.', 'throughline'),
		],
		'technical' => ['id', 'post_id', 'above', 'comment_id'],
		'seen' => ['software'],
		'kept' => 'month',
	],
	[
		'store' => 'user meta',
		'name' => 'throughline_face',
		'what' => __('The picture that somebody uploaded of themselves', 'throughline'),
		'fields' => [
			'' => __('The name of its file.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'account',
	],
];
