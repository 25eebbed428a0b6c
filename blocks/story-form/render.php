<?php
// Prints the form to submit a story.

defined('ABSPATH') || exit();

/** @var array<string, mixed> $attributes */
echo Throughline\Stories\Form::render($attributes); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
