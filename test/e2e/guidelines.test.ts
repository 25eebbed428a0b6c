// Guidelines in a browser: written by keyboard alone, agreed to, known before the first story, thought of before sending.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { findSite, type Session, type Site } from '../site/site.ts';
import { visit } from './browser.ts';

const SCREEN = '/wp-admin/admin.php?page=throughline-guidelines';

let site: Site;
let admin: Session;
let employee: Session;

beforeEach( async () => {
	site = await findSite();
	await site.reset();
	admin = await site.signIn( 'admin' );
	employee = await site.signIn( 'employee' );
	await site.php( `
		foreach ( [ 'take-part' => 'story-form', 'how' => 'guidelines {"showFilter":true,"level":2}' ] as $slug => $block ) {
			wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Page', 'post_name' => $slug, 'post_content' => "<!-- wp:throughline/$block /-->" ] );
		}
	` );
} );

/** Our starters in force. */
const inForce = () =>
	site.php( `
		Throughline\\Guidelines\\Drafts::begin( 'starters', 1 );
		Throughline\\Guidelines\\Drafts::put( 1, 1 );
	` );

/** What keeps anybody from using a part of the page, at 1280 and at 360 pixels. */
async function problems( page: Page, part: string ) {
	const found: unknown[] = [];
	for ( const width of [ 1280, 360 ] ) {
		await page.setViewportSize( { width, height: 800 } );
		const { violations } = await new AxeBuilder( { page } )
			.include( part )
			.analyze();
		const isTooWide = await page.evaluate(
			() =>
				document.documentElement.scrollWidth >
				document.documentElement.clientWidth
		);
		found.push( ...violations, ...( isTooWide ? [ width ] : [] ) );
	}
	return found;
}

describe( 'the page in wp-admin', () => {
	it( 'by keyboard: begun, changed, moved, compared, put to somebody who agrees', async () => {
		const { page, errors, context } = await visit( site, {
			size: 'desktop',
			as: admin,
		} );
		await page.goto( SCREEN );
		const press = async ( name: string | RegExp, nth = 0 ) => {
			await page.getByRole( 'button', { name } ).nth( nth ).focus();
			await page.keyboard.press( 'Enter' );
		};
		await press( 'Begin with ours' );
		await page.getByText( 'Draft of edition 1' ).waitFor();

		await press( /^Change: We ask everybody/ );
		await page.getByLabel( 'One short sentence' ).waitFor();
		await page.keyboard.press( 'Control+A' );
		await page.keyboard.type( 'We always ask first.' );
		expect( await problems( page, '.tl-page' ) ).toEqual( [] );
		await press( 'Done' );
		await press( 'Move down: We always ask first.' );
		// The focus goes along, so that one key moves it further.
		await page.keyboard.press( 'Enter' );
		await expect
			.poll( () =>
				page
					.locator( '.tl-guidelines__rows' )
					.first()
					.locator( '.tl-guidelines__sentence' )
					.allTextContents()
			)
			.toMatchObject(
				[
					expect.stringContaining( 'We speak' ),
					expect.stringContaining( 'We tell' ),
					'We always ask first.',
				].concat( Array( 4 ).fill( expect.any( String ) ) )
			);
		await press( 'Put it in force' );
		await page.getByText( 'Edition 1, in force since' ).waitFor();

		await press( 'Write a new edition' );
		await press( /^Change: When in doubt/ );
		await press( 'Remove' );
		await page.getByText( 'Dropped' ).waitFor();
		await page.getByLabel( 'Add somebody' ).focus();
		await page.keyboard.type( 'empl' );
		await page.getByRole( 'option', { name: /Employee/ } ).waitFor();
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'Enter' );
		await press( 'Ask 1 person to agree' );
		await page.getByText( 'Not yet answered' ).waitFor();
		expect( await problems( page, '.tl-page' ) ).toEqual( [] );
		expect( errors ).toEqual( [] );
		await context.close();

		const asked = await visit( site, { size: 'phone', as: employee } );
		await asked.page.goto( SCREEN );
		const agree = asked.page.getByRole( 'button', { name: 'I agree' } );
		await agree.waitFor();
		expect( await problems( asked.page, '.tl-page' ) ).toEqual( [] );
		await agree.focus();
		await asked.page.keyboard.press( 'Enter' );
		await asked.page
			.getByRole( 'heading', { name: 'Edition 2, in force since' } )
			.waitFor();
		await asked.page.getByText( /Agreed on/ ).waitFor();
		expect( asked.errors ).toEqual( [] );
		await asked.context.close();
	} );
} );

