// What cameras and editors write beside a picture: Exif, XMP, colour profiles.
/* eslint-disable no-bitwise -- the format is made of bits */
import { ascii, big } from './bytes.ts';

export const CAMERA = 'Throughline Testcam';
/** Degrees, minutes and thousandths of seconds of a place in the North Sea. */
const LATITUDE = [ 54, 1, 31, 1, 12034, 1000 ];
const LONGITUDE = [ 6, 1, 35, 1, 15987, 1000 ];
/** A position as it stands in Exif: nothing that is made of a photo may hold it. */
export const POSITION = big( 4, ...LATITUDE );

/** Exif from its byte order mark on. */
export function exif( { orientation = 1, gps = false } = {} ): Buffer {
	const entry = ( tag: number, type: number, count: number, value: Buffer ) =>
		Buffer.concat( [
			big( 2, tag, type ),
			big( 4, count ),
			value,
			Buffer.alloc( 4 - value.length ),
		] );
	const directory = ( ...entries: Buffer[] ) =>
		Buffer.concat( [ big( 2, entries.length ), ...entries, big( 4, 0 ) ] );
	const camera = ascii( `${ CAMERA }\0` );
	const count = gps ? 3 : 2;
	const cameraAt = 8 + 2 + 12 * count + 4;
	const gpsAt = cameraAt + camera.length;
	const positionAt = gpsAt + 2 + 12 * 4 + 4;
	return Buffer.concat( [
		ascii( 'MM\0*' ),
		big( 4, 8 ),
		directory(
			entry( 0x010f, 2, camera.length, big( 4, cameraAt ) ),
			entry( 0x0112, 3, 1, big( 2, orientation ) ),
			...( gps ? [ entry( 0x8825, 4, 1, big( 4, gpsAt ) ) ] : [] )
		),
		camera,
		...( gps
			? [
					directory(
						entry( 1, 2, 2, ascii( 'N\0' ) ),
						entry( 2, 5, 3, big( 4, positionAt ) ),
						entry( 3, 2, 2, ascii( 'E\0' ) ),
						entry( 4, 5, 3, big( 4, positionAt + 24 ) )
					),
					POSITION,
					big( 4, ...LONGITUDE ),
				]
			: [] ),
	] );
}

export const XMP =
	'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description exif:GPSLatitude="54,31.2N"/></rdf:RDF></x:xmpmeta>';

/** Signatures and contents of an ICC profile's tags, laid out as they come. */
export function iccProfile(
	tags: [ string, Buffer ][],
	space = 'RGB '
): Buffer {
	const start = 128 + 4 + 12 * tags.length;
	let end = start;
	const table: Buffer[] = [];
	const data: Buffer[] = [];
	for ( const [ signature, content ] of tags ) {
		table.push( ascii( signature ), big( 4, end, content.length ) );
		data.push(
			content,
			Buffer.alloc( ( 4 - ( content.length % 4 ) ) % 4 )
		);
		end += content.length + ( ( 4 - ( content.length % 4 ) ) % 4 );
	}
	const header = Buffer.alloc( 128 );
	header.writeUInt32BE( end, 0 );
	header.writeUInt32BE( 0x04000000, 8 );
	header.write( `mntr${ space }XYZ `, 12, 'latin1' );
	header.write( 'acspAPPL', 36, 'latin1' );
	big( 4, 0xf6d6, 0x10000, 0xd32d ).copy( header, 68 );
	return Buffer.concat( [
		header,
		big( 4, tags.length ),
		...table,
		...data,
	] );
}

const fixed = ( ...numbers: number[] ) =>
	big(
		4,
		...numbers.map( ( number ) => Math.round( number * 65536 ) >>> 0 )
	);
const iccText = ( text: string ) => {
	const words = Buffer.from( text, 'utf16le' ).swap16();
	return Buffer.concat( [
		ascii( 'mluc' ),
		big( 4, 0, 1, 12 ),
		ascii( 'enUS' ),
		big( 4, words.length, 28 ),
		words,
	] );
};
const iccPoint = ( ...numbers: number[] ) =>
	Buffer.concat( [ ascii( 'XYZ \0\0\0\0' ), fixed( ...numbers ) ] );
const curve = Buffer.concat( [
	ascii( 'para\0\0\0\0' ),
	big( 2, 3, 0 ),
	fixed( 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 ),
] );

export const DISPLAY_P3_TAGS: [ string, Buffer ][] = [
	[ 'desc', iccText( 'Display P3' ) ],
	[ 'cprt', iccText( 'Nobody' ) ],
	[ 'wtpt', iccPoint( 0.96419, 1, 0.82489 ) ],
	[ 'rXYZ', iccPoint( 0.51512, 0.2412, -0.00105 ) ],
	[ 'gXYZ', iccPoint( 0.29198, 0.69225, 0.04189 ) ],
	[ 'bXYZ', iccPoint( 0.1571, 0.06657, 0.78407 ) ],
	[ 'rTRC', curve ],
	[ 'gTRC', curve ],
	[ 'bTRC', curve ],
];
/** The colours of phones. */
export const DISPLAY_P3 = iccProfile( DISPLAY_P3_TAGS );
