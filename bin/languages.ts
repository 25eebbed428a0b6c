// The plugin's languages: `npm run languages` takes all strings out of the code into the .pot and brings the .po files up to date; every build makes of these what WordPress reads.
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './format.ts';
import { scriptFile, serverFile } from './languages/compiled.ts';
import { stringsOfPhp } from './languages/php.ts';
import { read, template, type Translations, updated } from './languages/po.ts';
import { stringsOfScripts } from './languages/scripts.ts';
import { type Message, messages } from './languages/strings.ts';

export const LANGUAGES = join( ROOT, 'plugin/languages' );
const TEMPLATE = 'throughline.pot';

/** What people translate. Formal German says only what differs, the rest is the informal file's. */
export const TRANSLATED = [
	{ locale: 'de_DE', complete: true },
	{ locale: 'de_DE_formal', complete: false },
];

/**
 * What WordPress loads: which files a language is made of, later ones going first. Austria says du
 * in WordPress, Switzerland Sie.
 */
const BUILT: Record< string, { of: string[]; spell?: typeof swiss } > = {
	de_DE: { of: [ 'de_DE' ] },
	de_DE_formal: { of: [ 'de_DE', 'de_DE_formal' ] },
	de_AT: { of: [ 'de_DE' ] },
	de_CH: { of: [ 'de_DE', 'de_DE_formal' ], spell: swiss },
	de_CH_informal: { of: [ 'de_DE' ], spell: swiss },
};

/** Switzerland writes no ß, and quotes as the French do, without blanks. */
export function swiss( text: string ): string {
	return text
		.replaceAll( 'ß', 'ss' )
		.replaceAll( '„', '«' )
		.replaceAll( '“', '»' );
}

export interface Extraction {
	messages: Message[];
	/** What each script says, by its handle. */
	scripts: Map< string, Message[] >;
}

export async function extract(): Promise< Extraction > {
	const [ php, { found, scripts } ] = await Promise.all( [
		stringsOfPhp(),
		stringsOfScripts(),
	] );
	const all = messages( [ ...php, ...found ] );
	return {
		messages: all,
		scripts: new Map(
			[ ...scripts ].map( ( [ handle, files ] ) => [
				handle,
				all.filter( ( message ) =>
					message.files.some( ( file ) => files.has( file ) )
				),
			] )
		),
	};
}

/** The .pot and the .po files as they should lie in git, by their names. */
export async function sources( {
	messages: all,
}: Extraction ): Promise< Map< string, string > > {
	const files = new Map( [ [ TEMPLATE, template( all ) ] ] );
	for ( const { locale, complete } of TRANSLATED ) {
		const name = poOf( locale );
		files.set( name, updated( await textOf( name ), all, { complete } ) );
	}
	return files;
}

/** Makes what WordPress loads. Languages that lack a string fall back to English there. */
export async function languages( extraction?: Extraction ): Promise< void > {
	const { messages: all, scripts } = extraction ?? ( await extract() );
	const files = new Map< string, string >();
	for ( const [ locale, { of, spell } ] of Object.entries( BUILT ) ) {
		const translations: Translations = new Map();
		for ( const part of of ) {
			for ( const [ key, texts ] of read(
				await textOf( poOf( part ) )
			) ) {
				translations.set( key, spell ? texts.map( spell ) : texts );
			}
		}
		files.set(
			`throughline-${ locale }.l10n.php`,
			serverFile( locale, all, translations )
		);
		for ( const [ handle, said ] of scripts ) {
			files.set(
				`throughline-${ locale }-${ handle }.json`,
				scriptFile( locale, said, translations )
			);
		}
	}
	await put( files );
	for ( const name of await readdir( LANGUAGES ) ) {
		if ( /\.(l10n\.php|json)$/.test( name ) && ! files.has( name ) ) {
			await rm( join( LANGUAGES, name ), { force: true } );
		}
	}
}

export const poOf = ( locale: string ) => `throughline-${ locale }.po`;

const textOf = ( name: string ) => readFile( join( LANGUAGES, name ), 'utf8' );

/** Writes what changed; a site that runs meanwhile never meets half a file. */
async function put( files: Map< string, string > ): Promise< void > {
	for ( const [ name, text ] of files ) {
		const path = join( LANGUAGES, name );
		if ( ( await readFile( path, 'utf8' ).catch( () => '' ) ) !== text ) {
			const made = `${ path }.${ process.pid }`;
			await writeFile( made, text );
			await rename( made, path );
		}
	}
}

if ( import.meta.main ) {
	try {
		const extraction = await extract();
		await put( await sources( extraction ) );
		await languages( extraction );
		const german = read( await textOf( poOf( 'de_DE' ) ) );
		const missing = extraction.messages.filter(
			( { key } ) => ! german.has( key )
		);
		console.log(
			`${ extraction.messages.length } strings, ${ missing.length } without German${
				missing.length ? ':' : '.'
			}`
		);
		for ( const {
			text,
			files: [ file ],
		} of missing ) {
			console.log( `  ${ file }: ${ text }` );
		}
	} catch ( error ) {
		console.error( error instanceof Error ? error.message : error );
		process.exitCode = 1;
	}
}
