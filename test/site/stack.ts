// The second stack: WordPress on nginx, PHP-FPM and MariaDB, as a company would run it. `npm run site:stack` starts it, tests and the bench boot it.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
	mkdir,
	readFile,
	rename,
	rm,
	symlink,
	writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from '../../bin/build.ts';
import { claim, startServers, type Servers } from './servers.ts';
import type { WordPress } from './cache.ts';
import { connect } from './door.ts';
import { PASSWORD, ROOT, SITES, type Site, type SiteRecord } from './site.ts';
import { NEWEST } from './versions.ts';
import { addLanguage, classicTheme, wordpress } from './wordpress.ts';

const DATABASE = 'wordpress';
const PRISTINE = 'pristine';

export interface StackOptions {
	/** The folder in .site that keeps the data. */
	name: string;
	wordpress: WordPress;
	/** Without one, any that is free. */
	port?: number;
	/** Begins with an empty site. */
	fresh?: boolean;
	/** Adds the tests' must-use plugin. */
	seam?: boolean;
	/** Data is safe from power cuts, which costs time at each write; by default where there is no seam. */
	durable?: boolean;
	language?: string;
	title?: string;
	/** PHP processes that answer at the same time. */
	workers?: number;
	/** More lines of php.ini. */
	ini?: Record< string, string | number >;
	/** WP_DEBUG, on unless time is measured. */
	debug?: boolean;
	/** WP-Cron, on by default where there is no seam. */
	cron?: boolean;
	say?: ( line: string ) => void;
}

export interface StackSite extends Site, AsyncDisposable {
	/** True when this start made the site. */
	isNew: boolean;
	/** Where WordPress lies. */
	root: string;
	/** Runs a function body in WordPress from the command line, without the seam. */
	run: ( body: string, args?: unknown ) => Promise< unknown >;
	/** Runs SQL in WordPress's database, as its owner; rows come back tab-separated. */
	sql: ( statements: string ) => Promise< string >;
	/** Remembers the database as it is now: this is what `reset()` goes back to, with empty uploads. */
	remember: () => Promise< void >;
}

export async function bootStack( options: StackOptions ): Promise< StackSite > {
	const { name, seam = false } = options;
	const say = options.say ?? ( () => {} );
	const folder = join( SITES, name );
	const inSite = ( path: string ) => join( folder, path );
	const root = inSite( 'www' );
	await claim( folder );
	if ( options.fresh ) {
		await rm( folder, { recursive: true, force: true } );
	}
	const isNew = ! existsSync( inSite( 'ready' ) );
	await mkdir( inSite( 'seam' ), { recursive: true } );

	say( 'Starting MariaDB, PHP-FPM and nginx …' );
	// A half-made site would pass for a made one at the next start.
	const unmake = async () => {
		if ( isNew ) {
			await rm( folder, { recursive: true, force: true } );
		}
	};
	const servers = await startServers( {
		folder,
		documentRoot: root,
		durable: options.durable ?? ! seam,
		...( options.port && { port: options.port } ),
		...( options.workers && { workers: options.workers } ),
		...( options.ini && { ini: options.ini } ),
	} ).catch( async ( error: unknown ) => {
		await unmake();
		throw error;
	} );
	try {
		const url = `http://127.0.0.1:${ servers.port }`;
		const record: SiteRecord = {
			name,
			kind: 'stack',
			url,
			secret: randomBytes( 16 ).toString( 'hex' ),
			wordpress: options.wordpress.version,
			phpVersion: servers.phpVersion,
			seam: inSite( 'seam' ),
			reset: {
				command: servers.sqlCommand( inSite( 'reset.sql' ), DATABASE ),
				copy: [],
				empty: [ join( root, 'wp-content/uploads' ) ],
			},
		};
		await layOut( root, options.wordpress, seam );
		await writeFile(
			join( root, 'wp-config.php' ),
			await config( options, servers, record )
		);

		const run = async ( body: string, args: unknown = {} ) => {
			const text = await servers.php(
				join( ROOT, 'test/site/run.php' ),
				[ root ],
				JSON.stringify( {
					host: `127.0.0.1:${ servers.port }`,
					body,
					args,
				} )
			);
			const [ noise = '', json ] = text.split( '\n---throughline---' );
			if ( json === undefined ) {
				throw new Error( `PHP in the site died: ${ noise }` );
			}
			return JSON.parse( json ) as unknown;
		};
		const site: StackSite = {
			...connect( record ),
			isNew,
			root,
			run,
			sql: ( statements ) => servers.sql( statements, DATABASE ),
			remember: () => remember( servers, inSite( 'reset.sql' ) ),
			async [ Symbol.asyncDispose ]() {
				await rm( inSite( 'site.json' ), { force: true } );
				await servers.stop();
			},
		};

		if ( isNew ) {
			say( `Installing WordPress ${ options.wordpress.version } …` );
			await servers.php( join( ROOT, 'test/site/install.php' ), [
				root,
				options.title ?? 'Throughline',
				PASSWORD,
			] );
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
		}
		// Makes the rewrite rules, and says at once when something is wrong.
		const home = await fetch( url );
		if ( ! home.ok ) {
			throw new Error(
				`The home page answers ${ home.status }: ${ (
					await home.text()
				).slice( 0, 2000 ) }`
			);
		}
		await home.arrayBuffer();
		if ( isNew ) {
			await site.remember();
			await writeFile( inSite( 'ready' ), '' );
		}
		if ( seam ) {
			await writeFile(
				inSite( 'site.json' ),
				JSON.stringify( record, null, '\t' )
			);
		}
		return site;
	} catch ( error ) {
		await servers.stop();
		await unmake();
		throw error;
	}
}

