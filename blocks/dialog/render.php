<?php
// Prints the dialog of a post.

defined('ABSPATH') || exit();

/** @var array<string, mixed> $attributes */
/** @var WP_Block $block */
$throughline_post = $block->context['postId'] ?? get_the_ID();
echo Throughline\Dialog\Dialog::render($attributes, (int) $throughline_post); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
