<?php
// Prints the people in charge, and the form by which they are asked.

defined('ABSPATH') || exit();

/**
 * @var array<string, mixed> $attributes
 * @var WP_Block $block
 */
$throughline_here = is_numeric($block->context['postId'] ?? null)
	? (int) $block->context['postId']
	: (int) get_the_ID();
echo Throughline\Dialog\Ask\Ask::render($attributes, $throughline_here); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
