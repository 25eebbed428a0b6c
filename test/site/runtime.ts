// PHP in WebAssembly as we start it: on loopback alone, on a free port, with settings that make it fast.
import { createServer, Server } from 'node:net';
import { runCLI, type RunCLIServer } from '@wp-playground/cli';
import type { PhpVersion } from './versions.ts';

/** What a Playground is made of. */
export interface Playground {
	php: PhpVersion;
	port: number;
	workers: number;
	mounts: Record< string, string >;
	mode: 'download-and-install' | 'install-from-existing-files-if-needed';
	wp?: string;
	define?: Record< string, string >;
	flags?: Record< string, boolean >;
}

/** Starts PHP in WebAssembly and a server before it; the caller disposes of it. */
export async function startPlayground(
	boot: Playground
): Promise< RunCLIServer > {
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
export async function freePort( wanted?: number ): Promise< number > {
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
export const PHP_INI = `
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
