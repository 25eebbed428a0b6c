/* What may be done with a piece as it stands. The server has the last word; this is what is offered. */
import type { QueueItem, QueuePiece } from '../contract';
import type { Act, ListName } from './store/types';

type Standing = Pick< QueuePiece, 'item' | 'proposal' | 'cases' | 'content' >;

export function actsFor( piece: Standing ): Act[] {
	const { item, proposal, cases, content } = piece;
	// Whoever decided first does not decide on the objection.
	if ( cases.some( ( { obstacle } ) => obstacle !== '' ) ) {
		return [];
	}
	// A report or an appeal may change nothing.
	const keep: Act[] = cases.length > 0 ? [ 'keep' ] : [];
	const photos: Act[] = content.photos.length > 0 ? [ 'hide', 'show' ] : [];
	switch ( item.state ) {
		case 'waiting':
			return [
				'publish',
				'return',
				'remove',
				'correct',
				...keep,
				...photos,
			];
		case 'returned':
			return [ 'publish', 'remove', 'correct', ...keep, ...photos ];
		case 'published':
			// What is proposed is published or returned; a correction would mend what it replaces.
			return proposal
				? [ 'publish', 'return', 'remove', ...keep, ...photos ]
				: [ ...keep, 'remove', 'correct', ...photos ];
		case 'removed':
			return [ 'restore', ...keep ];
		case 'withdrawn':
			return [];
	}
}

/** Acts that leave the piece where it is, and the moderator with it. */
export function staysOpen( act: string ): boolean {
	return act === 'correct' || act === 'hide' || act === 'show';
}

/** The list in which a piece stands after a decision, as far as the decision tells. */
export function listAfter(
	act: string,
	state: QueueItem[ 'state' ],
	before: ListName | null
): ListName | null {
	if ( staysOpen( act ) ) {
		return before;
	}
	return state === 'waiting' || state === 'returned' ? state : null;
}

/** Reasons that say nothing about the piece itself: everything waits here. */
export const PLAIN: readonly string[] = [ 'default', 'visitor' ];

/** Nothing speaks against it. */
export function isPlain( item: QueueItem ): boolean {
	return (
		item.state === 'waiting' &&
		! item.urgent &&
		! item.needsConsent &&
		item.reasons.length > 0 &&
		item.reasons.every( ( { code } ) => PLAIN.includes( code ) )
	);
}
