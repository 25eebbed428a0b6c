// A PHP feature uses only features that stand before it in FEATURES; the arrows of TypeScript are held by ESLint.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const PLUGIN = resolve( import.meta.dirname, '../plugin' );

const list = /const FEATURES = \[([^\]]*)\]/.exec(
	readFileSync( join( PLUGIN, 'throughline.php' ), 'utf8' )
)?.[ 1 ];
const features = [ ...( list ?? '' ).matchAll( /'(\w+)'/g ) ].map(
	( [ , name ] ) => name ?? ''
);

test( 'every feature is a folder of the plugin', () => {
	expect( features ).not.toEqual( [] );
	expect( readdirSync( PLUGIN ) ).toEqual(
		expect.arrayContaining( features )
	);
} );

// After the last there is nothing to know.
describe.each( features.slice( 0, -1 ) )( '%s', ( feature ) => {
	const after = features.slice( features.indexOf( feature ) + 1 );

	test( `knows nothing of ${ after.join( ', ' ) }`, () => {
		const forbidden = new RegExp(
			String.raw`\bThroughline\\+(${ after.join( '|' ) })\b`,
			'g'
		);
		for ( const file of phpOf( feature ) ) {
			expect
				.soft( readFileSync( file, 'utf8' ).match( forbidden ), file )
				.toBeNull();
		}
	} );
} );

function phpOf( feature: string ): string[] {
	return readdirSync( join( PLUGIN, feature ), { recursive: true } )
		.map( String )
		.filter( ( name ) => name.endsWith( '.php' ) )
		.map( ( name ) => join( PLUGIN, feature, name ) );
}
