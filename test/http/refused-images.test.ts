// What can't be verified is refused by name and reason, and never costs more than a look.
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as photos from '../photos.ts';
import { intake, libraries, picture, small } from './intake.ts';

/** ImageMagick's limits hold for a process of PHP, so they go back at the end of the request. */
const LITTLE_ROOM = `
	foreach (class_exists('Imagick') ? ['DISK' => 0, 'MAP' => 1000, 'MEMORY' => 64000000] : [] as $of => $limit) {
		$type = constant("Imagick::RESOURCETYPE_$of");
		$before = Imagick::getResourceLimit($type);
		register_shutdown_function(static fn() => Imagick::setResourceLimit($type, $before));
		Imagick::setResourceLimit($type, $limit);
	}
`;

describe.each( libraries )( 'a photo decoded by %s', ( library ) => {
	it( 'is refused when half of it is missing', async () => {
		const half = ( bytes: Buffer ) =>
			bytes.subarray( 0, Math.round( bytes.length / 2 ) );
		for ( const bytes of [
			photos.jpeg( small ),
			photos.png( small ),
			photos.webp( small ),
		] ) {
			expect( await intake( half( bytes ), { library } ) ).toMatchObject(
				{
					code: 'throughline_photo_damaged',
					status: 422,
					message:
						'“turbine.jpg” is damaged – please send it again or take another photo.',
				}
			);
		}
	} );

	it( 'is refused when it is damaged inside', async () => {
		const bytes = photos.png( small );
		bytes[ bytes.length - 30 ] = ( bytes[ bytes.length - 30 ] ?? 0 ) + 1;
		expect( await intake( bytes, { library } ) ).toMatchObject( {
			code: 'throughline_photo_damaged',
		} );
		const jpeg = photos.jpeg( { ...small, restart: 40 } );
		const scan = jpeg.indexOf( Buffer.of( 0xff, 0xd0 ) );
		jpeg[ scan + 1 ] = 0x9f;
		expect( await intake( jpeg, { library } ) ).toMatchObject( {
			code: 'throughline_photo_damaged',
		} );
	} );

	it( 'is refused when memory does not suffice, never dies of it', async () => {
		const bytes = photos.pngBomb( 7000, 7000 );
		const answer = await intake( bytes, {
			library,
			before: `ini_set('memory_limit', '200M'); add_filter('image_memory_limit', static fn() => '200M'); ${ LITTLE_ROOM }`,
		} );
		expect( answer ).toMatchObject( {
			code: 'throughline_photo_too_many_pixels',
		} );
		expect( answer.message ).toMatch(
			/^“turbine.jpg” has too many pixels: this site takes photos of up to \d+ megapixels\./
		);
	} );
} );

// Where the server has what it takes; elsewhere there is nothing to expect.
if ( libraries.includes( 'gd' ) ) {
	it( 'a JPEG whose data was overwritten is refused, though its end is there', async () => {
		const bytes = photos.jpeg( picture( 1600, 1200 ) );
		const scan = bytes.indexOf( Buffer.of( 0xff, 0xda ) ) + 40;
		bytes.fill( 0x55, scan, scan + 200 );
		expect( await intake( bytes ) ).toMatchObject( {
			code: 'throughline_photo_damaged',
		} );
	} );
}

describe( 'what is no photo is refused by its content, whatever its name', () => {
	const svg =
		'<?xml version="1.0"?><!-- drawn --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
	const mvg =
		'push graphic-context\nviewbox 0 0 64 64\nimage over 0,0 0,0 "https://evil.example/x.png"\npop graphic-context\n';
	const video = ( brand: string ) =>
		Buffer.concat( [
			photos.box( 'ftyp', brand, Buffer.alloc( 4 ), 'isommp42' ),
			photos.box( 'mdat', Buffer.alloc( 99 ) ),
		] );

	it.each( [
		[ 'a text', Buffer.from( 'Just a text.' ) ],
		[ 'nothing', Buffer.alloc( 0 ) ],
		[ 'a script of PHP', Buffer.from( '<?php phpinfo();' ) ],
		[ 'a script of ImageMagick', Buffer.from( mvg ) ],
		[ 'a GIF', Buffer.from( 'GIF89a\x01\0\x01\0' ) ],
		[ 'a PDF', Buffer.from( '%PDF-1.7' ) ],
		[ 'a raw photo', video( 'crx ' ) ],
	] )( '%s', async ( _, bytes ) => {
		expect( await intake( bytes ) ).toMatchObject( {
			code: 'throughline_photo_type_refused',
			status: 422,
			message: expect.stringMatching(
				/^“turbine.jpg” is not a photo that can be taken here. Please send one of these: JPEG, PNG/
			) as string,
		} );
	} );

	it.each( [
		[ 'UTF-8', Buffer.from( svg ) ],
		[ 'UTF-16', Buffer.from( `\ufeff${ svg }`, 'utf16le' ) ],
	] )( 'an SVG in %s', async ( _, bytes ) => {
		expect( await intake( bytes ) ).toMatchObject( {
			code: 'throughline_photo_svg',
		} );
	} );

	it.each( [
		[ 'MP4', video( 'mp42' ) ],
		[ 'QuickTime', video( 'qt  ' ) ],
		[ 'old QuickTime', photos.box( 'moov', 'mvhd' ) ],
		[ 'WebM', Buffer.of( 0x1a, 0x45, 0xdf, 0xa3, 0 ) ],
		[ 'AVI', Buffer.from( 'RIFF\0\0\0\0AVI LIST' ) ],
	] )( 'a video: %s', async ( _, bytes ) => {
		expect( await intake( bytes ) ).toMatchObject( {
			code: 'throughline_photo_video',
			message:
				'Videos can’t be taken here. Post it on your own profile and send us the link.',
		} );
	} );

	it( 'a HEIC photo where the server has nothing to read it', async () => {
		const heic = photos.heif( {
			brand: 'heic',
			width: 640,
			height: 480,
			coded: Buffer.alloc( 500, 7 ),
			coding: photos.box( 'hvcC', Buffer.alloc( 23 ) ),
		} );
		expect( await intake( heic, { library: 'gd' } ) ).toMatchObject( {
			code: 'throughline_photo_heic_unsupported',
			message: expect.stringContaining( 'Most Compatible' ) as string,
		} );
	} );
} );

