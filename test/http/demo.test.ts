// The demo company moves into a new site by the plugin's own functions, in both languages, and once only.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Queue, WallPage } from '../../src/contract.ts';
import { corners, jpeg } from '../photos.ts';
import { findSite, ROOT, type Site } from '../site/site.ts';

const DEMO = join( ROOT, 'test/site/demo' );

let site: Site;
let files: Record< string, string >;

beforeAll( async () => {
	site = await findSite();
	// Test sites don't see the repository: its files travel along. One photo stands for all, since drawing takes long.
	const photo = jpeg( {
		width: 400,
		height: 300,
		paint: corners( 400, 300 ),
	} ).toString( 'base64' );
	files = {};
	for ( const name of await readdir( DEMO ) ) {
		if ( /\.(php|html)$/.test( name ) ) {
			files[ name ] = await readFile( join( DEMO, name ), 'base64' );
		}
	}
	for ( const name of await readdir( join( DEMO, 'pictures' ) ) ) {
		files[ name.replace( '.ts', '.png' ) ] = photo;
	}
} );

const moveIn = ( language: string ) =>
	site.php< string[] >(
		`
		set_time_limit( 0 );
		$folder = get_temp_dir() . wp_generate_uuid4();
		mkdir( $folder );
		foreach ( $args['files'] as $name => $bytes ) {
			file_put_contents( "$folder/$name", base64_decode( $bytes ) );
		}
		$seed = require "$folder/seed.php";
		$to = [ 'pictures' => $folder, 'language' => $args['language'] ];
		return [ $seed( $to ), $seed( $to ) ];
		`,
		{ files, language }
	);

describe( 'the demo company', () => {
	for ( const [ language, story, page ] of [
		[ '', '48 tonnes, two millimetres of air', 'From the works' ],
		[ 'de_DE', '48 Tonnen, zwei Millimeter Luft', 'Aus den Werken' ],
	] as const ) {
		it( `moves in once, and tells its stories in ${
			language || 'English'
		}`, async () => {
			await site.reset();
			expect( await moveIn( language ) ).toEqual( [
				'moved in',
				'moved in before',
			] );
			const wall = await site.request(
				'/wp-json/throughline/v1/wall?count=50'
			);
			const { html } = ( await wall.json() ) as WallPage;
			expect( html.match( /<li /g ) ).toHaveLength( 15 );
			expect( html ).toContain( story );

			const moderator = await site.signIn( 'moderator' );
			for ( const [ state, count ] of [
				[ 'waiting', 5 ],
				[ 'returned', 1 ],
			] as const ) {
				const queue = await site.request(
					`/wp-json/throughline/v1/queue?list=${ state }`,
					{},
					moderator
				);
				expect(
					( ( await queue.json() ) as Queue ).items
				).toHaveLength( count );
			}
			const home = await ( await site.request( '/' ) ).text();
			expect( home ).toContain( `>${ page }</h1>` );
			expect( home ).toContain( 'throughline-card' );
		} );
	}
} );
