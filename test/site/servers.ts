// The servers of the second stack: MariaDB, PHP-FPM and nginx from Debian's packages, as private processes with their own settings and data in one folder. No system service is touched, and none of them outlives the process that started it, however that ends.
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	closeSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify( execFile );
const wait = ( ms: number ) =>
	new Promise< void >( ( resolve ) => setTimeout( resolve, ms ) );

export interface ServersOptions {
	/** Settings, data and logs; made when it is not there. */
	folder: string;
	/** What nginx serves: a WordPress. */
	documentRoot: string;
	/** A free one when not given. */
	port?: number;
	/** Data that shall outlive a power cut costs time at each write. */
	durable?: boolean;
	/** PHP processes that answer at the same time. */
	workers?: number;
	/** php.ini lines beside the ones below. */
	ini?: Record< string, string | number >;
}

export interface Servers {
	readonly port: number;
	readonly folder: string;
	/** For WordPress's DB_HOST. */
	readonly databaseHost: string;
	/** Runs SQL as the database's owner, and gives back the rows, tab-separated. */
	sql: ( statements: string, database?: string ) => Promise< string >;
	/** The command that runs SQL from a file, for those who come without this object. */
	sqlCommand: ( file: string, database: string ) => string[];
	/** Runs a PHP file with the settings of PHP-FPM and this input; gives back what it printed. */
	php: ( file: string, args?: string[], input?: string ) => Promise< string >;
	/** Which PHP this is: `8.2.30`. */
	readonly phpVersion: string;
	stop: () => Promise< void >;
}

interface Programs {
	nginx: string;
	fpm: string;
	php: string;
	iniFolder: string;
	mariadbd: string;
	mariadbInstall: string;
	mariadb: string;
	setpriv: string;
}

/** Where Debian puts servers, which is not on everybody's PATH. */
const FOLDERS = [
	...( process.env.PATH ?? '' ).split( delimiter ),
	'/usr/sbin',
	'/usr/local/sbin',
	'/sbin',
].filter( Boolean );

function program( name: string ): string | undefined {
	return FOLDERS.map( ( folder ) => join( folder, name ) ).find( existsSync );
}

/** Debian's newest PHP-FPM that has a command line of the same version. */
function phpPrograms(): { fpm?: string; php?: string; version?: string } {
	const versions = existsSync( '/etc/php' ) ? readdirSync( '/etc/php' ) : [];
	versions.sort( ( a, b ) => Number( b ) - Number( a ) );
	for ( const version of versions ) {
		const fpm = program( `php-fpm${ version }` );
		const php = program( `php${ version }` );
		if ( fpm && php ) {
			return { fpm, php, version };
		}
	}
	const php = program( 'php' );
	return php ? { php } : {};
}

async function findPrograms(): Promise< Programs > {
	const { fpm, php, version } = phpPrograms();
	const iniFolder = `/etc/php/${ version }/fpm/conf.d`;
	const extensions = fpm
		? ( await run( fpm, [ '-m' ] ) ).stdout.toLowerCase().split( '\n' )
		: [];
	const list = readFileSync(
		new URL( './debian-packages.txt', import.meta.url ),
		'utf8'
	);
	const missing: string[] = [];
	for ( const line of list.split( '\n' ) ) {
		const [ name, kind, what ] = line.trim().split( /\s+/ );
		if ( ! name || name.startsWith( '#' ) || ! what ) {
			continue;
		}
		let there = false;
		if ( kind === 'extension' ) {
			there = extensions.includes( what );
		} else if ( what === 'php-fpm' ) {
			there = fpm !== undefined;
		} else if ( what === 'php' ) {
			there = php !== undefined;
		} else {
			there = program( what ) !== undefined;
		}
		if ( ! there ) {
			missing.push( name );
		}
	}
	const nginx = program( 'nginx' );
	const mariadbd = program( 'mariadbd' );
	const mariadbInstall = program( 'mariadb-install-db' );
	const mariadb = program( 'mariadb' );
	const setpriv = program( 'setpriv' );
	if (
		missing.length ||
		! nginx ||
		! fpm ||
		! php ||
		! mariadbd ||
		! mariadbInstall ||
		! mariadb ||
		! setpriv
	) {
		throw new Error(
			`The second stack needs Debian packages that are missing here; install them with: sudo apt-get install --no-install-recommends ${ missing.join(
				' '
			) }`
		);
	}
	return {
		nginx,
		fpm,
		php,
		iniFolder,
		mariadbd,
		mariadbInstall,
		mariadb,
		setpriv,
	};
}

