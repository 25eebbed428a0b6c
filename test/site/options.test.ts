// What `npm start --` understands, and how it says what it doesn't.
import { expect, test } from 'vitest';
import { startOptions } from './options.ts';

test( 'nothing said is an English demo that is built first and keeps its data', () => {
	expect( startOptions( [] ) ).toEqual( {
		plain: false,
		fresh: false,
		build: true,
		lang: '',
	} );
} );

test( 'everything that the README names is understood', () => {
	expect(
		startOptions( [
			'--fresh',
			'--port=8080',
			'--lang',
			'de_DE',
			'--wordpress',
			'6.8',
			'--php',
			'8.5',
		] )
	).toMatchObject( {
		fresh: true,
		port: 8080,
		lang: 'de_DE',
		wordpress: '6.8',
		php: '8.5',
	} );
} );

test.each( [
	[ '--port=0', '--port takes a number from 1 to 65535.' ],
	[ '--port=eighty', '--port takes a number from 1 to 65535.' ],
	[ '--port=80.5', '--port takes a number from 1 to 65535.' ],
	[ '--workers=', '--workers takes a number from 1 to 32.' ],
	[ '--lang=../x', '--lang takes a locale such as de_DE.' ],
	[ '--php=7.4', '--php takes one of 8.1, 8.2, 8.3, 8.4, 8.5.' ],
	[ '--name=../plugin', '--name takes letters, digits, dots and dashes.' ],
	[ '--frehs', "Unknown option '--frehs'" ],
] )( '%s is refused in one sentence', ( option, sentence ) => {
	expect( () => startOptions( [ option ] ) ).toThrow( sentence );
} );

test.each( [ 'de', 'de_DE', 'de_DE_formal', 'ckb', 'pt_PT_ao90' ] )(
	'%s is a language',
	( lang ) => {
		expect( startOptions( [ `--lang=${ lang }` ] ).lang ).toBe( lang );
	}
);
