// A WordPress that the user names, as a folder or zip file: copied, so that it stays as it is.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { CACHE, fill, versionOf, type Say, type WordPress } from './cache.ts';

export async function named( given: string, say: Say ): Promise< WordPress > {
	const { mtimeMs, size } = await stat( given );
	const isFolder = ( await stat( given ) ).isDirectory();
	const key = createHash( 'sha256' )
		.update( [ given, mtimeMs, size ].join() )
		.digest( 'hex' )
		.slice( 0, 12 );
	const path = join( CACHE, `wordpress-named-${ key }` );
	if ( ! existsSync( path ) ) {
		say( `Copying WordPress from ${ given } …` );
		await fill( path, async ( folder ) => {
			await ( isFolder ? copyTree : unzip )( given, folder );
			if ( ! ( await versionOf( folder ) ) ) {
				throw new Error(
					`${ given } holds no WordPress: wp-includes/version.php is missing.`
				);
			}
		} );
	}
	return { path, version: await versionOf( path ) };
}

/** WordPress itself, without what a site adds to it: settings, uploads, plugins. */
async function copyTree( from: string, to: string ): Promise< void > {
	const own = new RegExp(
		String.raw`^(wp-config\.php|\.\w+|wp-content/(?!themes|languages|index\.php).*)$`
	);
	await cp( from, to, {
		recursive: true,
		dereference: true,
		filter: ( path ) =>
			! own.test( relative( from, path ).replaceAll( '\\', '/' ) ),
	} );
}

async function unzip( file: string, folder: string ): Promise< void > {
	const entries = Object.entries( unzipSync( await readFile( file ) ) );
	const inner = entries.every( ( [ name ] ) =>
		name.startsWith( 'wordpress/' )
	)
		? 'wordpress/'
		: '';
	for ( const [ name, bytes ] of entries ) {
		const path = join( folder, name.slice( inner.length ) );
		if ( ! path.startsWith( join( folder, '/' ) ) ) {
			throw new Error(
				`${ file } holds files that lie outside its folder.`
			);
		}
		if ( name.endsWith( '/' ) ) {
			continue;
		}
		await mkdir( dirname( path ), { recursive: true } );
		await writeFile( path, bytes );
	}
}