/** A free port, which is the one that is wanted when one is. */
async function freePort( wanted = 0 ): Promise< number > {
	return new Promise( ( resolve, reject ) => {
		const server = createServer();
		server.once( 'error', () =>
			reject(
				new Error(
					`Port ${ wanted } is taken: choose another by --port, or leave it out for a free one.`
				)
			)
		);
		server.listen( wanted, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close( () => resolve( port ) );
		} );
	} );
}

async function answers( path: string ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const socket = createConnection( { path } );
		socket.once( 'connect', () => {
			socket.destroy();
			resolve( true );
		} );
		socket.once( 'error', () => resolve( false ) );
	} );
}

/** A company's nginx: files as they lie, all else to WordPress. */
function nginxConfig(
	options: ServersOptions,
	port: number,
	socket: string,
	root: boolean
): string {
	const { folder, documentRoot } = options;
	return `${ root ? 'user root;\n' : '' }worker_processes 2;
daemon off;
pid "${ folder }/nginx.pid";
error_log "${ folder }/log/nginx.log" warn;
events { worker_connections 512; }
http {
	include /etc/nginx/mime.types;
	default_type application/octet-stream;
	access_log off;
	sendfile on;
	tcp_nodelay on;
	server_tokens off;
	keepalive_timeout 65;
	client_max_body_size 128m;
	client_body_buffer_size 256k;
	client_body_temp_path "${ folder }/tmp/body";
	fastcgi_temp_path "${ folder }/tmp/fastcgi";
	proxy_temp_path "${ folder }/tmp/proxy";
	scgi_temp_path "${ folder }/tmp/scgi";
	uwsgi_temp_path "${ folder }/tmp/uwsgi";
	gzip on;
	gzip_vary on;
	gzip_types text/css text/plain application/javascript text/javascript application/json image/svg+xml application/rss+xml;
	server {
		listen 127.0.0.1:${ port };
		server_name _;
		root "${ documentRoot }";
		index index.php;
		location / {
			try_files $uri $uri/ /index.php?$args;
		}
		location ~ \\.php$ {
			try_files $uri =404;
			fastcgi_param QUERY_STRING $query_string;
			fastcgi_param REQUEST_METHOD $request_method;
			fastcgi_param CONTENT_TYPE $content_type;
			fastcgi_param CONTENT_LENGTH $content_length;
			fastcgi_param SCRIPT_NAME $fastcgi_script_name;
			fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
			fastcgi_param REQUEST_URI $request_uri;
			fastcgi_param DOCUMENT_URI $document_uri;
			fastcgi_param DOCUMENT_ROOT $document_root;
			fastcgi_param SERVER_PROTOCOL $server_protocol;
			fastcgi_param REQUEST_SCHEME $scheme;
			fastcgi_param GATEWAY_INTERFACE CGI/1.1;
			fastcgi_param SERVER_SOFTWARE nginx;
			fastcgi_param REMOTE_ADDR $remote_addr;
			fastcgi_param REMOTE_PORT $remote_port;
			fastcgi_param SERVER_ADDR $server_addr;
			fastcgi_param SERVER_PORT $server_port;
			fastcgi_param SERVER_NAME $server_name;
			fastcgi_param REDIRECT_STATUS 200;
			# With its port: without it WordPress redirects to itself for ever.
			fastcgi_param HTTP_HOST $http_host;
			fastcgi_pass unix:${ socket };
			fastcgi_read_timeout 300s;
			fastcgi_buffers 16 32k;
			fastcgi_buffer_size 64k;
		}
	}
}
`;
}

function fpmConfig( options: ServersOptions, socket: string ): string {
	return `[global]
error_log = ${ options.folder }/log/php-fpm.log
daemonize = no
[www]
listen = ${ socket }
listen.mode = 0600
pm = static
pm.max_children = ${ options.workers ?? 5 }
catch_workers_output = yes
`;
}

function phpIni( options: ServersOptions ): string {
	const lines: Record< string, string | number > = {
		memory_limit: '256M',
		upload_max_filesize: '32M',
		post_max_size: '40M',
		max_execution_time: 60,
		max_input_time: 60,
		display_errors: 0,
		log_errors: 1,
		error_log: `${ options.folder }/log/php.log`,
		'date.timezone': 'UTC',
		sys_temp_dir: `${ options.folder }/tmp`,
		// Nobody's mail leaves a site that is there to be tried.
		sendmail_path: '/bin/true',
		'opcache.enable': 1,
		'opcache.memory_consumption': 192,
		'opcache.interned_strings_buffer': 16,
		'opcache.max_accelerated_files': 20000,
		'opcache.revalidate_freq': 0,
		...options.ini,
	};
	return Object.entries( lines )
		.map( ( [ name, value ] ) => `${ name } = "${ value }"\n` )
		.join( '' );
}

