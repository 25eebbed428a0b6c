/* Moves between the parts of the page: real links, the browser's own back, and nothing unsaved lost on the way. */
import {
	createContext,
	useContext,
	useEffect,
	useRef,
	useState,
} from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { addressOf, readPlace, type Place } from './address';

interface Moves {
	place: Place;
	/** Whether one came here from another part of the page. */
	hasMoved: boolean;
	go: ( to: Place ) => void;
	/** Says whether something was written and not saved yet. */
	setUnsaved: ( unsaved: boolean ) => void;
}

const Context = createContext< Moves | null >( null );

export function usePlace(): Moves {
	const moves = useContext( Context );
	if ( ! moves ) {
		throw new Error( 'Links of People stand on its page only.' );
	}
	return moves;
}

export function PlaceProvider( { children }: { children: ReactNode } ) {
	const [ place, setPlace ] = useState( () =>
		readPlace( window.location.href )
	);
	const [ hasMoved, setMoved ] = useState( false );
	const unsaved = useRef( false );

	useEffect( () => {
		const follow = () => {
			unsaved.current = false;
			setMoved( true );
			setPlace( readPlace( window.location.href ) );
		};
		const ask = ( event: BeforeUnloadEvent ) => {
			if ( unsaved.current ) {
				event.preventDefault();
			}
		};
		window.addEventListener( 'popstate', follow );
		window.addEventListener( 'beforeunload', ask );
		return () => {
			window.removeEventListener( 'popstate', follow );
			window.removeEventListener( 'beforeunload', ask );
		};
	}, [] );

	const go = ( to: Place ) => {
		const leaves =
			! unsaved.current ||
			// eslint-disable-next-line no-alert -- what the browser itself asks when one leaves the page.
			window.confirm(
				__(
					'What you changed here isn’t saved yet. Leave all the same?',
					'throughline'
				)
			);
		if ( leaves ) {
			unsaved.current = false;
			window.history.pushState(
				window.history.state,
				'',
				addressOf( to, window.location.href )
			);
			setMoved( true );
			setPlace( to );
			window.scrollTo( 0, 0 );
		}
	};
	const setUnsaved = ( is: boolean ) => {
		unsaved.current = is;
	};
	return (
		<Context.Provider value={ { place, hasMoved, go, setUnsaved } }>
			{ children }
		</Context.Provider>
	);
}

interface LinkProps extends AnchorHTMLAttributes< HTMLAnchorElement > {
	to: Place;
	children: ReactNode;
}

export function Link( { to, children, ...rest }: LinkProps ) {
	const { go } = usePlace();
	const follow = ( event: MouseEvent ) => {
		if ( ! event.ctrlKey && ! event.metaKey && ! event.shiftKey ) {
			event.preventDefault();
			go( to );
		}
	};
	return (
		<a
			{ ...rest }
			href={ addressOf( to, window.location.href ) }
			onClick={ follow }
		>
			{ children }
		</a>
	);
}
