// The browser of tests and bench: which Chromium, and how it starts.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

export async function launch(): Promise< Browser > {
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
