<?php
// Prints what the person who asks has sent, or one piece for the bearer of a link.

defined('ABSPATH') || exit();

echo Throughline\Moderation\MyPieces::render(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where it is made.
