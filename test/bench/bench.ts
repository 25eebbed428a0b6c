// What every row of the bench works with: the site, measured requests, medians, and how a row says whether it met its target.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Session } from '../site/site.ts';
import type { StackSite } from '../site/stack.ts';

/** One line of the report. */
export interface Row {
	what: string;
	ours: string;
	core: string;
	/** Ours against core's, as a ratio or a difference. */
	against: string;
	target: string;
	/** Null where the row only tells. */
	met: boolean | null;
}

export interface Cost {
	/** From PHP's first line to its last, in milliseconds. */
	ms: number;
	/** What of it PHP used the processor, which holds on a machine that has other things to do, too. */
	cpu: number;
	queries: number;
	/** The most that the whole PHP process held at once, in bytes. */
	memory: number;
	list: { sql: string; ms: number }[];
	body: string;
}

export interface Visit {
	path: string;
	/** Whether our plugin is active in this request. */
	plugin: 'on' | 'off';
	/** Keeps the queries with their times, which itself costs some. */
	saveQueries?: boolean;
	/** Who asks; a stranger when not given. */
	session?: Session;
	init?: RequestInit;
}

/** Makes a request, and gives what it cost PHP. */
export async function visit(
	site: StackSite,
	{ path, plugin, saveQueries, session, init }: Visit
): Promise< Cost > {
	const headers = new Headers( init?.headers );
	headers.set( 'X-Throughline-Bench', plugin );
	if ( saveQueries ) {
		headers.set( 'X-Throughline-Queries', '1' );
	}
	const response = await site.request( path, { ...init, headers }, session );
	const body = await response.text();
	if ( response.status >= 400 ) {
		throw new Error(
			`${ path } answers ${ response.status }: ${ body.slice( 0, 500 ) }`
		);
	}
	const cost = JSON.parse(
		await readFile( join( dirname( site.root ), 'cost.json' ), 'utf8' )
	) as Omit< Cost, 'body' >;
	return { ...cost, body };
}

export function median( values: number[] ): number {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	const half = Math.floor( sorted.length / 2 );
	const upper = sorted[ half ] ?? NaN;
	return sorted.length % 2
		? upper
		: ( ( sorted[ half - 1 ] ?? NaN ) + upper ) / 2;
}

export interface Comparison {
	ours: Cost;
	core: Cost;
	ms: Times;
	cpu: Times;
}

/** Medians, in milliseconds. */
export interface Times {
	ours: number;
	core: number;
	/** Median of the differences between neighbours in time: what drifts, drifts in both. */
	more: number;
}

/** The same two requests again and again, in turn and each first as often as the other. */
export async function compare(
	site: StackSite,
	ours: Visit,
	core: Visit,
	rounds: number
): Promise< Comparison > {
	for ( let warm = 0; warm < 3; warm++ ) {
		await visit( site, ours );
		await visit( site, core );
	}
	const pairs: { ours: Cost; core: Cost }[] = [];
	for ( let round = 0; round < rounds; round++ ) {
		if ( round % 2 ) {
			const second = await visit( site, core );
			pairs.push( { ours: await visit( site, ours ), core: second } );
		} else {
			const first = await visit( site, ours );
			pairs.push( { ours: first, core: await visit( site, core ) } );
		}
	}
	const middle = ( time: 'ms' | 'cpu' ): Times => ( {
		ours: median( pairs.map( ( pair ) => pair.ours[ time ] ) ),
		core: median( pairs.map( ( pair ) => pair.core[ time ] ) ),
		more: median(
			pairs.map( ( pair ) => pair.ours[ time ] - pair.core[ time ] )
		),
	} );
	return {
		ours: await visit( site, ours ),
		core: await visit( site, core ),
		ms: middle( 'ms' ),
		cpu: middle( 'cpu' ),
	};
}

/** Rows that the database read for a request: counted, so the same on every machine. */
export async function rowsRead(
	site: StackSite,
	request: Visit
): Promise< number > {
	const count = async () =>
		( await site.sql( "SHOW GLOBAL STATUS LIKE 'Handler_read%'" ) )
			.trim()
			.split( '\n' )
			.reduce(
				( sum, line ) => sum + Number( line.split( '\t' )[ 1 ] ),
				0
			);
	// To ask reads, too.
	const before = await count();
	const asking = ( await count() ) - before;
	const begin = await count();
	await visit( site, request );
	return ( await count() ) - begin - asking;
}

export const gzip = ( content: string | Buffer ) =>
	gzipSync( content, { level: 6 } ).length;

export const ms = ( value: number ) =>
	`${ value.toFixed( Math.abs( value ) < 10 ? 2 : 1 ) } ms`;
export const moreMs = ( value: number ) =>
	`${ value < 0 ? '' : '+' }${ ms( value ) }`;
export const kB = ( bytes: number ) => `${ ( bytes / 1000 ).toFixed( 1 ) } kB`;
export const times = ( ratio: number ) => `${ ratio.toFixed( 2 ) } x`;
export const percent = ( share: number ) =>
	`${ share < 0 ? '' : '+' }${ ( 100 * share ).toFixed( 1 ) } %`;
export const more = ( difference: number, unit = '' ) =>
	`${ difference < 0 ? '' : '+' }${ difference }${ unit && ` ${ unit }` }`;

function verdict( met: boolean | null ): string {
	if ( met === null ) {
		return '';
	}
	return met ? 'met' : 'missed';
}

/** The rows as a table for the terminal. */
export function table( rows: Row[] ): string {
	const cells = [
		[ '', 'ours', 'core', 'against core', 'target', '' ],
		...rows.map( ( { what, ours, core, against, target, met } ) => [
			what,
			ours,
			core,
			against,
			target,
			verdict( met ),
		] ),
	];
	const widths = cells[ 0 ]?.map( ( _, column ) =>
		Math.max( ...cells.map( ( line ) => line[ column ]?.length ?? 0 ) )
	);
	return cells
		.map( ( line ) =>
			line
				.map( ( cell, column ) =>
					cell.padEnd( widths?.[ column ] ?? 0 )
				)
				.join( '  ' )
				.trimEnd()
		)
		.join( '\n' );
}
