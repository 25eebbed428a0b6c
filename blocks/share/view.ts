/* The original in a frame, once a visitor asks for it. Before that nobody elsewhere hears of the visit. */
import { getContext, getElement, store } from '@wordpress/interactivity';

interface Context {
	network: string;
	host: string;
	/** What "always" is kept under. */
	key: string;
	url: string;
	allow: string;
	ratio: string;
	title: string;
	ready: boolean;
	open: boolean;
	always: boolean;
}

/** Storage may be switched off: then nothing is remembered. */
function remember( key: string, always?: boolean ): boolean {
	try {
		const name = `throughline-live-${ key }`;
		if ( always ) {
			localStorage.setItem( name, '1' );
		} else if ( always === false ) {
			localStorage.removeItem( name );
		}
		return localStorage.getItem( name ) !== null;
	} catch {
		return false;
	}
}

function show( element: Element | null, context: Context ): boolean {
	const place = element?.closest( '.throughline-share__live' );
	const { network, host, url, allow, ratio, title, open } = context;
	if (
		open ||
		! place?.dispatchEvent(
			new CustomEvent( 'throughline-live', {
				bubbles: true,
				cancelable: true,
				detail: { network, host },
			} )
		)
	) {
		return false;
	}
	const frame = document.createElement( 'iframe' );
	frame.title = title;
	frame.allow = allow;
	frame.style.aspectRatio = ratio;
	frame.setAttribute(
		'sandbox',
		'allow-scripts allow-same-origin allow-popups'
	);
	frame.referrerPolicy = 'strict-origin-when-cross-origin';
	frame.src = url;
	place.before( frame );
	context.open = true;
	return true;
}

store( 'throughline/share', {
	callbacks: {
		start() {
			const context = getContext< Context >();
			context.ready = true;
			context.always = remember( context.key );
			if ( context.always ) {
				show( getElement().ref, context );
			}
		},
	},
	actions: {
		show( event: Event ) {
			const button = event.target as Element;
			if ( show( button, getContext< Context >() ) ) {
				const card = button.closest( '.throughline-share' );
				card?.querySelector( 'iframe' )?.focus();
			}
		},
		always( event: Event ) {
			const context = getContext< Context >();
			context.always = remember(
				context.key,
				( event.target as HTMLInputElement ).checked
			);
		},
	},
} );