function mariadbArguments(
	options: ServersOptions,
	socket: string,
	root: boolean
): string[] {
	const { folder, durable } = options;
	return [
		'--no-defaults',
		...( root ? [ '--user=root' ] : [] ),
		`--datadir=${ folder }/database`,
		`--socket=${ socket }`,
		`--pid-file=${ folder }/mariadb.pid`,
		`--tmpdir=${ folder }/tmp`,
		'--skip-networking',
		'--skip-name-resolve',
		'--character-set-server=utf8mb4',
		'--collation-server=utf8mb4_unicode_ci',
		'--innodb-buffer-pool-size=512M',
		'--innodb-log-file-size=128M',
		'--max-allowed-packet=64M',
		...( durable
			? [ '--innodb-flush-log-at-trx-commit=2' ]
			: [
					'--innodb-flush-log-at-trx-commit=0',
					'--innodb-flush-method=O_DIRECT_NO_FSYNC',
					'--innodb-doublewrite=0',
				] ),
	];
}

/**
 * Two cannot use one folder; what one that was killed left behind is in nobody's way.
 *
 * @throws {Error} When another process runs its servers in this folder.
 */
export async function claim( folder: string ): Promise< void > {
	const file = join( folder, 'owner' );
	const [ owner, sockets ] = contents( file ).split( ' ' );
	if ( ! owner || ! sockets ) {
		return;
	}
	// A process number may have gone to somebody else since, so the database is asked; one that starts can't answer yet.
	const starts = Date.now() - statSync( file ).mtimeMs < 10_000;
	if (
		isAlive( Number( owner ) ) &&
		( starts || ( await answers( join( sockets, 'mariadb' ) ) ) )
	) {
		throw new Error(
			`The site in ${ folder } runs already, in process ${ owner }: use that one, or end it first.`
		);
	}
	rmSync( sockets, { recursive: true, force: true } );
	rmSync( file, { force: true } );
}

function isAlive( pid: number ): boolean {
	try {
		return process.kill( pid, 0 );
	} catch {
		return false;
	}
}

function contents( file: string ): string {
	return existsSync( file ) ? readFileSync( file, 'utf8' ) : '';
}

/** The last lines of a server's log, for the sentence that says why it did not start. */
function tail( file: string ): string {
	return contents( file ).trim().split( '\n' ).slice( -8 ).join( '\n' );
}

