<?php
// A page's own wall: a headline, a sentence, and everything that is published.

namespace Throughline\Wall;

defined('ABSPATH') || exit();

return [
	'title' => __('Wall of stories', 'throughline'),
	'description' => __(
		'Everything that is published, newest first, with a headline.',
		'throughline',
	),
	'categories' => ['throughline', 'posts'],
	'keywords' => [__('stories', 'throughline'), __('employees', 'throughline')],
	'content' => sprintf(
		'<!-- wp:group {"align":"wide","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide"><!-- wp:heading -->
<h2 class="wp-block-heading">%s</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>%s</p>
<!-- /wp:paragraph -->

<!-- wp:throughline/wall {"showFilter":true} /--></div>
<!-- /wp:group -->',
		esc_html__('From our workshops', 'throughline'),
		esc_html__('Told by the people who did the work.', 'throughline'),
	),
];
