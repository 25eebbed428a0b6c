// Makes PNG files (W3C PNG, third edition).
import { crc32, deflateSync } from 'node:zlib';
import { big, joined } from './bytes.ts';
import type { Canvas } from './canvas.ts';

const PNG_SIGNATURE = Buffer.of(
	0x89,
	0x50,
	0x4e,
	0x47,
	0x0d,
	0x0a,
	0x1a,
	0x0a
);

export function pngChunk(
	name: string,
	...content: ( Buffer | string )[]
): Buffer {
	const data = joined( [ name, ...content ] );
	return Buffer.concat( [
		big( 4, data.length - 4 ),
		data,
		big( 4, crc32( data ) ),
	] );
}

export const pngProfile = ( profile: Buffer ) =>
	pngChunk( 'iCCP', 'P3\0\0', deflateSync( profile ) );

/** A PNG with an alpha channel. */
export function png( {
	width,
	height,
	paint,
	before = [],
}: Canvas & { before?: Buffer[] } ): Buffer {
	const rows = Buffer.alloc( height * ( 1 + 4 * width ) );
	for ( let y = 0; y < height; y++ ) {
		for ( let x = 0; x < width; x++ ) {
			const [ red, green, blue, alpha ] = paint( x, y );
			rows.set(
				[ red, green, blue, alpha ],
				y * ( 1 + 4 * width ) + 1 + 4 * x
			);
		}
	}
	return Buffer.concat( [
		PNG_SIGNATURE,
		pngChunk( 'IHDR', big( 4, width, height ), Buffer.of( 8, 6, 0, 0, 0 ) ),
		...before,
		pngChunk( 'IDAT', deflateSync( rows ) ),
		pngChunk( 'IEND' ),
	] );
}

/** Millions of black pixels, one bit each, packed into a few thousand bytes. */
export function pngBomb( width: number, height: number ): Buffer {
	return Buffer.concat( [
		PNG_SIGNATURE,
		pngChunk( 'IHDR', big( 4, width, height ), Buffer.of( 1, 0, 0, 0, 0 ) ),
		pngChunk(
			'IDAT',
			deflateSync(
				Buffer.alloc( height * ( 1 + Math.ceil( width / 8 ) ) )
			)
		),
		pngChunk( 'IEND' ),
	] );
}

export function pngChunks( bytes: Buffer ): string[] {
	const names = [];
	for ( let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE( at ) ) {
		names.push( bytes.toString( 'latin1', at + 4, at + 8 ) );
	}
	return names;
}
