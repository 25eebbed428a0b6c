// Plays the networks for tests: a server on loopback that answers for any host, with certificates of its own. Only what the guard let through reaches it.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Site } from './site.ts';

/** An address of the open Internet, where nobody is asked: the connection goes to the replay server. */
export const OPEN = '93.184.216.34';

export interface Reply {
	status?: number;
	type?: string;
	headers?: Record< string, string >;
	/** Text, bytes, or what is written as JSON. */
	body?: unknown;
	/** A byte at a time, until the other side has enough. */
	drips?: boolean;
}

export interface Asked {
	url: string;
	headers: IncomingHttpHeaders;
}

export interface Replay extends AsyncDisposable {
	/** Answers by whole addresses, or by those that begin so where one ends in "*"; others are 404. */
	serve: (
		replies: Record< string, Reply | ( ( asked: Asked ) => Reply ) >
	) => void;
	/** What was asked since the last look. */
	asked: () => Asked[];
	/** Host names that resolve, and whether they do so to an open address; lists of lists answer one look-up each. */
	names: (
		names: Record< string, string[] | string[][] >
	) => Promise< void >;
}

/** Starts one for these hosts, and tells the site's must-use plugin where it is. A reset of the site forgets it. */
export async function startReplay(
	site: Site,
	hosts: string[]
): Promise< Replay > {
	const { key, cert, ca } = await certificates( hosts );
	let replies: Record< string, Reply | ( ( asked: Asked ) => Reply ) > = {};
	let asked: Asked[] = [];
	const server = createServer( { key, cert }, ( request, response ) => {
		const url = `https://${ request.headers.host }${ request.url }`;
		const one = { url, headers: request.headers };
		asked.push( one );
		const found =
			replies[ url ] ??
			Object.entries( replies ).find(
				( [ start ] ) =>
					start.endsWith( '*' ) &&
					url.startsWith( start.slice( 0, -1 ) )
			)?.[ 1 ];
		send(
			response,
			( typeof found === 'function' ? found( one ) : found ) ?? {
				status: 404,
				body: 'Not found',
			}
		);
	} );
	await new Promise< void >( ( done ) =>
		server.listen( 0, '127.0.0.1', done )
	);
	const names = async ( more: Record< string, string[] | string[][] > ) =>
		await site.setNames( {
			...Object.fromEntries(
				hosts.map( ( host ) => [ host, [ OPEN ] ] )
			),
			...more,
		} );
	await writeFile(
		join( site.seam, 'replay.json' ),
		JSON.stringify( { port: ( server.address() as AddressInfo ).port, ca } )
	);
	await names( {} );
	return {
		serve( more ) {
			replies = more;
		},
		asked() {
			const seen = asked;
			asked = [];
			return seen;
		},
		names,
		async [ Symbol.asyncDispose ]() {
			await rm( join( site.seam, 'replay.json' ), { force: true } );
			await close( server );
		},
	};
}

/** What oscarotero/Embed and Mastodon's documentation recorded, see test/shares/responses/README.md. */
export async function recorded( name: string ): Promise< Reply > {
	const file = join(
		import.meta.dirname,
		'../shares/responses',
		`${ name }.json`
	);
	const {
		status,
		body,
		content_type: type,
	} = JSON.parse( await readFile( file, 'utf8' ) ) as {
		status: number;
		body: unknown;
		content_type: string;
	};
	return { status, type, body };
}

function send( response: ServerResponse, reply: Reply ): void {
	const { status = 200, body = '', drips } = reply;
	const isText = typeof body === 'string' || body instanceof Uint8Array;
	response.writeHead( status, {
		'Content-Type':
			reply.type ??
			( isText ? 'text/html; charset=utf-8' : 'application/json' ),
		...reply.headers,
	} );
	if ( drips ) {
		const timer = setInterval( () => response.write( ' ' ), 200 );
		response.on( 'close', () => clearInterval( timer ) );
		return;
	}
	response.end( isText ? body : JSON.stringify( body ) );
}

/** A certificate for these hosts, signed by an authority that lives as long as this process. */
async function certificates(
	hosts: string[]
): Promise< { key: string; cert: string; ca: string } > {
	const folder = await mkdtemp( join( tmpdir(), 'throughline-replay-' ) );
	const openssl = async ( ...args: string[] ) =>
		await promisify( execFile )( 'openssl', args, { cwd: folder } );
	const NEW = [
		...[ 'req', '-nodes', '-newkey', 'ec' ],
		...[ '-pkeyopt', 'ec_paramgen_curve:P-256' ],
	];
	try {
		await openssl(
			...NEW,
			...[ '-x509', '-days', '2', '-subj', '/CN=Throughline replay' ],
			...[ '-keyout', 'ca.key', '-out', 'ca.pem' ]
		);
		await openssl(
			...NEW,
			...[ '-subj', '/CN=replay', '-addext' ],
			`subjectAltName=${ hosts.map( ( host ) => `DNS:${ host }` ).join() }`,
			...[ '-keyout', 'key.pem', '-out', 'request.pem' ]
		);
		await openssl(
			...[ 'x509', '-req', '-days', '2', '-copy_extensions', 'copy' ],
			...[ '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial' ],
			...[ '-in', 'request.pem', '-out', 'cert.pem' ]
		);
		const [ key = '', cert = '', ca = '' ] = await Promise.all(
			[ 'key.pem', 'cert.pem', 'ca.pem' ].map( ( name ) =>
				readFile( join( folder, name ), 'utf8' )
			)
		);
		return { key, cert, ca };
	} finally {
		await rm( folder, { recursive: true, force: true } );
	}
}

async function close( server: Server ): Promise< void > {
	server.closeAllConnections();
	await new Promise( ( done ) => server.close( done ) );
}
