/* A week of working hours: its days in words, and what changes when somebody edits it. */
import type { Hours } from '../../contract';

export type Span = NonNullable< Hours[ 'week' ] >[ number ];
export type Holiday = Hours[ 'holidays' ][ number ];

export const DAYS = [ 1, 2, 3, 4, 5, 6, 7 ] as const;

/** What most offices begin with. */
export const OFFICE: readonly Span[] = DAYS.slice( 0, 5 ).map( ( day ) => ( {
	day,
	from: '09:00',
	to: '17:00',
} ) );

/** 1 is Monday. */
export function dayName(
	day: number,
	language: string,
	weekday: 'long' | 'short' = 'long'
): string {
	// 1 January 2024 was a Monday.
	return new Intl.DateTimeFormat( language, {
		weekday,
		timeZone: 'UTC',
	} ).format( Date.UTC( 2024, 0, day ) );
}

export function ofDay( week: readonly Span[], day: number ): Span[] {
	return week
		.filter( ( span ) => span.day === day )
		.toSorted( ( a, b ) => a.from.localeCompare( b.from ) );
}

export function withDay(
	week: readonly Span[],
	day: number,
	spans: readonly Span[]
): Span[] {
	return [
		...week.filter( ( span ) => span.day !== day ),
		...spans,
	].toSorted( ( a, b ) => a.day - b.day || a.from.localeCompare( b.from ) );
}

/** A second span of a day: an hour after the first. */
export function nextSpan( spans: readonly Span[], day: number ): Span {
	const last = spans.at( -1 );
	if ( ! last ) {
		return { day, from: '09:00', to: '17:00' };
	}
	const hour = Math.min( 22, Number( last.to.slice( 0, 2 ) ) + 1 );
	const two = ( number: number ) => String( number ).padStart( 2, '0' );
	return { day, from: `${ two( hour ) }:00`, to: `${ two( hour + 1 ) }:00` };
}

/** "Mon–Fri 09:00–12:00, 13:00–17:00; Sat 09:00–12:00"; empty for a week without hours. */
export function weekInWords( week: readonly Span[], language: string ): string {
	const groups: { first: number; last: number; times: string }[] = [];
	for ( const day of DAYS ) {
		const times = ofDay( week, day )
			.map( ( { from, to } ) => `${ from }–${ to }` )
			.join( ', ' );
		const before = groups.at( -1 );
		if ( before && before.last === day - 1 && before.times === times ) {
			before.last = day;
		} else if ( times ) {
			groups.push( { first: day, last: day, times } );
		}
	}
	return groups
		.map( ( { first, last, times } ) => {
			const from = dayName( first, language, 'short' );
			const to = dayName( last, language, 'short' );
			return `${ first === last ? from : `${ from }–${ to }` } ${ times }`;
		} )
		.join( '; ' );
}
