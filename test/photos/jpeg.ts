// Makes JPEG files (ITU-T T.81) whose blocks of eight by eight pixels have one colour each, and takes them apart.
import { Bits } from './bits.ts';
import { ascii, big, joined } from './bytes.ts';
import type { Canvas, Color } from './canvas.ts';
import { XMP } from './metadata.ts';

export const segment = (
	marker: number,
	...content: ( Buffer | string )[]
): Buffer => {
	const data = joined( content );
	return Buffer.concat( [
		Buffer.of( 0xff, marker ),
		big( 2, data.length + 2 ),
		data,
	] );
};
export const jpegExif = ( tiff: Buffer ) => segment( 0xe1, 'Exif\0\0', tiff );
export const jpegXmp = () =>
	segment( 0xe1, 'http://ns.adobe.com/xap/1.0/\0', XMP );
/** A caption and a city, as news desks write them. */
export const jpegIptc = () => {
	const records = ascii(
		'\x1c\x02\x78\0\x0eSecret caption\x1c\x02\x5a\0\x06Madrid'
	);
	return segment(
		0xed,
		'Photoshop 3.0\0',
		'8BIM\x04\x04\0\0',
		big( 4, records.length ),
		records
	);
};
export const jpegComment = ( text: string ) => segment( 0xfe, text );
export const jpegProfile = ( profile: Buffer, parts = 1 ) =>
	Buffer.concat(
		Array.from( { length: parts }, ( _, part ) => {
			const length = Math.ceil( profile.length / parts );
			return segment(
				0xe2,
				'ICC_PROFILE\0',
				Buffer.of( part + 1, parts ),
				profile.subarray( part * length, ( part + 1 ) * length )
			);
		} )
	);

interface JpegOptions extends Canvas {
	kind?: 'baseline' | 'progressive' | 'gray' | 'cmyk';
	/** Segments between start and picture. */
	before?: Buffer[];
	/** Restart markers, this many blocks apart. */
	restart?: number;
}

/** Codes of DC differences by their length in bits, as in ITU-T T.81, K.3. */
const DC_LENGTHS = [ 2, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9 ];
const DC_CODES = [ 0, 2, 3, 4, 5, 6, 14, 30, 62, 126, 254, 510 ];
const DC_TABLE = Buffer.of(
	0,
	0,
	1,
	5,
	1,
	1,
	1,
	1,
	1,
	1,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	1,
	2,
	3,
	4,
	5,
	6,
	7,
	8,
	9,
	10,
	11
);
/** Knows one code only, the bit 0: nothing follows. */
const AC_TABLE = Buffer.of(
	0x10,
	1,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0
);

/** A JPEG whose blocks of eight by eight pixels have one colour each: small, sound, and quick to make. */
export function jpeg( {
	width,
	height,
	paint,
	kind = 'baseline',
	before = [],
	restart = 0,
}: JpegOptions ): Buffer {
	const components = { gray: 1, cmyk: 4, baseline: 3, progressive: 3 }[
		kind
	];
	const isProgressive = kind === 'progressive';
	const ids = Array.from( { length: components }, ( _, id ) => id + 1 );
	const scan = ( scanned: number[], from: number, to: number ) =>
		segment(
			0xda,
			Buffer.of(
				scanned.length,
				...scanned.flatMap( ( id ) => [ id, 0 ] ),
				from,
				to,
				0
			)
		);
	const columns = Math.ceil( width / 8 );
	const rows = Math.ceil( height / 8 );
	const bits = new Bits();
	const last = ids.map( () => 0 );
	for ( let block = 0; block < columns * rows; block++ ) {
		if ( restart && block && block % restart === 0 ) {
			bits.restart( ( block / restart - 1 ) % 8 );
			last.fill( 0 );
		}
		const x = Math.min( width - 1, ( block % columns ) * 8 + 4 );
		const y = Math.min( height - 1, Math.floor( block / columns ) * 8 + 4 );
		channels( paint( x, y ), kind ).forEach( ( value, id ) => {
			const level = Math.round( 8 * ( value - 128 ) );
			const difference = level - ( last[ id ] ?? 0 );
			last[ id ] = level;
			const size = 32 - Math.clz32( Math.abs( difference ) );
			bits.write( DC_CODES[ size ] ?? 0, DC_LENGTHS[ size ] ?? 0 );
			bits.write(
				difference < 0 ? difference + 2 ** size - 1 : difference,
				size
			);
			if ( ! isProgressive ) {
				bits.write( 0, 1 );
			}
		} );
	}
	const details = Buffer.concat(
		ids.flatMap( ( id ) => {
			const nothing = new Bits();
			for ( let block = 0; block < columns * rows; block++ ) {
				nothing.write( 0, 1 );
			}
			return [ scan( [ id ], 1, 63 ), nothing.end() ];
		} )
	);
	return Buffer.concat( [
		Buffer.of( 0xff, 0xd8 ),
		...before,
		// Inks are stored inverted.
		...( kind === 'cmyk' ? [ segment( 0xee, 'Adobe\0d\0\0\0\0\0' ) ] : [] ),
		segment( 0xdb, Buffer.of( 0 ), Buffer.alloc( 64, 1 ) ),
		segment(
			isProgressive ? 0xc2 : 0xc0,
			Buffer.of( 8 ),
			big( 2, height, width ),
			Buffer.of( components, ...ids.flatMap( ( id ) => [ id, 0x11, 0 ] ) )
		),
		segment( 0xc4, DC_TABLE ),
		segment( 0xc4, AC_TABLE ),
		...( restart ? [ segment( 0xdd, big( 2, restart ) ) ] : [] ),
		scan( ids, 0, isProgressive ? 0 : 63 ),
		bits.end(),
		...( isProgressive ? [ details ] : [] ),
		Buffer.of( 0xff, 0xd9 ),
	] );
}

function channels(
	[ red, green, blue ]: Color,
	kind: JpegOptions[ 'kind' ]
): number[] {
	const light = 0.299 * red + 0.587 * green + 0.114 * blue;
	if ( kind === 'gray' ) {
		return [ light ];
	}
	return kind === 'cmyk'
		? [ red, green, blue, 255 ]
		: [
				light,
				128 + ( blue - light ) / 1.772,
				128 + ( red - light ) / 1.402,
			];
}

/** Markers of a JPEG's parts and what they hold, scans without their data; 'rest' is what lies behind the end. */
export function jpegParts(
	bytes: Buffer
): { marker: number; content: Buffer }[] {
	const parts = [];
	let at = 2;
	for (;;) {
		const marker = bytes.readUInt8( at + 1 );
		if ( bytes[ at ] !== 0xff ) {
			throw new Error( `No marker at ${ at }` );
		}
		if ( marker === 0xd9 ) {
			return at + 2 < bytes.length
				? [
						...parts,
						{ marker: -1, content: bytes.subarray( at + 2 ) },
					]
				: parts;
		}
		const end = at + 2 + bytes.readUInt16BE( at + 2 );
		parts.push( { marker, content: bytes.subarray( at + 4, end ) } );
		at = end;
		while (
			marker === 0xda &&
			! ( bytes[ at ] === 0xff && isMarker( bytes.readUInt8( at + 1 ) ) )
		) {
			at++;
		}
	}
}

const isMarker = ( byte: number ) =>
	byte > 0 && ! ( byte >= 0xd0 && byte <= 0xd7 );
