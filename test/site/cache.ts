// The project's cache: a folder for each WordPress and what goes with it, made once as a whole.
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './site.ts';

export const CACHE = join( ROOT, '.cache' );

/** A folder with a whole WordPress in it. */
export interface WordPress {
	path: string;
	version: string;
}

export type Say = ( line: string ) => void;

/** What wp-includes/version.php says. */
export async function versionOf( path: string ): Promise< string > {
	const source = await readFile(
		join( path, 'wp-includes/version.php' ),
		'utf8'
	).catch( () => '' );
	return /\$wp_version\s*=\s*'([^']+)'/.exec( source )?.[ 1 ] ?? '';
}

/** Makes a folder of the cache as a whole or not at all, also when two commands run at once. */
export async function fill(
	path: string,
	make: ( folder: string ) => Promise< void >
): Promise< void > {
	await mkdir( CACHE, { recursive: true } );
	const folder = await mkdtemp( `${ path }-` );
	try {
		// A web server that runs as somebody else reads it too.
		await chmod( folder, 0o755 );
		await make( folder );
		await rename( folder, path );
	} catch ( error ) {
		if ( ! existsSync( path ) ) {
			throw error;
		}
	} finally {
		await rm( folder, { recursive: true, force: true } );
	}
}
