/* Lengths of time and moments, as this page says them. */
import { __, _n, sprintf } from '@wordpress/i18n';

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long calm mode can be on, in minutes. */
export const LENGTHS = [ HOUR, 4 * HOUR, DAY, 3 * DAY, 7 * DAY ];
/** How far apart one sender's pieces can be, in seconds. */
export const PACES = [ 0, 120, 300, 900 ];

export function length( minutes: number ): string {
	const days = minutes / DAY;
	if ( days >= 1 ) {
		/* translators: %d: number of days */
		return sprintf( _n( '%d day', '%d days', days, 'throughline' ), days );
	}
	const hours = minutes / HOUR;
	/* translators: %d: number of hours */
	return sprintf( _n( '%d hour', '%d hours', hours, 'throughline' ), hours );
}

export function pace( seconds: number ): string {
	const minutes = Math.round( seconds / 60 );
	return seconds === 0
		? __( 'As fast as ever', 'throughline' )
		: sprintf(
				/* translators: %d: number of minutes */
				_n(
					'One piece every %d minute',
					'One piece every %d minutes',
					minutes,
					'throughline'
				),
				minutes
			);
}

/** A moment of the contract in the reader's own time zone. */
export const moment = ( at: string, language: string ): string =>
	new Intl.DateTimeFormat( language, {
		dateStyle: 'medium',
		timeStyle: 'short',
	} ).format( new Date( at ) );
