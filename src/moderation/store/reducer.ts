/* How each event changes what the desk knows. */
import {
	keyOf,
	type Attempt,
	type DeskEvent,
	type DeskState,
	type Draft,
	EMPTY_DRAFT,
	type List,
	type ListName,
	type OpenedPiece,
	type PieceKey,
} from './types';
import { joined, refreshed } from './pages';
import type { Decision, QueueItem } from '../../contract';

const NEW_LIST: List = {
	status: 'new',
	failure: null,
	keys: [],
	after: null,
	more: 'idle',
};

export const INITIAL: DeskState = {
	list: 'waiting',
	lists: { waiting: NEW_LIST, returned: NEW_LIST },
	counts: { waiting: 0, returned: 0 },
	items: {},
	pieces: {},
	open: null,
	drafts: {},
	attempts: {},
	meanwhile: {},
};

/** The server counts no further, so a full count stays until the server says otherwise. */
export const COUNTED = 100;

function without< T >(
	record: Record< PieceKey, T >,
	key: PieceKey
): Record< PieceKey, T > {
	const { [ key ]: gone, ...rest } = record;
	return gone === undefined ? record : rest;
}

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

function lists( state: DeskState, event: DeskEvent ): DeskState[ 'lists' ] {
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
			return {
				waiting: drop( state.lists.waiting, event.key ),
				returned: drop( state.lists.returned, event.key ),
			};
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
			return { waiting: left( 'waiting' ), returned: left( 'returned' ) };
		}
	}
	return state.lists;
}

function counts( state: DeskState, event: DeskEvent ): DeskState[ 'counts' ] {
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
	return { waiting: moved( 'waiting' ), returned: moved( 'returned' ) };
}

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

function opened( state: DeskState, event: DeskEvent ): PieceKey | null {
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

function drafts(
	state: Record< PieceKey, Draft >,
	event: DeskEvent
): Record< PieceKey, Draft > {
	switch ( event.type ) {
		case 'DRAFTED':
			return {
				...state,
				[ event.key ]: {
					...EMPTY_DRAFT,
					...state[ event.key ],
					...event.draft,
				},
			};
		case 'DECIDED':
			return without( state, event.key );
	}
	return state;
}

function attempts(
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

function meanwhile(
	state: Record< PieceKey, Decision >,
	event: DeskEvent,
	left: PieceKey | null
): Record< PieceKey, Decision > {
	switch ( event.type ) {
		case 'OVERTAKEN':
			return { ...state, [ event.key ]: event.decision };
		case 'DECIDED':
			return without( state, event.key );
		case 'OPENED':
			return left === null || left === event.key
				? state
				: without( state, left );
	}
	return state;
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
