/* What the page told this form: its limits, its sentences, and the way to REST. */
import { getConfig } from '@wordpress/interactivity';
import { connect, RestError, type RestSettings } from '@throughline/rest';

import type { Watchful } from '../../src/guidelines/nudge.ts';
import type { Limits } from '../../src/stories/check.ts';

interface Config {
	limits: Limits;
	/** Where somebody signs in who was signed out meanwhile. */
	signIn: string;
	/** Sentences by name, the server's refusals by their codes. */
	say: Record< string, string >;
	/** Those that words bring to mind; unset where none are in force. */
	guidelines?: Array< Watchful & { departments: number[] } >;
}

export const { limits, signIn, say, guidelines }: Config = getConfig(
	'throughline/story-form'
);

// Core loads this module with the block, where there is only a way to sign in, too: nothing is configured there.
export const rest = connect(
	( getConfig( 'throughline' ) as { rest?: RestSettings } ).rest ?? {
		root: '',
		nonce: '',
		ajax: '',
	}
);

/** A sentence with its `%s`, `%1$s` and `%2$s` filled in. */
export function phrase(
	name: string,
	...values: Array< number | string >
): string {
	return ( say[ name ] ?? '' ).replace(
		/%(?:(\d)\$)?s/g,
		( _, place: string | undefined ) => {
			const value = values[ Number( place ?? 1 ) - 1 ] ?? '';
			return value.toLocaleString(
				document.documentElement.lang || undefined
			);
		}
	);
}

/** What went wrong, as the person can mend it: in the server's own words where it said any. */
export function sentence( error: unknown, file = '' ): string {
	const { status, message } =
		error instanceof RestError ? error : { status: 500, message: '' };
	if ( status === 0 ) {
		return phrase( 'offline' );
	}
	if ( status === 401 ) {
		return phrase( 'signedOut' );
	}
	if ( status < 500 && message ) {
		return message;
	}
	// A web server in front of WordPress says it without words of ours.
	return status === 413
		? phrase( 'throughline_photo_too_large', file )
		: phrase( 'trouble' );
}

/** Whether the same once more may end better: no server, a busy one, somebody signed out. */
export function mayRetry( error: unknown ): boolean {
	const status = error instanceof RestError ? error.status : 500;
	return (
		status < 400 || status >= 500 || [ 401, 408, 429 ].includes( status )
	);
}
