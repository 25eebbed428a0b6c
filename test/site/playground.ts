// Boots WordPress in Playground's CLI, on SQLite: no PHP and no database server needed.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordPress } from './cache.ts';
import { answers, connect } from './door.ts';
import { freePort, PHP_INI, startPlayground } from './runtime.ts';
import { PASSWORD, ROOT, SITES, type Site } from './site.ts';
import type { PhpVersion } from './versions.ts';

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
	const server = await startPlayground( {
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
