/* What all parts of the page People know. */
import { createContext, useContext } from '@wordpress/element';
import type { Desks } from '../contract';
import type { ScreenSettings } from '../screen';
import type { Loaded } from './use-loaded';

/** What plugin/People/Screen.php tells this page. */
export interface PeopleSettings extends ScreenSettings {
	/** The site's time zone, for people to read. */
	zone: string;
	/** Where accounts are added; empty for who may not. */
	addAccount: string;
}

interface PeopleContext {
	desks: Desks;
	/** The departments and their desks anew, after something changed. */
	reload: () => void;
	set: Loaded< Desks >[ 'set' ];
	zone: string;
	addAccount: string;
}

const Context = createContext< PeopleContext | null >( null );

export const PeopleProvider = Context.Provider;

export function usePeople(): PeopleContext {
	const people = useContext( Context );
	if ( ! people ) {
		throw new Error( 'This part stands on the page People only.' );
	}
	return people;
}
