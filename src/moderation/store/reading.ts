/* Lists and pieces from the server. Nothing here throws: what fails stands in the state, and can be tried again. */
import type { Queue, QueuePiece } from '../../contract';
import { queryOf } from '../filters';
import type { Rest } from '../../rest';
import { failureOf } from './failures';
import type { Thunk } from './thunk';
import {
	keyOf,
	pathOf,
	type DeskEvent,
	type Draft,
	type Filters,
	type ListName,
	type PieceKey,
} from './types';

export function createReading( rest: Rest ) {
	const underway = new Map< string, Promise< void > >();

	/** The page after that cursor, the first one without. */
	const page =
		(
			list: ListName,
			after: string | null
		): Thunk< Promise< Queue | null > > =>
		async ( { dispatch, select } ) => {
			const filters = select.getFilters();
			const asked = { list, filters, more: after !== null };
			dispatch( { type: 'QUEUE_LOADING', ...asked } );
			try {
				const query = queryOf( list, filters );
				const queue = await rest.get< Queue >(
					'queue',
					after === null ? query : { ...query, after }
				);
				dispatch( { type: 'QUEUE_LOADED', ...asked, queue } );
				return queue;
			} catch ( error ) {
				dispatch( {
					type: 'QUEUE_FAILED',
					...asked,
					failure: failureOf( error ),
				} );
				return null;
			}
		};

	const reading = {
		/** Where the address leads. */
		begin:
			( list: ListName, filters: Filters ): Thunk =>
			( { dispatch } ) => {
				dispatch( { type: 'LIST_CHOSEN', list } );
				void dispatch( reading.filter( filters ) );
			},

		chooseList:
			( list: ListName ): Thunk =>
			( { dispatch, select } ) => {
				dispatch( { type: 'LIST_CHOSEN', list } );
				if ( select.getList( list ).status === 'new' ) {
					void dispatch( reading.loadList( list ) );
				}
			},

		filter:
			( changed: Partial< Filters > ): Thunk< Promise< void > > =>
			( { dispatch, select } ) => {
				dispatch( {
					type: 'FILTERED',
					filters: { ...select.getFilters(), ...changed },
				} );
				return dispatch( reading.loadList( select.getListName() ) );
			},

		/** Pieces that were asked for elsewhere than in a list. */
		see: ( queue: Queue ): DeskEvent => ( { type: 'SEEN', queue } ),

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
					void dispatch( reading.loadPiece( key ) );
				}
			},

		/** The first page, for the first time or again. */
		loadList:
			( list: ListName ): Thunk< Promise< void > > =>
			async ( { dispatch, select } ) => {
				const queue = await dispatch( page( list, null ) );
				const key = select.getOpenKey();
				const seen = select.getPiece( key )?.piece?.item;
				if (
					! queue ||
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
					listed
						? listed.version !== seen.version
						: ! queue.after && seen.list !== null
				) {
					await dispatch( reading.loadPiece( key ) );
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
				const name = `${ list } ${ after }`;
				const loading =
					underway.get( name ) ??
					dispatch( page( list, after ) ).then( () => {
						underway.delete( name );
					} );
				underway.set( name, loading );
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
	};
	return reading;
}

export type Reading = ReturnType< typeof createReading >;
