/* Says to the others which piece one has open, and that one left it. It never keeps anybody from deciding. */
import { useDispatch, useRegistry } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { useDesk } from './context';
import type { PieceKey } from './store/types';

/** Milliseconds: whoever only walks past claims nothing. */
const SETTLED = 1000;
/** A claim lasts some minutes; the desk's settings allow no less than two. */
const AGAIN = 60_000;

export function useClaim( key: PieceKey | null ): void {
	const { store } = useDesk();
	const registry = useRegistry();
	const { claim, release } = useDispatch( store );
	useEffect( () => {
		if ( key === null ) {
			return undefined;
		}
		let isClaimed = false;
		const isThere = () =>
			registry.select( store ).getItem( key )?.list !== null;
		const take = () => {
			if ( isThere() && document.visibilityState === 'visible' ) {
				isClaimed = true;
				void claim( key );
			}
		};
		const first = setTimeout( take, SETTLED );
		const again = setInterval( () => {
			// Given up by hand, it stays so.
			if ( registry.select( store ).getItem( key )?.claim?.mine ) {
				take();
			}
		}, AGAIN );
		return () => {
			clearTimeout( first );
			clearInterval( again );
			// A decision ends it, too.
			if ( isClaimed && isThere() ) {
				void release( key );
			}
		};
	}, [ registry, store, key, claim, release ] );
}
