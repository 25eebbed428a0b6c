<?php
// A page of one's own: what I sent, where it stands, what I can do.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

return [
	'title' => __('What I sent', 'throughline'),
	'description' => __(
		'Everybody sees their own stories and comments here. Links in our mails lead to this page.',
		'throughline',
	),
	'keywords' => [__('stories', 'throughline'), __('withdraw', 'throughline')],
	'content' => sprintf(
		'<!-- wp:paragraph -->
<p>%s</p>
<!-- /wp:paragraph -->

<!-- wp:throughline/my-pieces /-->',
		esc_html__(
			'What you sent, and what becomes of it. You can change it, withdraw it, or answer a question.',
			'throughline',
		),
	),
];