/**
 * WordPress's own files, linked to those of the shared tree (its own __FILE__ must stay inside),
 * beside uploads that are the site's own and the plugin as it lies in the repository.
 */
async function layOut(
	root: string,
	tree: WordPress,
	seam: boolean
): Promise< void > {
	const uploads = join( root, 'wp-content/uploads' );
	const kept = `${ root }-uploads`;
	if ( existsSync( uploads ) ) {
		await rename( uploads, kept );
	}
	await rm( root, { recursive: true, force: true } );
	const link = async ( from: string, to: string ) => {
		await promisify( execFile )( 'cp', [
			'--archive',
			'--link',
			from,
			to,
		] ).catch( async () => {
			// The tree may lie on another disk.
			await rm( to, { recursive: true, force: true } );
			await promisify( execFile )( 'cp', [ '--archive', from, to ] );
		} );
	};
	await link( tree.path, root );
	await rm( uploads, { recursive: true, force: true } );
	if ( existsSync( kept ) ) {
		await rename( kept, uploads );
	} else {
		await mkdir( uploads );
	}
	await rm( join( root, 'wp-config.php' ), { force: true } );
	const classic = join( root, 'wp-content/themes/twentytwentyone' );
	if ( ! existsSync( classic ) ) {
		await link( await classicTheme(), classic );
	}
	await mkdir( join( root, 'wp-content/plugins' ), { recursive: true } );
	for ( const [ from, to ] of [
		[ 'plugin', 'plugins/throughline' ],
		...( seam ? [ [ 'test/site/mu-plugin', 'mu-plugins' ] ] : [] ),
	] as [ string, string ][] ) {
		const at = join( root, 'wp-content', to );
		await rm( at, { recursive: true, force: true } );
		await symlink( join( ROOT, from ), at );
	}
}

/** wp-config.php; passwords and salts stay the same from start to start. */
async function config(
	options: StackOptions,
	servers: Servers,
	record: SiteRecord
): Promise< string > {
	const { seam = false, debug = true, cron = ! seam } = options;
	const file = join( servers.folder, 'secrets.json' );
	if ( ! existsSync( file ) ) {
		const secrets = [ 'DB_PASSWORD' ].concat(
			[ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ].flatMap(
				( name ) => [ `${ name }_KEY`, `${ name }_SALT` ]
			)
		);
		await writeFile(
			file,
			JSON.stringify(
				Object.fromEntries(
					secrets.map( ( name ) => [
						name,
						randomBytes( 32 ).toString( 'hex' ),
					] )
				)
			),
			{ mode: 0o600 }
		);
	}
	const secrets = JSON.parse( await readFile( file, 'utf8' ) ) as Record<
		string,
		string
	>;
	await servers.sql( `
		CREATE DATABASE IF NOT EXISTS ${ DATABASE } CHARACTER SET utf8mb4;
		CREATE OR REPLACE USER wordpress@localhost IDENTIFIED BY '${ secrets.DB_PASSWORD }';
		GRANT ALL ON ${ DATABASE }.* TO wordpress@localhost;
	` );
	const constants: Record< string, string | boolean > = {
		...secrets,
		DB_NAME: DATABASE,
		DB_USER: 'wordpress',
		DB_HOST: servers.databaseHost,
		DB_CHARSET: 'utf8mb4',
		WP_HOME: record.url,
		WP_SITEURL: record.url,
		WP_DEBUG: debug,
		WP_DEBUG_DISPLAY: false,
		WP_DEBUG_LOG: debug && join( servers.folder, 'log/debug.log' ),
		// The tree is shared, and nobody elsewhere is asked.
		DISALLOW_FILE_MODS: true,
		AUTOMATIC_UPDATER_DISABLED: true,
		WP_HTTP_BLOCK_EXTERNAL: true,
		DISABLE_WP_CRON: ! cron,
		...( seam && {
			THROUGHLINE_TEST_SECRET: record.secret,
			THROUGHLINE_TEST_SEAM: record.seam,
			// The must-use plugin lets requests to the replay server through, and nothing else.
			WP_ACCESSIBLE_HOSTS: '*',
		} ),
	};
	const lines = Object.entries( constants ).map(
		( [ name, value ] ) =>
			`define( '${ name }', ${
				typeof value === 'string' ? `'${ value }'` : String( value )
			} );\n`
	);
	return `<?php
${ lines.join( '' ) }$table_prefix = 'wp_';
require __DIR__ . '/wp-settings.php';
`;
}

