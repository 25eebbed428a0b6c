/* Moments in words: how long ago, and when exactly, in the language of the screen. */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** [ from this age in seconds, unit, its length ] */
const STEPS: ReadonlyArray<
	readonly [ number, Intl.RelativeTimeFormatUnit, number ]
> = [
	[ 60 * DAY, 'month', 30 * DAY ],
	[ 14 * DAY, 'week', 7 * DAY ],
	[ DAY, 'day', DAY ],
	[ HOUR, 'hour', HOUR ],
	[ MINUTE, 'minute', MINUTE ],
];

/** `then` and `now` in milliseconds. Under a minute is now; nothing lies in the future, clocks differ. */
export function ago( then: number, now: number, language: string ): string {
	const age = Math.max( 0, ( now - then ) / 1000 );
	const format = new Intl.RelativeTimeFormat( language, { numeric: 'auto' } );
	for ( const [ from, unit, length ] of STEPS ) {
		if ( age >= from ) {
			return format.format( -Math.floor( age / length ), unit );
		}
	}
	return format.format( 0, 'second' );
}

/** The clock time of today's moments, date and time of older ones, in the reader's own time zone. */
export function at( then: number, now: number, language: string ): string {
	const isToday =
		new Date( then ).toDateString() === new Date( now ).toDateString();
	return new Intl.DateTimeFormat( language, {
		...( isToday ? {} : { dateStyle: 'medium' } ),
		timeStyle: 'short',
	} ).format( then );
}

/** Date and time in full, for who wants to know exactly. */
export function exactly( then: number, language: string ): string {
	return new Intl.DateTimeFormat( language, {
		dateStyle: 'full',
		timeStyle: 'short',
	} ).format( then );
}