describe( 'a photo that is too much is refused before it is decoded', () => {
	const large = { width: 10_000, height: 6_000, paint: () => photos.RED };
	const coding = { coded: Buffer.alloc( 9 ), coding: photos.box( 'av1C' ) };

	it.each( [
		[ 'JPEG of 60 megapixels', photos.jpeg( { ...large, kind: 'gray' } ) ],
		[ 'PNG of 60 megapixels', photos.pngBomb( 10_000, 6_000 ) ],
		[
			'AVIF of 60 megapixels',
			photos.heif( { ...large, ...coding, brand: 'avif' } ),
		],
		[
			'AVIF with a hidden part of 60 megapixels',
			photos.heif( {
				...large,
				...coding,
				width: 64,
				brand: 'avif',
				properties: [
					photos.box(
						'ispe',
						Buffer.from( '0000000000002710000017d4', 'hex' )
					),
				],
			} ),
		],
	] )( '%s', async ( _, bytes ) => {
		expect( await intake( bytes ) ).toMatchObject( {
			code: 'throughline_photo_too_many_pixels',
			status: 422,
			message:
				'“turbine.jpg” has too many pixels: this site takes photos of up to 50 megapixels. Please send it in a smaller size.',
		} );
	} );

	it.each( [
		[ 2 ** 31 - 1, 'too_many_pixels' ],
		[ 2 ** 32 - 1, 'damaged' ],
		[ 0, 'damaged' ],
	] )( 'a PNG that claims %i pixels a side', async ( side, reason ) => {
		const bytes = photos.pngBomb( 8, 8 );
		bytes.writeUInt32BE( side, 16 );
		bytes.writeUInt32BE( side, 20 );
		bytes.writeUInt32BE( crc32( bytes.subarray( 12, 29 ) ), 29 );
		expect( await intake( bytes ) ).toMatchObject( {
			code: `throughline_photo_${ reason }`,
		} );
	} );

	it( 'more than 25 MB', async () => {
		const answer = await intake( photos.jpeg( small ), {
			before: `file_put_contents($sent, str_repeat(' ', 25 * MB_IN_BYTES), FILE_APPEND);`,
		} );
		expect( answer ).toMatchObject( {
			code: 'throughline_photo_too_large',
			status: 413,
			message:
				'“turbine.jpg” is too large: a photo may have up to 25 MB. Please send it in a smaller size.',
		} );
	} );

	it( 'a JPEG of a hundred scans or of countless segments', async () => {
		const bytes = photos.jpeg( { ...small, kind: 'progressive' } );
		const scan = bytes.lastIndexOf( Buffer.of( 0xff, 0xda ) );
		for ( const [ repeated, times ] of [
			[ bytes.subarray( scan, -2 ), 100 ],
			[ photos.segment( 0xfe ), 30_000 ],
		] as [ Buffer, number ][] ) {
			const answer = await intake(
				Buffer.concat( [
					bytes.subarray( 0, scan ),
					...Array< Buffer >( times ).fill( repeated ),
					bytes.subarray( scan ),
				] )
			);
			expect( answer ).toMatchObject( {
				code: 'throughline_photo_unreadable',
			} );
		}
	} );
} );

it.each( [
	[ '../../etc/passwd', 'passwd' ],
	[ 'C:\\Users\\me\\holiday.jpg', 'holiday.jpg' ],
	[ 'inv\u202egpj.exe', 'invgpj.exe' ],
	[ 'line\nbreak\x07.jpg', 'linebreak.jpg' ],
	[ 'Größe 🌊.jpg', 'Größe 🌊.jpg' ],
	[ ' \u200b ', 'Your photo' ],
	[ 'x'.repeat( 300 ), `${ 'x'.repeat( 79 ) }…` ],
] )( 'a message calls %j "%s"', async ( name, called ) => {
	const answer = await intake( Buffer.from( 'text' ), { name } );
	expect( answer.message ).toContain( `“${ called }”` );
} );

it( 'a failure in the middle leaves no file behind', async () => {
	const answer = await intake( photos.jpeg( small ), {
		before: `add_filter('image_resize_dimensions', static fn() => throw new LogicException('in the middle'));`,
	} );
	expect( answer.code ).toBe( 'in the middle' );
} );

it( 'a photo that never arrived is not stored, and says so', async () => {
	expect(
		await intake( Buffer.alloc( 0 ), { before: `unlink($sent);` } )
	).toMatchObject( {
		code: 'throughline_photo_not_stored',
		status: 500,
		message:
			'“turbine.jpg” could not be stored just now. Please send it again in a few minutes.',
	} );
} );
