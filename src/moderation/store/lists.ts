/* What stands in which list, how many, and which piece lies open. */
import { listAfter, staysOpen } from '../acts';
import { joined, refreshed } from './pages';
import { undoable } from './undos';
import {
	perList,
	type DeskEvent,
	type DeskState,
	type List,
	type ListName,
	type PieceKey,
} from './types';

export const NEW_LIST: List = {
	status: 'new',
	failure: null,
	keys: [],
	after: null,
	more: 'idle',
};

/** The server counts no further, so a full count stays until the server says otherwise. */
export const COUNTED = 100;

function list( state: List, event: DeskEvent, open: PieceKey | null ): List {
	switch ( event.type ) {
		case 'QUEUE_LOADING':
			if ( event.more ) {
				return { ...state, more: 'loading' };
			}
			// What is on the screen stays there while it is asked for again.
			return state.status === 'ready'
				? state
				: { ...state, status: 'loading', failure: null };
		case 'QUEUE_LOADED':
			return event.more
				? joined( state, event.queue )
				: refreshed( state, event.queue, open );
		case 'QUEUE_FAILED':
			if ( event.more ) {
				return { ...state, more: 'failed', failure: event.failure };
			}
			return state.status === 'ready'
				? state
				: { ...state, status: 'failed', failure: event.failure };
	}
	return state;
}

function drop( state: List, key: PieceKey ): List {
	return state.keys.includes( key )
		? { ...state, keys: state.keys.filter( ( other ) => other !== key ) }
		: state;
}

function putBack( state: List, key: PieceKey, place: number ): List {
	if ( state.status !== 'ready' || place < 0 || state.keys.includes( key ) ) {
		return state;
	}
	const keys = [ ...state.keys ];
	keys.splice( place, 0, key );
	return { ...state, keys };
}

export function lists(
	state: DeskState,
	event: DeskEvent
): DeskState[ 'lists' ] {
	switch ( event.type ) {
		case 'FILTERED':
			return perList( () => NEW_LIST );
		case 'QUEUE_LOADING':
		case 'QUEUE_LOADED':
		case 'QUEUE_FAILED':
			return {
				...state.lists,
				[ event.list ]: list(
					state.lists[ event.list ],
					event,
					event.list === state.list ? state.open : null
				),
			};
		case 'DECIDED':
			return staysOpen( event.decision.act )
				? state.lists
				: perList( ( name ) => drop( state.lists[ name ], event.key ) );
		case 'UNDONE': {
			const before = undoable( state, event.key );
			return perList( ( name ) =>
				before?.list === name
					? putBack( state.lists[ name ], event.key, before.place )
					: drop( state.lists[ name ], event.key )
			);
		}
		case 'OPENED': {
			// What others decided stays in sight until the moderator turns to something else.
			const { open } = state;
			const item = open === null ? undefined : state.items[ open ];
			if ( open === null || ! item || open === event.key ) {
				return state.lists;
			}
			return perList( ( name ) =>
				item.list === name
					? state.lists[ name ]
					: drop( state.lists[ name ], open )
			);
		}
	}
	return state.lists;
}

/** The list in which a piece stands after what an event tells of it. */
export function listOf(
	state: DeskState,
	event: Extract< DeskEvent, { type: 'DECIDED' | 'OVERTAKEN' | 'UNDONE' } >
): ListName | null {
	const { act, state: now } = event.decision;
	return event.type === 'UNDONE'
		? ( undoable( state, event.key )?.list ?? null )
		: listAfter( act, now, state.items[ event.key ]?.list ?? null );
}

/** From which list to which a piece moves. */
function whereTo(
	state: DeskState,
	event: DeskEvent
): { before: ListName | null; after: ListName | null } | null {
	switch ( event.type ) {
		case 'DECIDED':
		case 'OVERTAKEN':
		case 'UNDONE':
			return {
				before: state.items[ event.key ]?.list ?? null,
				after: listOf( state, event ),
			};
		case 'PIECE_LOADED': {
			const item = state.items[ event.key ];
			return item
				? { before: item.list, after: event.piece.item.list }
				: null;
		}
	}
	return null;
}

export function counts(
	state: DeskState,
	event: DeskEvent
): DeskState[ 'counts' ] {
	if ( event.type === 'QUEUE_LOADED' || event.type === 'SEEN' ) {
		return event.queue.counts;
	}
	const moved = whereTo( state, event );
	if ( ! moved ) {
		return state.counts;
	}
	const { before, after } = moved;
	return perList( ( name ) => {
		const held = state.counts[ name ];
		if ( held >= COUNTED ) {
			return held;
		}
		return Math.max(
			0,
			held + Number( after === name ) - Number( before === name )
		);
	} );
}

export function opened( state: DeskState, event: DeskEvent ): PieceKey | null {
	switch ( event.type ) {
		case 'OPENED':
			return event.key;
		case 'FILTERED':
			return null;
		case 'LIST_CHOSEN':
			return event.list === state.list ? state.open : null;
		case 'DECIDED': {
			if ( state.open !== event.key || staysOpen( event.decision.act ) ) {
				return state.open;
			}
			const { keys } = state.lists[ state.list ];
			const at = keys.indexOf( event.key );
			return at < 0
				? ( keys[ 0 ] ?? null )
				: ( keys[ at + 1 ] ?? keys[ at - 1 ] ?? null );
		}
	}
	return state.open;
}
