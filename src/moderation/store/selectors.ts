/* Questions to the desk. */
import {
	EMPTY_DRAFT,
	type Act,
	type Attempt,
	type DeskState,
	type Draft,
	type Filters,
	type List,
	type ListName,
	type OpenedPiece,
	type PieceKey,
	type UndoStep,
} from './types';
import type { Content, Decision, Queue, QueueItem } from '../../contract';
import { actsFor } from '../acts';

export function getListName( state: DeskState ): ListName {
	return state.list;
}

export function getFilters( state: DeskState ): Filters {
	return state.filters;
}

/** Every piece that was seen, opened or not. */
export function getItems( state: DeskState ): Record< PieceKey, QueueItem > {
	return state.items;
}

/** Its first page is asked for when it is read for the first time. */
export function getList( state: DeskState, name: ListName ): List {
	return state.lists[ name ];
}

/** Null until the server has told them. */
export function getCounts( state: DeskState ): Queue[ 'counts' ] | null {
	return Object.values( state.lists ).some(
		( { status } ) => status === 'ready'
	)
		? state.counts
		: null;
}

export function getItem(
	state: DeskState,
	key: PieceKey | null
): QueueItem | null {
	return ( key !== null && state.items[ key ] ) || null;
}

/** Asked for when it is read for the first time. */
export function getPiece(
	state: DeskState,
	key: PieceKey | null
): OpenedPiece | null {
	return ( key !== null && state.pieces[ key ] ) || null;
}

export function getOpenKey( state: DeskState ): PieceKey | null {
	return state.open;
}

/** The piece `steps` after the open one in its list, negative for before; null at the ends. */
export function getNeighbour(
	state: DeskState,
	steps: number
): PieceKey | null {
	const { keys } = state.lists[ state.list ];
	const at = state.open === null ? -1 : keys.indexOf( state.open );
	if ( at < 0 ) {
		return steps > 0 ? ( keys[ 0 ] ?? null ) : null;
	}
	return keys[ at + steps ] ?? null;
}

/** Where the open piece stands in its list, from 1; 0 when it isn't in it. */
export function getPlace( state: DeskState ): number {
	return state.open === null
		? 0
		: state.lists[ state.list ].keys.indexOf( state.open ) + 1;
}

/** Since when the oldest of the loaded waiting pieces waits, as the server wrote it. */
export function getOldest( state: DeskState ): string | null {
	let oldest: string | null = null;
	for ( const key of state.lists.waiting.keys ) {
		const item = state.items[ key ];
		if (
			item?.list === 'waiting' &&
			( oldest === null || item.since < oldest )
		) {
			oldest = item.since;
		}
	}
	return oldest;
}

export function getDraft( state: DeskState, key: PieceKey | null ): Draft {
	return ( key !== null && state.drafts[ key ] ) || EMPTY_DRAFT;
}

export function getDrafts( state: DeskState ): Record< PieceKey, Draft > {
	return state.drafts;
}

export function getAttempt(
	state: DeskState,
	key: PieceKey | null
): Attempt | null {
	return ( key !== null && state.attempts[ key ] ) || null;
}

export function isDeciding( state: DeskState, key: PieceKey | null ): boolean {
	return getAttempt( state, key )?.failure === null;
}

/** What somebody else did to the piece since it was opened here. */
export function getMeanwhile(
	state: DeskState,
	key: PieceKey | null
): Decision | null {
	return ( key !== null && state.meanwhile[ key ]?.decision ) || null;
}

/** What stood in the piece when it was judged here, before somebody else was faster. */
export function getJudged(
	state: DeskState,
	key: PieceKey | null
): Content | null {
	return ( key !== null && state.meanwhile[ key ]?.judged ) || null;
}

/** What would be taken back now. */
export function getUndo( state: DeskState ): UndoStep | null {
	return state.undos[ state.undos.length - 1 ] ?? null;
}

/** Whether publishing needs the moderator's word that everybody who can be recognised agreed. */
export function needsConsent(
	state: DeskState,
	key: PieceKey | null
): boolean {
	const piece = getPiece( state, key )?.piece;
	if ( ! piece ) {
		return getItem( state, key )?.needsConsent ?? false;
	}
	return (
		piece.item.needsConsent ||
		getAttempt( state, key )?.failure?.code ===
			'throughline_consent_missing' ||
		// A returned piece has no reasons any more, and the people in its photos are still there.
		( piece.item.state === 'returned' && piece.recognisable === 'others' )
	);
}

/** What may be done with the piece as it stands. */
export function getActs( state: DeskState, key: PieceKey | null ): Act[] {
	const opened = getPiece( state, key );
	return opened?.piece && opened.status === 'ready'
		? actsFor( opened.piece )
		: [];
}

export function canDecide(
	state: DeskState,
	key: PieceKey | null,
	act: Act
): boolean {
	return getActs( state, key ).includes( act );
}
