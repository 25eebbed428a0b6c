/* The moderation desk in wp-admin: opens the door to REST, sets up the store, mounts the screen. */
import { dispatch, register, select, subscribe } from '@wordpress/data';
import { createRoot, StrictMode } from '@wordpress/element';
import { connect } from '../rest';
import { readPlace } from './address';
import { DeskProvider } from './context';
import { Desk } from './desk';
import { keepDrafts, readDrafts } from './drafts';
import { FocusProvider } from './focus';
import { KeysOnProvider } from './keys-on';
import type { DeskSettings } from './settings';
import { createDesk } from './store';
import './style.scss';

function mount( place: HTMLElement, settings: DeskSettings ): void {
	const rest = connect( settings.rest );
	const store = createDesk( rest, readDrafts( window.sessionStorage ) );
	register( store );

	const { list, piece, filters } = readPlace( window.location.href );
	void dispatch( store ).begin( list, filters );
	if ( piece ) {
		void dispatch( store ).open( piece );
	}
	let kept = select( store ).getDrafts();
	subscribe( () => {
		const drafts = select( store ).getDrafts();
		if ( drafts !== kept ) {
			kept = drafts;
			keepDrafts( window.sessionStorage, drafts );
		}
	}, store );

	const ahead = settings.now * 1000 - Date.now();
	const desk = {
		store,
		rest,
		language: document.documentElement.lang || 'en',
		now: () => Date.now() + ahead,
		login: settings.login,
		home: settings.home,
		history: settings.history,
		kinds: settings.kinds,
		departments: settings.departments,
		scope: settings.scope,
		shares: settings.shares,
	};
	createRoot( place ).render(
		<StrictMode>
			<DeskProvider value={ desk }>
				<KeysOnProvider>
					<FocusProvider>
						<Desk />
					</FocusProvider>
				</KeysOnProvider>
			</DeskProvider>
		</StrictMode>
	);
}

const place = document.getElementById( 'throughline-moderation' );
if ( place && window.throughlineScreen ) {
	mount( place, window.throughlineScreen as DeskSettings );
}
