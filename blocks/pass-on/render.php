<?php
// Prints the bar by which a page is passed on.

defined('ABSPATH') || exit();

/**
 * @var array<string, mixed> $attributes
 * @var WP_Block $block
 */
$throughline_here = is_numeric($block->context['postId'] ?? null)
	? (int) $block->context['postId']
	: (int) get_the_ID();
echo Throughline\Shares\PassOn\PassOn::render($attributes, $throughline_here); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
