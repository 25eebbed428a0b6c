// `npm run bench`: our figures beside core's, measured in one run on nginx, PHP-FPM and MariaDB.
import { rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../bin/build.ts';
import { ROOT, SITES } from '../site/site.ts';
import { bootStack, type StackSite } from '../site/stack.ts';
import { addLanguage, wordpress } from '../site/wordpress.ts';
import { table, type Row } from './bench.ts';
import { browser } from './browser.ts';
import { bytes } from './bytes.ts';
import { decision } from './decision.ts';
import { desk } from './desk.ts';
import { dialog } from './dialog.ts';
import { pages } from './pages.ts';
import { photo } from './photo.ts';
import { queue } from './queue.ts';
import { wall } from './wall.ts';
import { words } from './words.ts';

const PARTS: Record<
	string,
	( site: StackSite, rounds: number, large: boolean ) => Promise< Row[] >
> = {
	pages,
	bytes,
	browser,
	photo,
	words,
	decision,
	wall,
	dialog,
	queue,
	desk,
};

try {
	await bench();
} catch ( error ) {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
}

async function bench(): Promise< void > {
	const { values, positionals } = parseArgs( {
		allowPositionals: true,
		options: {
			rounds: { type: 'string', default: '41' },
			'no-build': { type: 'boolean', default: false },
			// A million comments, which takes minutes to write.
			large: { type: 'boolean', default: false },
			wordpress: { type: 'string' },
		},
	} );
	const parts = positionals.length ? positionals : Object.keys( PARTS );
	const unknown = parts.find( ( part ) => ! ( part in PARTS ) );
	if ( unknown ) {
		throw new Error(
			`There is no part ${ unknown }: name some of ${ Object.keys(
				PARTS
			).join( ', ' ) }, or none for all.`
		);
	}
	const say = ( line: string ) => console.error( line );
	if ( ! values[ 'no-build' ] ) {
		say( 'Building …' );
		await build();
	}
	const tree = await wordpress( values.wordpress, say );
	if ( ! ( await addLanguage( tree, 'de_DE' ) ) ) {
		say( "WordPress's own de_DE can't be had here." );
	}
	const site = await bootStack( {
		name: 'bench',
		wordpress: tree,
		fresh: true,
		debug: false,
		// For signing in; measured requests go without it.
		seam: true,
		durable: true,
		// One process has all caches warm after one request; files are looked at as seldom as on a live server.
		workers: 1,
		ini: {
			auto_prepend_file: join( ROOT, 'test/bench/measure.php' ),
			'opcache.revalidate_freq': 60,
		},
		say,
	} );
	const rows: Row[] = [];
	const [ load = 0 ] = loadavg();
	try {
		for ( const part of parts ) {
			say( `Measuring ${ part } …` );
			rows.push(
				...( ( await PARTS[ part ]?.(
					site,
					Number( values.rounds ),
					values.large
				) ) ?? [] )
			);
		}
	} finally {
		await site[ Symbol.asyncDispose ]();
		// A hundred thousand stories are a gigabyte.
		await rm( join( SITES, 'bench' ), { recursive: true, force: true } );
	}
	console.log(
		`WordPress ${ site.wordpress }, PHP-FPM ${ site.phpVersion } with OPcache, MariaDB, nginx; ${ cpus().length } cores; medians of ${ values.rounds }\n`
	);
	console.log( table( rows ) );
	if ( load > 0.75 * cpus().length ) {
		console.log(
			`\nThe machine had other things to do (load ${ load.toFixed(
				1
			) }): counts hold, times may not.`
		);
	}
	const missed = rows.filter( ( { met } ) => met === false ).length;
	const met = rows.filter( ( { met: isMet } ) => isMet ).length;
	console.log( `\n${ met } met, ${ missed } missed` );
	await writeFile(
		join( SITES, 'bench.json' ),
		JSON.stringify( rows, null, '\t' )
	);
}
