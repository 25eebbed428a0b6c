// The whole store in the real @wordpress/data, against a server that a test plays.
import { createRegistry } from '@wordpress/data';
import { describe, expect, it } from 'vitest';
import type { Decision, NewDecision } from '../../../src/contract.ts';
import { createDesk } from '../../../src/moderation/store/index.ts';
import { RestError, type Query, type Rest } from '../../../src/rest.ts';
import { decision, item, page, piece } from '../pieces.ts';

interface Asked {
	path: string;
	query?: Query;
	body?: unknown;
}

/** A desk whose server gives these answers, a path each; an error is thrown. */
function desk( answers: Record< string, unknown > ) {
	const asked: Asked[] = [];
	const answer = < T >( request: Asked ): Promise< T > => {
		asked.push( request );
		const given = answers[ request.path ];
		return given instanceof Error
			? Promise.reject( given )
			: Promise.resolve( structuredClone( given ) as T );
	};
	const rest: Rest = {
		get: ( path, query = {} ) => answer( { path, query } ),
		post: ( path, body ) => answer( { path, body } ),
		remove: ( path ) => answer( { path } ),
		upload: ( path ) => answer( { path } ),
		tell: () => {},
		address: ( path ) => path,
	};
	const registry = createRegistry();
	const store = createDesk( rest );
	registry.register( store );
	return {
		asked,
		answers,
		does: registry.dispatch( store ),
		knows: registry.select( store ),
		resolves: registry.resolveSelect( store ),
	};
}

const STALE = new RestError( 'throughline_stale', 'Somebody was faster.', {
	status: 409,
	data: { status: 409, decision: decision( 1 ) },
} );

async function withOpen( answers: Record< string, unknown > = {} ) {
	const made = desk( {
		queue: page( [ 1, 2 ] ),
		'queue/story/1': piece( 1 ),
		'queue/story/2': piece( 2 ),
		decisions: decision( 1 ),
		...answers,
	} );
	await made.does.loadList( 'waiting' );
	await made.does.open( 'story-1' );
	await made.does.loadPiece( 'story-1' );
	made.asked.length = 0;
	return made;
}

describe( 'reading', () => {
	it( 'asks for a list once, however often it is read', async () => {
		const { asked, resolves } = desk( { queue: page( [ 1 ] ) } );
		await resolves.getList( 'waiting' );
		await resolves.getList( 'waiting' );
		expect( asked ).toEqual( [
			{ path: 'queue', query: { list: 'waiting' } },
		] );
	} );

	it( 'asks for more by the cursor, and not twice at a time', async () => {
		const { asked, answers, does, knows } = desk( {
			queue: page( [ 1 ], { after: 'xyz' } ),
		} );
		await does.loadList( 'waiting' );
		answers.queue = page( [ 2 ] );
		await Promise.all( [
			does.loadMore( 'waiting' ),
			does.loadMore( 'waiting' ),
		] );
		expect( asked.slice( 1 ) ).toEqual( [
			{ path: 'queue', query: { list: 'waiting', after: 'xyz' } },
		] );
		expect( knows.getList( 'waiting' ).keys ).toEqual( [
			'story-1',
			'story-2',
		] );
	} );

	it( 'loads a piece again when the list names another version', async () => {
		const { answers, asked, does, knows } = await withOpen();
		answers.queue = {
			...page( [ 1, 2 ] ),
			items: [ item( 1, { version: 3 } ), item( 2 ) ],
		};
		answers[ 'queue/story/1' ] = piece( 1, { version: 3 }, [
			decision( 1, { version: 3, act: 'revise', state: 'waiting' } ),
		] );
		await does.loadList( 'waiting' );
		expect( asked.map( ( { path } ) => path ) ).toContain(
			'queue/story/1'
		);
		expect( knows.getMeanwhile( 'story-1' )?.act ).toBe( 'revise' );
		expect( knows.canDecide( 'story-1', 'publish' ) ).toBe( true );
	} );

	it( 'says what happened when the open piece is gone from the queue', async () => {
		const { answers, does, knows } = await withOpen();
		answers.queue = page( [ 2 ] );
		answers[ 'queue/story/1' ] = piece(
			1,
			{ version: 2, state: 'published' },
			[ decision( 1 ) ]
		);
		await does.loadList( 'waiting' );
		expect( knows.getMeanwhile( 'story-1' )?.by ).toBe( 'Petra Huber' );
		expect( knows.canDecide( 'story-1', 'publish' ) ).toBe( false );
		expect( knows.getList( 'waiting' ).keys ).toContain( 'story-1' );
	} );

	it( 'can be tried again after it failed', async () => {
		const { answers, does, knows } = desk( {
			queue: new RestError( 'throughline_network', '', { status: 0 } ),
		} );
		await does.loadList( 'waiting' );
		expect( knows.getList( 'waiting' ).failure?.code ).toBe(
			'throughline_network'
		);
		answers.queue = page( [ 1 ] );
		await does.loadList( 'waiting' );
		expect( knows.getList( 'waiting' ) ).toMatchObject( {
			status: 'ready',
			failure: null,
			keys: [ 'story-1' ],
		} );
	} );
} );

