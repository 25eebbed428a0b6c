// The checks that need no site: build, types, linters, formatting, contract, and PHP's oldest and newest parser. `npm run lint` runs them alone.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../bin/build.ts';
import { CONTRACT, contract } from '../bin/contract.ts';
import { PRETTIER, ROOT, STYLES } from '../bin/format.ts';

/** Says nothing when all is well, else throws with what is wrong. */
interface Check {
	name: string;
	run: () => Promise< void >;
}

export interface Count {
	passed: number;
	failed: number;
}

const installed = ( path: string ) => join( ROOT, 'node_modules', path );

const CHECKS: Check[] = [
	{ name: 'build', run: build },
	{
		name: 'contract is up to date',
		async run() {
			if (
				( await readFile( CONTRACT, 'utf8' ) ) !== ( await contract() )
			) {
				throw new Error(
					'src/contract.ts is older than plugin/contract: "npm run contract" makes it anew.'
				);
			}
		},
	},
	{
		name: 'types',
		run: () => node( installed( 'typescript/bin/tsc' ), '--noEmit' ),
	},
	{
		name: 'lint scripts',
		run: () =>
			node(
				installed( '@wordpress/scripts/bin/wp-scripts.js' ),
				'lint-js',
				// Formatting is a check of its own.
				'--rule=prettier/prettier: off',
				'.'
			),
	},
	{ name: 'lint styles', run: () => node( ...STYLES ) },
	{ name: 'formatting', run: () => node( ...PRETTIER, '--check' ) },
	{ name: 'PHP 8.1 reads every file', run: () => parse( '8.1' ) },
	{ name: 'PHP 8.5 reads every file', run: () => parse( '8.5' ) },
];

/** Runs the checks, two at a time, and prints each as it ends. */
export async function runChecks( checks = CHECKS ): Promise< Count > {
	const waiting = [ ...checks ];
	const count: Count = { passed: 0, failed: 0 };
	const work = async () => {
		for ( let check; ( check = waiting.shift() ); ) {
			const begun = Date.now();
			try {
				await check.run();
				count.passed++;
				console.log(
					` ✓ ${ check.name } (${ Date.now() - begun } ms)`
				);
			} catch ( error ) {
				count.failed++;
				console.log(
					` ✗ ${ check.name }\n${ ( error as Error ).message }\n`
				);
			}
		}
	};
	await Promise.all( [ work(), work() ] );
	return count;
}

/** Parses all PHP by a version of Playground's PHP, so that none has to be installed. */
async function parse( version: string ): Promise< void > {
	await node(
		'--experimental-wasm-jspi',
		installed( '@wp-playground/cli/wp-playground.js' ),
		'php',
		`--php=${ version }`,
		'--verbosity=quiet',
		'--wordpress-install-mode=do-not-attempt-installing',
		'--skip-sqlite-setup',
		...[ 'plugin', 'test' ].flatMap( ( folder ) => [
			'--mount-dir-before-install',
			join( ROOT, folder ),
			`/parse/${ folder }`,
		] ),
		'--mount-dir-before-install',
		join( ROOT, 'test/parse.php' ),
		'/parse/parse.php',
		'--',
		'/parse/parse.php'
	);
}

async function node( ...args: string[] ): Promise< void > {
	await program( process.execPath, ...args );
}

/**
 * Runs a program in the repository's folder.
 *
 * @throws {Error} With all it said, when it fails.
 */
export async function program(
	name: string,
	...args: string[]
): Promise< void > {
	const child = spawn( name, args, { cwd: ROOT } );
	let said = '';
	child.stdout.on( 'data', ( text ) => ( said += text ) );
	child.stderr.on( 'data', ( text ) => ( said += text ) );
	const code = await new Promise( ( done, fail ) => {
		child.on( 'error', fail );
		child.on( 'close', done );
	} );
	if ( code !== 0 ) {
		throw new Error( said.trim() || `${ name } ended with ${ code }` );
	}
}

if ( import.meta.main ) {
	const { passed, failed } = await runChecks();
	console.log( `\n${ passed } passed, ${ failed } failed` );
	process.exitCode = failed ? 1 : 0;
}
