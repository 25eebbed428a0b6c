/* What stood in a piece at which time, and what each act made of it. */
import type { Content, Decision, QueuePiece } from '../contract';

export interface Change {
	decision: Decision;
	before: Content;
	after: Content;
}

export function isSame( a: Content, b: Content ): boolean {
	return (
		a.title === b.title &&
		a.text === b.text &&
		a.photos.length === b.photos.length &&
		a.photos.every(
			( { id, alt }, index ) =>
				b.photos[ index ]?.id === id && b.photos[ index ]?.alt === alt
		)
	);
}

/** An erased account leaves the record without its words. */
function isErased( { title, text, photos }: Content ): boolean {
	return title === '' && text === '' && photos.length === 0;
}

/** What a moderator judges: what is proposed, else what stands in it. */
export function judged( { proposal, content, history }: QueuePiece ): Content {
	const proposed = proposal
		? [ ...history ].reverse().find( ( { act } ) => act === 'propose' )
		: undefined;
	return proposed?.content ?? content;
}

/** What each entry of the history changed in the words and photos, by its version. */
export function changesOf( history: Decision[] ): Map< number, Change > {
	const changes = new Map< number, Change >();
	let stood: Content | null = null;
	let proposed: Content | null = null;
	for ( const decision of history ) {
		const after = decision.content;
		if ( isErased( after ) ) {
			continue;
		}
		// An accepted proposal was shown where it was made.
		const isKnown = proposed !== null && isSame( proposed, after );
		if ( stood && ! isKnown && ! isSame( stood, after ) ) {
			changes.set( decision.version, { decision, before: stood, after } );
		}
		if ( decision.act === 'propose' ) {
			// It stands in the record only.
			proposed = after;
		} else {
			stood = after;
			proposed = null;
		}
	}
	return changes;
}

const OF_CONTRIBUTORS: readonly string[] = [
	'submit',
	'revise',
	'propose',
	'withdraw',
];

/** An act of whoever made the piece, not of a moderator or a rule. */
export function isContributors( { act }: Decision ): boolean {
	return OF_CONTRIBUTORS.includes( act );
}

export interface Since {
	/** The question that was asked; '' where none was. */
	question: string;
	/** What the contributor said to it. */
	answer: string;
	before: Content;
	after: Content;
}

/** What the contributor changed and said since a moderator had it last; null when nobody had it before. */
export function since( piece: QueuePiece ): Since | null {
	const after = judged( piece );
	const newest = [ ...piece.history ].reverse();
	const at = newest.findIndex( ( decision ) => ! isContributors( decision ) );
	const before = newest[ at ];
	const answer =
		newest
			.slice( 0, Math.max( at, 0 ) )
			.find( ( { reason } ) => reason !== '' )?.reason ?? '';
	if ( piece.proposal ) {
		return { question: '', answer, before: piece.content, after };
	}
	return before?.act === 'return' && at > 0 && ! isErased( before.content )
		? { question: before.reason, answer, before: before.content, after }
		: null;
}

/** Photos that visitors don't see. */
export function hiddenPhotos( history: Decision[] ): Set< number > {
	const hidden = new Set< number >();
	history.forEach( ( { act, photo }, index ) => {
		const undone = act === 'undo' ? history[ index - 1 ] : undefined;
		const shown = undone ? undone.photo : photo;
		if ( ! shown ) {
			return;
		}
		if ( act === 'hide' || undone?.act === 'show' ) {
			hidden.add( shown );
		} else if ( act === 'show' || undone?.act === 'hide' ) {
			hidden.delete( shown );
		}
	} );
	return hidden;
}
