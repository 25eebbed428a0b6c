/* What all parts of the page Standing know. */
import { createContext, useContext } from '@wordpress/element';
import type { StandingOverview } from '../contract';
import type { ScreenSettings } from '../screen';

/** What plugin/Standing/Screen.php tells this page. */
export interface StandingSettings extends ScreenSettings {
	/** Whoever looks: nobody decides about their own standing. */
	me: number;
}

interface StandingContext {
	overview: StandingOverview;
	/** What the server answered to a change. */
	set: ( overview: StandingOverview ) => void;
	reload: () => void;
	me: number;
}

const Context = createContext< StandingContext | null >( null );

export const StandingProvider = Context.Provider;

export function useStanding(): StandingContext {
	const standing = useContext( Context );
	if ( ! standing ) {
		throw new Error( 'This part stands on the page Standing only.' );
	}
	return standing;
}

/** A level in the words of the server. */
export const labelOf = (
	{ levels }: StandingOverview,
	level: string
): string => levels.find( ( one ) => one.level === level )?.label ?? '';
