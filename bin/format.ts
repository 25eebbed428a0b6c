// Formats everything that Prettier knows here: TypeScript, styles, JSON and PHP.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve( import.meta.dirname, '..' );

/** Prettier's arguments, for writing and for checking alike. */
export const PRETTIER = [
	join( ROOT, 'node_modules/prettier/bin/prettier.cjs' ),
	'--log-level=warn',
	'**/*.{ts,tsx,mjs,cjs,php,scss,json}',
];

if ( import.meta.main ) {
	process.exitCode =
		spawnSync( process.execPath, [ ...PRETTIER, '--write' ], {
			cwd: ROOT,
			stdio: 'inherit',
		} ).status ?? 1;
}
