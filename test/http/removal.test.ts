// Deactivation keeps everything, deleting the plugin leaves nothing, and activation changes nothing that visitors see.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, afterAll, expect, it } from 'vitest';
import { findSite, type Site } from '../site/site.ts';

let site: Site;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
} );

afterAll( async () => {
	await site.reset();
} );

const SEND = `
	wp_set_current_user(get_user_by('login', 'employee')->ID);
	$image = imagecreatetruecolor(320, 240);
	$file = tempnam(get_temp_dir(), 'photo');
	imagejpeg($image, $file);
	$photo = Throughline\\Stories\\Upload::add(['name' => 'a.jpg', 'tmp_name' => $file, 'error' => 0, 'size' => filesize($file)], wp_generate_uuid4(), get_current_user_id());
	$sent = Throughline\\Stories\\Stories::submit(['submission' => $args['submission'], 'title' => 'x', 'text' => 'y', 'department' => 0, 'recognisable' => 'nobody', 'photos' => [['id' => $photo['id'], 'alt' => '']]]);
	if ($args['publish']) {
		Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $sent['story']['id'], 'version' => 1, 'act' => 'publish', 'reason' => '', 'guideline' => 0, 'consent' => false], 1);
	}
	return $sent['story']['id'];
`;

const LEFT = `
	$db = $GLOBALS['wpdb'];
	$folder = wp_upload_dir()['basedir'] . '/throughline';
	$files = is_dir($folder) ? array_filter(iterator_to_array(new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS))), 'is_file') : [];
	return [
		'tables' => $db->get_col("SHOW TABLES LIKE '%throughline%'"),
		'posts' => (int) $db->get_var("SELECT COUNT(*) FROM $db->posts WHERE post_type = 'tl_story' OR post_mime_type LIKE 'image/%'"),
		'terms' => (int) $db->get_var("SELECT COUNT(*) FROM $db->term_taxonomy WHERE taxonomy = 'tl_department'"),
		'options' => $db->get_col("SELECT option_name FROM $db->options WHERE option_name LIKE '%throughline%'"),
		'meta' => (int) $db->get_var("SELECT COUNT(*) FROM $db->usermeta WHERE meta_key LIKE '%throughline%' OR meta_value LIKE '%throughline%'"),
		'term_meta' => (int) $db->get_var("SELECT COUNT(*) FROM $db->termmeta"),
		'capabilities' => array_values(array_filter(array_merge(...array_map(static fn($role) => array_keys($role['capabilities']), array_values(get_option($db->prefix . 'user_roles')))), static fn($name) => str_contains($name, 'throughline'))),
		'events' => array_values(array_filter(array_merge(...array_map('array_keys', array_filter((array) _get_cron_array(), 'is_array'))), static fn($name) => str_contains((string) $name, 'throughline'))),
		'files' => count($files),
	];
`;

it( 'deleting the plugin deletes all that is its own', async () => {
	await site.php(
		`$department = Throughline\\People\\Departments::add('Montage', 0);
		$hours = ['week' => [['day' => 1, 'from' => '08:00', 'to' => '16:00']], 'holidays' => []];
		$user = get_user_by('login', 'employee')->ID;
		Throughline\\People\\Colleagues::change($user, ['role' => 'Monteur', 'department' => $department, 'moderates' => 'some', 'scope' => [$department], 'deputy' => 1, 'hours' => $hours]);
		Throughline\\People\\Organisation::change($department, ['head' => $user, 'experts' => [$user], 'promise' => 'x', 'hours' => $hours]);
		Throughline\\People\\Hours::set_site($hours);`
	);
	for ( const publish of [ true, false ] ) {
		await site.php( SEND, { submission: randomUUID(), publish } );
	}
	const before = await site.php< Record< string, unknown > >( LEFT );
	expect( before ).toMatchObject( { posts: 3, terms: 1 } );
	const after = await site.php< Record< string, unknown > >(
		`define('WP_UNINSTALL_PLUGIN', 'throughline/throughline.php'); require Throughline\\DIR . '/uninstall.php'; ${ LEFT }`
	);
	expect( after ).toEqual( {
		tables: [],
		posts: 0,
		terms: 0,
		options: [],
		meta: 0,
		term_meta: 0,
		capabilities: [],
		events: [],
		files: 0,
	} );
} );

it( 'deactivation keeps every story, and activation finds them', async () => {
	const id = await site.php< number >( SEND, {
		submission: randomUUID(),
		publish: true,
	} );
	await site.php(
		"require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins(array_values(preg_grep('/throughline\\.php$/', get_option('active_plugins'))));"
	);
	expect( await site.php( 'return get_post_status($args);', id ) ).toBe(
		'publish'
	);
	await site.php(
		"require_once ABSPATH . 'wp-admin/includes/plugin.php'; $error = activate_plugin('throughline/throughline.php'); return is_wp_error($error) ? $error->get_error_message() : '';"
	);
	const wall = await site.request( '/wp-json/throughline/v1/wall' );
	expect( await wall.text() ).toContain( 'throughline-card' );
} );

it( 'activation changes nothing that visitors see', async () => {
	const look = async () =>
		( await ( await site.request( '/' ) ).text() )
			// What changes with every request or minute is core's own.
			.replace( /\d{10,}|nonce":"\w+"/g, '' );
	const active = await look();
	await site.php(
		"require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins(array_values(preg_grep('/throughline\\.php$/', get_option('active_plugins'))));"
	);
	expect( await look() ).toBe( active );
} );
