// Where the moderator is, as an address.
import { describe, expect, it } from 'vitest';
import {
	addressOf,
	readPlace,
	type Place,
} from '../../src/moderation/address.ts';
import { NO_FILTERS } from '../../src/moderation/filters.ts';

const DESK = 'https://example.com/wp-admin/admin.php?page=throughline';
const BARE: Place = {
	list: 'waiting',
	filters: NO_FILTERS,
	piece: null,
	isGrid: false,
};

describe( 'an address', () => {
	it( 'leads to the same place', () => {
		const place: Place = {
			list: 'returned',
			filters: {
				kind: 'story',
				department: 3,
				contributor: 7,
				reason: 'word_watched:Läufer & Co.',
				search: 'zwei Millimeter?',
			},
			piece: 'story-31',
			isGrid: true,
		};
		expect( readPlace( addressOf( place, DESK ) ) ).toEqual( place );
	} );

	it( 'is the bare one where nothing is open', () => {
		const open = addressOf(
			{
				...BARE,
				filters: { ...NO_FILTERS, search: 'x' },
				piece: 'story-31',
			},
			DESK
		);
		expect( addressOf( BARE, open ) ).toBe( DESK );
	} );

	it( 'leaves alone what others put into it', () => {
		const place = { ...BARE, piece: 'story-1' };
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
					`${ DESK }&list=all&department=-1&contributor=1e3&view=all&piece=${ encodeURIComponent(
						piece
					) }`
				)
			).toEqual( BARE );
		}
	} );

	it( 'asks for no more than the server takes', () => {
		const { filters } = readPlace(
			`${ DESK }&search=${ 'x'.repeat( 300 ) }`
		);
		expect( filters.search ).toHaveLength( 200 );
	} );
} );
