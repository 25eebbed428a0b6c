// What a wall costs the page that it stands on, with a thousand stories and with a hundred thousand.
import type { StackSite } from '../site/stack.ts';
import {
	compare,
	more,
	moreMs,
	ms,
	rowsRead,
	times,
	type Comparison,
	type Row,
} from './bench.ts';
import { AGE, multiply, NEW_ID } from './multiply.ts';
import { PLAIN, PUBLISH_PAGE } from './page.ts';
import { makeStories } from './stories.ts';

const SEEDS = 12;
const SIZES = [ 1_000, 100_000 ];
const WALLS = {
	wall: '<!-- wp:throughline/wall /-->',
	'wall with its filter': '<!-- wp:throughline/wall {"showFilter":true} /-->',
};

const TABLES = {
	wp_posts: {
		key: 'ID',
		changed: {
			ID: NEW_ID,
			post_name: `CONCAT( t.post_name, '-', ${ NEW_ID } )`,
			post_date: `t.post_date - ${ AGE }`,
			post_date_gmt: `t.post_date_gmt - ${ AGE }`,
		},
	},
	wp_term_relationships: {
		key: 'object_id',
		changed: { object_id: NEW_ID },
	},
	wp_throughline_pieces: {
		key: 'piece_id',
		changed: { piece_id: NEW_ID, published: `t.published - ${ AGE }` },
	},
};

export async function wall(
	site: StackSite,
	rounds: number
): Promise< Row[] > {
	const seeds = await makeStories( site, SEEDS, true );
	await site.run( PUBLISH_PAGE, { slug: 'bench-without', content: PLAIN } );
	const names = Object.keys( WALLS ) as ( keyof typeof WALLS )[];
	for ( const [ index, name ] of names.entries() ) {
		await site.run( PUBLISH_PAGE, {
			slug: `bench-wall-${ index }`,
			content: `${ PLAIN }\n${ WALLS[ name ] }`,
		} );
	}

	const rows: Row[] = [];
	const before = new Map< string, Comparison & { reads: number } >();
	let stories = SEEDS;
	for ( const size of SIZES ) {
		stories += await multiply( site, seeds, size - stories, TABLES );
		for ( const [ index, name ] of names.entries() ) {
			const on = {
				path: `/bench-wall-${ index }/`,
				plugin: 'on',
			} as const;
			const without = { path: '/bench-without/', plugin: 'on' } as const;
			const result = await compare( site, on, without, rounds );
			const reads = {
				ours: await rowsRead( site, on ),
				core: await rowsRead( site, without ),
			};
			if ( ! result.ours.body.includes( 'throughline-card' ) ) {
				throw new Error( 'The wall shows no cards.' );
			}
			const what = `${ name }, ${ stories.toLocaleString(
				'en'
			) } stories`;
			const queries = result.ours.queries - result.core.queries;
			rows.push(
				{
					what: `${ what }: queries, beside the page without it`,
					ours: String( result.ours.queries ),
					core: String( result.core.queries ),
					against: more( queries ),
					target: 'at most +4',
					met: queries <= 4,
				},
				{
					what: `${ what }: PHP, beside the page without it`,
					ours: ms( result.ms.ours ),
					core: ms( result.ms.core ),
					against: moreMs( result.ms.more ),
					target: 'at most +10 ms',
					met: result.ms.more <= 10,
				},
				{
					what: `${ what }: of it processor time`,
					ours: ms( result.cpu.ours ),
					core: ms( result.cpu.core ),
					against: moreMs( result.cpu.more ),
					target: '',
					met: null,
				},
				{
					what: `${ what }: rows that the database reads`,
					ours: String( reads.ours ),
					core: String( reads.core ),
					against: more( reads.ours - reads.core ),
					target: '',
					met: null,
				}
			);
			const few = before.get( name );
			if ( few ) {
				// Against the page without a wall each, so that the machine's own moods fall out.
				const growth =
					result.ms.ours /
					result.ms.core /
					( few.ms.ours / few.ms.core );
				rows.push( {
					what: `${ name }, from 1,000 to 100,000 stories: PHP of the page`,
					ours: `${ ms( few.ms.ours ) } to ${ ms( result.ms.ours ) }`,
					core: `${ ms( few.ms.core ) } to ${ ms( result.ms.core ) }`,
					against: times( growth ),
					target: 'at most 1.15 x',
					met: growth <= 1.15,
				} );
				const rowGrowth = reads.ours / few.reads;
				rows.push( {
					what: `${ name }, from 1,000 to 100,000 stories: rows that the database reads`,
					ours: `${ few.reads } to ${ reads.ours }`,
					core: '',
					against: times( rowGrowth ),
					target: 'at most 1.15 x',
					met: rowGrowth <= 1.15,
				} );
			}
			before.set( name, { ...result, reads: reads.ours } );
		}
	}
	return rows;
}
