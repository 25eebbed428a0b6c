// Which pieces of the grid are ticked, and what became of each.
import { describe, expect, it } from 'vitest';
import {
	batch,
	NOTHING,
	ticked,
	type BatchEvent,
} from '../../../src/moderation/grid/batch.ts';

const after = ( ...events: BatchEvent[] ) => events.reduce( batch, NOTHING );

const LAID_OUT: BatchEvent = {
	type: 'LAID_OUT',
	keys: [ 'story-1', 'story-2', 'story-3' ],
	left: [ 'story-3' ],
};
const FAILURE = { code: 'throughline_stale', message: 'Faster.', status: 409 };

describe( 'a grid', () => {
	it( 'is ticked but for what somebody else has open', () => {
		expect( ticked( after( LAID_OUT ) ) ).toEqual( [
			'story-1',
			'story-2',
		] );
	} );

	it( 'can be unticked and ticked, one by one or all', () => {
		const none = after( LAID_OUT, {
			type: 'TICKED',
			keys: [ 'story-1', 'story-2' ],
			isTicked: false,
		} );
		expect( ticked( none ) ).toEqual( [] );
		expect(
			ticked(
				batch( none, {
					type: 'TICKED',
					keys: LAID_OUT.keys,
					isTicked: true,
				} )
			)
		).toEqual( LAID_OUT.keys );
	} );

	it( 'tells what became of each, and sends a failure only when it is ticked again', () => {
		const told = after(
			LAID_OUT,
			{ type: 'SENDING', key: 'story-1' },
			{ type: 'SENT', key: 'story-1', failure: null },
			{ type: 'SENDING', key: 'story-2' },
			{ type: 'SENT', key: 'story-2', failure: FAILURE },
			{ type: 'ENDED' }
		);
		expect( told ).toMatchObject( {
			phase: 'told',
			underway: null,
			published: [ 'story-1' ],
			failed: { 'story-2': FAILURE },
		} );
		expect( ticked( told ) ).toEqual( [] );
	} );

	it( 'has back what was taken back', () => {
		const back = after(
			LAID_OUT,
			{ type: 'SENT', key: 'story-1', failure: null },
			{ type: 'ENDED' },
			{ type: 'TAKEN_BACK', keys: [ 'story-1' ] }
		);
		expect( ticked( back ) ).toContain( 'story-1' );
		expect( back.phase ).toBe( 'choosing' );
	} );
} );
