// A browser for tests: which one, how it starts, and visitors who are signed in without typing into the login page.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type Page,
} from 'playwright-core';
import { afterAll } from 'vitest';
import type { Session, Site } from '../site/site.ts';

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

async function launch(): Promise< Browser > {
	return await chromium.launch( {
		executablePath: executable(),
		args: [
			// Nothing but the site is ever asked.
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	} );
}

/**
 * The Chromium that `CHROMIUM` names, else one that is installed, else playwright-core's own.
 *
 * @throws {Error} With one sentence, when there is none.
 */
function executable(): string {
	const named = process.env.CHROMIUM;
	if ( named ) {
		if ( ! existsSync( named ) ) {
			throw new Error( `CHROMIUM names ${ named }, where nothing is.` );
		}
		return named;
	}
	const installed = [
		...( process.env.PATH ?? '' )
			.split( delimiter )
			.flatMap( ( folder ) =>
				[
					'chromium',
					'chromium-browser',
					'google-chrome',
					'google-chrome-stable',
					'chrome.exe',
				].map( ( name ) => join( folder, name ) )
			),
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'C:/Program Files/Google/Chrome/Application/chrome.exe',
		chromium.executablePath(),
	].find( ( path ) => existsSync( path ) );
	if ( ! installed ) {
		throw new Error(
			'No Chromium is here: install one, or name yours in the environment variable CHROMIUM, or run "npx playwright-core install chromium".'
		);
	}
	return installed;
}
