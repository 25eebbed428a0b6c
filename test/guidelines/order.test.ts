import { describe, expect, it } from 'vitest';
import type { GuidelineText } from '../../src/contract.ts';
import { blank, moved } from '../../src/guidelines/order.ts';
import { compare, pieces } from '../../src/guidelines/compare.ts';

const line = ( lineage: string, more: Partial< GuidelineText > = {} ) => ( {
	...blank( 'do' ),
	lineage,
	sentence: lineage,
	...more,
} );

const order = ( list: GuidelineText[] ) =>
	list.map( ( { lineage } ) => lineage ).join( ' ' );

describe( 'the order', () => {
	const list = [
		line( 'a' ),
		line( 'x', { tone: 'dont' } ),
		line( 'b' ),
		line( 'y', { tone: 'dont' } ),
	];

	it( 'is changed among dos, and among don’ts', () => {
		expect( order( moved( list, 'a', 1 ) ) ).toBe( 'b x a y' );
		expect( order( moved( list, 'y', -1 ) ) ).toBe( 'a y b x' );
	} );

	it( 'stays where something stands at the edge, or is gone', () => {
		for ( const [ lineage, by ] of [
			[ 'a', -1 ],
			[ 'b', 1 ],
			[ 'z', 1 ],
		] as const ) {
			expect( moved( list, lineage, by ) ).toEqual( list );
		}
	} );

	it( 'gives a new guideline a lineage that the server takes', () => {
		expect( blank( 'do' ).lineage ).toMatch( /^[0-9a-z-]{8,36}$/ );
		expect( blank( 'do' ).lineage ).not.toBe( blank( 'do' ).lineage );
	} );
} );

describe( 'what an edition changes', () => {
	it( 'is what came, what went, and what says something else', () => {
		const { changes, isReordered } = compare(
			[ line( 'a' ), line( 'b' ), line( 'c' ) ],
			[ line( 'a' ), line( 'c', { reason: 'Because.' } ), line( 'd' ) ]
		);
		expect(
			changes.map( ( { what, lineage } ) => what + lineage )
		).toEqual( [ 'changedc', 'newd', 'goneb' ] );
		expect( isReordered ).toBe( false );
	} );

	it( 'is for whom it is, and which words it watches for', () => {
		const is = ( more: Partial< GuidelineText > ) =>
			compare( [ line( 'a' ) ], [ line( 'a', more ) ] ).changes.length;
		expect( is( {} ) ).toBe( 0 );
		expect( is( { kinds: [ 'story' ] } ) ).toBe( 1 );
		expect( is( { departments: [ 3 ] } ) ).toBe( 1 );
		expect( is( { words: 'selfie' } ) ).toBe( 1 );
		expect( is( { tone: 'dont' } ) ).toBe( 1 );
	} );

	it( 'is the order, where nothing else is', () => {
		expect(
			compare(
				[ line( 'a' ), line( 'b' ) ],
				[ line( 'b' ), line( 'a' ) ]
			)
		).toEqual( { changes: [], isReordered: true } );
	} );

	it( 'is shown word by word', () => {
		expect(
			pieces( 'We ask all first.', 'We ask everybody first.' )
		).toEqual( [
			{ what: 'same', text: 'We ask ' },
			{ what: 'gone', text: 'all ' },
			{ what: 'new', text: 'everybody ' },
			{ what: 'same', text: 'first.' },
		] );
		expect( pieces( '', 'New.' ) ).toEqual( [
			{ what: 'new', text: 'New.' },
		] );
		expect( pieces( 'a a', 'a a a' ) ).toMatchObject( [
			{ what: 'same', text: 'a ' },
			{ what: 'new' },
			{ what: 'same' },
		] );
	} );
} );
