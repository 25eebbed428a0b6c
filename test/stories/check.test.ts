// What the form says before anything is sent.
import { describe, expect, test } from 'vitest';
import {
	characters,
	complaints,
	refusal,
	type Written,
} from '../../src/stories/check.ts';

const limits = {
	text: 10_000,
	title: 200,
	photos: 10,
	bytes: 25_000_000,
	types: [ 'image/jpeg', 'image/png', 'image/webp' ],
};

const written: Written = {
	text: 'Hello',
	title: '',
	recognisable: '',
	photos: 0,
};
const codes = ( changed: Partial< Written > ) =>
	complaints( { ...written, ...changed }, limits ).map(
		( { code } ) => code
	);

describe( 'A story', () => {
	test( 'is a text alone, or a photo alone', () => {
		expect( codes( {} ) ).toEqual( [] );
		expect( codes( { text: '', photos: 1, recognisable: 'me' } ) ).toEqual(
			[]
		);
	} );

	test( 'is nothing without both', () => {
		expect( codes( { text: ' \n ' } ) ).toEqual( [
			'throughline_empty_story',
		] );
	} );

	test( 'with photos answers the one question', () => {
		expect( codes( { photos: 2 } ) ).toEqual( [
			'throughline_recognisable_missing',
		] );
	} );

	test( 'has its limits, each named by itself', () => {
		expect(
			codes( {
				text: 'x'.repeat( 10_001 ),
				title: 'x'.repeat( 201 ),
				photos: 11,
			} )
		).toEqual( [
			'throughline_too_many_photos',
			'throughline_recognisable_missing',
			'throughline_text_too_long',
			'throughline_title_too_long',
		] );
	} );

	test( 'is counted as the server counts it', () => {
		expect( characters( '👷🏽' ) ).toBe( 2 );
		expect( characters( 'a\r\nb' ) ).toBe( 3 );
		expect( codes( { text: '😀'.repeat( 10_000 ) } ) ).toEqual( [] );
	} );
} );

describe( 'A file', () => {
	test.each( [
		[ 'a.jpg', 'image/jpeg', undefined ],
		[ 'a.heic', '', undefined ],
		[ 'a.heic', 'image/heic', undefined ],
		[ 'a.mov', 'video/quicktime', 'throughline_photo_video' ],
		[ 'a.svg', 'image/svg+xml', 'throughline_photo_svg' ],
		[ 'a.pdf', 'application/pdf', 'throughline_photo_type_refused' ],
	] )( '%s (%s) is refused with %s', ( name, type, code ) => {
		expect( refusal( { name, type }, limits ) ).toBe( code );
	} );
} );
