/* What every part of the desk can reach: the store, the door to REST, the language, the clock. */
import { createContext, useContext } from '@wordpress/element';
import type { Rest } from '../rest';
import type { DeskSettings } from './settings';
import type { DeskStore } from './store';

export interface DeskContext extends Pick<
	DeskSettings,
	'login' | 'home' | 'history' | 'kinds' | 'departments' | 'scope' | 'shares'
> {
	store: DeskStore;
	rest: Rest;
	/** A BCP 47 tag for Intl. */
	language: string;
	/** Milliseconds since 1970 by the server's clock. */
	now: () => number;
}

const Context = createContext< DeskContext | null >( null );

export const DeskProvider = Context.Provider;

export function useDesk(): DeskContext {
	const desk = useContext( Context );
	if ( ! desk ) {
		throw new Error( 'This part stands on the desk only.' );
	}
	return desk;
}
