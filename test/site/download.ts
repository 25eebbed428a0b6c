// WordPress from wordpress.org, by Playground's own download.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startPlayground } from './runtime.ts';

/** Whether wordpress.org answers; one short question, so that machines without a way out lose no time. */
export async function reachesWordPressOrg(): Promise< boolean > {
	return await fetch( 'https://wordpress.org/', {
		method: 'HEAD',
		signal: AbortSignal.timeout( 4000 ),
	} ).then(
		( { ok } ) => ok,
		() => false
	);
}

/** Lets Playground download a WordPress into an empty folder: a version, or the address of a zip file. */
export async function fetchWordPress(
	version: string,
	folder: string
): Promise< void > {
	const server = await startPlayground( {
		php: '8.3',
		port: await freePort(),
		workers: 1,
		mounts: { '/wordpress': folder },
		mode: 'download-and-install',
		wp: version,
	} );
	await server[ Symbol.asyncDispose ]();
	// The database of that installation is no part of WordPress.
	for ( const path of [ 'wp-content/database', 'wp-config.php' ] ) {
		await rm( join( folder, path ), { recursive: true, force: true } );
	}
}
