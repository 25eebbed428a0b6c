/* What all pages of ours in wp-admin share: what plugin/Screens.php tells them, the door to REST, and how one is mounted. */
import {
	createContext,
	createRoot,
	StrictMode,
	useContext,
} from '@wordpress/element';
import type { ReactNode } from 'react';
import { connect, type Rest, type RestSettings } from './rest';

/** What plugin/Screens.php tells every page; each page adds its own. */
export interface ScreenSettings {
	rest: RestSettings;
	/** The server's clock when it made the page, in seconds since 1970. */
	now: number;
}

declare global {
	interface Window {
		throughlineScreen?: ScreenSettings;
	}
}

interface Screen {
	rest: Rest;
	/** A BCP 47 tag for Intl. */
	language: string;
	/** Milliseconds since 1970 by the server's clock. */
	now: () => number;
}

const Context = createContext< Screen | null >( null );

export function useScreen(): Screen {
	const screen = useContext( Context );
	if ( ! screen ) {
		throw new Error( 'This part stands on a page in wp-admin only.' );
	}
	return screen;
}

/** Draws a page into the element that Screens.php printed for it; `script` is the folder's name. */
export function mountScreen< Settings extends ScreenSettings >(
	script: string,
	draw: ( settings: Settings ) => ReactNode
): void {
	const place = document.getElementById( `throughline-${ script }` );
	const settings = window.throughlineScreen as Settings | undefined;
	if ( ! place || ! settings ) {
		return;
	}
	const ahead = settings.now * 1000 - Date.now();
	const screen = {
		rest: connect( settings.rest ),
		language: document.documentElement.lang || 'en',
		now: () => Date.now() + ahead,
	};
	createRoot( place ).render(
		<StrictMode>
			<Context.Provider value={ screen }>
				{ draw( settings ) }
			</Context.Provider>
		</StrictMode>
	);
}
