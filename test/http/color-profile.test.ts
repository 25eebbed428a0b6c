// Colour profiles stay, but what they tell of the device does not.
import { describe, expect, it } from 'vitest';
import * as photos from '../photos.ts';
import { expectBare, intake, picture } from './intake.ts';

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
