// What may be done with a piece, and where it stands then.
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/contract.ts';
import { actsFor, isPlain, listAfter } from '../../src/moderation/acts.ts';
import { item, piece } from './pieces.ts';

const REPORT: Case = {
	id: 4,
	what: 'report',
	ground: 'Illegal',
	urgent: false,
	explanation: '',
	photo: null,
	thumbnail: null,
	hidden: false,
	by: '',
	at: '2026-11-21T08:15:00Z',
	against: null,
	obstacle: '',
};

describe( 'what is offered', () => {
	it( 'follows the state of the piece', () => {
		expect( actsFor( piece( 1 ) ) ).toEqual( [
			'publish',
			'return',
			'remove',
			'correct',
		] );
		expect( actsFor( piece( 1, { state: 'removed' } ) ) ).toEqual( [
			'restore',
		] );
		expect( actsFor( piece( 1, { state: 'withdrawn' } ) ) ).toEqual( [] );
	} );

	it( 'to a report is to leave the piece as it is, first', () => {
		expect(
			actsFor( {
				...piece( 1, { state: 'published' } ),
				cases: [ REPORT ],
			} )
		).toEqual( [ 'keep', 'remove', 'correct' ] );
	} );

	it( 'to an objection against one’s own decision is nothing', () => {
		const cases = [ { ...REPORT, obstacle: 'It is yours.' } ];
		expect(
			actsFor( { ...piece( 1, { state: 'removed' } ), cases } )
		).toEqual( [] );
	} );

	it( 'to a proposal is to publish or to return it, and not to mend what it replaces', () => {
		expect(
			actsFor( { ...piece( 1, { state: 'published' } ), proposal: true } )
		).toEqual( [ 'publish', 'return', 'remove' ] );
	} );
} );

describe( 'after an act', () => {
	it( 'a corrected piece stands where it stood, a published one nowhere', () => {
		expect( listAfter( 'correct', 'published', 'reported' ) ).toBe(
			'reported'
		);
		expect( listAfter( 'publish', 'published', 'waiting' ) ).toBeNull();
		expect( listAfter( 'return', 'returned', 'waiting' ) ).toBe(
			'returned'
		);
		// A proposal that is declined leaves what is published.
		expect( listAfter( 'return', 'published', 'waiting' ) ).toBeNull();
	} );
} );

describe( 'side by side', () => {
	it( 'stands only what nothing speaks against', () => {
		expect( isPlain( item( 1 ) ) ).toBe( true );
		for ( const warning of [
			{ needsConsent: true },
			{ urgent: true },
			{ state: 'returned' as const },
			{ reasons: [] },
			{
				reasons: [
					{ code: 'default', text: '' },
					{ code: 'links', text: '' },
				],
			},
		] ) {
			expect( isPlain( item( 1, warning ) ) ).toBe( false );
		}
	} );
} );
