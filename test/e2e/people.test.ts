// The page People in a browser: by keyboard alone, at both sizes, with none of it filled in and with all of it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Desks } from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';
import { visit, type Visitor } from './browser.ts';

const PEOPLE = '/wp-admin/admin.php?page=throughline-people';

let site: Site;
let admin: Session;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	admin = await site.signIn( 'admin' );
} );

const visitors: Visitor[] = [];

afterEach( async () => {
	for ( const { context } of visitors.splice( 0 ) ) {
		await context.close();
	}
} );

async function open( size: 'desktop' | 'phone', path = PEOPLE ) {
	const visitor = await visit( site, { as: admin, size } );
	visitors.push( visitor );
	await visitor.page.goto( path );
	await visitor.page.locator( '.tl-card' ).first().waitFor();
	return visitor;
}

const complaints = async ( page: Page ) => {
	const { violations } = await new AxeBuilder( { page } )
		.include( '.tl-page' )
		.analyze();
	return violations.map( ( { id, nodes } ) => [
		id,
		...nodes.map( ( { html } ) => html ),
	] );
};

const isFocused = async ( place: Locator ) => {
	await place.waitFor();
	await expect
		.poll( () =>
			place.evaluate(
				( element ) => element === element.ownerDocument.activeElement
			)
		)
		.toBe( true );
};

/** Tab after Tab, as far as it takes; past core's menu, which has a link of its own for that. */
async function tabTo( page: Page, place: Locator, key = 'Tab' ) {
	await place.waitFor();
	const isLost = await page
		.locator( 'body' )
		.evaluate( ( body ) => body.ownerDocument.activeElement === body );
	if ( isLost ) {
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Enter' );
	}
	for ( let steps = 0; steps < 60; steps++ ) {
		await page.keyboard.press( key );
		if (
			await place.evaluate(
				( element ) => element === element.ownerDocument.activeElement
			)
		) {
			return;
		}
	}
	throw new Error( `${ place } can’t be reached by ${ key }.` );
}

const desks = async () => {
	const response = await site.request(
		'/wp-json/throughline/v1/desks',
		{},
		admin
	);
	return ( ( await response.json() ) as Desks ).departments;
};

const TABLE = [
	'Email;Department;Desk;Moderates',
	'moderator@example.com;Werk > Montage;expert;Werk',
	'nobody@example.com;Werk;;',
].join( '\n' );

it( 'by keyboard alone: a department, somebody on its desk, a table with a look before', async () => {
	const { page, errors } = await open( 'desktop' );
	const { keyboard } = page;
	expect( await complaints( page ) ).toEqual( [] );

	const button = ( name: string | RegExp ) =>
		page.getByRole( 'button', { name, exact: true } );
	await tabTo( page, button( 'Add a department' ) );
	await keyboard.press( 'Enter' );
	await isFocused( page.getByLabel( 'Name of the department' ) );
	await keyboard.type( 'Werk' );
	await keyboard.press( 'Enter' );
	await page.getByText( '“Werk” was added.' ).first().waitFor();
	await isFocused( page.getByLabel( 'Name of the department' ) );

	await tabTo(
		page,
		page.getByRole( 'link', { name: 'Werk', exact: true } )
	);
	await keyboard.press( 'Enter' );
	await isFocused( page.getByRole( 'heading', { name: 'Werk', level: 2 } ) );
	const experts = page.getByRole( 'combobox', { name: 'Add an expert' } );
	await tabTo( page, experts );
	await keyboard.type( 'Empl' );
	await page.getByRole( 'option', { name: /^Employee/ } ).waitFor();
	await keyboard.press( 'ArrowDown' );
	await keyboard.press( 'Enter' );
	await page.getByRole( 'button', { name: 'Take off Employee' } ).waitFor();
	await isFocused( experts );
	await tabTo( page, button( 'Save the department' ) );
	await keyboard.press( 'Enter' );
	await page.getByText( 'The department is saved.' ).first().waitFor();
	expect( await desks() ).toMatchObject( [ { name: 'Werk', experts: 1 } ] );
	expect( await complaints( page ) ).toEqual( [] );

	await tabTo(
		page,
		page.getByRole( 'link', { name: 'Import and export' } ),
		'Shift+Tab'
	);
	await keyboard.press( 'Enter' );
	await isFocused( page.getByRole( 'heading', { name: 'Import' } ) );
	const file = page.getByLabel( 'CSV file' );
	await tabTo( page, file );
	// What Enter opens is the browser's own window.
	await file.setInputFiles( {
		name: 'people.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from( TABLE ),
	} );
	await isFocused(
		page.getByRole( 'heading', { name: 'This would change' } )
	);
	await page.getByText( 'nobody@example.com' ).waitFor();
	expect( await desks() ).toHaveLength( 1 );
	expect( await complaints( page ) ).toEqual( [] );
	await tabTo( page, button( 'Write all of this' ) );
	await keyboard.press( 'Enter' );
	await isFocused( page.getByRole( 'heading', { name: /^Done/ } ) );
	expect( await desks() ).toMatchObject( [
		{ name: 'Werk', moderators: 1 },
		{ name: 'Montage', people: 1, experts: 1 },
	] );
	expect( errors ).toEqual( [] );
} );

it( 'on a phone nothing scrolls sideways, and axe finds nothing', async () => {
	const [ department, person ] = await site.php< number[] >(
		`$works = Throughline\\People\\Departments::add('Werk', 0);
		$id = Throughline\\People\\Departments::add('Donaudampfschifffahrtsgesellschaftsverwaltung', $works);
		$user = get_user_by('login', 'employee')->ID;
		Throughline\\People\\Desks::put($id, 'throughline_experts', [$user]);
		Throughline\\People\\Moderators::give($user, 'some', [$works]);
		Throughline\\People\\Hours::set_user($user, ['week' => [['day' => 1, 'from' => '08:00', 'to' => '12:00'], ['day' => 1, 'from' => '13:00', 'to' => '17:00']], 'holidays' => [['from' => '2026-12-24', 'to' => '2027-01-01', 'name' => '']]]);
		return [$id, $user];`
	);
	const { page, errors } = await open( 'phone' );
	for ( const place of [
		`&department=${ department }`,
		'&tab=people',
		`&tab=moderators&person=${ person }`,
		'&tab=table',
	] ) {
		await page.goto( PEOPLE + place );
		await page.locator( '.tl-card' ).first().waitFor();
		expect( await complaints( page ), place ).toEqual( [] );
		expect(
			await page.evaluate( () => document.documentElement.scrollWidth ),
			place
		).toBe( 360 );
	}
	expect( errors ).toEqual( [] );
} );

it( 'what isn’t saved is not left without a question', async () => {
	const { page } = await open( 'desktop', `${ PEOPLE }&tab=hours` );
	await page.getByLabel( 'Somebody looks in these hours:' ).check();
	page.once( 'dialog', ( dialog ) => dialog.dismiss() );
	await page.getByRole( 'link', { name: 'Departments' } ).click();
	await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
	await page.getByText( 'The hours are saved.' ).first().waitFor();
	await page.getByRole( 'link', { name: 'Departments' } ).click();
	await page.getByText( 'No departments yet' ).waitFor();
} );
