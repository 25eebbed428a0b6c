/* The one door to REST, for view modules and wp-admin screens alike. */

/** What the page tells about its server. `nonce` is empty where nobody is signed in or a cache may keep the page. */
export interface RestSettings {
	/** Address of `throughline/v1/`, with a slash at its end. */
	root: string;
	nonce: string;
	/** Address of admin-ajax.php, which hands out a fresh nonce to whoever is signed in. */
	ajax: string;
	/** `user` in wp-admin, which speaks each person's own language; without it, answers speak the site's. */
	locale?: 'user';
}

/** An answer that says no. `code` is one of ours or WordPress's, or `throughline_network` when no answer came. */
export class RestError extends Error {
	readonly code: string;
	readonly status: number;
	readonly data: unknown;

	constructor(
		code: string,
		message: string,
		details: { status: number; data?: unknown; cause?: unknown }
	) {
		super( message, { cause: details.cause } );
		this.name = 'RestError';
		this.code = code;
		this.status = details.status;
		this.data = details.data;
	}
}

export type Query = Record< string, string | number | boolean | undefined >;

export interface UploadOptions {
	/** Called with 0 to 1 while the body leaves the device. */
	onProgress?: ( fraction: number ) => void;
	signal?: AbortSignal;
}

/** Every call rejects with a RestError, or with the signal's AbortError. */
export interface Rest {
	get: < T >( path: string, query?: Query ) => Promise< T >;
	/** `link` names the piece that is one's own, with its token, for whoever has no account. */
	post: < T >( path: string, body: unknown, link?: string ) => Promise< T >;
	remove: < T >( path: string ) => Promise< T >;
	upload: < T >(
		path: string,
		form: FormData,
		options?: UploadOptions
	) => Promise< T >;
	/** Leaves word that nobody waits for, though the page is about to go; as nobody in particular. */
	tell: ( path: string, body: unknown ) => void;
	/** An address for `<img>` and `<iframe>`, which can't send a header: carries the nonce. */
	address: ( path: string ) => string;
}

interface Answer {
	status: number;
	body: string;
}

interface Sent extends UploadOptions {
	method: 'GET' | 'POST' | 'DELETE';
	url: string;
	body?: FormData | string;
	link?: string;
}

function withQuery( url: string, query: Query ): string {
	// Without pretty permalinks the root itself ends in `?rest_route=/throughline/v1/`.
	const pairs = Object.entries( query )
		.filter( ( [ , value ] ) => value !== undefined )
		.map(
			( [ name, value ] ) =>
				`${ name }=${ encodeURIComponent( String( value ) ) }`
		);
	return pairs.length
		? url + ( url.includes( '?' ) ? '&' : '?' ) + pairs.join( '&' )
		: url;
}

// fetch() tells nothing about a body on its way out, so everything goes by XMLHttpRequest.
function send( sent: Sent, nonce: string ): Promise< Answer > {
	return new Promise( ( resolve, reject ) => {
		const { signal, onProgress } = sent;
		const request = new XMLHttpRequest();
		const aborted = () =>
			reject( new DOMException( 'Aborted', 'AbortError' ) );
		if ( signal?.aborted ) {
			aborted();
			return;
		}
		const abort = () => request.abort();
		signal?.addEventListener( 'abort', abort );
		request.open( sent.method, sent.url );
		// WordPress minds _locale only where JSON is asked for.
		request.setRequestHeader( 'Accept', 'application/json, */*;q=0.1' );
		if ( nonce ) {
			request.setRequestHeader( 'X-WP-Nonce', nonce );
		}
		if ( sent.link ) {
			request.setRequestHeader( 'Throughline-Link', sent.link );
		}
		if ( typeof sent.body === 'string' ) {
			request.setRequestHeader( 'Content-Type', 'application/json' );
		}
		if ( onProgress ) {
			request.upload.onprogress = ( event ) => {
				if ( event.lengthComputable ) {
					onProgress( event.loaded / event.total );
				}
			};
		}
		request.onloadend = () => signal?.removeEventListener( 'abort', abort );
		request.onload = () =>
			resolve( { status: request.status, body: request.responseText } );
		request.onabort = aborted;
		request.onerror = () =>
			reject( new RestError( 'throughline_network', '', { status: 0 } ) );
		request.send( sent.body ?? null );
	} );
}

function read< T >( answer: Answer ): T {
	let json: unknown;
	try {
		json = JSON.parse( answer.body );
	} catch ( cause ) {
		throw new RestError( 'throughline_unreadable', '', {
			status: answer.status,
			cause,
		} );
	}
	if ( answer.status >= 200 && answer.status < 300 ) {
		return json as T;
	}
	const said = ( json ?? {} ) as {
		code?: string;
		message?: string;
		data?: unknown;
	};
	throw new RestError(
		said.code ?? 'throughline_unreadable',
		said.message ?? '',
		{ status: answer.status, data: said.data }
	);
}

/** Opens the door. A nonce that has grown old is renewed once a call, so a page may stay open for days. */
export function connect( settings: RestSettings ): Rest {
	let nonce = settings.nonce;

	async function renew(): Promise< boolean > {
		const answer = await send(
			{
				method: 'GET',
				url: withQuery( settings.ajax, { action: 'rest-nonce' } ),
			},
			''
		);
		// admin-ajax.php answers 400 and `0` to somebody who is signed out.
		if ( answer.status !== 200 || ! /^\w{6,}$/.test( answer.body ) ) {
			return false;
		}
		nonce = answer.body;
		return true;
	}

	async function call< T >( asked: Sent ): Promise< T > {
		const sent = {
			...asked,
			url: withQuery( asked.url, { _locale: settings.locale } ),
		};
		const answer = await send( sent, nonce );
		if (
			answer.status === 403 &&
			answer.body.includes( 'rest_cookie_invalid_nonce' )
		) {
			if ( await renew() ) {
				return read< T >( await send( sent, nonce ) );
			}
			throw new RestError( 'throughline_signed_out', '', {
				status: 401,
			} );
		}
		return read< T >( answer );
	}

	// The server's answers name photos by their whole address; others ask by path.
	const url = ( path: string ) =>
		path.startsWith( settings.root ) ? path : settings.root + path;

	return {
		get: ( path, query = {} ) =>
			call( { method: 'GET', url: withQuery( url( path ), query ) } ),
		post: ( path, body, link ) =>
			call( {
				method: 'POST',
				url: url( path ),
				body: JSON.stringify( body ),
				...( link && { link } ),
			} ),
		remove: ( path ) => call( { method: 'DELETE', url: url( path ) } ),
		upload: ( path, form, options = {} ) =>
			call( {
				method: 'POST',
				url: url( path ),
				body: form,
				...options,
			} ),
		tell: ( path, body ) => {
			navigator.sendBeacon(
				url( path ),
				new Blob( [ JSON.stringify( body ) ], {
					type: 'application/json',
				} )
			);
		},
		address: ( path ) => withQuery( url( path ), { _wpnonce: nonce } ),
	};
}
