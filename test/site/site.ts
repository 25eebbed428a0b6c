// What tests see of a site, the same on both stacks: its address, people to sign in as, the clock, the mails, PHP inside it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { answers, connect } from './door.ts';

export const ROOT = resolve( import.meta.dirname, '../..' );
/** Where running sites keep their data; git-ignored. */
export const SITES = join( ROOT, '.site' );

export const PASSWORD = 'password';
/** Everybody whom a new site knows. */
export const USERS = [ 'admin', 'moderator', 'employee' ] as const;

/** What a runner writes to `.site/<name>/site.json` while its site runs, so that tests find it. */
export interface SiteRecord {
	name: string;
	kind: 'playground' | 'stack';
	url: string;
	/** Proves to the must-use plugin that a request comes from a test. */
	secret: string;
	wordpress: string;
	phpVersion: string;
	/** Folder that tests and the must-use plugin share: clock, mails, outgoing requests. */
	seam: string;
	/** How the site goes back to how it was: a command first, then files to copy, then folders to empty. */
	reset: {
		command?: string[];
		copy: { from: string; to: string }[];
		empty: string[];
	};
}

export interface Mail {
	to: string[];
	subject: string;
	message: string;
	headers: string[];
}

/** A request to elsewhere that WordPress tried to make; none is ever let out. */
export interface OutgoingRequest {
	url: string;
	method: string;
}

/** Somebody who has signed in; `nonce` goes with requests to REST by itself. */
export interface Session {
	user: string;
	cookie: string;
	nonce: string;
}

export interface Site extends Omit< SiteRecord, 'reset' > {
	/** Runs PHP in the site: the body of a function whose `$args` are these; what it returns comes back by way of JSON. */
	php: < T >( code: string, args?: unknown ) => Promise< T >;
	/** Sets `Throughline\now()`, in Unix seconds; null is the real time again. */
	setClock: ( time: number | null ) => Promise< void >;
	/** Addresses that a look-up of these host names gives; a list of lists gives one after the other. */
	setNames: (
		names: Record< string, string[] | string[][] >
	) => Promise< void >;
	mails: () => Promise< Mail[] >;
	outgoing: () => Promise< OutgoingRequest[] >;
	signIn: ( user: string ) => Promise< Session >;
	/** Asks the site as somebody or, without a session, as a stranger. Redirects are not followed. */
	request: (
		path: string,
		init?: RequestInit,
		session?: Session
	) => Promise< Response >;
	/** The same, and what it cost: queries, milliseconds and bytes of memory in PHP. */
	measure: (
		path: string,
		init?: RequestInit,
		session?: Session
	) => Promise< { response: Response; cost: Cost } >;
	/** What PHP and WordPress logged, newest last; both stacks log to the same place. */
	log: () => Promise< string >;
	/** Back to the site as it was after its first start, with an empty clock and no mails. */
	reset: () => Promise< void >;
}

export interface Cost {
	queries: number;
	milliseconds: number;
	memory: number;
	/** The queries themselves, in order. */
	list: string[];
}

/** The site that `THROUGHLINE_SITE` names by its address, else the one that runs. */
export async function findSite(
	address = process.env.THROUGHLINE_SITE
): Promise< Site > {
	const names = await readdir( SITES ).catch( () => [] );
	const records = names
		.map( ( name ) => join( SITES, name, 'site.json' ) )
		.filter( ( file ) => existsSync( file ) )
		// A site that was killed leaves its record; the newest of an address is the one that runs.
		.sort( ( a, b ) => statSync( b ).mtimeMs - statSync( a ).mtimeMs )
		.map(
			( file ) => JSON.parse( readFileSync( file, 'utf8' ) ) as SiteRecord
		);
	for ( const record of records ) {
		if ( address ? record.url === address : await answers( record.url ) ) {
			return connect( record );
		}
	}
	throw new Error(
		address
			? `No site runs at ${ address }.`
			: 'No test site runs: start one by "npm run site", or run "npm test", which starts its own.'
	);
}
