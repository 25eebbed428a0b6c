// A week of working hours in words, as it is edited day by day.
import { describe, expect, it } from 'vitest';
import {
	nextSpan,
	OFFICE,
	ofDay,
	weekInWords,
	withDay,
} from '../../src/people/hours/week.ts';

describe( 'a week in words', () => {
	it( 'joins days that are alike', () => {
		expect( weekInWords( OFFICE, 'en' ) ).toBe( 'Mon–Fri 09:00–17:00' );
	} );

	it( 'tells days apart that differ, and names both spans of one', () => {
		const week = withDay( OFFICE, 3, [
			{ day: 3, from: '13:00', to: '17:00' },
			{ day: 3, from: '08:00', to: '12:00' },
		] );
		expect( weekInWords( week, 'de' ) ).toBe(
			'Mo–Di 09:00–17:00; Mi 08:00–12:00, 13:00–17:00; Do–Fr 09:00–17:00'
		);
	} );

	it( 'says nothing about a week without hours', () => {
		expect( weekInWords( [], 'en' ) ).toBe( '' );
	} );
} );

it( 'a second span of a day begins after the first and ends on the same day', () => {
	expect( nextSpan( ofDay( OFFICE, 1 ), 1 ) ).toEqual( {
		day: 1,
		from: '18:00',
		to: '19:00',
	} );
	expect( nextSpan( [ { day: 1, from: '08:00', to: '23:30' } ], 1 ) ).toEqual(
		{ day: 1, from: '22:00', to: '23:00' }
	);
} );
