// Where the moderator is, as an address.
import { describe, expect, it } from 'vitest';
import { addressOf, readPlace } from '../../src/moderation/address.ts';

const DESK = 'https://example.com/wp-admin/admin.php?page=throughline';

describe( 'an address', () => {
	it( 'leads to the same place', () => {
		const place = { list: 'returned', piece: 'story-31' } as const;
		expect( readPlace( addressOf( place, DESK ) ) ).toEqual( place );
	} );

	it( 'is the bare one where nothing is open', () => {
		const open = addressOf( { list: 'waiting', piece: 'story-31' }, DESK );
		expect( addressOf( { list: 'waiting', piece: null }, open ) ).toBe(
			DESK
		);
	} );

	it( 'leaves alone what others put into it', () => {
		const place = { list: 'waiting', piece: 'story-1' } as const;
		expect( addressOf( place, `${ DESK }&lang=de#top` ) ).toBe(
			`${ DESK }&lang=de&piece=story-1#top`
		);
	} );

	it( 'with nonsense in it is the bare desk', () => {
		for ( const piece of [
			'31',
			'story-',
			'story-0',
			'../users-1',
			'story-1e9',
		] ) {
			expect(
				readPlace(
					`${ DESK }&list=all&piece=${ encodeURIComponent( piece ) }`
				)
			).toEqual( { list: 'waiting', piece: null } );
		}
	} );
} );
