<?php
// A page of its own for the guidelines: a headline, a sentence, and everything that is in force.

namespace Throughline\Guidelines;

defined('ABSPATH') || exit();

return [
	'title' => __('Our guidelines', 'throughline'),
	'description' => __(
		'The dos and don’ts that are in force, with a headline and a sentence about them.',
		'throughline',
	),
	'categories' => ['throughline', 'text'],
	'keywords' => [__('guidelines', 'throughline'), __('dos and don’ts', 'throughline')],
	'content' => sprintf(
		'<!-- wp:group {"align":"wide","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide"><!-- wp:heading -->
<h2 class="wp-block-heading">%s</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>%s</p>
<!-- /wp:paragraph -->

<!-- wp:throughline/guidelines {"showFilter":true} /--></div>
<!-- /wp:group -->',
		esc_html__('How we write here', 'throughline'),
		esc_html__(
			'Short, so that everybody can know them; with reasons, so that nobody has to guess.',
			'throughline',
		),
	),
];
