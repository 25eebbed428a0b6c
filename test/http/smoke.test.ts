// The shortest look at a site: pages answer, the plugin is there, people can sign in.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Photo, Story, WallPage } from '../../src/contract.ts';
import { corners, jpeg } from '../photos.ts';
import {
	findSite,
	PASSWORD,
	USERS,
	type Session,
	type Site,
} from '../site/site.ts';

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

test( 'a story with a photo goes from its contributor over the desk to the wall', async () => {
	const employee = await site.signIn( 'employee' );
	const moderator = await site.signIn( 'moderator' );
	const form = new FormData();
	form.set( 'upload', randomUUID() );
	form.set(
		'photo',
		new Blob( [
			new Uint8Array(
				jpeg( { width: 640, height: 480, paint: corners( 640, 480 ) } )
			),
		] ),
		'turbine.jpg'
	);
	const photo = await rest< Photo >( 'photos', employee, { body: form } );
	const story = await rest< Story >( 'stories', employee, {
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify( {
			submission: randomUUID(),
			title: 'Nachtschicht',
			text: 'Um vier Uhr früh stand die Turbine.',
			recognisable: 'nobody',
			photos: [ { id: photo.id } ],
		} ),
	} );
	expect( story.state ).toBe( 'waiting' );
	expect( ( await rest< WallPage >( 'wall' ) ).html ).toBe( '' );

	await rest( 'decisions', moderator, {
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify( {
			kind: 'story',
			id: story.id,
			version: 1,
			act: 'publish',
		} ),
	} );

	const { html } = await rest< WallPage >( 'wall' );
	expect( html ).toContain( 'Nachtschicht' );
	const address = /<img[^>]+src="([^"]+)"/.exec( html )?.[ 1 ] ?? '';
	const picture = await site.request( address.replaceAll( '&amp;', '&' ) );
	expect( picture.status ).toBe( 200 );
	expect( picture.headers.get( 'content-type' ) ).toBe( 'image/jpeg' );
	expect( await site.outgoing() ).toEqual( [] );
} );

/** Asks one of our routes: with a body it sends, without one it reads. */
async function rest< T >(
	path: string,
	session?: Session,
	init?: RequestInit
): Promise< T > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{ ...( init && { method: 'POST' } ), ...init },
		session
	);
	const text = await response.text();
	expect( response.ok, text ).toBe( true );
	return JSON.parse( text ) as T;
}
