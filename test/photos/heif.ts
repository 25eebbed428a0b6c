// Makes AVIF and HEIC files (ISO/IEC 23008-12) around a picture that is coded already.
/* eslint-disable no-bitwise -- the format is made of bits */
import { ascii, big, joined } from './bytes.ts';

export const box = (
	name: string,
	...content: ( Buffer | string )[]
): Buffer => {
	const data = joined( content );
	return Buffer.concat( [ big( 4, data.length + 8 ), ascii( name ), data ] );
};
const fullBox = (
	name: string,
	version: number,
	...content: ( Buffer | string )[]
) => box( name, big( 4, version << 24 ), ...content );

interface HeifOptions {
	brand: 'avif' | 'heic';
	width: number;
	height: number;
	/** The coded picture, and the box that describes its coding. */
	coded: Buffer;
	coding: Buffer;
	/** More properties of the picture: irot, imir, colr. */
	properties?: Buffer[];
	exif?: Buffer;
}

/** An AVIF or HEIC file around a picture that is coded already. */
export function heif( {
	brand,
	width,
	height,
	coded,
	coding,
	properties = [],
	exif: tiff,
}: HeifOptions ): Buffer {
	const codec = brand === 'avif' ? 'av01' : 'hvc1';
	const all = [
		fullBox( 'ispe', 0, big( 4, width, height ) ),
		fullBox( 'pixi', 0, Buffer.of( 3, 8, 8, 8 ) ),
		coding,
		...properties,
	];
	const extra = tiff
		? Buffer.concat( [ big( 4, 0 ), tiff ] )
		: Buffer.alloc( 0 );
	const start = box( 'ftyp', brand, big( 4, 0 ), `${ brand }mif1miaf` );
	const items: [ string, Buffer ][] = [
		[ codec, coded ],
		...( tiff ? [ [ 'Exif', extra ] as [ string, Buffer ] ] : [] ),
	];
	const meta = ( at: number ) => {
		let place = at;
		return fullBox(
			'meta',
			0,
			fullBox( 'hdlr', 0, big( 4, 0 ), 'pict', Buffer.alloc( 13 ) ),
			fullBox( 'pitm', 0, big( 2, 1 ) ),
			fullBox(
				'iloc',
				0,
				Buffer.of( 0x44, 0 ),
				big( 2, items.length ),
				...items.map( ( [ , data ], index ) => {
					place += data.length;
					return Buffer.concat( [
						big( 2, index + 1, 0, 1 ),
						big( 4, place - data.length, data.length ),
					] );
				} )
			),
			fullBox(
				'iinf',
				0,
				big( 2, items.length ),
				...items.map( ( [ type ], index ) =>
					fullBox( 'infe', 2, big( 2, index + 1, 0 ), `${ type }\0` )
				)
			),
			...( tiff
				? [ fullBox( 'iref', 0, box( 'cdsc', big( 2, 2, 1, 1 ) ) ) ]
				: [] ),
			box(
				'iprp',
				box( 'ipco', ...all ),
				fullBox(
					'ipma',
					0,
					big( 4, 1 ),
					big( 2, 1 ),
					// The coding and how to turn the picture are essential.
					Buffer.of(
						all.length,
						...all.map(
							( _, index ) =>
								( index === 0 || index === 1 ? 0 : 0x80 ) |
								( index + 1 )
						)
					)
				)
			)
		);
	};
	const head = start.length + meta( 0 ).length + 8;
	return Buffer.concat( [
		start,
		meta( head ),
		box( 'mdat', coded, extra ),
	] );
}

/** What another AVIF file holds: the coded picture, and the box that describes its coding. */
export function codedIn( avif: Buffer ): { coded: Buffer; coding: Buffer } {
	const at = ( name: string ) =>
		avif.lastIndexOf( name, undefined, 'latin1' ) - 4;
	const take = ( from: number ) =>
		avif.subarray( from, from + avif.readUInt32BE( from ) );
	return {
		coded: take( at( 'mdat' ) ).subarray( 8 ),
		coding: take( at( 'av1C' ) ),
	};
}
