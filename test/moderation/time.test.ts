// Moments in words.
import { describe, expect, it } from 'vitest';
import { ago, at } from '../../src/moderation/time.ts';

const NOW = Date.parse( '2026-11-21T12:00:00Z' );
const MINUTE = 60_000;

describe( 'how long ago', () => {
	it( 'is told in the largest unit that fits, rounded down', () => {
		const told = [
			0,
			59 / 60,
			1,
			59,
			60,
			119,
			60 * 24,
			60 * 24 * 15,
			60 * 24 * 70,
		].map( ( minutes ) => ago( NOW - minutes * MINUTE, NOW, 'en' ) );
		expect( told ).toEqual( [
			'now',
			'now',
			'1 minute ago',
			'59 minutes ago',
			'1 hour ago',
			'1 hour ago',
			'yesterday',
			'2 weeks ago',
			'2 months ago',
		] );
	} );

	it( 'never lies in the future, since clocks differ', () => {
		expect( ago( NOW + 5 * MINUTE, NOW, 'en' ) ).toBe( 'now' );
	} );

	it( 'speaks the language of the screen', () => {
		expect( ago( NOW - 120 * MINUTE, NOW, 'de-DE' ) ).toBe(
			'vor 2 Stunden'
		);
	} );
} );

describe( 'when exactly', () => {
	it( 'is the clock time today, and has its date on other days', () => {
		expect( at( NOW, NOW, 'de' ) ).toMatch( /^\d{2}:\d{2}$/ );
		expect( at( NOW - 72 * 60 * MINUTE, NOW, 'de' ) ).toMatch(
			/18\.11\.2026/
		);
	} );
} );
