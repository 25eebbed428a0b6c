/* What only a script can do for passing on: the device's own menu, the clipboard, a QR code, one's own server remembered, and a count without persons. */
import { getConfig } from '@wordpress/interactivity';
import { connect, type RestSettings } from '@throughline/rest';

const { rest: settings } = getConfig( 'throughline' ) as {
	rest: RestSettings;
};
const { phrases } = getConfig( 'throughline/pass-on' ) as {
	phrases: Record< 'copied' | 'words' | 'copy' | 'qr' | 'server', string >;
};
const rest = connect( settings );
const SERVER = 'throughline-server';
/** As far as a browser can tell a server's name; ours looks closely. */
const NAME = /^(?:https:\/\/|@?[\w.-]+@)?([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)\/?$/u;

function begin( bar: HTMLElement ): void {
	const { url = '', title = '', post } = bar.dataset;
	const said = bar.querySelector< HTMLElement >( '[role=status]' )!;
	const words = bar.querySelector( 'textarea' );
	const count = ( network: string ) =>
		rest.tell( 'passes', { post: Number( post ), network } );
	const copy = ( text: string, done: string ) =>
		navigator.clipboard.writeText( text ).then(
			() => ( said.textContent = done ),
			() => ( said.textContent = `${ phrases.copy } ${ text }` )
		);
	const acts: Record< string, () => unknown > = {
		device: () =>
			navigator.share( { url, title } ).then(
				() => count( 'device' ),
				// Whoever closes the menu passes nothing on.
				() => {}
			),
		copy: () => {
			count( 'copy' );
			return copy( url, phrases.copied );
		},
		words: () => copy( words?.value ?? '', phrases.words ),
		qr: async () => {
			const { qr } = await import( './qr.ts' );
			said.replaceChildren( qr( url, phrases.qr ) );
			count( 'qr' );
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
			'[data-pass], [data-words]'
		);
		const id = pressed?.dataset.pass;
		if ( pressed?.dataset.words && words ) {
			words.value = pressed.dataset.words;
			words.focus();
			words.dispatchEvent( new Event( 'input', { bubbles: true } ) );
		} else if ( id && acts[ id ] ) {
			acts[ id ]();
		} else if ( id && pressed.matches( 'a' ) ) {
			count( id );
		}
	} );
	words?.addEventListener( 'input', () => {
		// The links below carry the words that stand here now.
		for ( const link of bar.querySelectorAll< HTMLAnchorElement >(
			'.throughline-pass-on__own a[data-pass]'
		) ) {
			link.dataset.from ??= link.href;
			link.href = withWords( link.dataset.from, words.value, url );
		}
	} );
	const form = bar.querySelector< HTMLFormElement >(
		'[data-pass=fediverse]'
	);
	const server = form?.querySelector< HTMLInputElement >(
		'[name=throughline-server]'
	);
	if ( form && server ) {
		try {
			server.value ||= localStorage.getItem( SERVER ) ?? '';
		} catch {}
		form.addEventListener( 'submit', ( event ) => {
			if ( ! NAME.test( server.value.trim() ) ) {
				event.preventDefault();
				said.textContent = phrases.server;
				server.focus();
				return;
			}
			try {
				localStorage.setItem( SERVER, server.value.trim() );
			} catch {}
			count( 'fediverse' );
		} );
	}
}

/** The words go where a network takes words; where it takes an address alone, nowhere. */
function withWords( link: string, text: string, page: string ): string {
	const address = new URL( link );
	for ( const [ name, value ] of [ ...address.searchParams ] ) {
		if ( /^(text|body)$/.test( name ) ) {
			address.searchParams.set(
				name,
				value.includes( page ) ? `${ text } ${ page }`.trim() : text
			);
		}
	}
	return address.href.replaceAll( '+', '%20' );
}

document
	.querySelectorAll< HTMLElement >( '.throughline-pass-on' )
	.forEach( begin );
