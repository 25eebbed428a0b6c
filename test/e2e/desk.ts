// What the tests of the desk share: pieces on the desk, the desk in a browser, and what is seen there.
import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Photo, Queue, Story } from '../../src/contract.ts';
import { corners, jpeg } from '../photos.ts';
import { findSite, type Session, type Site } from '../site/site.ts';
import { visit, type Visitor } from './browser.ts';

export const DESK = '/wp-admin/admin.php?page=throughline';
const REST = '/wp-json/throughline/v1';

export let site: Site;
export let employee: Session;
export let moderator: Session;
export let admin: Session;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	employee = await site.signIn( 'employee' );
	moderator = await site.signIn( 'moderator' );
	admin = await site.signIn( 'admin' );
} );

export const visitors: Visitor[] = [];

afterEach( async () => {
	for ( const { context } of visitors.splice( 0 ) ) {
		await context.close();
	}
} );

export async function ask< T >(
	path: string,
	session: Session,
	body?: unknown
): Promise< T > {
	const response = await site.request(
		`${ REST }/${ path }`,
		body instanceof FormData || body === undefined
			? { method: body ? 'POST' : 'GET', body: body ?? null }
			: {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify( body ),
				},
		session
	);
	expect( response.ok, await response.clone().text() ).toBe( true );
	return ( await response.json() ) as T;
}

export async function story(
	title: string,
	more: object = {}
): Promise< number > {
	const sent = await ask< Story >( 'stories', employee, {
		submission: randomUUID(),
		title,
		text: `${ title }: Gestern um vier Uhr früh haben wir den Läufer eingehoben.`,
		...more,
	} );
	return sent.id;
}

export async function photoStory( title: string, recognisable: string ) {
	const form = new FormData();
	const picture = { width: 640, height: 480, paint: corners( 640, 480 ) };
	form.set( 'upload', randomUUID() );
	form.set(
		'photo',
		new Blob( [ new Uint8Array( jpeg( picture ) ) ] ),
		'a.jpg'
	);
	const { id } = await ask< Photo >( 'photos', employee, form );
	return await story( title, { recognisable, photos: [ { id } ] } );
}

export const queue = ( state = 'waiting' ) =>
	ask< Queue >( `queue?list=${ state }`, moderator );

export const decide = ( id: number, session: Session, more: object = {} ) =>
	ask( 'decisions', session, {
		kind: 'story',
		id,
		version: 1,
		act: 'publish',
		...more,
	} );

/** The desk with its first piece loaded, and everything it asked for. */
export async function open(
	options: Parameters< typeof visit >[ 1 ] = {},
	path = DESK
) {
	const visitor = await visit( site, {
		as: moderator,
		size: 'desktop',
		...options,
	} );
	visitors.push( visitor );
	await visitor.page.goto( path );
	await visitor.page.locator( '.tl-desk' ).waitFor();
	return visitor;
}

/** Until the moderator may act: keys mean nothing before the piece is there. */
export async function ready( page: Page ) {
	await page
		.getByRole( 'button', { name: 'Publish', exact: true } )
		.and( page.locator( ':visible' ) )
		.waitFor();
}

export const shown = ( page: Page ) =>
	page.locator( '.tl-frame.is-shown:not(.is-ahead)' ).waitFor();

export const heading = ( page: Page, title: string ) =>
	page.getByRole( 'heading', { level: 2, name: title } );

export const isFocused = ( page: Page, selector: string ) =>
	page.waitForFunction(
		( wanted ) => document.querySelector( `:is(${ wanted }):focus` ),
		selector
	);

export const question = ( page: Page ) =>
	page.getByRole( 'textbox', { name: /Your question to/ } );

export const complaints = async ( page: Page ) => {
	const { violations } = await new AxeBuilder( { page } )
		.include( '.tl-desk' )
		// The site's own page: no script runs in it, axe's neither.
		.exclude( 'iframe' )
		.analyze();
	return violations.map( ( { id, nodes } ) => [
		id,
		...nodes.map( ( { html } ) => html ),
	] );
};
