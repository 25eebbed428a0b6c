// Passing a page on in the browser: by keyboard, with a QR code, to one's own server, from one's own profile; and nobody elsewhere hears of it before a link is pressed.
import { beforeAll, expect, it } from 'vitest';
import { begin, rest, site } from '../http/cases.ts';
import { problems, visit } from './browser.ts';

let path: string;
let id: number;

beforeAll( async () => {
	await begin();
	( { path, id } = await site.php< { path: string; id: number } >(
		`$id = wp_insert_post( wp_slash( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Silbergratbahn', 'post_content' => '<!-- wp:throughline/pass-on {"words":["Gestern um vier sitzt der Läufer.","Kurz: sitzt."]} /-->' ] ) );
		return [ 'id' => $id, 'path' => wp_make_link_relative( get_permalink( $id ) ) ];`
	) );
} );

const passes = () =>
	site.php< Record< string, number > >(
		'return (object) Throughline\\Shares\\PassOn\\Passes::of($args);',
		id
	);

it( 'a visitor copies, shows a QR code and goes to their server by keyboard; a press is counted, nobody is told before', async () => {
	const { page, context, foreign, errors } = await visit( site );
	await context.grantPermissions( [ 'clipboard-read', 'clipboard-write' ] );
	await page.goto( path );
	const bar = page.locator( '.throughline-pass-on' );
	await bar
		.getByRole( 'button', { name: 'Copy the address' } )
		.press( 'Enter' );
	await bar.getByText( 'The address is in the clipboard.' ).waitFor();
	expect( await page.evaluate( () => navigator.clipboard.readText() ) ).toBe(
		site.url + path
	);
	await bar.getByRole( 'button', { name: 'QR code' } ).press( 'Enter' );
	await bar.getByRole( 'img', { name: /QR code/ } ).waitFor();
	expect( await problems( page, '.throughline-pass-on' ) ).toEqual( [] );
	await bar.getByText( 'Mastodon and the fediverse' ).press( 'Enter' );
	const server = bar.getByLabel( 'Your server' );
	await server.fill( 'not a server' );
	await server.press( 'Enter' );
	await page.getByText( 'no name of a server' ).waitFor();
	expect( await page.getByLabel( 'Your server' ).inputValue() ).toBe(
		'not a server'
	);
	expect( foreign ).toEqual( [] );
	await page.getByRole( 'link', { name: 'Back to the page' } ).click();
	await bar.getByText( 'Mastodon and the fediverse' ).click();
	await server.fill( 'troet.example' );
	const leaves = page.waitForRequest( /^https:\/\/troet\.example\/share/ );
	await server.press( 'Enter' );
	await leaves;
	expect( foreign.map( ( url ) => new URL( url ).host ) ).toEqual( [
		'troet.example',
	] );
	// That server isn't there, so this tab shows an error; another one remembers.
	const next = await context.newPage();
	await next.goto( path );
	await next.getByText( 'Mastodon and the fediverse' ).click();
	expect( await next.getByLabel( 'Your server' ).inputValue() ).toBe(
		'troet.example'
	);
	await expect.poll( passes ).toEqual( { copy: 1, fediverse: 1, qr: 1 } );
	expect(
		errors.filter( ( text ) => ! /ERR_|troet|422/.test( text ) )
	).toEqual( [] );
} );

it( 'a colleague takes words, makes them their own, and says where they posted', async () => {
	const { page, foreign } = await visit( site, {
		size: 'desktop',
		as: await site.signIn( 'employee' ),
	} );
	await page.goto( path );
	const bar = page.locator( '.throughline-pass-on' );
	await bar.getByText( 'From your own profile' ).press( 'Enter' );
	await bar.getByRole( 'button', { name: 'Kurz: sitzt.' } ).press( 'Enter' );
	const words = bar.getByLabel( 'Your words' );
	expect( await words.inputValue() ).toMatch(
		/^Kurz: sitzt\.\n\nI work at /
	);
	await words.fill( 'Endlich sitzt er. Ich arbeite hier.' );
	expect(
		await bar
			.locator( '.throughline-pass-on__own a[data-pass=x]' )
			.getAttribute( 'href' )
	).toContain( encodeURIComponent( 'Endlich sitzt er. Ich arbeite hier.' ) );
	expect( await problems( page, '.throughline-pass-on' ) ).toEqual( [] );
	// Without a clipboard, as where a page has no https, and without a network.
	await page.evaluate( () => {
		navigator.clipboard.writeText = () => Promise.reject( new Error() );
	} );
	await bar.getByRole( 'button', { name: 'Copy the words' } ).click();
	await bar.getByText( 'The words are marked' ).waitFor();
	expect( await page.evaluate( () => String( getSelection() ) ) ).toBe(
		'Endlich sitzt er. Ich arbeite hier.'
	);
	await page.route( /build\/blocks\/\d+\./, ( route ) => route.abort() );
	await bar.getByRole( 'button', { name: 'QR code' } ).click();
	await bar.getByText( 'Copy this address: http' ).waitFor();
	await bar
		.getByLabel( /The address of your post/ )
		.fill(
			'https://www.linkedin.com/posts/murat-kaya_turbine-activity-7265432109876543210-abcd'
		);
	await bar.getByRole( 'button', { name: 'I posted it' } ).press( 'Enter' );
	await bar.getByRole( 'link', { name: 'What became of it' } ).waitFor();
	expect( foreign ).toEqual( [] );
	const queue = await rest< { items: { kind: string; excerpt?: string }[] } >(
		await site.signIn( 'moderator' ),
		'queue?list=waiting'
	);
	expect( queue.items.map( ( { kind } ) => kind ) ).toEqual( [ 'share' ] );
} );

it( 'without JavaScript the links and the server’s name do', async () => {
	const { page, foreign } = await visit( site, { javaScriptEnabled: false } );
	await page.goto( path );
	const bar = page.locator( '.throughline-pass-on' );
	expect( await bar.getByRole( 'button', { name: 'QR code' } ).count() ).toBe(
		0
	);
	expect( await bar.getByRole( 'link' ).count() ).toBeGreaterThan( 6 );
	await bar.getByText( 'Mastodon and the fediverse' ).click();
	await bar.getByLabel( 'Your server' ).fill( '127.0.0.1' );
	await bar.getByRole( 'button', { name: 'Open there' } ).click();
	await page.getByText( 'no name of a server' ).waitFor();
	expect( foreign ).toEqual( [] );
} );