export async function startServers(
	options: ServersOptions
): Promise< Servers > {
	const programs = await findPrograms();
	const { folder } = options;
	const root = process.getuid?.() === 0;
	const children: ChildProcess[] = [];
	await claim( folder );
	// Sockets lie where their path is short: the system allows 107 characters.
	const sockets = mkdtempSync( '/tmp/tl-stack-' );
	const database = join( sockets, 'mariadb' );
	const fpm = join( sockets, 'php' );
	for ( const name of [ 'tmp', 'php', 'log' ] ) {
		mkdirSync( join( folder, name ), { recursive: true } );
	}
	writeFileSync( join( folder, 'owner' ), `${ process.pid } ${ sockets }` );
	writeFileSync( join( folder, 'php/throughline.ini' ), phpIni( options ) );
	writeFileSync( join( folder, 'php-fpm.conf' ), fpmConfig( options, fpm ) );
	const phpEnvironment = {
		...process.env,
		PHP_INI_SCAN_DIR: `${ programs.iniFolder }:${ folder }/php`,
	};

	/** Starts a server that ends with us, and not at the Ctrl-C that is meant for us. */
	function start( name: string, file: string, args: string[] ): ChildProcess {
		const log = openSync( join( folder, 'log', `${ name }.out.log` ), 'w' );
		const child = spawn(
			programs.setpriv,
			[ '--pdeathsig', 'TERM', file, ...args ],
			{
				stdio: [ 'ignore', log, log ],
				detached: true,
				env: phpEnvironment,
			}
		);
		closeSync( log );
		children.push( child );
		return child;
	}

	async function ready(
		name: string,
		child: ChildProcess,
		isReady: () => Promise< boolean >
	): Promise< void > {
		const end = Date.now() + 30_000;
		while ( ! ( await isReady() ) ) {
			if ( child.exitCode !== null || Date.now() > end ) {
				throw new Error(
					`${ name } did not start: ${ tail(
						join( folder, 'log', `${ name }.out.log` )
					) } ${ tail( join( folder, 'log', `${ name }.log` ) ) }`
				);
			}
			await wait( 20 );
		}
	}

	async function stop(): Promise< void > {
		// The web server first, the database last, so that nobody loses what they were writing.
		for ( const child of children.reverse() ) {
			if ( child.exitCode !== null || child.signalCode !== null ) {
				continue;
			}
			const ended = new Promise( ( resolve ) =>
				child.once( 'exit', resolve )
			);
			child.kill( 'SIGTERM' );
			const late = setTimeout( () => child.kill( 'SIGKILL' ), 10_000 );
			await ended;
			clearTimeout( late );
		}
		rmSync( sockets, { recursive: true, force: true } );
		rmSync( join( folder, 'owner' ), { force: true } );
	}

	async function feed(
		file: string,
		args: string[],
		input: string
	): Promise< string > {
		const child = spawn( file, args, {
			stdio: [ 'pipe', 'pipe', 'pipe' ],
			env: phpEnvironment,
		} );
		const output: Buffer[] = [];
		const errors: Buffer[] = [];
		child.stdout.on( 'data', ( part: Buffer ) => output.push( part ) );
		child.stderr.on( 'data', ( part: Buffer ) => errors.push( part ) );
		child.stdin.on( 'error', () => undefined );
		child.stdin.end( input );
		const code = await new Promise< number | null >(
			( resolve, reject ) => {
				child.once( 'error', reject );
				child.once( 'close', resolve );
			}
		);
		if ( code !== 0 ) {
			throw new Error(
				Buffer.concat( errors ).toString().trim() ||
					Buffer.concat( output ).toString().trim() ||
					`${ file } ended with ${ code }`
			);
		}
		return Buffer.concat( output ).toString();
	}

	const client = [
		'--no-defaults',
		`--socket=${ database }`,
		'--default-character-set=utf8mb4',
		'--batch',
		'--skip-column-names',
	];
	const sql = ( statements: string, name = '' ) =>
		feed(
			programs.mariadb,
			[ ...client, ...( name ? [ name ] : [] ) ],
			statements
		);
	const php = ( file: string, args: string[] = [], input = '' ) =>
		feed(
			programs.php,
			[ '-d', 'display_errors=stderr', file, ...args ],
			input
		);

	try {
		if ( ! existsSync( join( folder, 'database/mysql' ) ) ) {
			await run(
				programs.mariadbInstall,
				[
					'--no-defaults',
					...( root ? [ '--user=root' ] : [] ),
					// Debian's script stumbles over spaces in the whole path.
					'--datadir=./database',
					'--auth-root-authentication-method=socket',
					`--auth-root-socket-user=${ userInfo().username }`,
					'--skip-test-db',
					'--skip-name-resolve',
				],
				{ cwd: folder }
			);
		}
		await ready(
			'mariadb',
			start(
				'mariadb',
				programs.mariadbd,
				mariadbArguments( options, database, root )
			),
			async () => {
				try {
					await sql( 'SELECT 1' );
					return true;
				} catch {
					return false;
				}
			}
		);
		await ready(
			'php-fpm',
			start( 'php-fpm', programs.fpm, [
				...( root ? [ '-R' ] : [] ),
				'-F',
				'-y',
				join( folder, 'php-fpm.conf' ),
			] ),
			() => answers( fpm )
		);
		let port = await freePort( options.port );
		for ( let attempt = 1; ; attempt++ ) {
			writeFileSync(
				join( folder, 'nginx.conf' ),
				nginxConfig( options, port, fpm, root )
			);
			const nginx = start( 'nginx', programs.nginx, [
				'-p',
				folder,
				'-c',
				join( folder, 'nginx.conf' ),
				'-e',
				join( folder, 'log/nginx.log' ),
			] );
			try {
				// It writes this file once it has the port.
				await ready( 'nginx', nginx, () =>
					Promise.resolve(
						contents( join( folder, 'nginx.pid' ) ).trim() ===
							String( nginx.pid )
					)
				);
				break;
			} catch ( error ) {
				// Somebody may have taken the port between our look and our use.
				if ( options.port !== undefined || attempt === 3 ) {
					throw error;
				}
				port = await freePort();
			}
		}
		return {
			port,
			folder,
			databaseHost: `localhost:${ database }`,
			phpVersion: (
				await run( programs.php, [ '-r', 'echo PHP_VERSION;' ] )
			).stdout,
			sql,
			sqlCommand: ( file, name ) => [
				programs.mariadb,
				...client,
				name,
				`--execute=source ${ file }`,
			],
			php,
			stop,
		};
	} catch ( error ) {
		await stop();
		throw error;
	}
}
