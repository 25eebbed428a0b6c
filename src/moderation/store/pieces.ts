/* Rows of the queue and opened pieces, as far as they are known. */
import type { Decision, QueueItem, QueuePiece } from '../../contract';
import { staysOpen } from '../acts';
import { without } from './decisions';
import { listOf } from './lists';
import {
	keyOf,
	type DeskEvent,
	type DeskState,
	type OpenedPiece,
	type PieceKey,
} from './types';

export function items(
	state: DeskState,
	event: DeskEvent
): DeskState[ 'items' ] {
	switch ( event.type ) {
		case 'QUEUE_LOADED':
		case 'SEEN': {
			const all: Record< PieceKey, QueueItem > = { ...state.items };
			for ( const item of event.queue.items ) {
				all[ keyOf( item ) ] = item;
			}
			return all;
		}
		case 'PIECE_LOADED':
			return { ...state.items, [ event.key ]: event.piece.item };
		case 'CLAIMED': {
			const item = state.items[ event.key ];
			return item
				? {
						...state.items,
						[ event.key ]: { ...item, claim: event.claim },
					}
				: state.items;
		}
		case 'DECIDED':
		case 'OVERTAKEN':
		case 'UNDONE': {
			const item = state.items[ event.key ];
			const { state: now, version } = event.decision;
			const list = listOf( state, event );
			return item
				? {
						...state.items,
						[ event.key ]: { ...item, state: now, version, list },
					}
				: state.items;
		}
	}
	return state.items;
}

/** The piece as one's own act left it, until the server tells it anew. */
function after( piece: QueuePiece, decision: Decision ): QueuePiece {
	const { version, state, content } = decision;
	return {
		...piece,
		item: { ...piece.item, version, state },
		content,
		history: [ ...piece.history, decision ],
	};
}

export function pieces(
	state: DeskState,
	event: DeskEvent
): DeskState[ 'pieces' ] {
	const change = ( key: PieceKey, changed: Partial< OpenedPiece > ) => ( {
		...state.pieces,
		[ key ]: {
			status: 'loading' as const,
			failure: null,
			piece: null,
			...state.pieces[ key ],
			...changed,
		},
	} );
	switch ( event.type ) {
		case 'PIECE_LOADING':
			return state.pieces[ event.key ]?.piece
				? state.pieces
				: change( event.key, { status: 'loading', failure: null } );
		case 'PIECE_LOADED':
			return change( event.key, {
				status: 'ready',
				failure: null,
				piece: event.piece,
			} );
		case 'PIECE_FAILED':
			return change( event.key, {
				status: 'failed',
				failure: event.failure,
			} );
		case 'NOTED': {
			const piece = state.pieces[ event.key ]?.piece;
			return piece
				? change( event.key, {
						piece: {
							...piece,
							notes: [ ...piece.notes, event.note ],
						},
					} )
				: state.pieces;
		}
		case 'UNDONE':
		case 'DECIDED': {
			const piece = state.pieces[ event.key ]?.piece;
			return piece && staysOpen( event.decision.act )
				? change( event.key, { piece: after( piece, event.decision ) } )
				: without( state.pieces, event.key );
		}
	}
	return state.pieces;
}
