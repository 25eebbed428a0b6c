// Formats everything that Prettier knows here, PHP among it, and mends what the linter of styles can mend.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve( import.meta.dirname, '..' );

/** Prettier's arguments, for writing and for checking alike. */
export const PRETTIER = [
	join( ROOT, 'node_modules/prettier/bin/prettier.cjs' ),
	'--log-level=warn',
	'**/*.{ts,tsx,mjs,cjs,php,css,scss,json}',
];

/** The arguments of the linter of styles. */
export const STYLES = [
	join( ROOT, 'node_modules/@wordpress/scripts/bin/wp-scripts.js' ),
	'lint-style',
	'{blocks,src,plugin}/**/*.{css,scss}',
];

if ( import.meta.main ) {
	for ( const args of [
		[ ...STYLES, '--fix' ],
		[ ...PRETTIER, '--write' ],
	] ) {
		process.exitCode ||=
			spawnSync( process.execPath, args, { cwd: ROOT, stdio: 'inherit' } )
				.status ?? 1;
	}
}
