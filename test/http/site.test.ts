// What tests rely on, on both stacks: PHP that answers or says why not, the clock, mails, requests to elsewhere, costs, and a reset that leaves nothing behind.
import { beforeEach, describe, expect, test } from 'vitest';
import { findSite, type Site } from '../site/site.ts';

let site: Site;
beforeEach( async () => {
	site = await findSite();
	await site.reset();
} );

describe( 'PHP in the site', () => {
	test( 'gets its arguments and gives back what it returns', async () => {
		const args = { text: 'Grüße "\'\\ 😀', list: [ 1, null, false ] };
		expect( await site.php( 'return $args;', args ) ).toEqual( args );
	} );

	test.each( [
		[ 'throw new LogicException( "no" );', /LogicException: no/ ],
		[ 'wp_die( "closed" );', /wp_die: closed/ ],
		[ 'return missing();', /undefined function missing/ ],
		[ 'this is no PHP', /ParseError/ ],
		[ 'exit( "gone" );', /died .*gone/s ],
	] )( 'says what went wrong: %s', async ( code, error ) => {
		await expect( site.php( code ) ).rejects.toThrow( error );
	} );

	test( 'is not for strangers, whatever they send', async () => {
		for ( const secret of [ '', 'x', undefined ] ) {
			const response = await site.request( '/?throughline-test', {
				method: 'POST',
				headers:
					secret === undefined
						? {}
						: { 'X-Throughline-Test': secret },
				body: JSON.stringify( { code: 'return 1;', args: null } ),
			} );
			expect( await response.text() ).toContain( '</html>' );
		}
	} );
} );

test( 'the clock is set, moved and let go', async () => {
	const now = () => site.php< number >( 'return \\Throughline\\now();' );
	await site.setClock( 86_400 );
	expect( await now() ).toBe( 86_400 );
	await site.setClock( 90_000 );
	expect( await now() ).toBe( 90_000 );
	await site.setClock( null );
	expect( Math.abs( ( await now() ) - Date.now() / 1000 ) ).toBeLessThan(
		60
	);
} );

test( 'mails and requests to elsewhere are kept in, and told', async () => {
	const [ sent, answer ] = await site.php< [ boolean, string ] >( `
		return [
			wp_mail( 'a@example.com', 'Grüße', 'Hallo' ),
			wp_remote_post( 'https://example.org/hook' )->get_error_message(),
		];
	` );
	expect( sent ).toBe( true );
	expect( answer ).toBe( 'Test sites ask nobody.' );
	expect( await site.mails() ).toMatchObject( [
		{ to: [ 'a@example.com' ], subject: 'Grüße', message: 'Hallo' },
	] );
	expect( await site.outgoing() ).toEqual( [
		{ url: 'https://example.org/hook', method: 'POST' },
	] );
} );

test( 'look-ups of names are answered, and those of other names are not', async () => {
	await site.setNames( { 'social.example': [ '192.0.2.1' ] } );
	expect(
		await site.php( `
			return array_map(
				static fn ( $host ) => apply_filters( 'throughline_addresses', [], $host ),
				[ 'social.example', 'other.example' ]
			);
		` )
	).toEqual( [ [ '192.0.2.1' ], [] ] );
} );

test( 'what a request costs is counted, query by query', async () => {
	const { response, cost } = await site.measure( '/' );
	expect( response.status ).toBe( 200 );
	expect( cost.queries ).toBeGreaterThan( 5 );
	expect( cost.list.join( '\n' ) ).toMatch( /SELECT/ );
	expect( cost.milliseconds ).toBeGreaterThan( 0 );
	expect( cost.memory ).toBeGreaterThan( 1_000_000 );
} );

test( 'a session is that of a real sign-in', async () => {
	const session = await site.signIn( 'moderator' );
	const screen = await site.request( '/wp-admin/', {}, session );
	expect( screen.status ).toBe( 200 );
	const me = await site.request( '/wp-json/wp/v2/users/me', {}, session );
	expect( await me.json() ).toMatchObject( { name: 'Moderator' } );
	await expect( site.signIn( 'nobody' ) ).rejects.toThrow(
		'Nobody here is called nobody.'
	);
} );

test( 'after a reset nothing is left of what a test did, and all of it can be done again', async () => {
	const write = () =>
		site.php< string >( `
			update_option( 'blogname', 'Changed' );
			wp_mail( 'a@example.com', 'x', 'y' );
			$made = wp_upload_bits( 'note.txt', null, 'note' );
			return $made['error'] ?: $made['url'];
		` );
	const first = await write();
	expect( ( await site.request( first ) ).status ).toBe( 200 );
	await site.setClock( 1 );

	await site.reset();
	expect( await site.php( `return get_option( 'blogname' );` ) ).toBe(
		'Throughline'
	);
	expect( await site.mails() ).toEqual( [] );
	expect( await site.php( 'return \\Throughline\\now();' ) ).toBeGreaterThan(
		1
	);
	expect( ( await site.request( first ) ).status ).not.toBe( 200 );

	expect( await write() ).toBe( first );
	expect( await ( await site.request( first ) ).text() ).toBe( 'note' );
} );
