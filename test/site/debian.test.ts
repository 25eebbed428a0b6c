// What is read from apt, and how the links of an unpacked system become files.
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	lstatSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archives, copyResolved } from './debian.ts';

describe( 'archives', () => {
	test( 'are those of the suites in the sources, each once, without the security archive', () => {
		expect(
			archives(
				[
					"'http://archive.example/debian/dists/bookworm/InRelease' archive.example_debian_dists_bookworm_InRelease 0 ",
					"'http://archive.example/debian/dists/bookworm-updates/InRelease' archive.example_bookworm-updates_InRelease 0 ",
					"'http://archive.example/debian-security/dists/bookworm-security/InRelease' x 0 ",
					"'http://archive.example/debian/dists/bookworm/main/binary-amd64/Packages.xz' x 0 ",
					"'https://mirror.example/some/where/dists/trixie/InRelease' x 0 ",
				].join( '\n' )
			)
		).toEqual( [
			'http://archive.example/debian',
			'https://mirror.example/some/where',
		] );
	} );

	test( 'are none when apt says nothing', () => {
		expect( archives( '' ) ).toEqual( [] );
	} );
} );

describe( 'an unpacked system', () => {
	let system: string;
	beforeEach( () => {
		system = mkdtempSync( join( tmpdir(), 'throughline-system-' ) );
		mkdirSync( join( system, 'usr/share/wordpress/js' ), {
			recursive: true,
		} );
		mkdirSync( join( system, 'usr/share/javascript/themes/base' ), {
			recursive: true,
		} );
		mkdirSync( join( system, 'etc' ) );
	} );
	afterEach( () => rmSync( system, { recursive: true } ) );

	test( 'is copied with its links followed inside it, over several links and into folders', async () => {
		writeFileSync( join( system, 'usr/share/javascript/a.js' ), 'a' );
		symlinkSync( 'a.js', join( system, 'usr/share/javascript/b.js' ) );
		symlinkSync(
			'../../javascript/b.js',
			join( system, 'usr/share/wordpress/js/c.js' )
		);
		writeFileSync( join( system, 'etc/list' ), 'list' );
		symlinkSync( '/etc/list', join( system, 'usr/share/wordpress/list' ) );
		writeFileSync(
			join( system, 'usr/share/javascript/themes/base/d.css' ),
			'd'
		);
		symlinkSync(
			'/usr/share/javascript/themes',
			join( system, 'usr/share/wordpress/themes' )
		);

		const copy = join( system, 'copy' );
		await copyResolved( system, '/usr/share/wordpress', copy );

		expect( readFileSync( join( copy, 'js/c.js' ), 'utf8' ) ).toBe( 'a' );
		expect( readFileSync( join( copy, 'list' ), 'utf8' ) ).toBe( 'list' );
		expect(
			readFileSync( join( copy, 'themes/base/d.css' ), 'utf8' )
		).toBe( 'd' );
		for ( const path of [ 'js/c.js', 'list', 'themes' ] ) {
			expect( lstatSync( join( copy, path ) ).isSymbolicLink() ).toBe(
				false
			);
		}
	} );

	test( 'is not copied when a link leads nowhere', async () => {
		symlinkSync(
			'/etc/missing',
			join( system, 'usr/share/wordpress/missing' )
		);
		await expect(
			copyResolved(
				system,
				'/usr/share/wordpress',
				join( system, 'copy' )
			)
		).rejects.toThrow( 'missing' );
	} );
} );
