// `npm test`: all that Node alone can check. `npm test -- NAME …` runs single steps, those that need Debian among them.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../bin/format.ts';
import { program, runChecks, type Count } from './checks.ts';
import { bootPlayground } from './site/playground.ts';
import type { Site } from './site/site.ts';
import { NEWEST, OLDEST, type PhpVersion } from './site/versions.ts';
import { wordpress } from './site/wordpress.ts';

const HTTP = 'test/http/';
const BROWSER = 'test/e2e/';
const RACES = 'test/races/';
const MAIN_JOB = 'test/e2e/main-job.test.ts';
/** What SQLite, WebAssembly and its PHP could do otherwise: writing, images, files, queries. All else is told once, by the second stack, where an answer takes a tenth of the time. */
const ON_PLAYGROUND = [
	'color-profile',
	'comments',
	'contract',
	'demo',
	'dialog',
	'failing',
	'images',
	'moderation',
	'photos',
	...( process.env.THROUGHLINE_PHOTOS ? [ 'real-photos' ] : [] ),
	'refused-images',
	'removal',
	'site',
	'smoke',
	'stories',
	'story-form',
	'vault',
	'wall',
].map( ( name ) => `${ HTTP }${ name }.test.ts` );
/** What the oldest WordPress is asked besides: all that stands on core's own functions. */
const CORE = [ 'stories', 'moderation', 'comments' ].map(
	( name ) => `${ HTTP }${ name }.test.ts`
);
const SMOKE = 'test/http/smoke.test.ts';

/** The steps by name. Those that `npm test` runs by itself come first; `.ci/run` adds the others. */
const STEPS: Record< string, () => Promise< Count > > = {
	checks: () => runChecks(),
	unit: () => vitest( [ '--project=unit' ] ),
	playground: () =>
		onPlayground( NEWEST, '8.3', [ ...ON_PLAYGROUND, MAIN_JOB ] ),

	phpstan: () =>
		runChecks( [
			{
				name: 'static analysis of PHP',
				run: () =>
					program( 'vendor/bin/phpstan', 'analyse', '--no-progress' ),
			},
		] ),
	stack: () => onStack( NEWEST, [ HTTP, BROWSER, RACES ] ),
	[ `stack-${ OLDEST }` ]: () =>
		onStack( OLDEST, [ SMOKE, ...CORE, MAIN_JOB ] ),
	[ `playground-${ OLDEST }` ]: () =>
		onPlayground( OLDEST, '8.3', [ SMOKE ] ),
	'php-8.1': () => onPlayground( NEWEST, '8.1', [ SMOKE ] ),
	'php-8.5': () => onPlayground( NEWEST, '8.5', [ SMOKE ] ),
};
const DEFAULT_STEPS = [ 'checks', 'unit', 'playground' ];

const asked = process.argv.slice( 2 );
const unknown = asked.filter( ( name ) => ! STEPS[ name ] );
if ( unknown.length ) {
	console.error(
		`There is no step ${ unknown.join( ', ' ) }; there are ${ Object.keys(
			STEPS
		).join( ', ' ) }.`
	);
	process.exit( 1 );
}

const total: Count = { passed: 0, failed: 0 };
for ( const name of asked.length ? asked : DEFAULT_STEPS ) {
	const begun = Date.now();
	console.log( `\n── ${ name }` );
	let count: Count;
	try {
		count = ( await STEPS[ name ]?.() ) ?? { passed: 0, failed: 1 };
	} catch ( error ) {
		console.error( error instanceof Error ? error.message : error );
		count = { passed: 0, failed: 1 };
	}
	total.passed += count.passed;
	total.failed += count.failed;
	console.log(
		`── ${ name }: ${ count.passed } passed, ${ count.failed } failed, ${ Math.round(
			( Date.now() - begun ) / 1000
		) } s`
	);
}
console.log( `\n${ total.passed } passed, ${ total.failed } failed` );
process.exit( total.failed || ! total.passed ? 1 : 0 );

async function onPlayground(
	version: string,
	php: PhpVersion,
	files: string[]
): Promise< Count > {
	await using site = await bootPlayground( {
		name: 'test',
		wordpress: await wordpress( version, console.log ),
		php,
		// One sees its own files only; what happens at the same moment is the other stack's part.
		workers: 1,
		fresh: true,
		seam: true,
		say: console.log,
	} );
	return await against( site, files );
}

async function onStack( version: string, files: string[] ): Promise< Count > {
	const { bootStack } = await import( './site/stack.ts' );
	await using site = await bootStack( {
		name: 'test-stack',
		wordpress: await wordpress( version, console.log ),
		fresh: true,
		seam: true,
		say: console.log,
	} );
	return await against( site, files );
}

/** Runs test files against a site, and wants no complaint of PHP about our code. */
async function against( site: Site, files: string[] ): Promise< Count > {
	const count = await vitest(
		[ '--project=http', '--project=e2e', '--project=races', ...files ],
		{ THROUGHLINE_SITE: site.url }
	);
	const complaints = ( await site.log() )
		.split( /^(?=\[)/m )
		.filter( ( entry ) => /throughline/i.test( entry ) );
	if ( complaints.length ) {
		console.log(
			` ✗ PHP complains about nothing\n${ complaints
				.slice( 0, 10 )
				.join( '' ) }`
		);
		count.failed++;
	} else {
		count.passed++;
	}
	return count;
}

async function vitest(
	args: string[],
	env: Record< string, string > = {}
): Promise< Count > {
	const folder = await mkdtemp( join( tmpdir(), 'throughline-test-' ) );
	const file = join( folder, 'report.json' );
	const child = spawn(
		process.execPath,
		[
			join( ROOT, 'node_modules/vitest/vitest.mjs' ),
			'run',
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${ file }`,
			...args,
		],
		{ cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }
	);
	const code = await new Promise( ( done ) => child.on( 'close', done ) );
	const report = existsSync( file )
		? ( JSON.parse( await readFile( file, 'utf8' ) ) as {
				numPassedTests: number;
				numFailedTests: number;
			} )
		: { numPassedTests: 0, numFailedTests: 0 };
	await rm( folder, { recursive: true, force: true } );
	const { numPassedTests: passed, numFailedTests: failed } = report;
	// A file that doesn't even load holds no test that could fail.
	return { passed, failed: failed || ( code === 0 ? 0 : 1 ) };
}
