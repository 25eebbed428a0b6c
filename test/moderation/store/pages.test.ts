// How pages of the queue join the list on the screen.
import { describe, expect, it } from 'vitest';
import { joined, refreshed } from '../../../src/moderation/store/pages.ts';
import type { List } from '../../../src/moderation/store/types.ts';
import { page } from '../pieces.ts';

const list = ( ids: number[], after: string | null = null ): List => ( {
	status: 'ready',
	failure: null,
	keys: ids.map( ( id ) => `story-${ id }` ),
	after,
	more: 'idle',
} );

const ids = ( { keys }: List ) =>
	keys.map( ( key ) => Number( key.replace( 'story-', '' ) ) );

describe( 'the next page', () => {
	it( 'stands behind what is there, each piece once', () => {
		const both = joined( list( [ 1, 2 ], 'b' ), page( [ 2, 3 ] ) );
		expect( ids( both ) ).toEqual( [ 1, 2, 3 ] );
		expect( both.after ).toBeNull();
	} );
} );

describe( 'the first page again', () => {
	it( 'brings what is new and drops what is gone', () => {
		expect(
			ids( refreshed( list( [ 1, 2, 3 ] ), page( [ 2, 3, 4 ] ), null ) )
		).toEqual( [ 2, 3, 4 ] );
	} );

	it( 'leaves later pages behind it, with their cursor', () => {
		const both = refreshed(
			list( [ 1, 2, 3, 4, 5 ], 'c' ),
			page( [ 2, 3 ], { after: 'b' } ),
			null
		);
		expect( ids( both ) ).toEqual( [ 2, 3, 4, 5 ] );
		expect( both.after ).toBe( 'c' );
	} );

	it( 'starts over when nothing of it is known', () => {
		const both = refreshed(
			list( [ 1, 2 ], 'c' ),
			page( [ 8, 9 ], { after: 'b' } ),
			null
		);
		expect( ids( both ) ).toEqual( [ 8, 9 ] );
		expect( both.after ).toBe( 'b' );
	} );

	it( 'keeps the open piece in its place though somebody decided it', () => {
		expect(
			ids( refreshed( list( [ 1, 2, 3 ] ), page( [ 1, 3 ] ), 'story-2' ) )
		).toEqual( [ 1, 2, 3 ] );
		expect(
			ids( refreshed( list( [ 1 ] ), page( [] ), 'story-1' ) )
		).toEqual( [ 1 ] );
	} );

	it( 'does not put an open piece where it never was', () => {
		expect(
			ids( refreshed( list( [ 1 ] ), page( [ 1 ] ), 'story-7' ) )
		).toEqual( [ 1 ] );
	} );
} );
