/* What happened, in plain words. */
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Act as MyAct, Failure } from './store/types';
import type { Decision } from '../contract';
import { isContributors } from './versions';

type Act = Decision[ 'act' ];

function done( act: Act ) {
	switch ( act ) {
		case 'submit':
			/* translators: %s: a person's name. */
			return __( '%s sent this in.', 'throughline' );
		case 'publish':
			/* translators: %s: a person's name. */
			return __( '%s published this.', 'throughline' );
		case 'return':
			/* translators: %s: a person's name. */
			return __( '%s returned this with a question.', 'throughline' );
		case 'remove':
			/* translators: %s: a person's name. */
			return __( '%s removed this.', 'throughline' );
		case 'restore':
			/* translators: %s: a person's name. */
			return __( '%s put this back.', 'throughline' );
		case 'withdraw':
			/* translators: %s: a person's name. */
			return __( '%s withdrew this.', 'throughline' );
		case 'revise':
			/* translators: %s: a person's name. */
			return __( '%s revised this.', 'throughline' );
		case 'propose':
			/* translators: %s: a person's name. */
			return __( '%s proposed a change.', 'throughline' );
		case 'keep':
			/* translators: %s: a person's name. */
			return __( '%s left this as it is.', 'throughline' );
		case 'correct':
			/* translators: %s: a person's name. */
			return __( '%s corrected this.', 'throughline' );
		case 'undo':
			/* translators: %s: a person's name. */
			return __( '%s took that back.', 'throughline' );
		case 'hide':
			/* translators: %s: a person's name. */
			return __( '%s hid a photo.', 'throughline' );
		case 'show':
			/* translators: %s: a person's name. */
			return __( '%s showed a photo again.', 'throughline' );
	}
}

function doneAt( act: Act ) {
	switch ( act ) {
		case 'submit':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s sent this in again at %2$s.', 'throughline' );
		case 'publish':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s published this at %2$s.', 'throughline' );
		case 'return':
			/* translators: 1: a person's name, 2: a time. */
			return __(
				'%1$s returned this with a question at %2$s.',
				'throughline'
			);
		case 'remove':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s removed this at %2$s.', 'throughline' );
		case 'restore':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s put this back at %2$s.', 'throughline' );
		case 'withdraw':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s withdrew this at %2$s.', 'throughline' );
		case 'revise':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s revised this at %2$s.', 'throughline' );
		case 'propose':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s proposed a change at %2$s.', 'throughline' );
		case 'keep':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s left this as it is at %2$s.', 'throughline' );
		case 'correct':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s corrected this at %2$s.', 'throughline' );
		case 'undo':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s took that back at %2$s.', 'throughline' );
		case 'hide':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s hid a photo at %2$s.', 'throughline' );
		case 'show':
			/* translators: 1: a person's name, 2: a time. */
			return __( '%1$s showed a photo again at %2$s.', 'throughline' );
	}
}

/** Guests have no account, so the piece says who they are; nobody else is a rule, or a person whose account was erased. */
const who = ( decision: Decision, contributor: string ) =>
	decision.by ||
	( isContributors( decision ) && contributor ) ||
	__( 'Somebody', 'throughline' );

/** What was done and by whom, without the time: it stands beside it. */
export function whatHappened( decision: Decision, contributor = '' ): string {
	return sprintf( done( decision.act ), who( decision, contributor ) );
}

/** The same with its time: a clock time, or a date and a time. */
export function whatHappenedAt( decision: Decision, time: string ): string {
	return sprintf( doneAt( decision.act ), who( decision, '' ), time );
}

function mine( act: MyAct ) {
	switch ( act ) {
		case 'publish':
			/* translators: %s: title of a piece. */
			return __( 'Published: %s', 'throughline' );
		case 'return':
			/* translators: %s: title of a piece. */
			return __( 'Returned: %s', 'throughline' );
		case 'remove':
			/* translators: %s: title of a piece. */
			return __( 'Removed: %s', 'throughline' );
		case 'restore':
			/* translators: %s: title of a piece. */
			return __( 'Put back: %s', 'throughline' );
		case 'keep':
			/* translators: %s: title of a piece. */
			return __( 'Left as it is: %s', 'throughline' );
		case 'correct':
			/* translators: %s: title of a piece. */
			return __( 'Corrected: %s', 'throughline' );
		case 'hide':
			/* translators: %s: title of a piece. */
			return __( 'Photo hidden: %s', 'throughline' );
		case 'show':
			/* translators: %s: title of a piece. */
			return __( 'Photo shown again: %s', 'throughline' );
	}
}

interface Done {
	title: string;
	/** More than one were published together. */
	pieces?: number;
	language?: string;
}

/** What the moderator did. */
export function whatWasDone(
	act: MyAct,
	{ title, pieces = 1, language = 'en' }: Done
): string {
	return pieces > 1
		? sprintf(
				/* translators: %s: number of pieces. */
				_n(
					'%s piece published',
					'%s pieces published',
					pieces,
					'throughline'
				),
				new Intl.NumberFormat( language ).format( pieces )
			)
		: sprintf( mine( act ), title );
}

export function hasItOpen( by: string ): string {
	/* translators: %s: a person's name. */
	return sprintf( __( '%s has this open.', 'throughline' ), by );
}

export function isSignedOut( failure: Failure ): boolean {
	return failure.code === 'throughline_signed_out' || failure.status === 401;
}

/** What went wrong and what to do. The server's own sentences are already that; the rest is ours. */
export function whatFailed( failure: Failure ): string {
	if ( isSignedOut( failure ) ) {
		return __(
			'You have been signed out. Sign in again in a new tab, then try again here. What you wrote stays.',
			'throughline'
		);
	}
	if ( failure.code === 'throughline_network' ) {
		return __(
			'The site can’t be reached. Check your connection, then try again. What you wrote stays.',
			'throughline'
		);
	}
	if ( failure.message && failure.status < 500 ) {
		return failure.message;
	}
	return __(
		'The site answered with an error. Please try again in a moment. What you wrote stays.',
		'throughline'
	);
}
