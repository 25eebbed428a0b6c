// Where on the page People one is, as an address.
import { expect, it } from 'vitest';
import { addressOf, readPlace } from '../../src/people/address.ts';

const PAGE = 'https://example.com/wp-admin/admin.php?page=throughline-people';

it.each( [
	{ tab: 'departments' },
	{ tab: 'departments', department: 12 },
	{ tab: 'moderators', person: 3 },
	{ tab: 'table' },
] as const )( 'there and back: %o', ( place ) => {
	const address = addressOf( place, `${ PAGE }&tab=hours&person=9` );
	expect( readPlace( address ) ).toEqual( place );
	expect( address ).toContain( 'page=throughline-people' );
} );

it( 'what is no place is the beginning', () => {
	expect( readPlace( `${ PAGE }&tab=x&person=-1&department=1e9` ) ).toEqual( {
		tab: 'departments',
	} );
} );
