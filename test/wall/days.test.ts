import { describe, expect, it } from 'vitest';
import { dayInWords } from '../../src/wall/days.ts';

const now = new Date( 2026, 10, 21, 0, 30 );
const german = { now, language: 'de-DE' };

describe( 'a day in words', () => {
	it( 'is today, yesterday, and the day before in German', () => {
		const told = [
			new Date( 2026, 10, 21, 0, 10 ),
			new Date( 2026, 10, 20, 23, 50 ),
			new Date( 2026, 10, 19, 1 ),
			new Date( 2026, 10, 17, 12 ),
		].map( ( day ) => dayInWords( day.toISOString(), german ) );
		expect( told ).toEqual( [
			'heute',
			'gestern',
			'vorgestern',
			'vor 4 Tagen',
		] );
	} );

	it( 'counts calendar days, also over a change of the clock', () => {
		const afterSummer = { now: new Date( 2026, 9, 26, 8 ), language: 'en' };
		expect(
			dayInWords(
				new Date( 2026, 9, 25, 0, 15 ).toISOString(),
				afterSummer
			)
		).toBe( 'yesterday' );
	} );

	it( 'is left to the date after six days, in the future, and when it is none', () => {
		for ( const day of [
			new Date( 2026, 10, 14, 12 ).toISOString(),
			new Date( 2026, 10, 23, 12 ).toISOString(),
			'soon',
		] ) {
			expect( dayInWords( day, german ) ).toBeNull();
		}
	} );

	it( 'is left to the date in a language that the browser does not know as one', () => {
		expect(
			dayInWords( now.toISOString(), { now, language: 'de_DE' } )
		).toBeNull();
	} );
} );
