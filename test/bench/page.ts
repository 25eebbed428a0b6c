// A page as companies have them, for the bench to look at.

const PARAGRAPH = `<!-- wp:paragraph -->
<p>We have built and kept cableways since 1926, in the valley where our great-grandparents pulled the first rope. Four hundred of us plan, weld, wire and ride along.</p>
<!-- /wp:paragraph -->`;

const PART = `<!-- wp:heading -->
<h2 class="wp-block-heading">Who does what</h2>
<!-- /wp:heading -->
${ PARAGRAPH }
<!-- wp:columns -->
<div class="wp-block-columns"><!-- wp:column -->
<div class="wp-block-column">${ PARAGRAPH }</div>
<!-- /wp:column -->

<!-- wp:column -->
<div class="wp-block-column"><!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>Planning</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list --></div>
<!-- /wp:column --></div>
<!-- /wp:columns -->`;

export const PLAIN = Array( 4 ).fill( PART ).join( '\n' );

/** The body of a PHP function that publishes a page: its address as `slug`, its blocks as `content`. */
export const PUBLISH_PAGE = `return wp_insert_post( wp_slash( [
	'post_type' => 'page',
	'post_status' => 'publish',
	'post_title' => 'About us',
	'post_name' => $args['slug'],
	'post_content' => $args['content'],
] ) );`;
