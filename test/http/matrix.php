<?php
// Asks our routes as everybody, about pieces that are their own, another's and another department's; what an answer would change is taken back. Runs inside WordPress, in one process: `$args` are the questions.
declare(strict_types=1);

use Throughline\Database;
use Throughline\People\Departments;
use Throughline\People\Scope;
use Throughline\Standing\Standing;
use Throughline\Stories\Stories;

$roles = [
	'subscriber' => 'subscriber',
	'employee' => 'throughline_employee',
	'contributor' => 'contributor',
	'author' => 'author',
	'peer' => 'throughline_employee',
	'scoped' => 'editor',
	'moderator' => 'editor',
	'admin' => 'administrator',
];
$departments = [
	'here' => Departments::add('Montage', 0),
	'elsewhere' => Departments::add('Service', 0),
];
$send = static function (int $user, int $department): int {
	wp_set_current_user($user);
	$sent = Stories::submit([
		'submission' => wp_generate_uuid4(),
		'title' => '',
		'text' => 'Etwas von ' . $user . ' für ' . $department,
		'department' => $department,
		'recognisable' => '',
		'photos' => [],
	]);
	if (is_wp_error($sent)) {
		throw new RuntimeException($sent->get_error_message());
	}
	return $sent['story']['id'];
};
$hire = static function (string $name, string $role): int {
	$user = wp_insert_user([
		'user_login' => "matrix-$name",
		'user_email' => "matrix-$name@example.com",
		'user_pass' => 'password',
		'role' => $role,
	]);
	if (is_wp_error($user)) {
		throw new RuntimeException($user->get_error_message());
	}
	return $user;
};
$other = $hire('other', 'throughline_employee');
$pieces = [
	'other' => $send($other, $departments['here']),
	'elsewhere' => $send($other, $departments['elsewhere']),
];
$users = ['stranger' => 0];
$own = [];
foreach ($roles as $name => $role) {
	$users[$name] = $hire($name, $role);
	Departments::assign($users[$name], $departments['here']);
	// A subscriber sends nothing: theirs is what they had sent before.
	$own[$name] = $send($users[$name], $departments['here']);
}
Standing::sign(
	[
		'user' => $users['peer'],
		'department' => $departments['here'],
		'kind' => '',
		'level' => 'peer',
		'reason' => 'Weil.',
	],
	$users['admin'],
);
Scope::give($users['scoped'], [$departments['here']]);

$ask = static function (array $cell) use ($users, $own, $pieces, $departments, $other): array {
	[
		'role' => $role,
		'method' => $method,
		'path' => $path,
		'of' => $of,
		'body' => $body,
	] = $cell;
	$piece = $of === 'own' ? $own[$role] ?? 0 : $pieces[$of] ?? 999999;
	$id = match (true) {
		str_contains($path, '/departments/') => $departments['here'],
		str_contains($path, '/people/') => $other,
		default => $piece,
	};
	wp_set_current_user($users[$role]);
	$request = new WP_REST_Request($method, str_replace('{id}', (string) $id, $path));
	array_walk_recursive($body, static function (mixed &$value) use ($piece, $departments): void {
		$value = ['{piece}' => $piece, '{department}' => $departments['here']][$value] ?? $value;
	});
	if ($method === 'GET') {
		$request->set_query_params($body);
	} elseif ($body !== []) {
		$request->set_header('Content-Type', 'application/json');
		$request->set_body((string) wp_json_encode($body));
	}
	$answer = ['status' => 0, 'code' => ''];
	Database::transaction(static function () use ($request, &$answer): WP_Error {
		$response = rest_do_request($request);
		$data = $response->get_data();
		$answer = [
			'status' => $response->get_status(),
			'code' => is_array($data) && is_string($data['code'] ?? null) ? $data['code'] : '',
		];
		return new WP_Error('taken_back');
	});
	return $answer;
};
return array_map($ask, $args);
