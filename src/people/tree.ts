/* Departments below each other, from the flat list that the server gives: parents before their children. */
interface Node {
	id: number;
	name: string;
	parent: number;
}

export type InTree< T > = T & { depth: number; path: string };

export function inTree< T extends Node >(
	departments: readonly T[]
): InTree< T >[] {
	const known = new Map< number, InTree< T > >();
	for ( const department of departments ) {
		const above = known.get( department.parent );
		known.set( department.id, {
			...department,
			depth: above ? above.depth + 1 : 0,
			path: above
				? `${ above.path } > ${ department.name }`
				: department.name,
		} );
	}
	return [ ...known.values() ];
}

/** The department and all below it. */
export function withBelow(
	departments: readonly Node[],
	id: number
): Set< number > {
	const found = new Set( [ id ] );
	for ( const department of departments ) {
		if ( found.has( department.parent ) ) {
			found.add( department.id );
		}
	}
	return found;
}
