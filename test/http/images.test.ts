// Photos come out upright, in all sizes, with their colours and nothing else; what can't be verified is refused by name and reason.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as photos from '../photos.ts';
import type { Color } from '../photos.ts';
import { findSite } from '../site/site.ts';

type Library = 'gd' | 'imagick';

interface Size {
	width: number;
	height: number;
	mime: string;
	data: string;
	/** Red, green, blue and opacity (127 is none) a little inside of each corner, row by row. */
	corners: [ number, number, number, number ][];
}

interface Answer {
	code?: string;
	message?: string;
	status?: number;
	width: number;
	height: number;
	mime: string;
	sizes: Record< string, Size >;
	/** Temporary files that stayed behind. */
	left: string[];
	/** PHP settings that are not as they were. */
	changed: string[];
}

interface Given {
	name?: string;
	library?: Library;
	/** PHP that runs before. */
	before?: string;
}

const INTAKE = `
	if (isset($args['library'])) {
		add_filter('throughline_image_libraries', static fn() => [$args['library']]);
	}
	define('WP_TEMP_DIR', sys_get_temp_dir() . '/intake-' . wp_generate_uuid4());
	mkdir(WP_TEMP_DIR);
	eval($args['before']);
	$settings = static fn() => ['memory_limit' => ini_get('memory_limit'), 'gd.jpeg_ignore_warning' => ini_get('gd.jpeg_ignore_warning')];
	$sent = tempnam(sys_get_temp_dir(), 'sent');
	file_put_contents($sent, base64_decode($args['bytes']));
	$settings_before = $settings();
	try {
		$taken = Throughline\\Stories\\Images::intake($sent, $args['name']);
	} catch (\\LogicException $error) {
		$taken = ['code' => $error->getMessage(), 'sizes' => []];
	}
	unlink($sent);
	if (is_wp_error($taken)) {
		$taken = ['code' => $taken->get_error_code(), 'message' => $taken->get_error_message(), 'status' => $taken->get_error_data()['status'], 'sizes' => []];
	}
	foreach ($taken['sizes'] as $name => $size) {
		$bytes = file_get_contents($size['path']);
		unlink($size['path']);
		$image = imagecreatefromstring($bytes);
		$corners = [];
		foreach ([1 / 5, 4 / 5] as $v) {
			foreach ([1 / 5, 4 / 5] as $u) {
				$color = imagecolorsforindex($image, imagecolorat($image, (int) ($u * imagesx($image)), (int) ($v * imagesy($image))));
				$corners[] = array_values($color);
			}
		}
		if (strlen($bytes) !== $size['bytes'] || [imagesx($image), imagesy($image)] !== [$size['width'], $size['height']]) {
			throw new Exception("$name is not what it says");
		}
		$taken['sizes'][$name] = ['data' => base64_encode($bytes), 'corners' => $corners] + $size;
	}
	$left = array_diff(scandir(WP_TEMP_DIR), ['.', '..']);
	$left || rmdir(WP_TEMP_DIR);
	return $taken + [
		'left' => array_values($left),
		'changed' => array_keys(array_diff_assoc($settings(), $settings_before)),
	];
`;

const site = await findSite();

async function intake( bytes: Buffer, given: Given = {} ): Promise< Answer > {
	const answer = await site.php< Answer >( INTAKE, {
		name: 'turbine.jpg',
		before: '',
		...given,
		bytes: bytes.toString( 'base64' ),
	} );
	expect( answer.left ).toEqual( [] );
	expect( answer.changed ).toEqual( [] );
	return answer;
}

/** What every size of a photo must be, wherever it came from. */
function expectBare( answer: Answer, profile?: Buffer ): void {
	expect( answer.message ).toBeUndefined();
	for ( const [ name, size ] of Object.entries( answer.sizes ) ) {
		const bytes = Buffer.from( size.data, 'base64' );
		for ( const secret of [
			photos.POSITION,
			photos.CAMERA,
			'Exif',
			'ns.adobe',
			'Photoshop',
			'<?php',
			'gd-jpeg',
		] ) {
			expect( bytes.includes( secret ), `${ secret } in ${ name }` ).toBe(
				false
			);
		}
		if ( size.mime === 'image/png' ) {
			expect( [ 'IHDR', 'iCCP', 'IDAT', 'IEND' ] ).toEqual(
				expect.arrayContaining( photos.pngChunks( bytes ) )
			);
			continue;
		}
		const parts = photos.jpegParts( bytes );
		// JFIF, profile, tables, frames, restarts, scans.
		expect( [ 0xe0, 0xe2, 0xdb, 0xc4, 0xc0, 0xc2, 0xdd, 0xda ] ).toEqual(
			expect.arrayContaining( parts.map( ( { marker } ) => marker ) )
		);
		const profiles = parts
			.filter( ( { marker } ) => marker === 0xe2 )
			.map( ( { content } ) => content.toString( 'hex', 14 ) );
		expect( profiles ).toEqual(
			profile ? [ profile.toString( 'hex' ) ] : []
		);
	}
}

