// The settings in a browser: changed, saved and still there; a rule of the works agreement goes off only with a reason.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findSite, type Session, type Site } from '../site/site.ts';
import { visit, type Visitor } from './browser.ts';

const ADDRESS = '/wp-admin/admin.php?page=throughline-settings';

let site: Site;
let admin: Session;
let visitor: Visitor;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	admin = await site.signIn( 'admin' );
} );

afterEach( async () => {
	expect( visitor.errors ).toEqual( [] );
	await visitor.context.close();
} );

async function open(
	part: string,
	size: 'phone' | 'desktop'
): Promise< Page > {
	visitor = await visit( site, { size, as: admin } );
	await visitor.page.goto( `${ ADDRESS }&tab=${ part }` );
	await visitor.page.locator( '.tl-card' ).first().waitFor();
	return visitor.page;
}

it( 'what is changed in several parts is saved together, and stands there after a reload', async () => {
	const page = await open( 'checks', 'desktop' );
	const save = page.getByRole( 'button', { name: 'Save', exact: true } );
	await page.getByRole( 'radio', { name: /^Afterwards/ } ).check();
	await page.getByLabel( 'Watched words' ).fill( 'Rabatt\n\ncasino*\n' );
	await page.getByRole( 'link', { name: 'At the desk' } ).click();
	await page.getByLabel( 'A decision can be taken back for' ).fill( '20' );
	await save.click();
	await page.getByText( 'Saved.' ).waitFor();
	await page.goto( `${ ADDRESS }&tab=checks` );
	expect(
		await page.getByRole( 'radio', { name: /^Afterwards/ } ).isChecked()
	).toBe( true );
	expect( await page.getByLabel( 'Watched words' ).inputValue() ).toBe(
		'Rabatt\ncasino*'
	);
	expect(
		await site.php(
			"return Throughline\\Moderation\\Settings::get('undo');"
		)
	).toBe( 20 );
} );

it( 'a page gets a rule of its own by its address, and loses it again', async () => {
	const page = await open( 'checks', 'phone' );
	await page.getByLabel( 'Address of the page' ).fill( '/nowhere/' );
	await page.keyboard.press( 'Enter' );
	await page.locator( '.tl-field__error' ).waitFor();
	// The browser notes that the server said no.
	visitor.errors.splice( 0 );
	await page
		.getByLabel( 'Address of the page' )
		.fill( `${ site.url }/sample-page/` );
	await page.getByLabel( 'Somebody looks' ).selectOption( 'Not at all' );
	await page.getByRole( 'button', { name: 'Add this page' } ).click();
	await page.getByRole( 'link', { name: 'Sample Page' } ).waitFor();
	await page.getByRole( 'button', { name: /Take away/ } ).click();
	await page
		.getByRole( 'link', { name: 'Sample Page' } )
		.waitFor( { state: 'detached' } );
	expect( await page.locator( ':focus' ).textContent() ).toBe(
		'Pages with a rule of their own'
	);
} );

it( 'a rule of the works agreement is switched off with a reason, which stays', async () => {
	const page = await open( 'agreement', 'phone' );
	await page
		.getByRole( 'button', { name: /^Switch off: What visitors write/ } )
		.click();
	const confirm = page.getByRole( 'button', { name: 'Switch it off' } );
	expect( await confirm.getAttribute( 'aria-disabled' ) ).toBe( 'true' );
	await page.keyboard.type( 'Drei Monate, mit dem Betriebsrat vereinbart.' );
	await confirm.click();
	await page
		.locator( '.tl-history' )
		.getByText( 'Drei Monate, mit dem Betriebsrat vereinbart.' )
		.waitFor();
	expect(
		await site.php(
			"return Throughline\\Moderation\\WorksAgreement::on('visitors_wait');"
		)
	).toBe( false );
} );

describe.each( [ 'phone', 'desktop' ] as const )( 'on a %s', ( size ) => {
	it( 'axe finds nothing, and nothing is wider than the window', async () => {
		await site.php(
			"wp_set_current_user(1); Throughline\\Moderation\\WorksAgreement::turn('no_ranking', false, 'Datenschutzfolgenabschätzungsverantwortlichenkonferenz'); Throughline\\Moderation\\Mode::set(2, 'after');"
		);
		const page = await open( 'checks', size );
		for ( const tab of await tabs( page, size ) ) {
			await tab.click();
			const part = await tab.textContent();
			const { violations } = await new AxeBuilder( { page } )
				.include( '.tl-page' )
				.analyze();
			expect( violations, part ?? '' ).toEqual( [] );
			expect(
				await page.evaluate(
					() =>
						document.documentElement.scrollWidth -
						document.documentElement.clientWidth
				),
				part ?? ''
			).toBeLessThanOrEqual( 0 );
		}
	} );
} );

it( 'axe finds nothing on the page for the works council', async () => {
	const page = await open( 'agreement', 'phone' );
	const link = page.getByRole( 'link', { name: 'Open the page' } );
	await page.goto( ( await link.getAttribute( 'href' ) ) ?? '' );
	const { violations } = await new AxeBuilder( { page } )
		// They are all built alike.
		.exclude( 'section:nth-of-type(n + 16)' )
		.analyze();
	expect( violations ).toEqual( [] );
} );

/** All of them where there is least room; elsewhere the fullest and the one that was opened. */
async function tabs( page: Page, size: 'phone' | 'desktop' ) {
	const all = await page.locator( '.tl-tab' ).all();
	return size === 'phone'
		? all
		: [ ...all.slice( 0, 1 ), ...all.slice( -1 ) ];
}
