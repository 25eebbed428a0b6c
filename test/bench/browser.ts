// What a visitor's browser sees: nothing moves, nobody else is asked, and a photo is made smaller before it is sent.
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from '../e2e/chromium.ts';
import type { Session } from '../site/site.ts';
import type { StackSite } from '../site/stack.ts';
import { kB, type Row } from './bench.ts';
import { PLAIN, PUBLISH_PAGE } from './page.ts';
import { makeStories } from './stories.ts';

const SIZES = [
	{ width: 360, height: 740 },
	{ width: 1280, height: 800 },
];

const PAGES = {
	'story form': '<!-- wp:throughline/story-form /-->',
	wall: '<!-- wp:throughline/wall {"showFilter":true} /-->',
	'a page without ours': '',
};

export async function browser( site: StackSite ): Promise< Row[] > {
	await makeStories( site, 14, true );
	const names = Object.keys( PAGES ) as ( keyof typeof PAGES )[];
	for ( const [ index, name ] of names.entries() ) {
		await site.run( PUBLISH_PAGE, {
			slug: `bench-browser-${ index }`,
			content: `${ PAGES[ name ] }\n${ PLAIN }`,
		} );
	}
	const employee = await site.signIn( 'employee' );
	const chromium = await launch();
	const rows: Row[] = [];
	const shift = new Map< string, number >();
	const foreign = new Map< string, Set< string > >(
		names.map( ( name ) => [ name, new Set() ] )
	);
	const host = new URL( site.url ).host;
	try {
		for ( const [ index, name ] of names.entries() ) {
			for ( const viewport of SIZES ) {
				const context = await chromium.newContext( {
					viewport,
					baseURL: site.url,
				} );
				await signIn( site, context, employee );
				context.on( 'request', ( request ) => {
					const address = new URL( request.url() );
					if (
						/^https?:$/.test( address.protocol ) &&
						address.host !== host
					) {
						foreign.get( name )?.add( address.href );
					}
				} );
				const page = await context.newPage();
				await page.goto( `/bench-browser-${ index }/` );
				shift.set(
					name,
					Math.max( shift.get( name ) ?? 0, await shifted( page ) )
				);
				await context.close();
			}
		}
		const [ form = '', wall = '', without = '' ] = names;
		for ( const name of [ form, wall ] ) {
			const value = shift.get( name ) ?? NaN;
			rows.push( {
				what: `layout shift, ${ name }, the worse of 360 and 1280 px`,
				ours: value.toFixed( 3 ),
				core: ( shift.get( without ) ?? NaN ).toFixed( 3 ),
				against: '',
				target: 'under 0.02',
				met: value < 0.02,
			} );
		}
		// Core's admin bar asks for the avatar of who is signed in.
		const byCore = foreign.get( without ) ?? new Set();
		const byUs = [ form, wall ].flatMap( ( name ) =>
			[ ...( foreign.get( name ) ?? [] ) ].filter(
				( address ) => ! byCore.has( address )
			)
		);
		rows.push( {
			what: 'third-party requests before a click, story form and wall, signed in',
			ours: String( byUs.length ),
			core: String( byCore.size ),
			against: byUs[ 0 ] ?? '',
			target: '0',
			met: byUs.length === 0,
		} );
		const context = await chromium.newContext( { baseURL: site.url } );
		await signIn( site, context, employee );
		const sent = await sentPhoto( await context.newPage(), site );
		rows.push( {
			what: 'photo of 12 megapixels, sent when the browser made it smaller',
			ours: kB( sent ),
			core: '',
			against: '',
			target: 'at most 500 kB',
			met: sent <= 500_000,
		} );
	} finally {
		await chromium.close();
	}
	return rows;
}

async function signIn(
	site: StackSite,
	context: Awaited<
		ReturnType< Awaited< ReturnType< typeof launch > >[ 'newContext' ] >
	>,
	{ cookie }: Session
): Promise< void > {
	await context.addCookies(
		cookie.split( '; ' ).map( ( pair ) => {
			const at = pair.indexOf( '=' );
			return {
				name: pair.slice( 0, at ),
				value: pair.slice( at + 1 ),
				url: site.url,
			};
		} )
	);
}

/** How far things moved by themselves while somebody read down the page. */
async function shifted( page: Page ): Promise< number > {
	await page.waitForLoadState( 'networkidle' );
	await page.mouse.move( 100, 300 );
	for ( let step = 0; step < 12; step++ ) {
		await page.mouse.wheel( 0, 600 );
		await page.waitForTimeout( 100 );
	}
	await page.waitForLoadState( 'networkidle' );
	return await page.evaluate(
		() =>
			new Promise< number >( ( resolve ) => {
				let sum = 0;
				new PerformanceObserver( ( list ) => {
					for ( const entry of list.getEntries() ) {
						const { value, hadRecentInput } =
							entry as PerformanceEntry & {
								value: number;
								hadRecentInput: boolean;
							};
						sum += hadRecentInput ? 0 : value;
					}
				} ).observe( { type: 'layout-shift', buffered: true } );
				setTimeout( () => resolve( sum ), 200 );
			} )
	);
}

/** Bytes of the request by which the form sends a photo. */
async function sentPhoto( page: Page, site: StackSite ): Promise< number > {
	const file = join( dirname( site.root ), 'photo.jpg' );
	await site.run(
		`return ( require $args['code'] )( $args['file'], 4032, 3024 );`,
		{ code: join( import.meta.dirname, 'photo.php' ), file }
	);
	await page.goto( '/bench-browser-0/' );
	await page.waitForLoadState( 'networkidle' );
	const [ request ] = await Promise.all( [
		page.waitForRequest(
			( one ) =>
				one.method() === 'POST' &&
				one.url().includes( '/throughline/v1/photos' ),
			{ timeout: 60_000 }
		),
		page.locator( 'input[type=file]' ).first().setInputFiles( file ),
	] );
	await ( await request.response() )?.finished();
	const length = ( await request.allHeaders() )[ 'content-length' ];
	if ( ! length ) {
		throw new Error( 'The browser does not tell what it sent.' );
	}
	return Number( length );
}
