/* A day as one would say it: today, yesterday, three days ago. */

const DAY = 24 * 60 * 60 * 1000;
/** After that, the date itself says more. */
const RECENT_DAYS = 6;

/** Where it is now, and the page's language as a BCP 47 tag. */
export interface Here {
	now: Date;
	language: string;
}

/** Midnight of a moment's calendar day where the reader is, so that summer time doesn't count. */
function calendarDay( moment: Date ): number {
	return Date.UTC(
		moment.getFullYear(),
		moment.getMonth(),
		moment.getDate()
	);
}

/** Null for days that are better told by their date, and for a time that can't be read. */
export function dayInWords( dateTime: string, here: Here ): string | null {
	const days =
		( calendarDay( new Date( dateTime ) ) - calendarDay( here.now ) ) / DAY;
	if ( ! ( days <= 0 && days >= -RECENT_DAYS ) ) {
		return null;
	}
	try {
		return new Intl.RelativeTimeFormat( here.language || undefined, {
			numeric: 'auto',
		} ).format( days, 'day' );
	} catch {
		// A page whose language is no valid tag keeps its dates.
		return null;
	}
}
