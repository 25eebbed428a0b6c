// Photos of real cameras, in the folder that THROUGHLINE_PHOTOS names; vitest.config.ts leaves this file out where it names none.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dimensions, expectBare, intake } from './intake.ts';

const folder = process.env.THROUGHLINE_PHOTOS ?? '';

describe( 'a photo of a real camera', () => {
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
