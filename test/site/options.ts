// What may be said behind `npm start --` and `npm run site --`, checked before anything is built or booted.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PHP_VERSIONS, type PhpVersion } from './versions.ts';

export interface StartOptions {
	/** Without the demo company, with the tests' seam. */
	plain: boolean;
	fresh: boolean;
	build: boolean;
	/** A locale, or nothing for English. */
	lang: string;
	port?: number;
	workers?: number;
	php?: PhpVersion;
	/** A version, a folder or a zip file. */
	wordpress?: string;
	/** The folder in .site that keeps the data. */
	name?: string;
	/** Another copy of the plugin than plugin/. */
	plugin?: string;
}

/** @throws {Error} With one sentence that says what is expected. */
export function startOptions( argv: string[] ): StartOptions {
	const { values } = parseArgs( {
		args: argv,
		options: {
			plain: { type: 'boolean', default: false },
			fresh: { type: 'boolean', default: false },
			'no-build': { type: 'boolean', default: false },
			lang: { type: 'string', default: '' },
			port: { type: 'string' },
			workers: { type: 'string' },
			php: { type: 'string' },
			wordpress: { type: 'string' },
			name: { type: 'string' },
			plugin: { type: 'string' },
		},
	} );
	const { plain, fresh, lang, wordpress, name, plugin } = values;
	if ( lang && ! /^[a-z]{2,3}(_[A-Z]{2})?(_\w+)?$/.test( lang ) ) {
		throw new Error( '--lang takes a locale such as de_DE.' );
	}
	if ( name !== undefined && ! /^[\w.-]*\w$/.test( name ) ) {
		throw new Error( '--name takes letters, digits, dots and dashes.' );
	}
	const php = PHP_VERSIONS.find( ( version ) => version === values.php );
	if ( values.php !== undefined && ! php ) {
		throw new Error( `--php takes one of ${ PHP_VERSIONS.join( ', ' ) }.` );
	}
	const port = number( 'port', values.port, 65535 );
	const workers = number( 'workers', values.workers, 32 );
	return {
		plain,
		fresh,
		lang,
		build: ! values[ 'no-build' ],
		...( port && { port } ),
		...( workers && { workers } ),
		...( php && { php } ),
		...( wordpress && { wordpress } ),
		...( name && { name } ),
		...( plugin && { plugin: resolve( plugin ) } ),
	};
}

function number(
	option: string,
	value: string | undefined,
	most: number
): number | undefined {
	if ( value === undefined ) {
		return undefined;
	}
	const given = Number( value );
	if ( ! Number.isInteger( given ) || given < 1 || given > most ) {
		throw new Error( `--${ option } takes a number from 1 to ${ most }.` );
	}
	return given;
}
