// Taking back: the desk looks as it did before.
import { describe, expect, it } from 'vitest';
import { INITIAL, reducer } from '../../../src/moderation/store/reducer.ts';
import { getUndo } from '../../../src/moderation/store/selectors.ts';
import type {
	DeskEvent,
	DeskState,
} from '../../../src/moderation/store/types.ts';
import { counted, decision, page } from '../pieces.ts';

const after = ( ...events: DeskEvent[] ): DeskState =>
	events.reduce( reducer, INITIAL );

const loaded: DeskEvent = {
	type: 'QUEUE_LOADED',
	list: 'waiting',
	more: false,
	queue: page( [ 1, 2, 3 ] ),
};

const decided = ( id: number, batch = id ): DeskEvent => ( {
	type: 'DECIDED',
	key: `story-${ id }`,
	decision: decision( id ),
	batch,
	until: 10_000,
} );

const undone = ( id: number ): DeskEvent => ( {
	type: 'UNDONE',
	key: `story-${ id }`,
	decision: decision( id, { act: 'undo', state: 'waiting', version: 3 } ),
} );

describe( 'taking back', () => {
	it( 'puts the piece where it stood, with what was written for it', () => {
		const state = after(
			loaded,
			{ type: 'OPENED', key: 'story-2' },
			{ type: 'DRAFTED', key: 'story-2', draft: { reason: 'Who?' } },
			decided( 2 ),
			undone( 2 )
		);
		expect( state.lists.waiting.keys ).toEqual( [
			'story-1',
			'story-2',
			'story-3',
		] );
		expect( state.items[ 'story-2' ] ).toMatchObject( {
			list: 'waiting',
			state: 'waiting',
			version: 3,
		} );
		expect( state.drafts[ 'story-2' ]?.reason ).toBe( 'Who?' );
		expect( state.counts ).toEqual( counted( { waiting: 3 } ) );
		expect( getUndo( state ) ).toBeNull();
	} );

	it( 'goes from the newest decision to the one before', () => {
		const state = after( loaded, decided( 1 ), decided( 2 ) );
		expect( getUndo( state )?.pieces[ 0 ]?.key ).toBe( 'story-2' );
		expect(
			getUndo( reducer( state, undone( 2 ) ) )?.pieces[ 0 ]?.key
		).toBe( 'story-1' );
	} );

	it( 'takes a batch back as one', () => {
		const state = after( loaded, decided( 1, 7 ), decided( 2, 7 ) );
		expect( getUndo( state )?.pieces.map( ( { key } ) => key ) ).toEqual( [
			'story-1',
			'story-2',
		] );
	} );

	it( 'is over when its time is', () => {
		const state = after( loaded, decided( 1 ) );
		const passed = ( now: number ): DeskEvent => ( {
			type: 'TIME_PASSED',
			now,
		} );
		expect( getUndo( reducer( state, passed( 9_999 ) ) ) ).not.toBeNull();
		expect( getUndo( reducer( state, passed( 10_000 ) ) ) ).toBeNull();
		// One that is on its way is not forgotten.
		const underway = reducer( state, { type: 'UNDOING', batch: 1 } );
		expect(
			getUndo( reducer( underway, passed( 10_000 ) ) )
		).not.toBeNull();
	} );

	it( 'of a correction leaves the piece open', () => {
		const state = after(
			loaded,
			{ type: 'OPENED', key: 'story-1' },
			{
				type: 'DECIDED',
				key: 'story-1',
				decision: decision( 1, { act: 'correct', state: 'waiting' } ),
				batch: 1,
				until: 10_000,
			}
		);
		expect( state.open ).toBe( 'story-1' );
		expect( state.counts.waiting ).toBe( 3 );
		expect( reducer( state, undone( 1 ) ).open ).toBe( 'story-1' );
	} );
} );

describe( 'an answer to another choice of pieces', () => {
	it( 'is dropped', () => {
		const filters = { ...INITIAL.filters, search: 'Läufer' };
		const state = after( loaded, { type: 'FILTERED', filters } );
		expect( state.lists.waiting ).toMatchObject( {
			status: 'new',
			keys: [],
		} );
		const late: DeskEvent = { ...loaded, filters: INITIAL.filters };
		expect( reducer( state, late ) ).toBe( state );
		expect(
			reducer( state, { ...loaded, filters } ).lists.waiting.keys
		).toHaveLength( 3 );
	} );
} );
