<?php
// Three stories inside another page, e.g. about a product: the people behind it.

namespace Throughline\Wall;

defined('ABSPATH') || exit();

return [
	'title' => __('The people behind it', 'throughline'),
	'description' => __(
		'The three newest stories, to stand inside a page about something else.',
		'throughline',
	),
	'categories' => ['throughline', 'posts'],
	'content' => sprintf(
		'<!-- wp:group {"align":"wide","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide"><!-- wp:heading -->
<h2 class="wp-block-heading">%s</h2>
<!-- /wp:heading -->

<!-- wp:throughline/wall {"count":3,"firstLarge":false} /--></div>
<!-- /wp:group -->',
		esc_html__('The people behind it', 'throughline'),
	),
];
