<?php
// Stands in for a classic theme's comments.

defined('ABSPATH') || exit();

echo Throughline\Dialog\View\Place::html(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
