// Boots WordPress in Playground's CLI, on SQLite: no PHP and no database server needed.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:net';
import { join } from 'node:path';
import { runCLI, type RunCLIServer } from '@wp-playground/cli';
import { answers, connect, PASSWORD, ROOT, SITES, type Site } from './site.ts';
import type { PhpVersion } from './versions.ts';
import type { WordPress } from './wordpress.ts';

export interface PlaygroundOptions {
	/** The folder in .site that keeps the data. */
	name: string;
	wordpress: WordPress;
	php?: PhpVersion;
	/** Without one, the first free port from 8810. */
	port?: number;
	/** PHP instances that answer at once; a request of the site to itself needs a second one. */
	workers?: number;
	/** Begins with an empty site. */
	fresh?: boolean;
	/** Adds the tests' must-use plugin. */
	seam?: boolean;
	language?: string;
	title?: string;
	/** Another copy of the plugin than plugin/, such as an unpacked zip. */
	plugin?: string;
	/** More folders for the site to see: path there to path here. */
	mounts?: Record< string, string >;
	/** Fills a new site, before it is remembered; `run` takes a function body. */
	seed?: ( run: PlaygroundSite[ 'run' ] ) => Promise< void >;
	say?: ( line: string ) => void;
}

export interface PlaygroundSite extends Site, AsyncDisposable {
	/** True when this start made the site. */
	isNew: boolean;
	/** Runs a function body in WordPress, without the seam. */
	run: ( body: string, args?: unknown ) => Promise< unknown >;
}

