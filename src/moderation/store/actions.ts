/* What can be done on the desk. Nothing here throws: what fails stands in the state, and can be tried again. */
import type { Rest } from '../../rest';
import { failureOf, overtakenBy } from './failures';
import type * as selectors from './selectors';
import {
	keyOf,
	pathOf,
	type Act,
	type DeskEvent,
	type DeskState,
	type Draft,
	type ListName,
	type PieceKey,
} from './types';
import type { Decision, NewDecision, Queue, QueuePiece } from '../../contract';

type Selectors = typeof selectors;

/** What @wordpress/data hands to every thunk of this store. */
export interface ThunkArgs {
	dispatch: < T >( action: Thunk< T > | DeskEvent ) => T;
	select: {
		[ Name in keyof Selectors ]: Selectors[ Name ] extends (
			state: DeskState,
			...args: infer Args
		) => infer Answer
			? ( ...args: Args ) => Answer
			: never;
	};
}

export type Thunk< T = void > = ( args: ThunkArgs ) => T;

/** `decided` and `overtaken` say what was decided; `failed` stands in the attempt. */
export type Outcome = 'decided' | 'overtaken' | 'failed' | 'ignored';

export function createActions( rest: Rest ) {
	const underway = new Map< ListName, Promise< void > >();

	const nextPage =
		( list: ListName, after: string ): Thunk< Promise< void > > =>
		async ( { dispatch } ) => {
			dispatch( { type: 'QUEUE_LOADING', list, more: true } );
			try {
				const queue = await rest.get< Queue >( 'queue', {
					list,
					after,
				} );
				dispatch( { type: 'QUEUE_LOADED', list, more: true, queue } );
			} catch ( error ) {
				dispatch( {
					type: 'QUEUE_FAILED',
					list,
					more: true,
					failure: failureOf( error ),
				} );
			}
		};

	const actions = {
		chooseList: ( list: ListName ): DeskEvent => ( {
			type: 'LIST_CHOSEN',
			list,
		} ),

		draft: ( key: PieceKey, draft: Partial< Draft > ): DeskEvent => ( {
			type: 'DRAFTED',
			key,
			draft,
		} ),

		/** Lays a piece on the desk, in the version that the list names. */
		open:
			( key: PieceKey | null ): Thunk =>
			( { dispatch, select } ) => {
				const opened = select.getPiece( key );
				dispatch( { type: 'OPENED', key } );
				if ( key === null || opened?.status === 'loading' ) {
					return;
				}
				const listed = select.getItem( key )?.version;
				const shown = opened?.piece?.item.version;
				if ( opened?.status !== 'ready' || listed !== shown ) {
					void dispatch( actions.loadPiece( key ) );
				}
			},

		/** The first page, for the first time or again. */
		loadList:
			( list: ListName ): Thunk< Promise< void > > =>
			async ( { dispatch, select } ) => {
				dispatch( { type: 'QUEUE_LOADING', list, more: false } );
				try {
					const queue = await rest.get< Queue >( 'queue', {
						list,
					} );
					dispatch( {
						type: 'QUEUE_LOADED',
						list,
						more: false,
						queue,
					} );
					const key = select.getOpenKey();
					const seen = select.getPiece( key )?.piece?.item;
					if (
						key === null ||
						! seen ||
						select.getListName() !== list
					) {
						return;
					}
					const listed = queue.items.find(
						( item ) => keyOf( item ) === key
					);
					// It changed, or it stood on this page and is gone: see what happened to it.
					if (
						listed ? listed.version !== seen.version : ! queue.after
					) {
						await dispatch( actions.loadPiece( key ) );
					}
				} catch ( error ) {
					dispatch( {
						type: 'QUEUE_FAILED',
						list,
						more: false,
						failure: failureOf( error ),
					} );
				}
			},

		/** The next page. Whoever asks while it is on its way waits for the same answer. */
		loadMore:
			( list: ListName ): Thunk< Promise< void > > =>
			( { dispatch, select } ) => {
				const { after } = select.getList( list );
				if ( after === null ) {
					return Promise.resolve();
				}
				const loading =
					underway.get( list ) ??
					dispatch( nextPage( list, after ) ).finally( () =>
						underway.delete( list )
					);
				underway.set( list, loading );
				return loading;
			},

		/** Loads a piece. Where another version was on the screen before, what happened is told. */
		loadPiece:
			( key: PieceKey ): Thunk< Promise< void > > =>
			async ( { dispatch, select } ) => {
				const before = select.getPiece( key )?.piece?.item.version;
				dispatch( { type: 'PIECE_LOADING', key } );
				try {
					const piece = await rest.get< QueuePiece >( pathOf( key ) );
					const last = piece.history[ piece.history.length - 1 ];
					if (
						last &&
						before !== undefined &&
						before !== piece.item.version &&
						select.getMeanwhile( key )?.version !== last.version
					) {
						dispatch( { type: 'OVERTAKEN', key, decision: last } );
					}
					dispatch( { type: 'PIECE_LOADED', key, piece } );
				} catch ( error ) {
					dispatch( {
						type: 'PIECE_FAILED',
						key,
						failure: failureOf( error ),
					} );
				}
			},

		/** Decides on the version that is on the screen. */
		decide:
			( key: PieceKey, act: Act ): Thunk< Promise< Outcome > > =>
			async ( { dispatch, select } ) => {
				const piece = select.getPiece( key )?.piece;
				if (
					! piece ||
					select.isDeciding( key ) ||
					! select.canDecide( key, act )
				) {
					return 'ignored';
				}
				const { kind, id, version } = piece.item;
				const { reason, consent } = select.getDraft( key );
				const sent: NewDecision = { kind, id, version, act };
				if ( act === 'return' ) {
					sent.reason = reason.trim();
				}
				if ( select.needsConsent( key ) ) {
					sent.consent = consent;
				}
				dispatch( { type: 'DECIDING', key, act } );
				try {
					const decision = await rest.post< Decision >(
						'decisions',
						sent
					);
					dispatch( { type: 'DECIDED', key, decision } );
				} catch ( error ) {
					const decision = overtakenBy( error );
					if ( ! decision ) {
						dispatch( {
							type: 'DECISION_FAILED',
							key,
							failure: failureOf( error ),
						} );
						return 'failed';
					}
					dispatch( { type: 'OVERTAKEN', key, decision } );
					await dispatch( actions.loadPiece( key ) );
					return 'overtaken';
				}
				// The piece stands in the other list now: ask for that one again if it was read already.
				if (
					act === 'return' &&
					select.getList( 'returned' ).status === 'ready'
				) {
					void dispatch( actions.loadList( 'returned' ) );
				}
				return 'decided';
			},
	};
	return actions;
}
