// The translated strings of a block.json: what WordPress itself translates there, with the contexts of its block-i18n.json.
import type { Found } from './strings.ts';

type Schema = string | Schema[] | { [ property: string ]: Schema };

const SCHEMA: Schema = {
	title: 'block title',
	description: 'block description',
	keywords: [ 'block keyword' ],
	styles: [ { label: 'block style label' } ],
	variations: [
		{
			title: 'block variation title',
			description: 'block variation description',
			keywords: [ 'block variation keyword' ],
		},
	],
};

export function inBlock( file: string, source: string ): Found[] {
	return strings( SCHEMA, JSON.parse( source ) ).map( ( string ) => ( {
		...string,
		file,
	} ) );
}

function strings(
	schema: Schema,
	value: unknown
): Pick< Found, 'text' | 'context' >[] {
	if ( typeof schema === 'string' ) {
		return typeof value === 'string' && value
			? [ { text: value, context: schema } ]
			: [];
	}
	if ( Array.isArray( schema ) ) {
		const [ each ] = schema;
		return each !== undefined && Array.isArray( value )
			? value.flatMap( ( one ) => strings( each, one ) )
			: [];
	}
	return Object.entries( schema ).flatMap( ( [ name, part ] ) =>
		typeof value === 'object' && value !== null && name in value
			? strings( part, ( value as Record< string, unknown > )[ name ] )
			: []
	);
}
