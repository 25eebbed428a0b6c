// What a moderator's list costs with a hundred waiting stories and with fifty thousand, beside core's list of waiting posts.
import type { StackSite } from '../site/stack.ts';
import {
	median,
	more,
	ms,
	rowsRead,
	times,
	visit,
	type Cost,
	type Row,
	type Visit,
} from './bench.ts';
import { AGE, multiply, NEW_ID } from './multiply.ts';
import { makeStories } from './stories.ts';

const SEEDS = 12;
const SIZES = [ 100, 50_000 ];

const POSTS = {
	key: 'ID',
	changed: {
		ID: NEW_ID,
		post_date: `t.post_date - ${ AGE }`,
	},
};
const STORIES = {
	wp_posts: POSTS,
	wp_postmeta: {
		key: 'post_id',
		changed: { meta_id: null, post_id: NEW_ID },
	},
	wp_term_relationships: {
		key: 'object_id',
		changed: { object_id: NEW_ID },
	},
	wp_throughline_photos: {
		key: 'story_id',
		changed: { id: null, story_id: NEW_ID, upload: 'UUID()' },
	},
	wp_throughline_decisions: {
		key: 'piece_id',
		changed: { id: null, piece_id: NEW_ID },
	},
	wp_throughline_queue: {
		key: 'piece_id',
		changed: {
			id: null,
			piece_id: NEW_ID,
			since: `t.since - ${ AGE }`,
		},
	},
};

export interface Figures {
	queries: number;
	database: number;
	ms: number;
	reads: number;
}

export async function queue(
	site: StackSite,
	rounds: number
): Promise< Row[] > {
	const stories = await makeStories( site, SEEDS, false );
	const posts = ( await site.run(
		`$ids = [];
		for ( $i = 0; $i < $args; $i++ ) {
			$ids[] = wp_insert_post( [ 'post_title' => "Waiting $i", 'post_content' => str_repeat( 'Tonight we changed the rope. ', 30 ), 'post_status' => 'pending', 'post_author' => 1 ] );
		}
		return $ids;`,
		SEEDS
	) ) as number[];
	const moderator = await site.signIn( 'moderator' );
	const list: Visit = {
		path: '/wp-json/throughline/v1/queue?list=waiting',
		plugin: 'on',
		session: moderator,
	};
	// Signing in and starting up, and nothing else.
	const nothing: Visit = {
		path: '/wp-json/wp/v2/users/me?_fields=id',
		plugin: 'on',
		session: moderator,
	};
	const byCore: Visit = {
		path: '/wp-json/wp/v2/posts?status=pending&per_page=20&context=edit',
		plugin: 'off',
		session: moderator,
	};

	const rows: Row[] = [];
	let few: { ours: Figures; core: Figures } | undefined;
	let waiting = SEEDS;
	for ( const size of SIZES ) {
		const copied = await multiply( site, stories, size - waiting, STORIES );
		await multiply( site, posts, size - waiting, { wp_posts: POSTS } );
		waiting += copied;
		const [ ours, base, core ] = await figures(
			site,
			[ list, nothing, byCore ],
			rounds
		);
		const what = `queue, ${ waiting.toLocaleString( 'en' ) } waiting stories`;
		const queries = ours.queries - base.queries;
		const coreQueries = core.queries - base.queries;
		const database = ours.database - base.database;
		const coreDatabase = core.database - base.database;
		rows.push(
			{
				what: `${ what }: queries of the first page`,
				ours: String( queries ),
				core: String( coreQueries ),
				against: more( queries - coreQueries ),
				target: 'at most 6',
				met: queries <= 6,
			},
			{
				what: `${ what }: database`,
				ours: ms( database ),
				core: ms( coreDatabase ),
				against: times( database / coreDatabase ),
				target: 'at most 5 ms',
				met: database <= 5,
			}
		);
		if ( few ) {
			const growth = ours.ms / base.ms / few.ours.ms;
			const rowGrowth = ours.reads / few.ours.reads;
			rows.push( {
				what: 'queue, from 100 to 50,000 waiting stories: PHP of the request',
				ours: times( growth ),
				core: times( core.ms / base.ms / few.core.ms ),
				against: '',
				target: 'at most 1.2 x',
				met: growth <= 1.2,
			} );
			rows.push( {
				what: 'queue, from 100 to 50,000 waiting stories: rows that the database reads',
				ours: `${ few.ours.reads } to ${ ours.reads }`,
				core: `${ few.core.reads } to ${ core.reads }`,
				against: times( rowGrowth ),
				target: 'at most 1.2 x',
				met: rowGrowth <= 1.2,
			} );
		} else {
			// Against a request that does nothing, so that the machine's own moods fall out.
			few = {
				ours: { ...ours, ms: ours.ms / base.ms },
				core: { ...core, ms: core.ms / base.ms },
			};
		}
	}
	return rows;
}

/** Medians of each of three requests, made in turn. */
export async function figures(
	site: StackSite,
	visits: [ Visit, Visit, Visit ],
	rounds: number
): Promise< [ Figures, Figures, Figures ] > {
	const costs: [ Cost[], Cost[], Cost[] ] = [ [], [], [] ];
	for ( let round = -2; round < rounds; round++ ) {
		for ( const [ index, one ] of visits.entries() ) {
			const cost = await visit( site, { ...one, saveQueries: true } );
			if ( round >= 0 ) {
				costs[ index ]?.push( cost );
			}
		}
	}
	const middle = async ( index: 0 | 1 | 2 ): Promise< Figures > => ( {
		queries: median( costs[ index ].map( ( cost ) => cost.queries ) ),
		database: median(
			costs[ index ].map( ( cost ) =>
				cost.list.reduce( ( sum, query ) => sum + query.ms, 0 )
			)
		),
		ms: median( costs[ index ].map( ( cost ) => cost.ms ) ),
		reads: await rowsRead( site, visits[ index ] ),
	} );
	return [ await middle( 0 ), await middle( 1 ), await middle( 2 ) ];
}