/** Colours that survived JPEG, in each corner. */
function expectCorners( size: Size | undefined, colors: Color[] ): void {
	size?.corners.forEach( ( corner, at ) => {
		colors[ at ]?.slice( 0, 3 ).forEach( ( value, channel ) => {
			expect(
				Math.abs( ( corner[ channel ] ?? NaN ) - value ),
				`corner ${ at } is ${ corner }`
			).toBeLessThan( 24 );
		} );
	} );
	expect( size?.corners ).toHaveLength( 4 );
}

const UPRIGHT = [ photos.RED, photos.GREEN, photos.BLUE, photos.YELLOW ];
const picture = ( width: number, height: number ) => ( {
	width,
	height,
	paint: photos.corners( width, height ),
} );
const small = picture( 320, 240 );
const dimensions = ( { sizes }: Answer ) =>
	Object.fromEntries(
		Object.entries( sizes ).map( ( [ name, { width, height } ] ) => [
			name,
			`${ width }x${ height }`,
		] )
	);

const { libraries, formats } = await site.php< {
	libraries: Library[];
	formats: Record< Library, string[] >;
} >( `
	$formats = [];
	foreach (['gd', 'imagick'] as $library) {
		$only = static fn() => [$library];
		add_filter('throughline_image_libraries', $only);
		$formats[$library] = Throughline\\Stories\\Images::accepted_mimes();
		remove_filter('throughline_image_libraries', $only);
	}
	return ['libraries' => array_keys(array_filter($formats)), 'formats' => $formats];
` );

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
		const { deflateSync } = await import( 'node:zlib' );
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

	it.runIf( formats[ library ].includes( 'image/webp' ) )(
		'may be WebP, transparent or animated',
		async () => {
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
		}
	);

	it.runIf( formats[ library ].includes( 'image/avif' ) )(
		'may be AVIF, turned and mirrored as the file says',
		async () => {
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
		}
	);

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

it.runIf( libraries.includes( 'gd' ) )(
	'a JPEG whose data was overwritten is refused, though its end is there',
	async () => {
		const bytes = photos.jpeg( picture( 1600, 1200 ) );
		const scan = bytes.indexOf( Buffer.of( 0xff, 0xda ) ) + 40;
		bytes.fill( 0x55, scan, scan + 200 );
		expect( await intake( bytes ) ).toMatchObject( {
			code: 'throughline_photo_damaged',
		} );
	}
);

it.runIf( libraries.includes( 'imagick' ) )(
	'50 megapixels are taken though PHP has no memory for them',
	async () => {
		const answer = await intake(
			photos.jpeg( { ...picture( 8160, 6120 ), kind: 'gray' } ),
			{
				before: `ini_set('memory_limit', '128M'); add_filter('image_memory_limit', static fn() => '128M');`,
			}
		);
		expectBare( answer );
		expect( dimensions( answer ).full ).toBe( '2560x1920' );
	}
);

