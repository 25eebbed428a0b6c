// Addresses that belong to a network and those that only look like it, from the list that PHP is held against too (test/http/addresses.test.ts).
import { expect, test } from 'vitest';
import table from '../../plugin/Shares/Networks/networks.json';
import { parseAddress } from '../../src/shares/address.ts';
import addresses from './addresses.json';

const cases = Object.entries( addresses );

test( 'every network that has addresses is in the list, with ten of each at least', () => {
	const named = table.networks
		.filter( ( row ) => row.class !== 'channel' )
		.map( ( row ) => row.id );
	expect( Object.keys( addresses ).sort() ).toEqual( named.sort() );
	for ( const [ network, { is, isNot } ] of cases ) {
		expect( is.length, network ).toBeGreaterThanOrEqual( 10 );
		expect( isNot.length, network ).toBeGreaterThanOrEqual( 10 );
	}
} );

test.each( cases )( '%s', ( network, { is, isNot } ) => {
	for ( const [ given, parsed ] of is ) {
		expect( parseAddress( given as string ), given as string ).toEqual(
			parsed
		);
		expect( parsed ).toMatchObject( { network } );
	}
	for ( const [ given, url ] of isNot ) {
		const found = parseAddress( given as string );
		expect( found?.network ?? null, given as string ).not.toBe( network );
		expect( found?.url ?? null, given as string ).toBe( url );
	}
} );

test( 'what it makes of an address stays as it is', () => {
	for ( const [ , { is } ] of cases ) {
		for ( const [ , parsed ] of is ) {
			const { url, network } = parsed as { url: string; network: string };
			expect( parseAddress( url ) ).toMatchObject( { url, network } );
		}
	}
} );
