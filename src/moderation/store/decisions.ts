/* What is being decided: half-written, on its way, failed, or overtaken by somebody else. */
import { staysOpen } from '../acts';
import { judged } from '../versions';
import { undoable } from './undos';
import {
	EMPTY_DRAFT,
	type Attempt,
	type DeskEvent,
	type DeskState,
	type Draft,
	type PieceKey,
} from './types';

export function without< T >(
	record: Record< PieceKey, T >,
	key: PieceKey
): Record< PieceKey, T > {
	const { [ key ]: gone, ...rest } = record;
	return gone === undefined ? record : rest;
}

export function drafts(
	state: DeskState,
	event: DeskEvent
): Record< PieceKey, Draft > {
	const change = ( key: PieceKey, draft: Partial< Draft > ) => ( {
		...state.drafts,
		[ key ]: { ...EMPTY_DRAFT, ...state.drafts[ key ], ...draft },
	} );
	switch ( event.type ) {
		case 'DRAFTED':
			return change( event.key, event.draft );
		case 'NOTED':
			return change( event.key, { note: '' } );
		case 'DECIDED':
			// Whoever corrected a word still has their question to ask.
			return staysOpen( event.decision.act )
				? change( event.key, { correction: null } )
				: without( state.drafts, event.key );
		case 'UNDONE': {
			// What was written comes back with the piece.
			const draft = undoable( state, event.key )?.draft;
			return draft ? change( event.key, draft ) : state.drafts;
		}
	}
	return state.drafts;
}

export function attempts(
	state: Record< PieceKey, Attempt >,
	event: DeskEvent
): Record< PieceKey, Attempt > {
	switch ( event.type ) {
		case 'DECIDING':
			return {
				...state,
				[ event.key ]: { act: event.act, failure: null },
			};
		case 'DECISION_FAILED': {
			const attempt = state[ event.key ];
			return attempt
				? {
						...state,
						[ event.key ]: { ...attempt, failure: event.failure },
					}
				: state;
		}
		case 'DECIDED':
		case 'OVERTAKEN':
			return without( state, event.key );
	}
	return state;
}

export function meanwhile(
	state: DeskState,
	event: DeskEvent
): DeskState[ 'meanwhile' ] {
	switch ( event.type ) {
		case 'OVERTAKEN': {
			const seen = state.pieces[ event.key ]?.piece;
			return {
				...state.meanwhile,
				[ event.key ]: {
					decision: event.decision,
					// Overtaken twice, one still wants to see all that changed.
					judged:
						state.meanwhile[ event.key ]?.judged ??
						( seen ? judged( seen ) : null ),
				},
			};
		}
		case 'DECIDED':
		case 'UNDONE':
			return without( state.meanwhile, event.key );
		case 'OPENED':
			return state.open === null || state.open === event.key
				? state.meanwhile
				: without( state.meanwhile, state.open );
	}
	return state.meanwhile;
}
