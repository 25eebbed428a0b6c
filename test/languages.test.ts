// The plugin speaks German, all of it, in both forms of address, and its files in git say what the code says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	extract,
	type Extraction,
	LANGUAGES,
	poOf,
	sources,
	swiss,
} from '../bin/languages.ts';
import { read, type Translations } from '../bin/languages/po.ts';

const SIE = /\b(Sie|Ihnen|Ihr(e[mnrs]?)?)\b/;
const DU =
	/\b(du|dich|dir|dein(e[mnrs]?)?|ihr(?= habt| könnt| seid)|euch|euer|eure[mnrs]?)\b/i;
// Where somebody is asked for something, the verb itself tells the form.
const DU_ASKS =
	/\b(ändere|drück|entferne|frag|führ|füg|geh|gib|komm|kürze|lade|lass|mach|melde|nenn|nimm|probier|prüf|sag|schalte|schau|schick|schreib|setz|stell|such|vermerk|veröffentliche|versuch|wähl|warte|zeig|öffne)(?=[ ,.:!]|$)/i;

const textOf = ( name: string ) =>
	readFileSync( join( LANGUAGES, name ), 'utf8' );
const german = read( textOf( poOf( 'de_DE' ) ) );
const formal = read( textOf( poOf( 'de_DE_formal' ) ) );
const formalInFull: Translations = new Map( [ ...german, ...formal ] );

let extraction: Extraction;
beforeAll( async () => {
	extraction = await extract();
	// A machine that is busy reads hundreds of files slowly.
}, 60_000 );

const placeholders = ( text: string ) =>
	[ ...text.matchAll( /%(\d+\$)?[sd]|<\/?\w+\/?>/g ) ]
		.map( ( [ found ] ) => found )
		.sort();

test( 'the files in git are what "npm run languages" makes of the code', async () => {
	for ( const [ name, text ] of await sources( extraction ) ) {
		expect( textOf( name ), name ).toBe( text );
	}
} );

test( 'every string has its German', () => {
	expect(
		extraction.messages
			.filter( ( { key } ) => ! german.has( key ) )
			.map( ( { text, files } ) => `${ files[ 0 ] }: ${ text }` )
	).toEqual( [] );
} );

test( 'nothing is translated that the code no longer says', () => {
	const keys = new Set( extraction.messages.map( ( { key } ) => key ) );
	expect(
		[ ...formalInFull.keys() ].filter( ( key ) => ! keys.has( key ) )
	).toEqual( [] );
} );

test( 'formal German holds only what differs', () => {
	expect(
		[ ...formal ]
			.filter(
				( [ key, texts ] ) =>
					texts.join( '\0' ) === german.get( key )?.join( '\0' )
			)
			.map( ( [ key ] ) => key )
	).toEqual( [] );
} );

test( 'what varies is in every translation, and as often', () => {
	for ( const { key, text, plural } of extraction.messages ) {
		for ( const translations of [ german, formalInFull ] ) {
			const texts = translations.get( key ) ?? [];
			expect.soft( texts, text ).toHaveLength( plural ? 2 : 1 );
			for ( const translated of texts ) {
				expect
					.soft( placeholders( translated ), translated )
					.toEqual( placeholders( text ) );
			}
		}
	}
} );

test( 'translators are told what each placeholder stands for', () => {
	expect(
		extraction.messages
			.filter(
				( { text, plural, comments } ) =>
					placeholders( text + ( plural ?? '' ) ).length &&
					! comments.some( ( comment ) =>
						/^translators:/i.test( comment )
					)
			)
			.map( ( { text, files } ) => `${ files[ 0 ] }: ${ text }` )
	).toEqual( [] );
} );

describe.each( [
	[ 'informal', german, [ SIE ] ],
	[ 'formal', formalInFull, [ DU, DU_ASKS ] ],
] as const )( '%s German', ( _, translations, forbidden ) => {
	const texts = [ ...translations.values() ].flat();

	test( 'keeps to its form of address', () => {
		for ( const pattern of forbidden ) {
			expect( texts.filter( ( text ) => pattern.test( text ) ) ).toEqual(
				[]
			);
		}
	} );

	test( 'is set as German is', () => {
		expect(
			texts.filter( ( text ) =>
				// Straight or English quotes, three dots, a blank that may end a line before its dots, a hyphen for a dash.
				/["'”‘]|\.\.\.|[^\u00a0]…|\s-\s/.test( text )
			)
		).toEqual( [] );
	} );

	test( 'closes every quotation that it opens', () => {
		expect(
			texts.filter(
				( text ) =>
					text.replace( /[^„“]/g, '' ).replaceAll( '„“', '' ) !== ''
			)
		).toEqual( [] );
	} );
} );

test( 'Swiss German has its own spelling', () => {
	expect( swiss( '„Maße“ sind zu groß' ) ).toBe( '«Masse» sind zu gross' );
} );
