/* Where the moderator is, as an address: can be linked to, survives a reload and a login. */
import { readFilters, writeFilters } from './filters';
import {
	LISTS,
	type Filters,
	type ListName,
	type PieceKey,
} from './store/types';

/** On narrow screens the panes are steps, one behind the other. */
export type Step = 'list' | 'piece' | 'decide';
export const STEPS: readonly Step[] = [ 'list', 'piece', 'decide' ];

export interface Place {
	list: ListName;
	filters: Filters;
	piece: PieceKey | null;
	/** Many pieces side by side instead of one. */
	isGrid: boolean;
}

export function readPlace( address: string ): Place {
	const query = new URL( address ).searchParams;
	const piece = query.get( 'piece' ) ?? '';
	return {
		list:
			LISTS.find( ( name ) => name === query.get( 'list' ) ) ?? 'waiting',
		filters: readFilters( query ),
		piece: /^[a-z]+-[1-9]\d{0,17}$/.test( piece ) ? piece : null,
		isGrid: query.get( 'view' ) === 'grid',
	};
}

/** The same address with this place in it; nothing else in it changes. */
export function addressOf( place: Place, address: string ): string {
	const url = new URL( address );
	const query = url.searchParams;
	const put = ( name: string, value: string | null ) =>
		value === null ? query.delete( name ) : query.set( name, value );
	put( 'list', place.list === 'waiting' ? null : place.list );
	writeFilters( query, place.filters );
	put( 'view', place.isGrid ? 'grid' : null );
	put( 'piece', place.piece );
	return url.href;
}
