/* The original in a frame, once a visitor asks for it. Before that nobody elsewhere hears of the visit. */
import { getContext, getElement, store } from '@wordpress/interactivity';

interface Context {
	network: string;
	host: string;
	/** What "always" is kept under. */
	key: string;
	/** Name of the network, or its host where it has many. */
	label: string;
	url: string;
	allow: string;
	ratio: string;
	title: string;
	ready: boolean;
	open: boolean;
	always: boolean;
}

/** Below a privacy policy: plugin/Shares/Live.php. */
interface Remembered {
	said: string;
	remembered: string;
	forgotten: string;
}

const NAME = 'throughline-live-';

/** Storage may be switched off: then nothing is remembered. */
function stored< T >( act: ( storage: Storage ) => T, otherwise: T ): T {
	try {
		return act( localStorage );
	} catch {
		return otherwise;
	}
}

const names = ( storage: Storage ) =>
	Object.keys( storage ).filter( ( name ) => name.startsWith( NAME ) );

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
		recall() {
			const context = getContext< Remembered >();
			const labels = stored(
				( storage ) =>
					names( storage ).map( ( name ) => storage.getItem( name ) ),
				[]
			);
			if ( labels.length ) {
				context.said = context.remembered.replace(
					'%s',
					labels.join( ', ' )
				);
			}
		},
		start() {
			const context = getContext< Context >();
			context.ready = true;
			context.always = stored(
				( storage ) => storage.getItem( NAME + context.key ) !== null,
				false
			);
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
			const { checked } = event.target as HTMLInputElement;
			context.always = stored( ( storage ) => {
				if ( checked ) {
					storage.setItem( NAME + context.key, context.label );
				} else {
					storage.removeItem( NAME + context.key );
				}
				return checked;
			}, false );
		},
		forget() {
			stored(
				( storage ) =>
					names( storage ).forEach( ( name ) =>
						storage.removeItem( name )
					),
				undefined
			);
			const context = getContext< Remembered >();
			context.said = context.forgotten;
		},
	},
} );