describe( 'deciding', () => {
	it( 'names the version that was seen', async () => {
		const { asked, does, knows } = await withOpen();
		expect( await does.decide( 'story-1', 'publish' ) ).toBe( 'decided' );
		expect( asked ).toEqual( [
			{
				path: 'decisions',
				body: { kind: 'story', id: 1, version: 1, act: 'publish' },
			},
		] );
		expect( knows.getOpenKey() ).toBe( 'story-2' );
	} );

	it( 'sends the question without the spaces around it', async () => {
		const { asked, does } = await withOpen( {
			decisions: decision( 1, { act: 'return', state: 'returned' } ),
		} );
		await does.draft( 'story-1', { reason: '  Who is on it?\n' } );
		await does.decide( 'story-1', 'return' );
		expect( asked[ 0 ]?.body ).toMatchObject( {
			act: 'return',
			reason: 'Who is on it?',
		} );
	} );

	it( 'sends the consent where it was asked for', async () => {
		const { asked, does } = await withOpen( {
			'queue/story/1': piece( 1, { needsConsent: true } ),
		} );
		await does.draft( 'story-1', { consent: true } );
		await does.decide( 'story-1', 'publish' );
		expect( ( asked[ 0 ]?.body as NewDecision ).consent ).toBe( true );
	} );

	it( 'sends one decision though the key was pressed twice', async () => {
		const { asked, does } = await withOpen();
		const outcomes = await Promise.all( [
			does.decide( 'story-1', 'publish' ),
			does.decide( 'story-1', 'publish' ),
		] );
		expect( outcomes ).toEqual( [ 'decided', 'ignored' ] );
		expect( asked ).toHaveLength( 1 );
	} );

	it( 'tells who was faster, and keeps the half-written question', async () => {
		const { answers, does, knows } = await withOpen( { decisions: STALE } );
		answers[ 'queue/story/1' ] = piece(
			1,
			{ version: 2, state: 'published' },
			[ decision( 1 ) ]
		);
		await does.draft( 'story-1', { telling: 'return', reason: 'Who?' } );
		expect( await does.decide( 'story-1', 'return' ) ).toBe( 'overtaken' );
		expect( knows.getMeanwhile( 'story-1' ) ).toMatchObject<
			Partial< Decision >
		>( { by: 'Petra Huber', act: 'publish' } );
		expect( knows.getDraft( 'story-1' ).reason ).toBe( 'Who?' );
		expect( knows.getAttempt( 'story-1' ) ).toBeNull();
		expect( knows.getCounts()?.waiting ).toBe( 1 );
	} );

	it( 'can be tried again after the network failed, with nothing lost', async () => {
		const { answers, does, knows } = await withOpen( {
			decisions: new RestError( 'throughline_network', '', {
				status: 0,
			} ),
		} );
		await does.draft( 'story-1', { telling: 'return', reason: 'Who?' } );
		expect( await does.decide( 'story-1', 'return' ) ).toBe( 'failed' );
		expect( knows.getDraft( 'story-1' ).reason ).toBe( 'Who?' );
		answers.decisions = decision( 1, { act: 'return', state: 'returned' } );
		expect( await does.decide( 'story-1', 'return' ) ).toBe( 'decided' );
	} );

	it( 'is ignored for a piece that was never seen', async () => {
		const { asked, does } = desk( { queue: page( [ 1 ] ) } );
		await does.loadList( 'waiting' );
		asked.length = 0;
		expect( await does.decide( 'story-1', 'publish' ) ).toBe( 'ignored' );
		expect( asked ).toEqual( [] );
	} );

	it( 'asks for the list of returned pieces again when it was read before', async () => {
		const { asked, does } = await withOpen( {
			decisions: decision( 1, { act: 'return', state: 'returned' } ),
		} );
		await does.loadList( 'returned' );
		asked.length = 0;
		await does.draft( 'story-1', { reason: 'Who?' } );
		await does.decide( 'story-1', 'return' );
		expect( asked ).toContainEqual( {
			path: 'queue',
			query: { list: 'returned' },
		} );
	} );
} );
