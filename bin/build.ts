// Builds blocks, view modules and screens into plugin/build, and translations into plugin/languages, so that plugin/ is installable as it lies.
import { spawn } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './format.ts';
import { languages } from './languages.ts';

/**
 * The last good build stays until a new one is whole.
 *
 * @throws {Error} With what webpack said, when it fails.
 */
export async function build(): Promise< void > {
	const target = join( ROOT, 'plugin/build' );
	const made = join( ROOT, `.cache/build-${ process.pid }` );
	try {
		await mkdir( made, { recursive: true } );
		await Promise.all( [ webpack( made ), languages() ] );
		await rm( target, { recursive: true, force: true } );
		await rename( made, target );
	} finally {
		await rm( made, { recursive: true, force: true } );
	}
}

async function webpack( output: string ): Promise< void > {
	const child = spawn(
		process.execPath,
		[
			join( ROOT, 'node_modules/@wordpress/scripts/bin/wp-scripts.js' ),
			'build',
			'--config=webpack.config.cjs',
			'--webpack-src-dir=blocks',
			`--output-path=${ join( output, 'blocks' ) }`,
			'--experimental-modules',
			'--blocks-manifest',
		],
		{ cwd: ROOT }
	);
	let said = '';
	child.stdout.on( 'data', ( text ) => ( said += text ) );
	child.stderr.on( 'data', ( text ) => ( said += text ) );
	const code = await new Promise( ( done ) => child.on( 'close', done ) );
	if ( code !== 0 ) {
		throw new Error( `The build failed:\n${ said }` );
	}
}

if ( import.meta.main ) {
	await build().catch( ( error: Error ) => {
		console.error( error.message );
		process.exitCode = 1;
	} );
}
