/* What only a script can do for passing on: the device's own menu, the clipboard, a QR code, one's own server remembered, and a count without persons. */
import { getConfig } from '@wordpress/interactivity';
import { connect, type RestSettings } from '@throughline/rest';

const { rest: settings } = getConfig( 'throughline' ) as {
	rest: RestSettings;
};
const { phrases } = getConfig( 'throughline/pass-on' ) as {
	phrases: Record< 'copied' | 'words' | 'copy' | 'marked' | 'qr', string >;
};
const rest = connect( settings );
const SERVER = 'throughline-server';

function begin( bar: HTMLElement ): void {
	const { url = '', title = '', post } = bar.dataset;
	const said = bar.querySelector< HTMLElement >( '[role=status]' )!;
	const words = bar.querySelector( 'textarea' );
	const count = ( network: string ) =>
		rest.tell( 'passes', { post: Number( post ), network } );
	const copy = async ( text: string, done: string, otherwise: string ) => {
		try {
			// Undefined where the page has no https.
			await navigator.clipboard.writeText( text );
			said.textContent = done;
		} catch {
			said.textContent = otherwise;
		}
	};
	const byHand = `${ phrases.copy } ${ url }`;
	const acts: Record< string, () => unknown > = {
		device: () =>
			navigator.share( { url, title } ).then(
				() => count( 'device' ),
				// Whoever closes the menu passes nothing on.
				() => {}
			),
		copy: () => {
			count( 'copy' );
			return copy( url, phrases.copied, byHand );
		},
		words: () => {
			words?.select();
			return copy( words?.value ?? '', phrases.words, phrases.marked );
		},
		qr: async () => {
			try {
				const { qr } = await import( './qr.ts' );
				said.replaceChildren( qr( url, phrases.qr ) );
				count( 'qr' );
			} catch {
				// The network is gone.
				said.textContent = byHand;
			}
		},
	};
	for ( const button of bar.querySelectorAll< HTMLElement >(
		'[hidden] > [data-pass], [hidden][data-pass]'
	) ) {
		const id = button.dataset.pass ?? '';
		if ( id !== 'device' || typeof navigator.share === 'function' ) {
			button.hidden = false;
			button.parentElement!.hidden = false;
		}
	}
	bar.addEventListener( 'click', ( { target } ) => {
		const pressed = ( target as Element ).closest< HTMLElement >(
			'[data-pass]'
		);
		const id = pressed?.dataset.pass ?? '';
		if ( acts[ id ] ) {
			acts[ id ]();
		} else if ( pressed?.matches( 'a' ) ) {
			count( id );
		}
	} );
	if ( words ) {
		void import( './own.ts' ).then( ( { attend } ) =>
			attend( words, url )
		);
	}
	const server = bar.querySelector< HTMLInputElement >(
		'[name=throughline-server]'
	);
	if ( server ) {
		// A browser may keep nothing.
		try {
			server.value ||= localStorage.getItem( SERVER ) ?? '';
			server.form?.addEventListener( 'submit', () =>
				localStorage.setItem( SERVER, server.value )
			);
		} catch {}
	}
}

document
	.querySelectorAll< HTMLElement >( '.throughline-pass-on' )
	.forEach( begin );
