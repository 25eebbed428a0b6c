// A browser for tests, and visitors who are signed in without typing into the login page.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { Session, Site } from '../site/site.ts';
import { launch } from './chromium.ts';

const SIZES = {
	phone: {
		viewport: { width: 360, height: 740 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true,
	},
	desktop: { viewport: { width: 1280, height: 800 } },
};

export interface Visitor {
	context: BrowserContext;
	page: Page;
	/** Addresses on other hosts that the browser asked, in vain; core's own avatars and emoji are left out. */
	foreign: string[];
	/** Errors that scripts of the page threw or logged. */
	errors: string[];
}

let browser: Promise< Browser > | undefined;

afterAll( async () => {
	await ( await browser )?.close();
} );

/** Opens a browser window of a size, as somebody or as a stranger. */
export async function visit(
	site: Site,
	options: {
		size?: keyof typeof SIZES;
		as?: Session;
		javaScriptEnabled?: boolean;
		locale?: string;
	} = {}
): Promise< Visitor > {
	const { size = 'phone', as, ...rest } = options;
	browser ??= launch();
	const context = await (
		await browser
	).newContext( {
		...SIZES[ size ],
		baseURL: site.url,
		locale: 'en-GB',
		...rest,
	} );
	if ( as ) {
		// Typing into wp-login.php fails now and then: its script moves the focus.
		await context.addCookies(
			as.cookie.split( '; ' ).map( ( pair ) => {
				const at = pair.indexOf( '=' );
				return {
					name: pair.slice( 0, at ),
					value: pair.slice( at + 1 ),
					url: site.url,
				};
			} )
		);
	}
	const visitor: Visitor = {
		context,
		page: await context.newPage(),
		foreign: [],
		errors: [],
	};
	const { host } = new URL( site.url );
	context.on( 'request', ( request ) => {
		const address = new URL( request.url() );
		if (
			/^(https?|wss?):$/.test( address.protocol ) &&
			address.host !== host &&
			! CORE_HOSTS.has( address.host )
		) {
			visitor.foreign.push( address.href );
		}
	} );
	visitor.page.on( 'pageerror', ( error ) =>
		visitor.errors.push( String( error ) )
	);
	visitor.page.on( 'console', ( message ) => {
		const isOfCore = [ ...CORE_HOSTS ].some( ( name ) =>
			message.location().url.includes( name )
		);
		if ( message.type() === 'error' && ! isOfCore ) {
			visitor.errors.push( message.text() );
		}
	} );
	return visitor;
}

/** Hosts that WordPress itself lets a browser ask: avatars in wp-admin, emoji that the system lacks. */
const CORE_HOSTS = new Set( [ 'secure.gravatar.com', 's.w.org' ] );

/** What axe finds in parts of a page, and whether the page scrolls sideways. */
export async function problems(
	page: Page,
	...parts: string[]
): Promise< string[] > {
	const axe = new AxeBuilder( { page } );
	parts.forEach( ( part ) => axe.include( part ) );
	const { violations } = await axe.analyze();
	const wide = await page.evaluate(
		() => document.documentElement.scrollWidth > window.innerWidth
	);
	return [
		...violations.map(
			( { id, nodes } ) => `${ id }: ${ nodes[ 0 ]?.html }`
		),
		...( wide ? [ 'scrolls sideways' ] : [] ),
	];
}
