<?php
// Installs WordPress from the command line for the second stack: php install.php <folder of WordPress> <title> <password>.
declare(strict_types=1);

define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

if (is_blog_installed()) {
	exit("installed before\n");
}

/** Core would write a mail to the new administrator. */
function wp_new_blog_notification(): void {}

// Core would find out by a request to itself whether the server can do this; ours can.
add_filter('pre_option_permalink_structure', 'throughline_permalinks');
wp_install($argv[2], 'admin', 'admin@example.com', true, '', wp_slash($argv[3]));
remove_filter('pre_option_permalink_structure', 'throughline_permalinks');
update_option('permalink_structure', throughline_permalinks());
// Written anew by the first request, with the structure above.
delete_option('rewrite_rules');
echo "installed\n";

function throughline_permalinks(): string {
	return '/%postname%/';
}
