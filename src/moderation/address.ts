/* Where the moderator is, as an address: can be linked to, survives a reload and a login. */
import type { ListName, PieceKey } from './store/types';

/** On narrow screens the panes are steps, one behind the other. */
export type Step = 'list' | 'piece' | 'decide';
export const STEPS: readonly Step[] = [ 'list', 'piece', 'decide' ];

export interface Place {
	list: ListName;
	piece: PieceKey | null;
}

export function readPlace( address: string ): Place {
	const query = new URL( address ).searchParams;
	const piece = query.get( 'piece' ) ?? '';
	return {
		list: query.get( 'list' ) === 'returned' ? 'returned' : 'waiting',
		piece: /^[a-z]+-[1-9]\d{0,17}$/.test( piece ) ? piece : null,
	};
}

/** The same address with this place in it; nothing else in it changes. */
export function addressOf( place: Place, address: string ): string {
	const url = new URL( address );
	if ( place.list === 'waiting' ) {
		url.searchParams.delete( 'list' );
	} else {
		url.searchParams.set( 'list', place.list );
	}
	if ( place.piece === null ) {
		url.searchParams.delete( 'piece' );
	} else {
		url.searchParams.set( 'piece', place.piece );
	}
	return url.href;
}
