// Photos come out upright, in all sizes, with their colours and nothing else.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as photos from '../photos.ts';
import {
	dimensions,
	expectBare,
	expectCorners,
	formats,
	intake,
	libraries,
	picture,
	SECRETS,
	site,
	small,
	UPRIGHT,
} from './intake.ts';

/** An AVIF's coded picture, made in the site: red and green above, blue and yellow below. */
async function avif( { width, height, paint }: typeof small ) {
	const bytes = await site.php< string >(
		`
		$image = imagecreatetruecolor($args['width'], $args['height']);
		foreach ($args['colors'] as $i => [$red, $green, $blue]) {
			$x = $i % 2 * $args['width'] / 2;
			$y = ($i >> 1) * $args['height'] / 2;
			imagefilledrectangle($image, (int) $x, (int) $y, (int) ($x + $args['width'] / 2), (int) ($y + $args['height'] / 2), $red << 16 | $green << 8 | $blue);
		}
		$stream = fopen('php://memory', 'w+b');
		imageavif($image, $stream, 80, 10);
		return base64_encode(stream_get_contents($stream, -1, 0));
	`,
		{
			width,
			height,
			colors: [
				paint( 0, 0 ),
				paint( width - 1, 0 ),
				paint( 0, height - 1 ),
				paint( width - 1, height - 1 ),
			],
		}
	);
	return photos.codedIn( Buffer.from( bytes, 'base64' ) );
}

