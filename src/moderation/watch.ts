/* Keeps the list true while the desk lies open: others send in and decide meanwhile. */
import { useDispatch, useRegistry } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { useDesk } from './context';

/** Milliseconds between two looks, while somebody may be looking. */
const EVERY = 60_000;

export function useWatch(): void {
	const { store } = useDesk();
	const registry = useRegistry();
	const { loadList } = useDispatch( store );
	useEffect( () => {
		let last = Date.now();
		const look = () => {
			const name = registry.select( store ).getListName();
			const { status } = registry.select( store ).getList( name );
			if (
				document.visibilityState === 'visible' &&
				status === 'ready' &&
				Date.now() - last >= EVERY
			) {
				last = Date.now();
				void loadList( name );
			}
		};
		const timer = setInterval( look, EVERY / 4 );
		document.addEventListener( 'visibilitychange', look );
		return () => {
			clearInterval( timer );
			document.removeEventListener( 'visibilitychange', look );
		};
	}, [ registry, store, loadList ] );
}