/** Copies every table aside, and writes the SQL that brings them back: rows only, which is quicker than making tables anew. */
async function remember( servers: Servers, file: string ): Promise< void > {
	const tables = (
		await servers.sql(
			`SELECT table_name, IFNULL( auto_increment, 0 ) FROM information_schema.tables WHERE table_schema = '${ DATABASE }' AND table_type = 'BASE TABLE'`
		)
	)
		.trim()
		.split( '\n' )
		.map( ( line ) => line.split( '\t' ) as [ string, string ] );
	const names = tables.map( ( [ name ] ) => `'${ name }'` ).join( ', ' );
	await servers.sql( `
		DROP DATABASE IF EXISTS ${ PRISTINE };
		CREATE DATABASE ${ PRISTINE };
		${ tables
			.map(
				( [ name ] ) => `
		CREATE TABLE ${ PRISTINE }.${ name } LIKE ${ DATABASE }.${ name };
		INSERT INTO ${ PRISTINE }.${ name } SELECT * FROM ${ DATABASE }.${ name };`
			)
			.join( '' ) }
	` );
	await writeFile(
		file,
		`SET foreign_key_checks = 0;
SET @others = ( SELECT GROUP_CONCAT( '\`', table_name, '\`' ) FROM information_schema.tables WHERE table_schema = '${ DATABASE }' AND table_name NOT IN ( ${ names } ) );
SET @drop = IFNULL( CONCAT( 'DROP TABLE ', @others ), 'DO 0' );
EXECUTE IMMEDIATE @drop;
${ tables
	.map(
		( [ name ] ) =>
			`CREATE TABLE IF NOT EXISTS ${ name } LIKE ${ PRISTINE }.${ name };\n`
	)
	.join( '' ) }START TRANSACTION;
${ tables
	.map(
		( [ name ] ) =>
			`DELETE FROM ${ name };\nINSERT INTO ${ name } SELECT * FROM ${ PRISTINE }.${ name };\n`
	)
	.join( '' ) }COMMIT;
${ tables
	.filter( ( [ , next ] ) => next !== '0' )
	.map(
		( [ name, next ] ) =>
			`ALTER TABLE ${ name } AUTO_INCREMENT = ${ next };\n`
	)
	.join( '' ) }`
	);
}

/** `npm run site:stack`. */
async function start(): Promise< void > {
	const { values } = parseArgs( {
		options: {
			fresh: { type: 'boolean', default: false },
			'no-build': { type: 'boolean', default: false },
			port: { type: 'string' },
			lang: { type: 'string', default: '' },
			wordpress: { type: 'string' },
			workers: { type: 'string' },
			name: { type: 'string' },
		},
	} );
	const say = ( line: string ) => console.log( line );
	if ( ! values[ 'no-build' ] ) {
		say( 'Building …' );
		await build();
	}
	const tree = await wordpress( values.wordpress, say );
	if ( values.lang && ! ( await addLanguage( tree, values.lang ) ) ) {
		say(
			`WordPress's own ${ values.lang } can't be had here: core stays English.`
		);
	}
	const series = tree.version.split( '.' ).slice( 0, 2 ).join( '.' );
	const name =
		values.name ??
		[
			'stack',
			...( series === NEWEST ? [] : [ series ] ),
			...( values.lang ? [ values.lang ] : [] ),
		].join( '-' );
	const site = await bootStack( {
		name,
		wordpress: tree,
		fresh: values.fresh,
		seam: true,
		language: values.lang,
		say,
		...( values.port && { port: Number( values.port ) } ),
		...( values.workers && { workers: Number( values.workers ) } ),
	} );
	const end = async () => {
		console.log( '\nEnding …' );
		await site[ Symbol.asyncDispose ]();
		process.exit( 0 );
	};
	process.once( 'SIGINT', end );
	process.once( 'SIGTERM', end );
	console.log( `
  ${ site.url }              the site: WordPress ${ site.wordpress }, PHP ${ site.phpVersion }, MariaDB
  ${ site.url }/wp-admin/    where it is run

  Logins: admin, moderator, employee; the password of each is "${ PASSWORD }".
  Ctrl-C ends it; the data stays in .site/${ name }.
` );
}

if ( import.meta.main ) {
	try {
		await start();
	} catch ( error ) {
		console.error( error instanceof Error ? error.message : error );
		process.exit( 1 );
	}
}
