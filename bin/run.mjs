// Runs the project's commands on any Node from 20.19 up: installs what is missing, then hands over to the pinned Node in node_modules.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname( dirname( fileURLToPath( import.meta.url ) ) );
const COMMANDS = {
	start: [ 'test/site/start.ts' ],
	site: [ 'test/site/start.ts', '--plain' ],
	'site:stack': [ 'test/site/stack.ts' ],
	test: [ 'test/run.ts' ],
	build: [ 'bin/build.ts' ],
	zip: [ 'bin/zip.ts' ],
	contract: [ 'bin/contract.ts' ],
	languages: [ 'bin/languages.ts' ],
	lint: [ 'test/checks.ts' ],
	format: [ 'bin/format.ts' ],
	bench: [ 'test/bench/run.ts' ],
};

const [ command, ...rest ] = process.argv.slice( 2 );
const script = command ? COMMANDS[ command ] : undefined;
if ( ! script ) {
	stop(
		`Say what to run: ${ Object.keys( COMMANDS )
			.map( ( name ) => `npm run ${ name }` )
			.join( ', ' ) }.`
	);
}

const [ major = 0, minor = 0 ] = process.versions.node
	.split( '.' )
	.map( Number );
// Below 20.19 npm leaves out a native binding and the tests die without a word.
if ( major < 20 || ( major === 20 && minor < 19 ) ) {
	stop(
		`Throughline needs Node 20.19 or newer to start; this is ${ process.versions.node }.`
	);
}

if ( ! packagesAreInstalled() ) {
	console.log( 'Installing packages (one to two minutes the first time) …' );
	const npm = existsSync( join( ROOT, 'package-lock.json' ) )
		? 'ci'
		: 'install';
	const code = await run( 'npm', [ npm, '--loglevel=error' ], {
		shell: process.platform === 'win32',
	} );
	if ( code !== 0 ) {
		stop(
			`Packages could not be installed ("npm ${ npm }" ended with ${ code }); what it says above tells why.`
		);
	}
}

process.exitCode = await run(
	join(
		ROOT,
		'node_modules/node/bin',
		process.platform === 'win32' ? 'node.exe' : 'node'
	),
	// Playground's PHP is smaller and faster when WebAssembly may wait for JavaScript.
	[ '--experimental-wasm-jspi', '--no-warnings', ...script, ...rest ],
	{}
);

/** Whether node_modules holds what the lockfile says; dates would not do, git changes them. */
function packagesAreInstalled() {
	try {
		const read = ( file ) =>
			JSON.parse( readFileSync( join( ROOT, file ), 'utf8' ) ).packages;
		const installed = read( 'node_modules/.package-lock.json' );
		return Object.entries( read( 'package-lock.json' ) ).every(
			( [ path, entry ] ) =>
				path === '' ||
				entry.optional ||
				installed[ path ]?.version === entry.version
		);
	} catch {
		return false;
	}
}

/** Runs a program in the foreground. Ctrl-C reaches it by itself; this process waits for its end. */
function run( program, args, options ) {
	const child = spawn( program, args, {
		cwd: ROOT,
		stdio: 'inherit',
		...options,
	} );
	process.on( 'SIGINT', () => {} );
	process.on( 'SIGTERM', () => child.kill( 'SIGTERM' ) );
	return new Promise( ( resolve ) => {
		child.on( 'error', ( error ) => stop( error.message ) );
		child.on( 'close', ( code, signal ) =>
			resolve( code ?? ( signal === 'SIGINT' ? 130 : 1 ) )
		);
	} );
}

function stop( sentence ) {
	console.error( sentence );
	process.exit( 1 );
}
