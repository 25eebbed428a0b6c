// The door of tests to a running site: asks it over HTTP, and reads and writes the folder that it shares with its must-use plugin.
import { execFile } from 'node:child_process';
import {
	copyFile,
	mkdir,
	readdir,
	readFile,
	rename,
	rm,
	writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type {
	Mail,
	OutgoingRequest,
	Session,
	Site,
	SiteRecord,
} from './site.ts';

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
	/** Both stacks lay a site's parts side by side. */
	const folder = dirname( seam );
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
					readFile( join( folder, 'log', name ), 'utf8' ).catch(
						() => ''
					)
				)
			);
			return texts.join( '' );
		},

		async reset() {
			const { command, copy, empty } = record.reset;
			if ( command ) {
				const [ program = '', ...args ] = command;
				await promisify( execFile )( program, args, { cwd: folder } );
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
