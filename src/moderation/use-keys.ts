/* Listens to the keys, on the page and inside the preview's frame. */
import { useCallback, useEffect, useRef } from '@wordpress/element';
import { actOf, isSafe, isTyping, type KeyAct } from './keys';
import { useKeysOn } from './keys-on';

/** Gives a listener for other documents, which is attached to this one already. */
export function useKeys(
	act: ( name: KeyAct ) => void
): ( event: KeyboardEvent ) => void {
	const [ keysOn ] = useKeysOn();
	const latest = useRef( { act, keysOn } );
	useEffect( () => {
		latest.current = { act, keysOn };
	} );
	const listen = useCallback( ( event: KeyboardEvent ) => {
		const name = actOf( event );
		if (
			! name ||
			isTyping( event.target ) ||
			// A dialog of core's or of another plugin lies above the desk.
			document.body.classList.contains( 'modal-open' )
		) {
			return;
		}
		// Help stays, or nobody would find the switch again.
		if ( latest.current.keysOn || isSafe( name, event ) ) {
			event.preventDefault();
			latest.current.act( name );
		}
	}, [] );
	useEffect( () => {
		document.addEventListener( 'keydown', listen );
		return () => document.removeEventListener( 'keydown', listen );
	}, [ listen ] );
	return listen;
}
