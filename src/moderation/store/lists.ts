/* What stands in which list, how many, and which piece lies open. */
import { joined, refreshed } from './pages';
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

export function lists(
	state: DeskState,
	event: DeskEvent
): DeskState[ 'lists' ] {
	switch ( event.type ) {
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
			return perList( ( name ) =>
				drop( state.lists[ name ], event.key )
			);
		case 'OPENED': {
			// What others decided stays in sight until the moderator turns to something else.
			const { open } = state;
			const item = open === null ? undefined : state.items[ open ];
			if ( open === null || ! item || open === event.key ) {
				return state.lists;
			}
			const left = ( name: ListName ) =>
				item.state === name
					? state.lists[ name ]
					: drop( state.lists[ name ], open );
			return perList( left );
		}
	}
	return state.lists;
}

export function counts(
	state: DeskState,
	event: DeskEvent
): DeskState[ 'counts' ] {
	if ( event.type === 'QUEUE_LOADED' ) {
		return event.queue.counts;
	}
	if ( event.type !== 'DECIDED' && event.type !== 'OVERTAKEN' ) {
		return state.counts;
	}
	const before = state.items[ event.key ]?.state;
	const after = event.decision.state;
	const moved = ( name: ListName ) => {
		const held = state.counts[ name ];
		if ( held >= COUNTED ) {
			return held;
		}
		return Math.max(
			0,
			held + Number( after === name ) - Number( before === name )
		);
	};
	return perList( moved );
}

export function opened( state: DeskState, event: DeskEvent ): PieceKey | null {
	switch ( event.type ) {
		case 'OPENED':
			return event.key;
		case 'LIST_CHOSEN':
			return event.list === state.list ? state.open : null;
		case 'DECIDED': {
			if ( state.open !== event.key ) {
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
