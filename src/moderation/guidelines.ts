/* The guidelines in force for a kind of piece, asked for once. */
import { useEffect, useState } from '@wordpress/element';
import type { Guideline, Guidelines } from '../contract';
import type { Rest } from '../rest';
import { useDesk } from './context';

const asked = new WeakMap< Rest, Map< string, Promise< Guideline[] > > >();

function ask( rest: Rest, kind: string ): Promise< Guideline[] > {
	const known = asked.get( rest ) ?? new Map();
	asked.set( rest, known );
	const answer =
		known.get( kind ) ??
		rest
			.get< Guidelines >( 'guidelines', { kind } )
			.then( ( { guidelines } ) => guidelines );
	known.set( kind, answer );
	return answer;
}

/** Empty until they are known; a decision goes without them, too. */
export function useGuidelines( kind: string ): Guideline[] {
	const { rest } = useDesk();
	const [ guidelines, setGuidelines ] = useState< Guideline[] >( [] );
	useEffect( () => {
		let wanted = true;
		ask( rest, kind ).then(
			( answer ) => wanted && setGuidelines( answer ),
			() => asked.get( rest )?.delete( kind )
		);
		return () => {
			wanted = false;
		};
	}, [ rest, kind ] );
	return guidelines;
}
