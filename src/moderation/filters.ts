/* Which pieces of a list are shown: by kind, department, contributor, reason, and by words. */
import type { Query } from '../rest';
import type { Filters, ListName } from './store/types';

export const NO_FILTERS: Filters = {
	kind: '',
	department: 0,
	contributor: 0,
	reason: '',
	search: '',
};

/** As plugin/contract/queue-query.json says. */
const LONGEST = { kind: 20, reason: 60, search: 200 };

/** How many of them narrow the list, the search left out. */
export function narrowing( filters: Filters ): number {
	const { search, ...others } = filters;
	return Object.values( others ).filter( Boolean ).length;
}

export function isNarrowed( filters: Filters ): boolean {
	return narrowing( filters ) > 0 || filters.search !== '';
}

/** What the queue is asked; what narrows nothing is left out. */
export function queryOf( list: ListName, filters: Filters ): Query {
	const chosen = Object.entries( filters ).filter( ( [ , value ] ) => value );
	return { list, ...Object.fromEntries( chosen ) };
}

export function readFilters( query: URLSearchParams ): Filters {
	const word = ( name: keyof typeof LONGEST ) =>
		( query.get( name ) ?? '' ).slice( 0, LONGEST[ name ] );
	const number = ( name: 'department' | 'contributor' ) => {
		const given = query.get( name ) ?? '';
		return /^[1-9]\d{0,14}$/.test( given ) ? Number( given ) : 0;
	};
	return {
		kind: word( 'kind' ),
		department: number( 'department' ),
		contributor: number( 'contributor' ),
		reason: word( 'reason' ),
		search: word( 'search' ),
	};
}

export function writeFilters( query: URLSearchParams, filters: Filters ): void {
	for ( const [ name, value ] of Object.entries( filters ) ) {
		if ( value ) {
			query.set( name, String( value ) );
		} else {
			query.delete( name );
		}
	}
}
