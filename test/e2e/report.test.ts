// Report, removal, objection, restoration, all without JavaScript; calm mode on by one button, and off by its end; read by everybody.
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../site/site.ts';
import {
	address,
	begin,
	due,
	isSeen,
	pass,
	rest,
	site,
	story,
} from '../http/cases.ts';
import { problems, visit } from './browser.ts';

let admin: Session;
let moderator: Session;
let employee: Session;

beforeEach( async () => {
	await begin();
	admin = await site.signIn( 'admin' );
	moderator = await site.signIn( 'moderator' );
	employee = await site.signIn( 'employee' );
} );

const PHRASE = 'Auf dem zweiten Bild ist eine Kundin zu erkennen.';

const press = async ( page: Page, name: string ) => {
	// The form knows how long it was open by the site's clock.
	await pass( 3 );
	await page.getByRole( 'button', { name } ).click();
};

describe( 'a report', () => {
	it( 'is sent without JavaScript, the contributor objects, and the story is back', async () => {
		const { id, page: path } = await story( 2 );
		const options = { javaScriptEnabled: false };
		const { page: stranger } = await visit( site, options );
		const { page: contributor } = await visit( site, {
			...options,
			as: employee,
		} );
		// axe needs scripts; the pages have none.
		const { page: reader } = await visit( site );
		await stranger.goto( path );
		await stranger.getByRole( 'link', { name: 'Report' } ).click();
		await reader.goto( stranger.url() );
		expect( await problems( reader, 'main' ) ).toEqual( [] );
		await stranger.getByRole( 'link', { name: /It is illegal/ } ).click();
		await reader.goto( stranger.url() );
		expect( await problems( reader, 'main' ) ).toEqual( [] );
		await stranger.getByLabel( /violates somebody’s privacy/ ).check();
		await stranger.getByLabel( /Why is it illegal/ ).fill( PHRASE );
		await stranger.getByLabel( /Your name/ ).fill( 'Kim Brandt' );
		await stranger
			.getByLabel( 'Your mail address' )
			.fill( 'kim@example.com' );
		await stranger.getByLabel( /in good faith/ ).check();
		await press( stranger, 'Send the report' );
		expect( await stranger.textContent( 'main' ) ).toContain(
			'has arrived'
		);
		await reader.goto( stranger.url() );
		expect( await problems( reader, 'main' ) ).toEqual( [] );

		const decide = ( session: Session, choice: object ) =>
			rest( session, 'decisions', { kind: 'story', id, ...choice } );
		await decide( moderator, {
			version: 2,
			act: 'remove',
			reason: 'Bitte frag die Kundin zuerst.',
		} );
		await pass( 12 );
		await due();
		await stranger.reload();
		expect( await stranger.textContent( 'main' ) ).toContain(
			'It was taken off the site.'
		);

		await contributor.goto( `/?throughline-appeal=story-${ id }` );
		expect( await contributor.textContent( 'main' ) ).toContain(
			'Bitte frag die Kundin zuerst.'
		);
		await contributor
			.getByLabel( /What was judged wrongly/ )
			.fill( 'Die Kundin hat schriftlich zugestimmt.' );
		await press( contributor, 'Send the objection' );
		await decide( admin, { version: 3, act: 'restore' } );
		await pass( 12 );
		await contributor.reload();
		expect( await contributor.textContent( 'main' ) ).toContain(
			'you were right'
		);
		expect( ( await stranger.goto( path ) )?.status() ).toBe( 200 );
	} );

	it( 'of somebody in a picture hides it; the picture is chosen by keyboard', async () => {
		const { id, photos, files } = await story( 2 );
		const { page } = await visit( site, { size: 'desktop' } );
		for ( const why of [ '', 'illegal', 'picture' ] ) {
			await page.goto( address( id, why ) );
			expect( await problems( page, 'main' ), why ).toEqual( [] );
		}
		await page.getByRole( 'radio' ).first().focus();
		await page.keyboard.press( 'ArrowDown' );
		await press( page, 'Hide the picture' );
		expect( await page.textContent( 'main' ) ).toContain(
			'The picture is hidden.'
		);
		expect( photos ).toHaveLength( 2 );
		expect( await isSeen( files[ 1 ] ?? '' ) ).toBe( false );
	} );
} );

describe.each( [ 'phone', 'desktop' ] as const )( 'on a %s', ( size ) => {
	it( 'calm mode goes on by one button, readers are told, and off by its end', async () => {
		await site.php(
			"for ( $number = 0; $number < 30; $number++ ) { ( static fn() => self::come( 'piece', 1 ) )->bindTo( null, Throughline\\Moderation\\Surge::class )(); }"
		);
		const { page, errors } = await visit( site, { size, as: admin } );
		await page.goto( '/wp-admin/admin.php?page=throughline-calm' );
		await page.locator( '.tl-notice' ).getByText( '30 pieces' ).waitFor();
		expect( await problems( page, '#wpbody-content' ) ).toEqual( [] );
		await page
			.getByRole( 'button', { name: 'Switch calm mode on for 4 hours' } )
			.click();
		await page.getByText( 'Nobody has looked since.' ).waitFor();
		await page.getByLabel( 'What you say' ).fill( 'Wir prüfen das.' );
		await page.getByLabel( 'Your function' ).fill( 'Werksleitung' );
		const [ , where ] = await page
			.getByLabel( 'Address of the page' )
			.all();
		await where?.fill( `${ site.url }/hello-world/` );
		await page.getByRole( 'button', { name: 'Pin the statement' } ).click();
		await page.getByRole( 'button', { name: /Take it away/ } ).waitFor();
		expect( await problems( page, '#wpbody-content' ) ).toEqual( [] );
		expect( errors ).toEqual( [] );
		const { page: reader } = await visit( site, { size } );
		await reader.goto( '/hello-world/' );
		const told = reader.getByRole( 'complementary', {
			name: /look after this page/,
		} );
		expect( await told.textContent() ).toContain( 'Werksleitung' );
		expect( await told.textContent() ).toContain( 'critical words' );
		await pass( 4 * 3600 + 60 );
		await reader.reload();
		expect( await told.textContent() ).not.toContain( 'critical words' );
	} );
} );