describe( 'the form', () => {
	it( 'asks to know them once, brings one to mind once, and sends all the same', async () => {
		await inForce();
		// One of them is for the paint shop alone.
		await site.php( `
			$shop = wp_insert_term( 'Paint shop', 'tl_department' )['term_id'];
			Throughline\\Database::write( "UPDATE %i SET departments = %s WHERE lineage = 'starter-ask'", Throughline\\Database::table( 'guidelines' ), "[$shop]" );
		` );
		const { page, errors, context } = await visit( site, {
			size: 'desktop',
			as: employee,
		} );
		await page.goto( '/take-part/' );
		const send = page.locator( '.throughline-form__send button' ).first();
		const box = page.getByLabel( 'I have read them.' ).first();
		await page
			.getByLabel( 'What was it about?' )
			.fill( 'Unsere Gruppe: five selfies of the night shift at work' );
		const ofShop = page.getByText( 'When in doubt, we ask first.' ).first();
		await page.getByText( 'We speak for ourselves' ).first().waitFor();
		expect( await ofShop.isVisible() ).toBe( false );
		await page.getByLabel( 'Where was it?' ).selectOption( 'Paint shop' );
		await ofShop.waitFor();
		await send.focus();
		await page.keyboard.press( 'Enter' );
		const missing = page.getByRole( 'link', {
			name: 'please read the guidelines',
		} );
		await missing.waitFor();
		expect( await problems( page, '.throughline-form' ) ).toEqual( [] );
		await missing.press( 'Enter' );
		await expect
			.poll( () => page.locator( '[type=checkbox]:focus' ).count() )
			.toBe( 1 );
		await page.keyboard.press( 'Space' );
		await send.press( 'Enter' );
		await page.getByText( '“selfies” – remember' ).waitFor();
		expect( await problems( page, '.throughline-form' ) ).toEqual( [] );
		await page
			.getByRole( 'button', { name: 'Send all the same' } )
			.press( 'Enter' );
		await page.getByText( 'Your story has arrived' ).waitFor();

		// The next one is asked for nothing, and told that it is the same again.
		await page
			.getByRole( 'button', { name: 'Send another story' } )
			.press( 'Enter' );
		expect( await box.isVisible() ).toBe( false );
		await page
			.getByLabel( 'What was it about?' )
			.fill( 'unsere gruppe – five selfies of the night shift at work!' );
		await send.press( 'Enter' );
		await page
			.getByText( 'You have sent the same words before.' )
			.waitFor();
		await page.reload();
		await page.getByText( 'Our guidelines in short' ).press( 'Enter' );
		await page.getByText( 'We don’t run down competitors.' ).waitFor();
		expect( await problems( page, '.throughline-form' ) ).toEqual( [] );
		expect( errors ).toEqual( [] );
		await context.close();
	} );
} );

describe( 'the block', () => {
	it( 'is read by everybody, chosen from, and printed', async () => {
		await inForce();
		const { page, foreign, errors, context } = await visit( site, {
			size: 'desktop',
		} );
		await page.goto( '/how/' );
		expect( await problems( page, '.throughline-guidelines' ) ).toEqual(
			[]
		);
		await page.getByLabel( 'What for?' ).selectOption( 'Comments' );
		await page.getByRole( 'button', { name: 'Show' } ).press( 'Enter' );
		await page.waitForURL( /kind=comment/ );
		await page.getByText( 'We let criticism stand' ).waitFor();
		expect( await page.getByText( 'We ask everybody' ).isVisible() ).toBe(
			false
		);
		await page.emulateMedia( { media: 'print' } );
		expect( await page.getByLabel( 'What for?' ).isVisible() ).toBe(
			false
		);
		expect( foreign ).toEqual( [] );
		expect( errors ).toEqual( [] );
		await context.close();
	} );
} );
