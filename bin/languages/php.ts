// The translated strings of the plugin's PHP, and of its header, which WordPress shows in the list of plugins.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Engine } from 'php-parser';
import { ROOT } from '../format.ts';
import {
	commentsOf,
	type Found,
	lineAt,
	PHP_FUNCTIONS,
	said,
} from './strings.ts';

const GENERATED = /^plugin\/(build[^/]*|languages)\//;
const MAIN = 'plugin/throughline.php';

interface Node {
	kind: string;
	[ property: string ]: unknown;
}

const isNode = ( value: unknown ): value is Node =>
	typeof value === 'object' &&
	value !== null &&
	'kind' in value &&
	typeof value.kind === 'string';

export async function stringsOfPhp(): Promise< Found[] > {
	const files = (
		await readdir( join( ROOT, 'plugin' ), { recursive: true } )
	)
		.map( ( name ) => `plugin/${ name.replaceAll( '\\', '/' ) }` )
		.filter(
			( file ) => file.endsWith( '.php' ) && ! GENERATED.test( file )
		)
		.sort();
	const found = await Promise.all(
		files.map( async ( file ) =>
			inPhp( file, await readFile( join( ROOT, file ), 'utf8' ) )
		)
	);
	return [
		...inHeader( await readFile( join( ROOT, MAIN ), 'utf8' ) ),
		...found.flat(),
	];
}

function inHeader( source: string ): Found[] {
	return [ 'Plugin Name', 'Description' ].map( ( name ) => ( {
		text:
			new RegExp( `^ \\* ${ name }: *(.+)$`, 'm' )
				.exec( source )?.[ 1 ]
				?.trim() ?? '',
		comment: `${ name } of the plugin`,
		file: MAIN,
	} ) );
}

/** Strings of one file, in the order in which it says them. */
export function inPhp( file: string, source: string ): Found[] {
	const engine = new Engine( {
		parser: { version: '8.1' },
		ast: { withPositions: true },
	} );
	const commentFor = commentsOf( source );
	const found: Found[] = [];
	walk( engine.parseCode( source, file ), ( node ) => {
		const { what } = node;
		const name =
			node.kind === 'call' && isNode( what ) && what.kind === 'name'
				? String( what.name ).replace( /^\\/, '' )
				: '';
		const signature = Object.hasOwn( PHP_FUNCTIONS, name )
			? PHP_FUNCTIONS[ name ]
			: undefined;
		if ( ! signature ) {
			return;
		}
		const offset = offsetOf( node );
		const string = said(
			signature,
			( node.arguments as unknown[] ).map( plain ),
			`${ file }:${ lineAt( source, offset ) }`
		);
		if ( string ) {
			const comment = commentFor( offset );
			found.push( { ...string, ...( comment && { comment } ), file } );
		}
	} );
	return found;
}

function walk( value: unknown, visit: ( node: Node ) => void ): void {
	if ( Array.isArray( value ) ) {
		value.forEach( ( one ) => walk( one, visit ) );
	} else if ( isNode( value ) ) {
		visit( value );
		for ( const [ name, child ] of Object.entries( value ) ) {
			// A comment is listed with the nodes on both sides of it.
			if ( ! name.endsWith( 'omments' ) ) {
				walk( child, visit );
			}
		}
	}
}

/** A literal, or several with dots between; undefined for all that PHP would have to run. */
function plain( value: unknown ): string | undefined {
	if ( ! isNode( value ) ) {
		return undefined;
	}
	if ( value.kind === 'string' || value.kind === 'nowdoc' ) {
		return String( value.value );
	}
	if ( value.kind === 'bin' && value.type === '.' ) {
		const [ left, right ] = [ plain( value.left ), plain( value.right ) ];
		return left === undefined || right === undefined
			? undefined
			: left + right;
	}
	return undefined;
}

function offsetOf( node: Node ): number {
	return ( node.loc as { start: { offset: number } } ).start.offset;
}
