/* Keeps a piece that was decided in sight for a moment, so that one sees it leave the desk. */
import {
	useEffect,
	useLayoutEffect,
	useRef,
	useState,
} from '@wordpress/element';
import type { PieceKey } from '../store/types';

/** Milliseconds; the animation in style.scss takes as long. */
const LEAVES_IN = 160;

function isCalm(): boolean {
	return window.matchMedia( '(prefers-reduced-motion: reduce)' ).matches;
}

/** The keys of `name`'s list with the last one that left it, in its old place. */
export function useLeaving(
	keys: PieceKey[],
	name: string
): { all: PieceKey[]; leaving: PieceKey | null } {
	const before = useRef( { keys, name } );
	const [ ghost, setGhost ] = useState< {
		key: PieceKey;
		place: number;
	} | null >( null );

	// Before the browser paints, or the row would vanish for a frame.
	useLayoutEffect( () => {
		const last = before.current;
		before.current = { keys, name };
		const gone = last.keys.filter( ( key ) => ! keys.includes( key ) );
		const [ key ] = gone;
		if (
			last.name !== name ||
			gone.length !== 1 ||
			key === undefined ||
			isCalm()
		) {
			return;
		}
		setGhost( { key, place: last.keys.indexOf( key ) } );
	}, [ keys, name ] );

	useEffect( () => {
		if ( ! ghost ) {
			return undefined;
		}
		const timer = setTimeout( () => setGhost( null ), LEAVES_IN );
		return () => clearTimeout( timer );
	}, [ ghost ] );

	if ( ! ghost || keys.includes( ghost.key ) ) {
		return { all: keys, leaving: null };
	}
	const all = [ ...keys ];
	all.splice( ghost.place, 0, ghost.key );
	return { all, leaving: ghost.key };
}