export async function bootPlayground(
	options: PlaygroundOptions
): Promise< PlaygroundSite > {
	const { name, wordpress, php = '8.3', seam = false } = options;
	const say = options.say ?? ( () => {} );
	const folder = join( SITES, name );
	const inSite = ( path: string ) => join( folder, path );
	const running = await readFile( inSite( 'running' ), 'utf8' ).catch(
		() => ''
	);
	if ( running && ( await answers( running ) ) ) {
		// Locks of SQLite hold only within one Playground.
		throw new Error(
			`This site runs already, at ${ running }: end it there first.`
		);
	}
	const database = inSite( 'database/.ht.sqlite' );
	const pristine = inSite( 'pristine.sqlite' );
	// A start that was ended half-way left no such file.
	const isNew = options.fresh || ! existsSync( pristine );
	if ( isNew ) {
		await rm( folder, { recursive: true, force: true } );
	}
	for ( const path of [ 'database', 'uploads', 'seam', 'log' ] ) {
		await mkdir( inSite( path ), { recursive: true } );
	}
	await writeFile( inSite( 'php.ini' ), PHP_INI );

	const secret = randomBytes( 16 ).toString( 'hex' );
	const content = '/wordpress/wp-content';
	const mounts: Record< string, string > = {
		'/wordpress': wordpress.path,
		'/internal/shared/php.ini': inSite( 'php.ini' ),
		[ `${ content }/database` ]: inSite( 'database' ),
		[ `${ content }/uploads` ]: inSite( 'uploads' ),
		[ `${ content }/plugins/throughline` ]:
			options.plugin ?? join( ROOT, 'plugin' ),
		'/log': inSite( 'log' ),
		...( seam && {
			[ `${ content }/mu-plugins` ]: join( ROOT, 'test/site/mu-plugin' ),
			'/seam': inSite( 'seam' ),
		} ),
		...options.mounts,
	};
	const port = await freePort( options.port );
	const url = `http://127.0.0.1:${ port }`;
	await writeFile( inSite( 'running' ), url );

	say( `Starting WordPress ${ wordpress.version } on PHP ${ php } …` );
	const server = await playground( {
		php,
		port,
		workers: options.workers ?? 2,
		mounts,
		mode: 'install-from-existing-files-if-needed',
		define: {
			WP_DEBUG_LOG: '/log/debug.log',
			...( seam && {
				THROUGHLINE_TEST_SECRET: secret,
				THROUGHLINE_TEST_SEAM: '/seam',
			} ),
		},
		flags: {
			WP_DEBUG: true,
			WP_DEBUG_DISPLAY: false,
			// A demo asks nobody elsewhere either, and updates would change the cached tree.
			WP_HTTP_BLOCK_EXTERNAL: true,
			AUTOMATIC_UPDATER_DISABLED: true,
			DISABLE_WP_CRON: seam,
		},
	} );
	const record = {
		name,
		kind: 'playground' as const,
		url,
		secret,
		wordpress: wordpress.version,
		phpVersion: php,
		seam: inSite( 'seam' ),
		reset: {
			copy: [ { from: pristine, to: database } ],
			empty: [ inSite( 'uploads' ) ],
		},
	};
	const door = connect( record );

	const run = async ( body: string, args: unknown = {} ) => {
		const code = `<?php
				$_SERVER['HTTP_HOST'] = '127.0.0.1:${ port }';
				require '/wordpress/wp-load.php';
				$result = ( static function ( $args ) { ${ body } } )( json_decode( '${ JSON.stringify(
					args
				)
					.replaceAll( '\\', '\\\\' )
					.replaceAll( "'", "\\'" ) }', true ) );
				ob_get_level() && ob_clean();
				echo "\\n---throughline---", json_encode( $result );`;
		const text = await server.playground.run( { code } ).then(
			( response ) => response.text,
			// It died; why is in the log.
			() => ''
		);
		const [ noise = '', json ] = text.split( '\n---throughline---' );
		if ( json === undefined ) {
			const log = ( await door.log() ).trim().split( '\n' );
			throw new Error(
				`PHP in the site died: ${ noise }\n${ log
					.slice( -20 )
					.join( '\n' ) }`
			);
		}
		return JSON.parse( json ) as unknown;
	};

	const site: PlaygroundSite = {
		...door,
		isNew,
		run,
		async [ Symbol.asyncDispose ]() {
			for ( const file of [ 'running', 'site.json' ] ) {
				await rm( inSite( file ), { force: true } );
			}
			await server[ Symbol.asyncDispose ]();
		},
	};
	try {
		if ( isNew ) {
			say( 'Preparing the site …' );
			const prepared = await run(
				(
					await readFile(
						join( ROOT, 'test/site/prepare.php' ),
						'utf8'
					)
				).replace( '<?php', '' ),
				{
					title: options.title ?? 'Throughline',
					language: options.language ?? '',
					password: PASSWORD,
					names: {},
				}
			);
			if ( prepared !== 'ready' ) {
				throw new Error( `The site is not ready: ${ prepared }` );
			}
			await options.seed?.( run );
			// WP-Cron was called before the site could hear it, and would wait a minute to call again.
			await run( `delete_transient( 'doing_cron' );` );
		}
		// The first request only answers a redirect to itself, and drops the body of a POST.
		await fetch( url, { redirect: 'manual' } );
		await fetch( url );
		if ( isNew ) {
			await rm( record.seam, { recursive: true, force: true } );
			await mkdir( record.seam );
			await copyFile( database, pristine );
		}
		if ( seam ) {
			await writeFile(
				inSite( 'site.json' ),
				JSON.stringify( record, null, '\t' )
			);
		}
	} catch ( error ) {
		await site[ Symbol.asyncDispose ]();
		throw error;
	}
	return site;
}

/** Whether wordpress.org answers; one short question, so that machines without a way out lose no time. */
export async function reachesWordPressOrg(): Promise< boolean > {
	return await fetch( 'https://wordpress.org/', {
		method: 'HEAD',
		signal: AbortSignal.timeout( 4000 ),
	} ).then(
		( { ok } ) => ok,
		() => false
	);
}

