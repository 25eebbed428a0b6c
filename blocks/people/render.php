<?php
// Prints who stands on a department's desk.

defined('ABSPATH') || exit();

/** @var array<string, mixed> $attributes */
echo Throughline\People\Listing::render($attributes); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
