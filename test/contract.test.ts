// The contract keeps to the part of JSON Schema that WordPress validates; everything else core would ignore without a word.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join( import.meta.dirname, '../plugin/contract' );

/** What rest_validate_value_from_schema() looks at, and words for people. `enum` of one instead of `const`. */
const KEYWORDS = new Set( [
	'type',
	'properties',
	'required',
	'additionalProperties',
	'items',
	'enum',
	'pattern',
	'format',
	'minimum',
	'maximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
	'uniqueItems',
	'description',
	'default',
] );
const ROOT_KEYWORDS = new Set( [
	...KEYWORDS,
	'$schema',
	'title',
	'examples',
] );
const FORMATS = new Set( [
	'date-time',
	'email',
	'ip',
	'uuid',
	'hex-color',
	'uri',
] );

type Schema = Record< string, unknown >;

function problems(
	schema: Schema,
	path: string,
	known: Set< string >
): string[] {
	if ( '$ref' in schema ) {
		// Contract::resolve() puts the named file in its place.
		const names = readdirSync( FOLDER );
		return Object.keys( schema ).length === 1 &&
			names.includes( String( schema.$ref ) )
			? []
			: [ `${ path }: $ref stands alone and names a file beside it` ];
	}
	const found = Object.keys( schema )
		.filter( ( keyword ) => ! known.has( keyword ) )
		.map(
			( keyword ) => `${ path }: ${ keyword } is no keyword of WordPress`
		);
	if ( ! ( 'type' in schema ) ) {
		found.push( `${ path }: type is missing` );
	}
	if ( 'format' in schema && ! FORMATS.has( String( schema.format ) ) ) {
		found.push( `${ path }: WordPress knows no format ${ schema.format }` );
	}
	if ( schema.type === 'object' && schema.additionalProperties !== false ) {
		found.push( `${ path }: an object is closed` );
	}
	for ( const [ name, property ] of Object.entries(
		( schema.properties ?? {} ) as Record< string, Schema >
	) ) {
		found.push( ...problems( property, `${ path }.${ name }`, KEYWORDS ) );
	}
	if ( schema.items ) {
		found.push(
			...problems( schema.items as Schema, `${ path }[]`, KEYWORDS )
		);
	}
	return found;
}

describe.each( readdirSync( FOLDER ) )( '%s', ( name ) => {
	const schema = JSON.parse(
		readFileSync( join( FOLDER, name ), 'utf8' )
	) as Schema;

	it( 'uses only what WordPress validates', () => {
		expect( problems( schema, name, ROOT_KEYWORDS ) ).toEqual( [] );
	} );

	it( 'is called as its file is', () => {
		const words = name
			.replace( '.json', '' )
			.split( '-' )
			.map( ( word ) => word[ 0 ]?.toUpperCase() + word.slice( 1 ) );
		expect( schema.title ).toBe( words.join( '' ) );
	} );

	it( 'has an example', () => {
		expect( schema.examples ).not.toHaveLength( 0 );
	} );
} );

it( 'a keyword that core ignores is found', () => {
	expect(
		problems(
			{ type: 'object', additionalProperties: false, allOf: [] },
			'x',
			KEYWORDS
		)
	).toHaveLength( 1 );
} );
