// Makes WebP files (RFC 9649).
/* eslint-disable no-bitwise -- the format is made of bits */
import { ascii, little } from './bytes.ts';
import type { Canvas } from './canvas.ts';
import { XMP } from './metadata.ts';

const riffChunk = ( name: string, ...content: Buffer[] ) => {
	const data = Buffer.concat( content );
	return Buffer.concat( [
		ascii( name ),
		little( 4, data.length ),
		data,
		Buffer.alloc( data.length % 2 ),
	] );
};
export const riff = ( ...chunks: Buffer[] ) =>
	riffChunk( 'RIFF', ascii( 'WEBP' ), ...chunks );

/** A lossless WebP picture whose every value is written out, eight bits each (RFC 9649, 3). */
function webpPicture( { width, height, paint }: Canvas ): Buffer {
	const bytes: number[] = [];
	let bit = 0;
	const write = ( value: number, length: number ) => {
		for ( let i = 0; i < length; i++, bit++ ) {
			bytes[ bit >> 3 ] =
				( bytes[ bit >> 3 ] ?? 0 ) |
				( ( ( value >> i ) & 1 ) << ( bit & 7 ) );
		}
	};
	write( 0x2f, 8 );
	write( width - 1, 14 );
	write( height - 1, 14 );
	// Alpha is used; version 0; no transform, no colour cache, one set of codes.
	write( 1, 1 + 3 + 1 + 1 + 1 );
	for ( const others of [ 24, 0, 0, 0 ] ) {
		// Lengths of the lengths 0 and 8: one bit each, in the place that the format gives them.
		write( 0, 1 );
		write( 12 - 4, 4 );
		for ( let place = 0; place < 12; place++ ) {
			write( place === 2 || place === 11 ? 1 : 0, 3 );
		}
		write( 0, 1 );
		for ( let symbol = 0; symbol < 256; symbol++ ) {
			write( 1, 1 );
		}
		write( 0, others );
	}
	// Distances: one code that takes no bits.
	write( 1, 1 + 1 + 1 + 1 );
	for ( let y = 0; y < height; y++ ) {
		for ( let x = 0; x < width; x++ ) {
			const [ red, green, blue, alpha ] = paint( x, y );
			for ( const value of [ green, red, blue, alpha ] ) {
				for ( let place = 7; place >= 0; place-- ) {
					write( value >> place, 1 );
				}
			}
		}
	}
	return riffChunk( 'VP8L', Buffer.from( bytes ) );
}

const webpHeader = ( flags: number, { width, height }: Canvas ) =>
	riffChunk( 'VP8X', little( 4, flags ), little( 3, width - 1, height - 1 ) );

interface WebpOptions extends Canvas {
	profile?: Buffer;
	/** From its byte order mark on. */
	exif?: Buffer;
}

export function webp( options: WebpOptions ): Buffer {
	const { profile, exif: tiff } = options;
	return riff(
		webpHeader(
			0x10 | ( profile ? 0x20 : 0 ) | ( tiff ? 0x0c : 0 ),
			options
		),
		...( profile ? [ riffChunk( 'ICCP', profile ) ] : [] ),
		webpPicture( options ),
		...( tiff
			? [ riffChunk( 'EXIF', tiff ), riffChunk( 'XMP ', ascii( XMP ) ) ]
			: [] )
	);
}

/** Each picture is shown for a tenth of a second. */
export function animatedWebp( frames: Canvas[] ): Buffer {
	return riff(
		...frames.slice( 0, 1 ).map( ( frame ) => webpHeader( 0x12, frame ) ),
		riffChunk( 'ANIM', Buffer.alloc( 6 ) ),
		...frames.map( ( frame ) =>
			riffChunk(
				'ANMF',
				little( 3, 0, 0, frame.width - 1, frame.height - 1, 100 ),
				Buffer.of( 0 ),
				webpPicture( frame )
			)
		)
	);
}
