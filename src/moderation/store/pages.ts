/* How pages of the queue join the list that is on the screen, without moving what lies open. */
import { keyOf, type List, type PieceKey } from './types';
import type { Queue } from '../../contract';

/** The next page, behind what is there. */
export function joined( list: List, page: Queue ): List {
	const known = new Set( list.keys );
	const fresh = page.items
		.map( keyOf )
		.filter( ( key ) => ! known.has( key ) );
	return {
		...list,
		keys: [ ...list.keys, ...fresh ],
		after: page.after,
		more: 'idle',
		failure: null,
	};
}

/**
 * The first page again. It tells all about the part of the list it covers: what is missing there is gone, what
 * lies behind it stays. The open piece keeps its place even when somebody else decided on it.
 */
export function refreshed(
	list: List,
	page: Queue,
	open: PieceKey | null
): List {
	const first = page.items.map( keyOf );
	const inFirst = new Set( first );
	const covered = list.keys.reduce(
		( last, key, index ) => ( inFirst.has( key ) ? index : last ),
		-1
	);
	const behind =
		page.after === null || covered < 0
			? []
			: list.keys.slice( covered + 1 );
	const keys = [ ...first, ...behind ];
	const place = open === null ? -1 : list.keys.indexOf( open );
	if ( open !== null && place >= 0 && ! keys.includes( open ) ) {
		keys.splice( Math.min( place, keys.length ), 0, open );
	}
	return {
		status: 'ready',
		failure: null,
		keys,
		after: behind.length > 0 ? list.after : page.after,
		more: list.more === 'failed' ? 'idle' : list.more,
	};
}
