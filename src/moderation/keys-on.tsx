/* Single keys can be switched off (WCAG 2.1.4): whoever dictates or types with a switch publishes nothing by accident. */
import {
	createContext,
	useCallback,
	useContext,
	useMemo,
	useState,
} from '@wordpress/element';
import type { ReactNode } from 'react';

const NAME = 'throughline-desk-keys';

type KeysOn = [ boolean, ( on: boolean ) => void ];

const Context = createContext< KeysOn >( [ true, () => {} ] );

function read(): boolean {
	try {
		return window.localStorage.getItem( NAME ) !== 'off';
	} catch {
		return true;
	}
}

export function KeysOnProvider( { children }: { children: ReactNode } ) {
	const [ on, setOn ] = useState( read );
	const turn = useCallback( ( next: boolean ) => {
		setOn( next );
		try {
			window.localStorage.setItem( NAME, next ? 'on' : 'off' );
		} catch {
			// Without storage the choice lasts as long as the page.
		}
	}, [] );
	const value = useMemo< KeysOn >( () => [ on, turn ], [ on, turn ] );
	return <Context.Provider value={ value }>{ children }</Context.Provider>;
}

export function useKeysOn(): KeysOn {
	return useContext( Context );
}
