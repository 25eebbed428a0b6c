<?php
// Prints the dos and don'ts that are in force.

defined('ABSPATH') || exit();

/** @var array<string, mixed> $attributes */
echo Throughline\Guidelines\Listing::render($attributes); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
