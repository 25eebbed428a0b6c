// What the desk knows, event by event.
import { describe, expect, it } from 'vitest';
import { INITIAL, reducer } from '../../../src/moderation/store/reducer.ts';
import type {
	DeskEvent,
	DeskState,
} from '../../../src/moderation/store/types.ts';
import { counted, decision, page, piece } from '../pieces.ts';

const after = ( ...events: DeskEvent[] ): DeskState =>
	events.reduce( reducer, INITIAL );

const loaded = ( ids: number[], more = {} ): DeskEvent => ( {
	type: 'QUEUE_LOADED',
	list: 'waiting',
	more: false,
	queue: page( ids, more ),
} );

const opened = ( id: number ): DeskEvent => ( {
	type: 'OPENED',
	key: `story-${ id }`,
} );

const decided = ( id: number ): DeskEvent => ( {
	type: 'DECIDED',
	key: `story-${ id }`,
	decision: decision( id ),
	batch: id,
	until: 10_000,
} );

describe( 'a decision', () => {
	it( 'takes the piece from the desk and opens the next one', () => {
		const state = after( loaded( [ 1, 2, 3 ] ), opened( 2 ), decided( 2 ) );
		expect( state.lists.waiting.keys ).toEqual( [ 'story-1', 'story-3' ] );
		expect( state.open ).toBe( 'story-3' );
		expect( state.counts.waiting ).toBe( 2 );
	} );

	it( 'opens the one before when it was the last', () => {
		expect(
			after( loaded( [ 1, 2 ] ), opened( 2 ), decided( 2 ) ).open
		).toBe( 'story-1' );
	} );

	it( 'leaves nothing open when it was the only one', () => {
		const state = after( loaded( [ 1 ] ), opened( 1 ), decided( 1 ) );
		expect( state.open ).toBeNull();
		expect( state.counts.waiting ).toBe( 0 );
	} );

	it( 'does not move on when the moderator went elsewhere meanwhile', () => {
		const state = after(
			loaded( [ 1, 2, 3 ] ),
			opened( 1 ),
			opened( 3 ),
			decided( 1 )
		);
		expect( state.open ).toBe( 'story-3' );
	} );

	it( 'forgets what was written for it', () => {
		const state = after(
			loaded( [ 1 ] ),
			opened( 1 ),
			{ type: 'DRAFTED', key: 'story-1', draft: { reason: 'Who?' } },
			decided( 1 )
		);
		expect( state.drafts ).toEqual( {} );
	} );

	it( 'counts a returned piece where it stands now', () => {
		const state = after( loaded( [ 1 ] ), opened( 1 ), {
			type: 'DECIDED',
			key: 'story-1',
			decision: decision( 1, { act: 'return', state: 'returned' } ),
			batch: 1,
			until: 10_000,
		} );
		expect( state.counts ).toEqual( counted( { returned: 1 } ) );
	} );

	it( 'leaves a count alone where the server stopped counting', () => {
		const state = after(
			loaded( [ 1, 2 ], { counts: counted( { waiting: 100 } ) } ),
			opened( 1 ),
			decided( 1 )
		);
		expect( state.counts.waiting ).toBe( 100 );
	} );
} );

describe( 'a decision that fails', () => {
	const state = after(
		loaded( [ 1 ] ),
		opened( 1 ),
		{
			type: 'DRAFTED',
			key: 'story-1',
			draft: { telling: 'return', reason: 'Who?' },
		},
		{ type: 'DECIDING', key: 'story-1', act: 'return' },
		{
			type: 'DECISION_FAILED',
			key: 'story-1',
			failure: { code: 'throughline_network', message: '', status: 0 },
		}
	);

	it( 'keeps the piece and every word', () => {
		expect( state.open ).toBe( 'story-1' );
		expect( state.drafts[ 'story-1' ] ).toMatchObject( {
			reason: 'Who?',
			telling: 'return',
		} );
	} );

	it( 'is forgotten when it is tried again', () => {
		const again = reducer( state, {
			type: 'DECIDING',
			key: 'story-1',
			act: 'return',
		} );
		expect( again.attempts[ 'story-1' ]?.failure ).toBeNull();
	} );
} );

describe( 'a piece that somebody else decided', () => {
	const overtaken = after(
		loaded( [ 1, 2 ] ),
		opened( 1 ),
		{ type: 'DRAFTED', key: 'story-1', draft: { reason: 'Who?' } },
		{ type: 'OVERTAKEN', key: 'story-1', decision: decision( 1 ) }
	);

	it( 'stays in sight, with what was written', () => {
		expect( overtaken.lists.waiting.keys ).toContain( 'story-1' );
		expect( overtaken.meanwhile[ 'story-1' ]?.decision.by ).toBe(
			'Petra Huber'
		);
		expect( overtaken.drafts[ 'story-1' ]?.reason ).toBe( 'Who?' );
		expect( overtaken.counts.waiting ).toBe( 1 );
	} );

	it( 'leaves when the moderator turns to the next', () => {
		const state = reducer( overtaken, opened( 2 ) );
		expect( state.lists.waiting.keys ).toEqual( [ 'story-2' ] );
		expect( state.meanwhile ).toEqual( {} );
	} );
} );

describe( 'a list', () => {
	it( 'shows that it loads only while it is empty-handed', () => {
		const loading: DeskEvent = {
			type: 'QUEUE_LOADING',
			list: 'waiting',
			more: false,
		};
		expect( after( loading ).lists.waiting.status ).toBe( 'loading' );
		expect( after( loaded( [ 1 ] ), loading ).lists.waiting.status ).toBe(
			'ready'
		);
	} );

	it( 'keeps what it has when a look at the server fails', () => {
		const state = after( loaded( [ 1 ] ), {
			type: 'QUEUE_FAILED',
			list: 'waiting',
			more: false,
			failure: { code: 'throughline_network', message: '', status: 0 },
		} );
		expect( state.lists.waiting.status ).toBe( 'ready' );
		expect( state.lists.waiting.keys ).toEqual( [ 'story-1' ] );
	} );

	it( 'closes the piece when the other list is chosen, and not when the same is', () => {
		const open = after( loaded( [ 1 ] ), opened( 1 ) );
		expect(
			reducer( open, { type: 'LIST_CHOSEN', list: 'waiting' } ).open
		).toBe( 'story-1' );
		expect(
			reducer( open, { type: 'LIST_CHOSEN', list: 'returned' } ).open
		).toBeNull();
	} );
} );

describe( 'an opened piece', () => {
	it( 'stays on the screen while it is loaded again', () => {
		const state = after(
			{ type: 'PIECE_LOADED', key: 'story-1', piece: piece( 1 ) },
			{ type: 'PIECE_LOADING', key: 'story-1' }
		);
		expect( state.pieces[ 'story-1' ]?.status ).toBe( 'ready' );
	} );
} );
