/* Moves the focus where an act leads, even when that place appears only later. */
import {
	createContext,
	useCallback,
	useContext,
	useEffect,
	useMemo,
	useRef,
	useState,
} from '@wordpress/element';
import type { MutableRefObject, ReactNode, RefObject } from 'react';

export type FocusTarget =
	| 'heading'
	| 'row'
	| 'question'
	| 'consent'
	| 'acts'
	| 'correction'
	| 'search'
	| 'grid'
	| 'decision'
	| 'empty'
	| 'retry';

interface Wish {
	target: FocusTarget | null;
	/** Whoever writes meanwhile goes on writing. */
	isSoft?: boolean;
}

interface FocusContext {
	wish: Wish;
	/** The last wish that was granted; a place that appears twice takes the focus once. */
	granted: MutableRefObject< Wish >;
	moveFocus: MoveFocus;
}

type MoveFocus = (
	target: FocusTarget,
	options?: Pick< Wish, 'isSoft' >
) => void;

const FOCUSABLE = 'input, textarea, button, a, [tabindex]';

const NOTHING: Wish = { target: null };
const Context = createContext< FocusContext >( {
	wish: NOTHING,
	granted: { current: NOTHING },
	moveFocus: () => {},
} );

export function FocusProvider( { children }: { children: ReactNode } ) {
	const [ wish, setWish ] = useState< Wish >( NOTHING );
	const granted = useRef< Wish >( NOTHING );
	const moveFocus = useCallback< MoveFocus >(
		( target, options ) => setWish( { target, ...options } ),
		[]
	);
	const value = useMemo(
		() => ( { wish, granted, moveFocus } ),
		[ wish, moveFocus ]
	);
	return <Context.Provider value={ value }>{ children }</Context.Provider>;
}

export function useMoveFocus(): FocusContext[ 'moveFocus' ] {
	return useContext( Context ).moveFocus;
}

/** A ref for the place itself, or for something around its field. */
export function useFocusTarget< Place extends HTMLElement >(
	...targets: FocusTarget[]
): RefObject< Place > {
	const { wish, granted } = useContext( Context );
	const ref = useRef< Place >( null );
	useEffect( () => {
		const place = ref.current;
		if (
			! place ||
			! wish.target ||
			granted.current === wish ||
			! targets.includes( wish.target ) ||
			// Hidden behind another step as yet.
			place.getClientRects().length === 0
		) {
			return;
		}
		granted.current = wish;
		if (
			wish.isSoft &&
			place.ownerDocument.activeElement?.matches( 'input, textarea' )
		) {
			return;
		}
		const field = place.matches( FOCUSABLE )
			? place
			: place.querySelector< HTMLElement >( FOCUSABLE );
		field?.focus();
	} );
	return ref;
}
