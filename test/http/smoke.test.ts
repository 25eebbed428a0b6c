// The shortest look at a site: pages answer, the plugin is there, people can sign in.
import { beforeAll, expect, test } from 'vitest';
import { findSite, PASSWORD, USERS, type Site } from '../site/site.ts';

let site: Site;
beforeAll( async () => {
	site = await findSite();
	await site.reset();
} );

test( 'the home page answers, and the plugin puts nothing of its own there', async () => {
	const response = await site.request( '/' );
	expect( response.status ).toBe( 200 );
	expect( await response.text() ).not.toMatch( /throughline\/build/ );
} );

test( 'everybody can sign in and is known to REST', async () => {
	for ( const user of USERS ) {
		const session = await site.signIn( user );
		const me = await site.request( '/wp-json/wp/v2/users/me', {}, session );
		expect( await me.json() ).toMatchObject( { slug: user } );
	}
} );

test( 'the login page takes the password that the README names', async () => {
	const response = await site.request( '/wp-login.php', {
		method: 'POST',
		headers: { Cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
		body: new URLSearchParams( { log: 'employee', pwd: PASSWORD } ),
	} );
	expect( response.status ).toBe( 302 );
	expect( response.headers.getSetCookie().join() ).toContain(
		'wordpress_logged_in_'
	);
} );

test( 'our routes are there', async () => {
	const response = await site.request( '/wp-json/throughline/v1' );
	const { routes } = ( await response.json() ) as { routes: object };
	expect( Object.keys( routes ) ).toEqual(
		expect.arrayContaining( [
			'/throughline/v1/stories',
			'/throughline/v1/queue',
			'/throughline/v1/wall',
		] )
	);
} );

test( 'a page with every block of ours renders', async () => {
	const path = await site.php< string >( `
		$blocks = array_filter(
			array_keys( WP_Block_Type_Registry::get_instance()->get_all_registered() ),
			static fn ( $name ) => str_starts_with( $name, 'throughline/' )
		);
		$page = wp_insert_post( [
			'post_type' => 'page',
			'post_status' => 'publish',
			'post_title' => 'Blocks',
			'post_content' => implode( "\\n", array_map( static fn ( $name ) => "<!-- wp:$name /-->", $blocks ) ),
		] );
		return count( $blocks ) . ' ' . get_permalink( $page );
	` );
	const [ count, address ] = path.split( ' ' );
	expect( Number( count ) ).toBeGreaterThan( 0 );
	const session = await site.signIn( 'employee' );
	const response = await site.request( address ?? '', {}, session );
	expect( response.status ).toBe( 200 );
	expect( await response.text() ).toContain( '</html>' );
} );
