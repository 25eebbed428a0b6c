// Packs plugin/ into throughline-<version>.zip, which WordPress installs by upload.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { build } from './build.ts';
import { ROOT } from './format.ts';

const PLUGIN = join( ROOT, 'plugin' );
/** The same plugin makes the same zip on every day; zip files know no dates before 1980. */
const MTIME = new Date( 1980, 0, 1 );

await build();
const header = await readFile( join( PLUGIN, 'throughline.php' ), 'utf8' );
const version = /^\s*\*?\s*Version:\s*(\S+)/m.exec( header )?.[ 1 ] ?? '0';
const files: Zippable = {};
for ( const name of ( await readdir( PLUGIN, { recursive: true } ) ).sort() ) {
	const path = join( PLUGIN, name );
	if ( ( await stat( path ) ).isFile() ) {
		files[ `throughline/${ name.replaceAll( '\\', '/' ) }` ] = [
			await readFile( path ),
			{ mtime: MTIME },
		];
	}
}
const target = `throughline-${ version }.zip`;
const bytes = zipSync( files, { level: 9 } );
await writeFile( join( ROOT, target ), bytes );
console.log(
	`${ target }: ${ Object.keys( files ).length } files, ${ Math.round(
		bytes.length / 1000
	) } kB`
);
