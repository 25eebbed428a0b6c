/* How each event changes what the desk knows. */
import type { QueueItem } from '../../contract';
import { attempts, drafts, meanwhile, without } from './decisions';
import { counts, lists, NEW_LIST, opened } from './lists';
import {
	keyOf,
	perList,
	type DeskEvent,
	type DeskState,
	type OpenedPiece,
	type PieceKey,
} from './types';

export const INITIAL: DeskState = {
	list: 'waiting',
	lists: perList( () => NEW_LIST ),
	counts: perList( () => 0 ),
	items: {},
	pieces: {},
	open: null,
	drafts: {},
	attempts: {},
	meanwhile: {},
};

function items( state: DeskState, event: DeskEvent ): DeskState[ 'items' ] {
	switch ( event.type ) {
		case 'QUEUE_LOADED': {
			const all: Record< PieceKey, QueueItem > = { ...state.items };
			for ( const item of event.queue.items ) {
				all[ keyOf( item ) ] = item;
			}
			return all;
		}
		case 'PIECE_LOADED':
			return { ...state.items, [ event.key ]: event.piece.item };
		case 'DECIDED':
		case 'OVERTAKEN': {
			const item = state.items[ event.key ];
			const { state: now, version } = event.decision;
			return item
				? {
						...state.items,
						[ event.key ]: { ...item, state: now, version },
					}
				: state.items;
		}
	}
	return state.items;
}

function pieces( state: DeskState, event: DeskEvent ): DeskState[ 'pieces' ] {
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
		case 'DECIDED':
			return without( state.pieces, event.key );
	}
	return state.pieces;
}

export function reducer(
	state: DeskState = INITIAL,
	event: DeskEvent
): DeskState {
	return {
		list: event.type === 'LIST_CHOSEN' ? event.list : state.list,
		lists: lists( state, event ),
		counts: counts( state, event ),
		items: items( state, event ),
		pieces: pieces( state, event ),
		open: opened( state, event ),
		drafts: drafts( state.drafts, event ),
		attempts: attempts( state.attempts, event ),
		meanwhile: meanwhile( state.meanwhile, event, state.open ),
	};
}