describe( 'a colour profile', () => {
	const intakeWith = ( profile: Buffer ) =>
		intake(
			photos.jpeg( {
				...picture( 64, 48 ),
				before: [ photos.jpegProfile( profile ) ],
			} )
		);

	it( 'loses what tells of the device', async () => {
		const serial = Buffer.from( 'mmod\0\0\0\0SERIAL-4711' );
		const answer = await intakeWith(
			photos.iccProfile( [
				...photos.DISPLAY_P3_TAGS,
				[ 'mmod', serial ],
			] )
		);
		const bytes = Buffer.from( answer.sizes.full?.data ?? '', 'base64' );
		expect( bytes.includes( 'ICC_PROFILE' ) ).toBe( true );
		expect( bytes.includes( 'SERIAL' ) ).toBe( false );
		expect( bytes.includes( 'mmod' ) ).toBe( false );
	} );

	it( 'loses what lies between and behind its tags', async () => {
		const profile = Buffer.concat( [
			photos.DISPLAY_P3,
			Buffer.from( 'SERIAL-4711-' ),
		] );
		const outside = await intakeWith( profile );
		expectBare( outside, photos.DISPLAY_P3 );
		profile.writeUInt32BE( profile.length, 0 );
		const inside = await intakeWith( profile );
		expect( inside.message ).toBeUndefined();
		expect(
			Buffer.from( inside.sizes.full?.data ?? '', 'base64' ).includes(
				'SERIAL'
			)
		).toBe( false );
	} );

	it.each( [
		[ 'is noise', Buffer.alloc( 600, 0x41 ) ],
		[ 'is cut off', photos.DISPLAY_P3.subarray( 0, 300 ) ],
		[
			'is for printing inks',
			photos.iccProfile( photos.DISPLAY_P3_TAGS, 'CMYK' ),
		],
		[
			'has no colours',
			photos.iccProfile( photos.DISPLAY_P3_TAGS.slice( 0, 3 ) ),
		],
		[
			'claims a million tags',
			Buffer.concat( [
				photos.DISPLAY_P3.subarray( 0, 128 ),
				Buffer.of( 0, 15, 66, 64 ),
				photos.DISPLAY_P3.subarray( 132 ),
			] ),
		],
	] )( 'is dropped when it %s', async ( _, profile ) => {
		expectBare( await intakeWith( profile ) );
	} );
} );

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
		const { crc32 } = await import( 'node:zlib' );
		bytes.writeUInt32BE( crc32( bytes.subarray( 12, 29 ) ), 29 );
		expect( await intake( bytes ) ).toMatchObject( {
			code: `throughline_photo_${ reason }`,
		} );
	} );

	it( 'more than 25 MB', async () => {
		const answer = await intake( photos.jpeg( small ), {
			before: `add_filter('wp_raise_memory_limit', '__return_false'); $args['bytes'] = base64_encode(base64_decode($args['bytes']) . str_repeat("\\0", 25 * MB_IN_BYTES));`,
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

/** Photos of real cameras, in a folder that a full run names. */
const folder = process.env.THROUGHLINE_PHOTOS ?? '';

describe.runIf( folder )( 'a photo of a real camera', () => {
	const real = async ( name: string ) =>
		await intake( await readFile( join( folder, name ) ), { name } );

	it.each( [
		[ 'iphone-6-gps-8mp.jpg', '2560x1920' ],
		[ 'nokia-8-3-gps-9mp.jpg', '2560x1098' ],
		[ 'coolpix-gps-small.jpg', '640x480' ],
		[ 'orientation-6-landscape.jpg', '600x450' ],
		[ 'orientation-8-portrait.jpg', '450x600' ],
		[ 'invalid-exif.jpg', '88x64' ],
	] )( '%s comes out bare and as %s', async ( name, full ) => {
		const answer = await real( name );
		const bytes = await readFile( join( folder, name ) );
		const profile = bytes.indexOf( 'ICC_PROFILE' );
		expectBare(
			answer,
			profile > 0
				? bytes.subarray(
						profile + 14,
						profile + 14 + bytes.readUInt32BE( profile + 14 )
					)
				: undefined
		);
		expect( dimensions( answer ).full ).toBe( full );
	} );

	it( 'is refused when it is corrupted', async () => {
		expect( await real( 'corrupted.jpg' ) ).toMatchObject( {
			code: 'throughline_photo_damaged',
			message:
				'“corrupted.jpg” is damaged – please send it again or take another photo.',
		} );
	} );

	it( 'may be HEIC, or the message says what to do', async () => {
		const answer = await real( 'iphone-11-gps.heic' );
		if ( answer.code ) {
			expect( answer ).toMatchObject( {
				code: 'throughline_photo_heic_unsupported',
				message: expect.stringContaining( 'Most Compatible' ) as string,
			} );
			return;
		}
		const bytes = await readFile( join( folder, 'iphone-11-gps.heic' ) );
		const profile = bytes.indexOf( 'colrprof' ) + 8;
		expectBare(
			answer,
			bytes.subarray( profile, profile + bytes.readUInt32BE( profile ) )
		);
		expect( dimensions( answer ).full ).toBe( '1983x2560' );
	} );
} );
