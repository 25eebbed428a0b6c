// What the finder of WordPress does with what a user names.
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wordpress } from './wordpress.ts';

const VERSION_FILE = "<?php\n$wp_version = '7.1.3';\n";

let folder: string;
beforeEach( () => {
	folder = mkdtempSync( join( tmpdir(), 'throughline-wordpress-' ) );
} );
afterEach( () => rmSync( folder, { recursive: true } ) );

test( 'a folder with a WordPress in it is copied, without what belongs to its site', async () => {
	const source = join( folder, 'wordpress' );
	for ( const [ path, text ] of Object.entries( {
		'wp-includes/version.php': VERSION_FILE,
		'wp-config.php': '<?php // secrets',
		'wp-content/index.php': '<?php',
		'wp-content/themes/one/style.css': '',
		'wp-content/uploads/2026/photo.jpg': '',
		'wp-content/plugins/other/other.php': '<?php',
	} ) ) {
		mkdirSync( dirname( join( source, path ) ), { recursive: true } );
		writeFileSync( join( source, path ), text );
	}
	const { path, version } = await wordpress( source );
	try {
		expect( version ).toBe( '7.1.3' );
		expect(
			readdirSync( path, { recursive: true } ).map( String ).sort()
		).toEqual( [
			'wp-content',
			'wp-content/index.php',
			'wp-content/themes',
			'wp-content/themes/one',
			'wp-content/themes/one/style.css',
			'wp-includes',
			'wp-includes/version.php',
		] );
	} finally {
		rmSync( path, { recursive: true } );
	}
} );

test( 'a folder without one is refused in one sentence', async () => {
	await expect( wordpress( folder ) ).rejects.toThrow(
		`${ folder } holds no WordPress: wp-includes/version.php is missing.`
	);
} );

test( 'a zip file is unpacked, without the folder that all of it lies in', async () => {
	const zip = join( folder, 'wordpress.zip' );
	writeFileSync(
		zip,
		zipSync( {
			'wordpress/wp-includes/version.php': strToU8( VERSION_FILE ),
		} )
	);
	const { path, version } = await wordpress( zip );
	try {
		expect( version ).toBe( '7.1.3' );
	} finally {
		rmSync( path, { recursive: true } );
	}
} );

test( 'a zip file that reaches outside its folder is refused', async () => {
	const zip = join( folder, 'evil.zip' );
	writeFileSync(
		zip,
		zipSync( {
			'wp-includes/version.php': strToU8( VERSION_FILE ),
			'../../evil.php': strToU8( '<?php' ),
		} )
	);
	await expect( wordpress( zip ) ).rejects.toThrow( 'outside' );
} );

test( 'what is neither a path nor a version is refused in one sentence', async () => {
	await expect( wordpress( '/no/such/place' ) ).rejects.toThrow(
		'There is no WordPress at /no/such/place'
	);
} );