/** Lets Playground download a WordPress into an empty folder: a version, or the address of a zip file. */
export async function fetchWordPress(
	version: string,
	folder: string
): Promise< void > {
	const server = await playground( {
		php: '8.3',
		port: await freePort(),
		workers: 1,
		mounts: { '/wordpress': folder },
		mode: 'download-and-install',
		wp: version,
	} );
	await server[ Symbol.asyncDispose ]();
	// The database of that installation is no part of WordPress.
	for ( const path of [ 'wp-content/database', 'wp-config.php' ] ) {
		await rm( join( folder, path ), { recursive: true, force: true } );
	}
}

interface Boot {
	php: PhpVersion;
	port: number;
	workers: number;
	mounts: Record< string, string >;
	mode: 'download-and-install' | 'install-from-existing-files-if-needed';
	wp?: string;
	define?: Record< string, string >;
	flags?: Record< string, boolean >;
}

async function playground( boot: Boot ): Promise< RunCLIServer > {
	listenOnLoopbackOnly();
	return await runCLI( {
		command: 'server',
		verbosity: 'quiet',
		login: false,
		php: boot.php,
		port: boot.port,
		workers: boot.workers,
		wordpressInstallMode: boot.mode,
		'mount-before-install': Object.entries( boot.mounts ).map(
			( [ vfsPath, hostPath ] ) => ( { hostPath, vfsPath } )
		),
		...( boot.wp && { wp: boot.wp } ),
		...( boot.define && { define: boot.define } ),
		...( boot.flags && { 'define-bool': boot.flags } ),
	} );
}

/** Playground listens on every network of the machine, and hands its database file to anybody. */
function listenOnLoopbackOnly(): void {
	const listen = Server.prototype.listen as (
		this: Server,
		...args: unknown[]
	) => Server;
	if ( listen.name === 'listenOnLoopback' ) {
		return;
	}
	Server.prototype.listen = function listenOnLoopback(
		this: Server,
		...args: unknown[]
	) {
		if ( typeof args[ 0 ] === 'number' && typeof args[ 1 ] !== 'string' ) {
			args.splice( 1, 0, '127.0.0.1' );
		}
		return listen.apply( this, args );
	};
}

/**
 * The port that was asked for, or the first free one.
 *
 * @throws {Error} When the port that was asked for is taken.
 */
async function freePort( wanted?: number ): Promise< number > {
	for ( let port = wanted ?? 8810; port < 65536; port++ ) {
		if ( await isFree( port ) ) {
			return port;
		}
		if ( wanted ) {
			throw new Error(
				`Port ${ wanted } is taken: choose another by --port, or leave it out for a free one.`
			);
		}
	}
	throw new Error( 'No port is free.' );
}

async function isFree( port: number ): Promise< boolean > {
	const server = createServer();
	return await new Promise( ( resolve ) => {
		server.once( 'error', () => resolve( false ) );
		server.listen( port, '127.0.0.1', () =>
			server.close( () => resolve( true ) )
		);
	} );
}

/**
 * Playground's own settings, but OPcache in memory instead of its slow file cache, the limits that a company's server
 * has, and errors in the log instead of in the page.
 */
const PHP_INI = `
auto_prepend_file=/internal/shared/auto_prepend_file.php
memory_limit=256M
ignore_repeated_errors=1
error_reporting=E_ALL
display_errors=0
display_startup_errors=0
log_errors=1
error_log=/log/php.log
upload_max_filesize=32M
post_max_size=40M
allow_url_fopen=On
allow_url_include=Off
session.save_path=/home/web_user
implicit_flush=1
output_buffering=0
max_execution_time=0
max_input_time=-1
opcache.enable=1
opcache.enable_cli=1
opcache.jit=0
opcache.interned_strings_buffer=8
opcache.max_accelerated_files=10000
opcache.memory_consumption=64
opcache.max_wasted_percentage=5
opcache.file_cache=/internal/shared/opcache
opcache.file_cache_only=0
opcache.file_cache_consistency_checks=1
opcache.revalidate_freq=0
`;
