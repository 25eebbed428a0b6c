<?php
// What Stories store, for the page for the works council.

namespace Throughline\Stories;

defined('ABSPATH') || exit();

return [
	[
		'store' => 'post',
		'name' => 'tl_story',
		'what' => __('Stories', 'throughline'),
		'fields' => [
			'post_title' => __('The title.', 'throughline'),
			'post_content' => __('The text.', 'throughline'),
			'post_author' => __('Who wrote it.', 'throughline'),
			'post_date' => __('When it was sent or published.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'piece',
	],
	[
		'store' => 'table',
		'name' => 'photos',
		'what' => __('Photos of stories', 'throughline'),
		'fields' => [
			'contributor' => __('Who took them in.', 'throughline'),
			'name' => __('The name of the file on the sender’s device.', 'throughline'),
			'alt' => __('What can be seen on it, in words.', 'throughline'),
			'width' => __('Its width.', 'throughline'),
			'height' => __('Its height.', 'throughline'),
			'secret' => __(
				'The key without which a photo that waits can’t be read.',
				'throughline',
			),
			'hidden' => __('Whether it was taken out of sight.', 'throughline'),
			'created' => __('When.', 'throughline'),
		],
		'technical' => [
			'id',
			'upload',
			'story_id',
			'position',
			'mime',
			'path',
			'files',
			'attachment_id',
		],
		'seen' => ['everybody'],
		'kept' => 'piece',
	],
	[
		'store' => 'post meta',
		'name' => '_throughline_recognisable',
		'what' => __('Who can be recognised in the photos', 'throughline'),
		'fields' => [
			'' => __('Nobody, the contributor or others.', 'throughline'),
		],
		'seen' => ['moderators', 'self'],
		'kept' => 'piece',
	],
	[
		'store' => 'post meta',
		'name' => '_throughline_submission',
		'what' => __('Drafts without JavaScript', 'throughline'),
		'fields' => [
			'' => __('A random number by which they are sent once.', 'throughline'),
		],
		'seen' => ['software'],
		'kept' => 'day',
	],
	[
		'store' => 'post meta',
		'name' => '_throughline_name',
		'what' => __('The name on a story without an account', 'throughline'),
		'fields' => [
			'' => __('The name, as it was entered.', 'throughline'),
		],
		'seen' => ['everybody'],
		'kept' => 'piece',
	],
];
