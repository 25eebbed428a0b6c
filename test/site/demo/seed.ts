// Makes the demo's pictures: drawings in SVG become PNG files.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Sharp on a large card, and quick to draw and to take in. */
const WIDTH = 1280;
const DRAWINGS = join( import.meta.dirname, 'pictures' );

/** Draws what the folder lacks yet. */
export async function makePictures( folder: string ): Promise< void > {
	await mkdir( folder, { recursive: true } );
	const names = ( await readdir( DRAWINGS ) )
		.map( ( file ) => basename( file, '.ts' ) )
		.filter( ( name ) => name !== 'paint' );
	const missing = names.filter(
		( name ) => ! existsSync( join( folder, `${ name }.png` ) )
	);
	if ( missing.length === 0 ) {
		return;
	}
	await initWasm(
		await readFile(
			fileURLToPath(
				import.meta.resolve( '@resvg/resvg-wasm/index_bg.wasm' )
			)
		)
	);
	for ( const name of missing ) {
		const drawing = (
			( await import( join( DRAWINGS, `${ name }.ts` ) ) ) as Record<
				string,
				string
			>
		 )[ name ];
		if ( ! drawing ) {
			throw new Error( `pictures/${ name }.ts exports no "${ name }".` );
		}
		await writeFile(
			join( folder, `${ name }.png` ),
			new Resvg( drawing, {
				fitTo: { mode: 'width', value: WIDTH },
			} )
				.render()
				.asPng()
		);
	}
}
