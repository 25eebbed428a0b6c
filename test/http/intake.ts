// Takes photos in on a running site, and looks closely at what comes out.
import { expect } from 'vitest';
import * as photos from '../photos.ts';
import type { Color } from '../photos.ts';
import { findSite } from '../site/site.ts';

export type Library = 'gd' | 'imagick';

export interface Size {
	width: number;
	height: number;
	mime: string;
	data: string;
	/** Red, green, blue and opacity (127 is none) a little inside of each corner, row by row. */
	corners: [ number, number, number, number ][];
}

export interface Answer {
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

export interface Given {
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
	$settings = static fn() => ['memory_limit' => ini_get('memory_limit'), 'gd.jpeg_ignore_warning' => ini_get('gd.jpeg_ignore_warning')];
	$sent = tempnam(sys_get_temp_dir(), 'sent');
	file_put_contents($sent, base64_decode($args['bytes']));
	eval($args['before']);
	$settings_before = $settings();
	try {
		$taken = Throughline\\Stories\\Images::intake($sent, $args['name']);
	} catch (\\LogicException $error) {
		$taken = ['code' => $error->getMessage(), 'sizes' => []];
	}
	is_file($sent) && unlink($sent);
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

export const site = await findSite();

export async function intake(
	bytes: Buffer,
	given: Given = {}
): Promise< Answer > {
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

/** What cameras, editors and senders write beside a picture. */
export const SECRETS = [
	photos.POSITION,
	photos.CAMERA,
	'Exif',
	'ns.adobe',
	'Photoshop',
	'<?php',
];

/** What every size of a photo must be, wherever it came from. */
export function expectBare( answer: Answer, profile?: Buffer ): void {
	expect( answer.message ).toBeUndefined();
	for ( const [ name, size ] of Object.entries( answer.sizes ) ) {
		const bytes = Buffer.from( size.data, 'base64' );
		for ( const secret of [ ...SECRETS, 'gd-jpeg' ] ) {
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
export function expectCorners( size: Size | undefined, colors: Color[] ): void {
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

export const UPRIGHT = [ photos.RED, photos.GREEN, photos.BLUE, photos.YELLOW ];
export const picture = ( width: number, height: number ) => ( {
	width,
	height,
	paint: photos.corners( width, height ),
} );
export const small = picture( 320, 240 );
export const dimensions = ( { sizes }: Answer ) =>
	Object.fromEntries(
		Object.entries( sizes ).map( ( [ name, { width, height } ] ) => [
			name,
			`${ width }x${ height }`,
		] )
	);

export const { libraries, formats } = await site.php< {
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
