// What tests see of a site, the same on both stacks: its address, people to sign in as, the clock, the mails, PHP inside it.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import {
	copyFile,
	mkdir,
	readdir,
	readFile,
	rename,
	rm,
	writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = resolve( import.meta.dirname, '../..' );
/** Where running sites keep their data; git-ignored. */
export const SITES = join( ROOT, '.site' );

export const PASSWORD = 'password';
/** Everybody whom a new site knows. */
export const USERS = [ 'admin', 'moderator', 'employee' ] as const;

/** What a runner writes to `.site/<name>/site.json` while its site runs, so that tests find it. */
export interface SiteRecord {
	name: string;
	kind: 'playground' | 'stack';
	url: string;
	/** Proves to the must-use plugin that a request comes from a test. */
	secret: string;
	wordpress: string;
	phpVersion: string;
	/** Folder that tests and the must-use plugin share: clock, mails, outgoing requests. */
	seam: string;
	/** How the site goes back to how it was: a command first, then files to copy, then folders to empty. */
	reset: {
		command?: string[];
		copy: { from: string; to: string }[];
		empty: string[];
	};
}

export interface Mail {
	to: string[];
	subject: string;
	message: string;
	headers: string[];
}

/** A request to elsewhere that WordPress tried to make; none is ever let out. */
export interface OutgoingRequest {
	url: string;
	method: string;
}

/** Somebody who has signed in; `nonce` goes with requests to REST by itself. */
export interface Session {
	user: string;
	cookie: string;
	nonce: string;
}

export interface Site extends Omit< SiteRecord, 'reset' > {
	/** Runs PHP in the site: the body of a function whose `$args` are these; what it returns comes back by way of JSON. */
	php: < T >( code: string, args?: unknown ) => Promise< T >;
	/** Sets `Throughline\now()`, in Unix seconds; null is the real time again. */
	setClock: ( time: number | null ) => Promise< void >;
	/** Addresses that a look-up of these host names gives. */
	setNames: ( names: Record< string, string[] > ) => Promise< void >;
	mails: () => Promise< Mail[] >;
	outgoing: () => Promise< OutgoingRequest[] >;
	signIn: ( user: string ) => Promise< Session >;
	/** Asks the site as somebody or, without a session, as a stranger. Redirects are not followed. */
	request: (
		path: string,
		init?: RequestInit,
		session?: Session
	) => Promise< Response >;
	/** The same, and what it cost: queries, milliseconds and bytes of memory in PHP. */
	measure: (
		path: string,
		init?: RequestInit,
		session?: Session
	) => Promise< { response: Response; cost: Cost } >;
	/** What PHP and WordPress logged, newest last; both stacks log to the same place. */
	log: () => Promise< string >;
	/** Back to the site as it was after its first start, with an empty clock and no mails. */
	reset: () => Promise< void >;
}

export interface Cost {
	queries: number;
	milliseconds: number;
	memory: number;
	/** The queries themselves, in order. */
	list: string[];
}

/** The site that `THROUGHLINE_SITE` names by its address, else the one that runs. */
export async function findSite(
	address = process.env.THROUGHLINE_SITE
): Promise< Site > {
	const names = await readdir( SITES ).catch( () => [] );
	const records = names
		.map( ( name ) => join( SITES, name, 'site.json' ) )
		.filter( ( file ) => existsSync( file ) )
		// A site that was killed leaves its record; the newest of an address is the one that runs.
		.sort( ( a, b ) => statSync( b ).mtimeMs - statSync( a ).mtimeMs )
		.map(
			( file ) => JSON.parse( readFileSync( file, 'utf8' ) ) as SiteRecord
		);
	for ( const record of records ) {
		if ( address ? record.url === address : await answers( record.url ) ) {
			return connect( record );
		}
	}
	throw new Error(
		address
			? `No site runs at ${ address }.`
			: 'No test site runs: start one by "npm run site", or run "npm test", which starts its own.'
	);
}

/** Whether a site is there at all. */
export async function answers( url: string ): Promise< boolean > {
	return await fetch( `${ url }/readme.html`, {
		method: 'HEAD',
		redirect: 'manual',
		signal: AbortSignal.timeout( 5000 ),
	} ).then(
		() => true,
		() => false
	);
}