describe.each( libraries )( 'a photo decoded by %s', ( library ) => {
	it.each( [ 1, 2, 3, 4, 5, 6, 7, 8 ] )(
		'stands upright from orientation %i, in every size',
		async ( orientation ) => {
			const answer = await intake(
				photos.jpeg( {
					...photos.stored( orientation, small ),
					before: [
						photos.jpegExif( photos.exif( { orientation } ) ),
					],
				} ),
				{ library }
			);
			expectBare( answer );
			expect( dimensions( answer ) ).toEqual( {
				full: '320x240',
				medium: '300x225',
				thumbnail: '150x150',
			} );
			for ( const size of Object.values( answer.sizes ) ) {
				expectCorners( size, UPRIGHT );
			}
		}
	);

	it( 'keeps its colour profile and nothing else that a camera or an editor wrote', async () => {
		const bytes = photos.jpeg( {
			...small,
			before: [
				photos.jpegExif( photos.exif( { gps: true } ) ),
				photos.jpegXmp(),
				photos.jpegIptc(),
				photos.jpegProfile( photos.DISPLAY_P3, 3 ),
				photos.jpegComment( '<?php phpinfo();' ),
			],
		} );
		const behind = Buffer.concat( [
			bytes,
			Buffer.from( 'PK\x03\x04<?php phpinfo();' ),
			photos.POSITION,
		] );
		for ( const secret of SECRETS ) {
			expect( behind.includes( secret ) ).toBe( true );
		}
		const answer = await intake( behind, { library } );
		expectBare( answer, photos.DISPLAY_P3 );
		expect( answer ).toMatchObject( {
			mime: 'image/jpeg',
			width: 320,
			height: 240,
		} );
	} );

	it.each( [ 'progressive', 'cmyk' ] as const )(
		'may be a %s JPEG',
		async ( kind ) => {
			const answer = await intake( photos.jpeg( { ...small, kind } ), {
				library,
			} );
			expectBare( answer );
			expectCorners( answer.sizes.full, UPRIGHT );
		}
	);

	it( 'may be grey, and has its profile dropped when that is not one for red, green and blue', async () => {
		const answer = await intake(
			photos.jpeg( {
				...small,
				kind: 'gray',
				before: [
					photos.jpegProfile(
						photos.iccProfile( photos.DISPLAY_P3_TAGS, 'GRAY' )
					),
				],
			} ),
			{ library }
		);
		expectBare( answer );
		const [ red, green, blue ] = answer.sizes.full?.corners[ 0 ] ?? [];
		expect( [ green, blue ] ).toEqual( [ red, red ] );
	} );

	it( 'may have restart markers, fill bytes and a scan header of zeros, as some phones write', async () => {
		const bytes = photos.jpeg( { ...small, restart: 7 } );
		const scan = bytes.indexOf( Buffer.of( 0xff, 0xda ) );
		bytes[ scan + 12 ] = 0;
		const filled = Buffer.concat( [
			bytes.subarray( 0, 2 ),
			Buffer.alloc( 9, 0xff ),
			bytes.subarray( 2 ),
		] );
		const answer = await intake( filled, { library } );
		expectBare( answer );
		expectCorners( answer.sizes.full, UPRIGHT );
	} );

	it( 'may be one pixel, and is never enlarged', async () => {
		const answer = await intake( photos.jpeg( picture( 1, 1 ) ), {
			library,
		} );
		expect( dimensions( answer ) ).toEqual( { full: '1x1' } );
		const other = await intake( photos.jpeg( picture( 200, 100 ) ), {
			library,
		} );
		expect( dimensions( other ) ).toEqual( {
			full: '200x100',
			thumbnail: '150x100',
		} );
	} );

	it( 'has at most 2560 pixels a side, and every size that the site has registered', async () => {
		const upright = picture( 2000, 3200 );
		const answer = await intake(
			photos.jpeg( {
				...photos.stored( 6, upright ),
				before: [
					photos.jpegExif( photos.exif( { orientation: 6 } ) ),
				],
			} ),
			{
				library,
				before: `add_image_size('strip', 1500, 300, ['left', 'top']);`,
			}
		);
		expect( dimensions( answer ) ).toEqual( {
			full: '1600x2560',
			'2048x2048': '1280x2048',
			'1536x1536': '960x1536',
			large: '640x1024',
			medium_large: '768x1229',
			medium: '188x300',
			thumbnail: '150x150',
			strip: '1500x300',
		} );
		const { strip, ...others } = answer.sizes;
		expectCorners( strip, [
			photos.RED,
			photos.GREEN,
			photos.RED,
			photos.GREEN,
		] );
		for ( const size of Object.values( others ) ) {
			expectCorners( size, UPRIGHT );
		}
	} );

	it( 'may be as flat as a ribbon', async () => {
		const answer = await intake( photos.jpeg( picture( 3000, 8 ) ), {
			library,
		} );
		expect( dimensions( answer ) ).toMatchObject( { full: '2560x7' } );
	} );

	it( 'stays a PNG when it is transparent, without the colours that were erased', async () => {
		const answer = await intake(
			photos.png( {
				...small,
				paint: ( x, y ) =>
					x < 160 ? [ 12, 200, 56, 0 ] : small.paint( x, y ),
				before: [
					photos.pngProfile( photos.DISPLAY_P3 ),
					photos.pngChunk( 'tEXt', 'Comment\0<?php phpinfo();' ),
					photos.pngChunk( 'eXIf', photos.exif( { gps: true } ) ),
				],
			} ),
			{ library }
		);
		expectBare( answer );
		expect( answer.mime ).toBe( 'image/png' );
		for ( const { data, corners } of Object.values( answer.sizes ) ) {
			expect(
				photos.pngChunks( Buffer.from( data, 'base64' ) )
			).toContain( 'iCCP' );
			expect( corners[ 0 ] ).toEqual( [ 0, 0, 0, 127 ] );
			expect( corners[ 3 ]?.[ 3 ] ).toBe( 0 );
		}
		expectCorners( answer.sizes.full, [
			[ 0, 0, 0, 0 ],
			photos.GREEN,
			[ 0, 0, 0, 0 ],
			photos.YELLOW,
		] );
	} );

	it( 'becomes a JPEG when it is a PNG that nothing shines through', async () => {
		const answer = await intake(
			photos.png( {
				...photos.stored( 8, small ),
				before: [
					photos.pngProfile( photos.DISPLAY_P3 ),
					photos.pngChunk(
						'eXIf',
						photos.exif( { orientation: 8, gps: true } )
					),
				],
			} ),
			{ library }
		);
		expectBare( answer, photos.DISPLAY_P3 );
		expect( answer.mime ).toBe( 'image/jpeg' );
		expectCorners( answer.sizes.full, UPRIGHT );
	} );

	it( 'stands on white where a PNG is transparent in a few pixels only', async () => {
		const answer = await intake(
			photos.png( {
				...picture( 1024, 1024 ),
				paint: ( x, y ) =>
					x === 500 && y === 500
						? [ 0, 0, 0, 0 ]
						: [ 200, 200, 200, 255 ],
			} ),
			{ library }
		);
		expectBare( answer );
		expect( answer.mime ).toBe( 'image/jpeg' );
	} );

	it( 'may carry texts that would fill the memory', async () => {
		const text = photos.pngChunk(
			'zTXt',
			'a\0\0',
			deflateSync( Buffer.alloc( 7_900_000 ) )
		);
		const profile = photos.pngChunk(
			'iCCP',
			'a\0\0',
			deflateSync( Buffer.alloc( 100_000_000 ) )
		);
		const answer = await intake(
			photos.png( {
				...small,
				before: [ profile, ...Array( 200 ).fill( text ) ],
			} ),
			{ library }
		);
		expectBare( answer );
	} );

	// Where the server has what it takes; elsewhere there is nothing to expect.
	if ( formats[ library ].includes( 'image/webp' ) ) {
		it( 'may be WebP, transparent or animated', async () => {
			const still = await intake(
				photos.webp( {
					...photos.stored( 6, small ),
					profile: photos.DISPLAY_P3,
					exif: photos.exif( { orientation: 6, gps: true } ),
				} ),
				{ library }
			);
			expectBare( still, photos.DISPLAY_P3 );
			expectCorners( still.sizes.full, UPRIGHT );
			const moving = await intake(
				photos.animatedWebp( [
					small,
					{ ...small, paint: () => photos.BLUE },
				] ),
				{ library }
			);
			expectBare( moving );
			expectCorners( moving.sizes.full, UPRIGHT );
			const clear = await intake(
				photos.webp( { ...small, paint: () => [ 9, 9, 9, 60 ] } ),
				{ library }
			);
			expectBare( clear );
			expect( clear.mime ).toBe( 'image/png' );
		} );
	}

	// Where the server has what it takes; elsewhere there is nothing to expect.
	if ( formats[ library ].includes( 'image/avif' ) ) {
		it( 'may be AVIF, turned and mirrored as the file says', async () => {
			const upright = picture( 320, 256 );
			for ( const [ orientation, properties ] of [
				[ 1, [] ],
				[ 6, [ photos.box( 'irot', Buffer.of( 3 ) ) ] ],
				[ 4, [ photos.box( 'imir', Buffer.of( 0 ) ) ] ],
				[ 2, [ photos.box( 'imir', Buffer.of( 1 ) ) ] ],
				[
					5,
					[
						photos.box( 'irot', Buffer.of( 1 ) ),
						photos.box( 'imir', Buffer.of( 0 ) ),
					],
				],
			] as [ number, Buffer[] ][] ) {
				const laid = photos.stored( orientation, upright );
				const answer = await intake(
					photos.heif( {
						...laid,
						...( await avif( laid ) ),
						brand: 'avif',
						exif: photos.exif( { orientation: 3, gps: true } ),
						properties: [
							photos.box( 'colr', 'prof', photos.DISPLAY_P3 ),
							...properties,
						],
					} ),
					{ library }
				);
				expectBare( answer, photos.DISPLAY_P3 );
				expect( dimensions( answer ).full ).toBe( '320x256' );
				expectCorners( answer.sizes.full, UPRIGHT );
			}
		} );
	}
} );

// Where the server has what it takes; elsewhere there is nothing to expect.
if ( libraries.includes( 'imagick' ) ) {
	it( '50 megapixels are taken though PHP has no memory for them', async () => {
		const answer = await intake(
			photos.jpeg( { ...picture( 8160, 6120 ), kind: 'gray' } ),
			{
				before: `ini_set('memory_limit', '128M'); add_filter('image_memory_limit', static fn() => '128M');`,
			}
		);
		expectBare( answer );
		expect( dimensions( answer ).full ).toBe( '2560x1920' );
	} );
}
