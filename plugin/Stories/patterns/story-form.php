<?php
// A page of its own for the form: what it is for, the form, and how it goes on.

defined('ABSPATH') || exit();

return [
	'title' => __('Send a story', 'throughline'),
	'content' => sprintf(
		'<!-- wp:throughline/story-form {"introduction":"%1$s"} /-->
<!-- wp:details -->
<details class="wp-block-details"><summary>%2$s</summary><!-- wp:paragraph -->
<p>%3$s</p>
<!-- /wp:paragraph --></details>
<!-- /wp:details -->',
		esc_attr__('A photo and a sentence are enough.', 'throughline'),
		esc_html__('How does it go on?', 'throughline'),
		esc_html__(
			'Somebody looks at your story before it appears. If others can be recognised in the photos, they are asked first. You get a mail as soon as it is online, or if something is still missing.',
			'throughline',
		),
	),
];
