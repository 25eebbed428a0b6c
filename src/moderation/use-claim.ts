/* Says to the others which piece one has open, and that one left it. It never keeps anybody from deciding. */
import { speak } from '@wordpress/a11y';
import { useDispatch, useRegistry } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useDesk } from './context';
import { hasItOpen } from './sentences';
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

/** By hand: lets one's own go, or asks for it. */
export function useClaiming(): ( key: PieceKey | null ) => Promise< void > {
	const { store } = useDesk();
	const registry = useRegistry();
	return async ( key: PieceKey | null ) => {
		const item = registry.select( store ).getItem( key );
		if ( key === null || ! item || item.list === null ) {
			return;
		}
		if ( item.claim?.mine ) {
			await registry.dispatch( store ).release( key );
			speak( __( 'You let it go.', 'throughline' ) );
			return;
		}
		await registry.dispatch( store ).claim( key );
		const claim = registry.select( store ).getItem( key )?.claim;
		speak(
			claim && ! claim.mine
				? hasItOpen( claim.by )
				: __( 'The others see that you are on it.', 'throughline' )
		);
	};
}
