<?php
// Prints a wall of what is published.

defined('ABSPATH') || exit();

/** @var array<string, mixed> $attributes */
echo Throughline\Wall\Wall::render($attributes); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
