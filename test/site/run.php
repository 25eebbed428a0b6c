<?php
// Runs a function body in the second stack's WordPress from the command line: php run.php <folder of WordPress>; the body and its arguments come by standard input.
declare(strict_types=1);

$throughline_request = json_decode(
	(string) stream_get_contents(STDIN),
	true,
	512,
	JSON_THROW_ON_ERROR,
);
$_SERVER['HTTP_HOST'] = $throughline_request['host'];
$_SERVER['REQUEST_METHOD'] = 'GET';
require $argv[1] . '/wp-load.php';
$throughline_answer = (static fn(string $body, mixed $args): mixed => eval($body))(
	$throughline_request['body'],
	$throughline_request['args'],
);
echo "\n---throughline---",
	json_encode($throughline_answer, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
