<?php
// Makes a new site ready for people: plugin active, readable addresses, the three users. Its body runs inside WordPress, on both stacks.

require_once ABSPATH . 'wp-admin/includes/plugin.php';

update_option('blogname', $args['title']);
update_option('permalink_structure', '/%postname%/');
update_option('WPLANG', $args['language']);
update_option('timezone_string', 'Europe/Berlin');
wp_clear_scheduled_hook('wp_version_check');

$active = activate_plugin('throughline/throughline.php');
if (is_wp_error($active)) {
	return $active->get_error_message();
}
foreach (['moderator' => 'editor', 'employee' => 'throughline_employee'] as $name => $role) {
	$user = wp_insert_user([
		'user_login' => $name,
		'user_pass' => $args['password'],
		'user_email' => $name . '@example.com',
		'display_name' => $args['names'][$name] ?? ucfirst($name),
		'role' => $role,
	]);
	if (is_wp_error($user)) {
		return $user->get_error_message();
	}
}
// The post types of a plugin that was activated just now are missing from the rules; the next request makes them anew.
delete_option('rewrite_rules');
return 'ready';
