/* The dialog in the browser: one listener; without it every link and form still does its work. */
import { getConfig } from '@wordpress/interactivity';
import { connect, type RestSettings } from '@throughline/rest';

import { follow } from './follow.ts';
import { find, more } from './read.ts';
import { act, begin } from './write.ts';

const { rest: settings } = getConfig( 'throughline' ) as {
	rest: RestSettings;
};
const rest = connect( settings );

document
	.querySelectorAll< HTMLElement >( '.throughline-dialog' )
	.forEach( ( dialog ) => {
		const page = { dialog, rest, signedIn: !! settings.nonce };
		dialog.addEventListener( 'click', ( event ) => {
			const link = ( event.target as Element ).closest< HTMLElement >(
				'[data-act]'
			);
			// Another tab is what somebody asked for.
			if ( ! link || event.ctrlKey || event.metaKey || event.shiftKey ) {
				return;
			}
			if ( more( page, link ) || act( page, link ) ) {
				event.preventDefault();
			}
		} );
		dialog.addEventListener( 'submit', ( event ) => {
			const form = event.target as HTMLFormElement;
			if ( form.dataset.follow ) {
				event.preventDefault();
				follow( form, rest );
			}
		} );
		begin( page );
		find( page );
		window.addEventListener( 'hashchange', () => find( page ) );
	} );