/** The door of tests to a running site. */
export function connect( record: SiteRecord ): Site {
	const { url, secret, seam } = record;
	const seamFile = ( name: string ) => join( seam, name );

	async function request(
		path: string,
		init: RequestInit = {},
		session?: Session
	): Promise< Response > {
		const address = new URL( path, `${ url }/` );
		const headers = new Headers( init.headers );
		if ( session ) {
			headers.set( 'Cookie', session.cookie );
			const isRest =
				address.pathname.startsWith( '/wp-json/' ) ||
				address.searchParams.has( 'rest_route' );
			if ( isRest && ! headers.has( 'X-WP-Nonce' ) ) {
				headers.set( 'X-WP-Nonce', session.nonce );
			}
		}
		return await fetch( address, { redirect: 'manual', ...init, headers } );
	}

	return {
		...record,
		request,

		async php< T >( code: string, args: unknown = null ): Promise< T > {
			const response = await request( '/?throughline-test', {
				method: 'POST',
				headers: { 'X-Throughline-Test': secret },
				body: JSON.stringify( { code, args } ),
			} );
			const text = await response.text();
			let answer: { value?: T; error?: string };
			try {
				answer = JSON.parse( text ) as typeof answer;
			} catch {
				throw new Error(
					`PHP in the site died (${ response.status }): ${ text.slice(
						0,
						4000
					) }`
				);
			}
			if ( answer.error !== undefined ) {
				throw new Error( answer.error );
			}
			return answer.value as T;
		},

		async setClock( time ) {
			if ( time === null ) {
				await rm( seamFile( 'clock' ), { force: true } );
			} else {
				await writeFile( seamFile( 'clock' ), String( time ) );
			}
		},

		async setNames( names ) {
			await writeFile(
				seamFile( 'names.json' ),
				JSON.stringify( names )
			);
		},

		mails: () => lines< Mail >( seamFile( 'mails' ) ),

		outgoing: () => lines< OutgoingRequest >( seamFile( 'outgoing' ) ),

		async signIn( user ) {
			// By PHP, not by the login page: hashing a password takes longer than most tests.
			return await this.php< Session >( SIGN_IN, user );
		},

		async measure( path, init = {}, session ) {
			const headers = new Headers( init.headers );
			headers.set( 'X-Throughline-Test', secret );
			headers.set( 'X-Throughline-Cost', '1' );
			const response = await request(
				path,
				{ ...init, headers },
				session
			);
			const number = ( name: string ) =>
				Number( response.headers.get( `X-Throughline-${ name }` ) );
			return {
				response,
				cost: {
					queries: number( 'Queries' ),
					milliseconds: number( 'Milliseconds' ),
					memory: number( 'Memory' ),
					list:
						( await lines< string[] >( seamFile( 'queries' ) ) ).at(
							-1
						) ?? [],
				},
			};
		},

		async log() {
			const texts = await Promise.all(
				[ 'php.log', 'debug.log' ].map( ( name ) =>
					readFile(
						join( SITES, record.name, 'log', name ),
						'utf8'
					).catch( () => '' )
				)
			);
			return texts.join( '' );
		},

		async reset() {
			const { command, copy, empty } = record.reset;
			if ( command ) {
				const [ program = '', ...args ] = command;
				await promisify( execFile )( program, args, { cwd: ROOT } );
			}
			for ( const { from, to } of copy ) {
				await mkdir( dirname( to ), { recursive: true } );
				// A request that still runs keeps the file it opened.
				await copyFile( from, `${ to }.new` );
				await rename( `${ to }.new`, to );
			}
			await removeFiles( await filesIn( seam ) );
			const files = ( await Promise.all( empty.map( filesIn ) ) ).flat();
			if ( record.kind === 'playground' && files.length ) {
				// By PHP: Playground goes on believing in a file that vanished under it, and fails to write it again.
				await this.php( EMPTY_UPLOADS );
			} else {
				await removeFiles( files );
			}
		},
	};
}

const SIGN_IN = `
	$user = get_user_by( 'login', $args );
	if ( ! $user ) {
		throw new Exception( "Nobody here is called {$args}." );
	}
	$ends = time() + DAY_IN_SECONDS;
	$token = WP_Session_Tokens::get_instance( $user->ID )->create( $ends );
	$cookies = [];
	foreach ( [ AUTH_COOKIE => 'auth', LOGGED_IN_COOKIE => 'logged_in' ] as $name => $scheme ) {
		$_COOKIE[ $name ] = wp_generate_auth_cookie( $user->ID, $ends, $scheme, $token );
		$cookies[] = $name . '=' . rawurlencode( $_COOKIE[ $name ] );
	}
	wp_set_current_user( $user->ID );
	return [
		'user' => $args,
		'cookie' => implode( '; ', $cookies ),
		'nonce' => wp_create_nonce( 'wp_rest' ),
	];
`;

const EMPTY_UPLOADS = `
	$files = new RecursiveIteratorIterator(
		new RecursiveDirectoryIterator( wp_upload_dir()['basedir'], FilesystemIterator::SKIP_DOTS )
	);
	foreach ( $files as $file ) {
		unlink( (string) $file );
	}
`;

/** Files in a folder and the folders in it, which themselves may stay. */
async function filesIn( folder: string ): Promise< string[] > {
	const found = await readdir( folder, {
		recursive: true,
		withFileTypes: true,
	} );
	return found
		.filter( ( one ) => ! one.isDirectory() )
		.map( ( one ) => join( one.parentPath, one.name ) );
}

async function removeFiles( files: string[] ): Promise< void > {
	await Promise.all( files.map( ( file ) => rm( file, { force: true } ) ) );
}

async function lines< T >( file: string ): Promise< T[] > {
	const text = await readFile( file, 'utf8' ).catch( () => '' );
	return text
		.split( '\n' )
		.filter( Boolean )
		.map( ( line ) => JSON.parse( line ) as T );
}
