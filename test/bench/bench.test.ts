// What the bench reckons and how it tells it.
import { describe, expect, it } from 'vitest';
import { median, more, moreMs, percent, table } from './bench.ts';

describe( 'median', () => {
	it( 'is the middle one, or between the two in the middle', () => {
		expect( median( [ 9, 1, 5 ] ) ).toBe( 5 );
		expect( median( [ 4, 1, 3, 2 ] ) ).toBe( 2.5 );
	} );

	it( 'leaves the values as they are, and is no number without any', () => {
		const values = [ 3, 1, 2 ];
		median( values );
		expect( values ).toEqual( [ 3, 1, 2 ] );
		expect( median( [] ) ).toBeNaN();
	} );
} );

describe( 'the report', () => {
	it( 'gives differences their sign', () => {
		expect( [ more( 0 ), more( 2 ), more( -3, 'kB' ) ] ).toEqual( [
			'+0',
			'+2',
			'-3 kB',
		] );
		expect( [ moreMs( 1.5 ), moreMs( -22.41 ) ] ).toEqual( [
			'+1.50 ms',
			'-22.4 ms',
		] );
		expect( percent( -0.0042 ) ).toBe( '-0.4 %' );
	} );

	it( 'says of each row whether it met its target, where it has one', () => {
		const row = {
			what: 'a',
			ours: '1',
			core: '2',
			against: '0.5 x',
			target: 'at most 1 x',
		};
		const lines = table( [
			{ ...row, met: true },
			{ ...row, met: false },
			{ ...row, target: '', met: null },
		] ).split( '\n' );
		expect( lines ).toHaveLength( 4 );
		expect( lines[ 1 ] ).toMatch( / met$/ );
		expect( lines[ 2 ] ).toMatch( / missed$/ );
		expect( lines[ 3 ] ).toMatch( /0\.5 x$/ );
	} );
} );
