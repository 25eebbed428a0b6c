// Questions to the desk.
import { describe, expect, it } from 'vitest';
import { INITIAL, reducer } from '../../../src/moderation/store/reducer.ts';
import {
	canDecide,
	getDraft,
	getNeighbour,
	getOldest,
	getPlace,
	needsConsent,
} from '../../../src/moderation/store/selectors.ts';
import type { DeskState } from '../../../src/moderation/store/types.ts';
import { item, page, piece } from '../pieces.ts';

const loaded = ( ids: number[] ): DeskState =>
	reducer( INITIAL, {
		type: 'QUEUE_LOADED',
		list: 'waiting',
		more: false,
		queue: page( ids ),
	} );

const open = ( state: DeskState, id: number ): DeskState =>
	reducer( state, { type: 'OPENED', key: `story-${ id }` } );

const showing = ( changed: Parameters< typeof item >[ 1 ], people = '' ) =>
	reducer( INITIAL, {
		type: 'PIECE_LOADED',
		key: 'story-1',
		piece: {
			...piece( 1, changed ),
			recognisable: people as '' | 'others',
		},
	} );

describe( 'a neighbour', () => {
	const state = open( loaded( [ 1, 2, 3 ] ), 2 );

	it( 'is the piece after or before the open one', () => {
		expect( getNeighbour( state, 1 ) ).toBe( 'story-3' );
		expect( getNeighbour( state, -1 ) ).toBe( 'story-1' );
		expect( getPlace( state ) ).toBe( 2 );
	} );

	it( 'is missing at the ends', () => {
		expect( getNeighbour( open( state, 3 ), 1 ) ).toBeNull();
		expect( getNeighbour( open( state, 1 ), -1 ) ).toBeNull();
	} );

	it( 'is the first piece when the open one stands in no list', () => {
		const elsewhere = open( state, 99 );
		expect( getNeighbour( elsewhere, 1 ) ).toBe( 'story-1' );
		expect( getNeighbour( elsewhere, -1 ) ).toBeNull();
		expect( getPlace( elsewhere ) ).toBe( 0 );
	} );
} );

describe( 'the oldest', () => {
	it( 'is the longest wait in the list, whatever its order', () => {
		expect( getOldest( loaded( [ 5, 2, 9 ] ) ) ).toBe(
			'2026-11-21T08:02:00Z'
		);
		expect( getOldest( INITIAL ) ).toBeNull();
	} );
} );

describe( 'deciding', () => {
	it( 'needs the piece itself, not only its row', () => {
		expect( canDecide( loaded( [ 1 ] ), 'story-1', 'publish' ) ).toBe(
			false
		);
		expect( canDecide( showing( {} ), 'story-1', 'publish' ) ).toBe( true );
	} );

	it( 'may publish what was returned, and not return it again', () => {
		const state = showing( { state: 'returned' } );
		expect( canDecide( state, 'story-1', 'publish' ) ).toBe( true );
		expect( canDecide( state, 'story-1', 'return' ) ).toBe( false );
	} );

	it( 'is over once a piece is published, removed or withdrawn', () => {
		for ( const state of [
			'published',
			'removed',
			'withdrawn',
		] as const ) {
			expect(
				canDecide( showing( { state } ), 'story-1', 'publish' )
			).toBe( false );
		}
	} );
} );

describe( 'consent', () => {
	it( 'is needed where the server says so', () => {
		expect(
			needsConsent( showing( { needsConsent: true } ), 'story-1' )
		).toBe( true );
		expect( needsConsent( showing( {} ), 'story-1' ) ).toBe( false );
	} );

	it( 'is asked again for a returned piece with others in it', () => {
		expect(
			needsConsent(
				showing( { state: 'returned' }, 'others' ),
				'story-1'
			)
		).toBe( true );
	} );

	it( 'is asked when the server missed it', () => {
		const refused = [
			{ type: 'DECIDING', key: 'story-1', act: 'publish' },
			{
				type: 'DECISION_FAILED',
				key: 'story-1',
				failure: {
					code: 'throughline_consent_missing',
					message: 'Please ask first.',
					status: 422,
				},
			},
		] as const;
		expect(
			needsConsent( refused.reduce( reducer, showing( {} ) ), 'story-1' )
		).toBe( true );
	} );
} );

describe( 'a draft', () => {
	it( 'is the same empty one wherever nothing was written', () => {
		expect( getDraft( INITIAL, 'story-1' ) ).toBe(
			getDraft( INITIAL, null )
		);
	} );
} );
