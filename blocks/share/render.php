<?php
// Prints a post from somebody's own profile.

defined('ABSPATH') || exit();

/** @var array<string, mixed> $attributes */
echo Throughline\Shares\Block::render($attributes); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
