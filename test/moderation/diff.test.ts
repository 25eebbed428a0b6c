// What changed between two texts.
import { describe, expect, it } from 'vitest';
import { compare, excerpted, type Part } from '../../src/moderation/diff.ts';

/** [-gone-] and {+new+}, as a reader would mark them. */
const marked = ( parts: Part[] ) =>
	parts
		.map(
			( { change, text } ) =>
				( { same: text, gone: `[-${ text }-]`, new: `{+${ text }+}` } )[
					change
				]
		)
		.join( '' );

const shown = ( before: string, after: string ) =>
	marked( compare( before, after ) );

/** Pseudo-random, always the same. */
function sequence( seed: number ) {
	let state = seed;
	return ( below: number ) => {
		state = ( state * 48271 ) % 2147483647;
		return Math.floor( state / 256 ) % below;
	};
}

describe( 'a difference', () => {
	it( 'is told word by word', () => {
		expect( shown( 'Der Läufer sass.', 'Der Läufer saß fest.' ) ).toBe(
			'Der Läufer [-sass-]{+saß fest+}.'
		);
		expect( shown( 'a b c', 'b c d' ) ).toBe( '[-a -]b c{+ d+}' );
	} );

	it( 'is nothing between equals, and everything from nothing', () => {
		expect( compare( 'Gleich.', 'Gleich.' ) ).toEqual( [
			{ change: 'same', text: 'Gleich.' },
		] );
		expect( compare( '', '' ) ).toEqual( [] );
		expect( shown( '', 'Neu da' ) ).toBe( '{+Neu da+}' );
		expect( shown( 'Alt', '' ) ).toBe( '[-Alt-]' );
	} );

	it( 'joins changes that only a space parts', () => {
		expect(
			shown( 'ein grosser roter Ball', 'ein kleiner blauer Ball' )
		).toBe( 'ein [-grosser roter-]{+kleiner blauer+} Ball' );
	} );

	it( 'goes letter by letter where words have no spaces', () => {
		expect( shown( '東京へ行く', '京都へ行く' ) ).toBe(
			'[-東-]京{+都+}へ行く'
		);
	} );

	it( 'leads from one text to the other, whatever they are', () => {
		const pick = sequence( 7 );
		const words = [ 'und ', 'der ', 'Läufer', '\n', '. ', '👩🏽‍🔧', 'x' ];
		for ( let round = 0; round < 300; round++ ) {
			const text = () =>
				Array.from(
					{ length: pick( 30 ) },
					() => words[ pick( words.length ) ]
				).join( '' );
			const [ before, after ] = [ text(), text() ];
			const parts = compare( before, after );
			const without = ( left: string ) =>
				parts
					.filter( ( { change } ) => change !== left )
					.map( ( part ) => part.text )
					.join( '' );
			expect( [ without( 'new' ), without( 'gone' ) ] ).toEqual( [
				before,
				after,
			] );
		}
	} );

	it( 'is found at once in 10,000 characters, even between two different texts', () => {
		const pick = sequence( 3 );
		const text = ( letters: string ) =>
			Array.from( { length: 1700 }, () =>
				Array.from(
					{ length: 5 },
					() => letters[ pick( letters.length ) ]
				).join( '' )
			).join( ' ' );
		const one = text( 'abcdefgh' );
		const other = text( 'ijklmnop' );
		const began = performance.now();
		expect(
			compare( one, one.replaceAll( 'abc', 'xyz' ) ).length
		).toBeGreaterThan( 1 );
		compare( one, other );
		expect( performance.now() - began ).toBeLessThan( 250 );
	} );
} );

describe( 'an excerpt', () => {
	it( 'leaves a few words around each change', () => {
		const long = Array.from( { length: 60 }, ( _, at ) => `w${ at }` ).join(
			' '
		);
		const parts = excerpted(
			compare( `${ long } alt ${ long }`, `${ long } neu ${ long }` )
		);
		expect( marked( parts ) ).toBe(
			'…w48 w49 w50 w51 w52 w53 w54 w55 w56 w57 w58 w59 [-alt-]{+neu+} w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 …'
		);
	} );

	it( 'cuts nothing from a short text', () => {
		const parts = compare( 'Der Ball ist rot.', 'Der Ball ist blau.' );
		expect( excerpted( parts ) ).toEqual( parts );
	} );
} );
