// What a conversation costs the page that it stands on, from a hundred comments to a million, core's own paged beside it; and what it costs to write one.
import type { StackSite } from '../site/stack.ts';
import {
	compare,
	gzip,
	kB,
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
import { PLAIN, PUBLISH_PAGE } from './page.ts';

const OURS = '<!-- wp:throughline/dialog /-->';
/** Core's comments as its themes have them. */
const CORE = `<!-- wp:comments --><div class="wp-block-comments"><!-- wp:comments-title /-->
<!-- wp:comment-template --><!-- wp:avatar {"size":40} /--><!-- wp:comment-author-name /--><!-- wp:comment-date /--><!-- wp:comment-content /--><!-- wp:comment-edit-link /--><!-- wp:comment-reply-link /--><!-- /wp:comment-template -->
<!-- wp:comments-pagination --><!-- wp:comments-pagination-previous /--><!-- wp:comments-pagination-numbers /--><!-- wp:comments-pagination-next /--><!-- /wp:comments-pagination -->
<!-- wp:post-comments-form /--></div><!-- /wp:comments -->`;

const SIZES = [ 100, 10_000, 100_000 ];
/** From here on core takes half a minute and more for a page: it is asked once. */
const SLOW = 100_000;
const LARGE = 1_000_000;
/** So many that write come from addresses of their own. */
const WRITES = 25;

export async function dialog(
	site: StackSite,
	rounds: number,
	large: boolean
): Promise< Row[] > {
	await site.run(
		`update_option( 'page_comments', 1 ); update_option( 'comments_per_page', 50 ); update_option( 'thread_comments', 1 ); update_option( 'comment_moderation', '0' ); update_option( 'comment_previously_approved', '0' );`
	);
	await site.run( PUBLISH_PAGE, { slug: 'bench-silent', content: PLAIN } );
	const rows: Row[] = [];
	let few: { ms: number; reads: number } | undefined;
	for ( const size of large ? [ ...SIZES, LARGE ] : SIZES ) {
		const label = size.toLocaleString( 'en' );
		for ( const [ whose, block ] of [
			[ 'ours', OURS ],
			[ 'core', CORE ],
		] ) {
			const post = Number(
				await site.run( PUBLISH_PAGE, {
					slug: `bench-${ whose }-${ size }`,
					content: `${ PLAIN }\n${ block }`,
				} )
			);
			await fill( site, post, size );
		}
		const ours: Visit = { path: `/bench-ours-${ size }/`, plugin: 'on' };
		const core: Visit = { path: `/bench-core-${ size }/`, plugin: 'off' };
		const result =
			size < SLOW
				? await compare( site, ours, core, rounds )
				: await slowly( site, ours, size < LARGE ? core : null );
		const without = await visit( site, {
			path: '/bench-silent/',
			plugin: 'on',
		} );
		const reads = await rowsRead( site, ours );
		for ( const [ body, sign ] of [
			[ result.ours.body, 'throughline-comment__text' ],
			[ result.core?.body, 'wp-block-comment-content' ],
		] as const ) {
			if ( body !== undefined && ! body.includes( sign ) ) {
				throw new Error( `There is no ${ sign } on the page.` );
			}
		}
		const what = `conversation, ${ label } comments, first view`;
		const queries = result.ours.queries - without.queries;
		const bytes =
			Buffer.byteLength( result.ours.body ) -
			Buffer.byteLength( without.body );
		const packed = gzip( result.ours.body ) - gzip( without.body );
		rows.push(
			{
				what: `${ what }: queries, beside the page without it`,
				ours: String( result.ours.queries ),
				core: result.core ? String( result.core.queries ) : '',
				against: more( queries ),
				target: 'at most +6',
				met: queries <= 6,
			},
			{
				what: `${ what }: PHP, beside core paged at 50`,
				ours: ms( result.ms.ours ),
				core: result.core ? ms( result.ms.core ) : 'takes minutes',
				against: result.core
					? times( result.ms.ours / result.ms.core )
					: '',
				target: size === 10_000 ? 'at most 0.5 x' : '',
				met:
					size === 10_000
						? result.ms.ours <= 0.5 * result.ms.core
						: null,
			},
			{
				what: `${ what }: HTML more than the page without it (gzip)`,
				ours: `${ kB( bytes ) } (${ kB( packed ) })`,
				core: result.core
					? `${ kB(
							Buffer.byteLength( result.core.body ) -
								Buffer.byteLength( without.body )
						) } (${ kB( gzip( result.core.body ) - gzip( without.body ) ) })`
					: '',
				against: '',
				target: 'at most 45 kB (6 kB)',
				met: bytes <= 45_000 && packed <= 6_000,
			},
			{
				what: `${ what }: rows that the database reads`,
				ours: String( reads ),
				core: size < SLOW ? String( await rowsRead( site, core ) ) : '',
				against: '',
				target: '',
				met: null,
			}
		);
		if ( few ) {
			rows.push(
				growth(
					`conversation, from 100 to ${ label } comments: PHP of the page`,
					few.ms,
					result.ms.ours,
					ms
				),
				growth(
					`conversation, from 100 to ${ label } comments: rows that the database reads`,
					few.reads,
					reads,
					String
				)
			);
		} else {
			few = { ms: result.ms.ours, reads };
		}
	}
	return [ ...rows, ...( await writing( site ) ) ];
}

/** Ours some times, and core's once or not at all. */
async function slowly(
	site: StackSite,
	ours: Visit,
	core: Visit | null
): Promise< {
	ours: Cost;
	core: Cost | null;
	ms: { ours: number; core: number };
} > {
	await visit( site, ours );
	const some: Cost[] = [];
	for ( let round = 0; round < 9; round++ ) {
		some.push( await visit( site, ours ) );
	}
	const theirs = core && ( await visit( site, core ) );
	return {
		ours: some[ 0 ]!,
		core: theirs,
		ms: {
			ours: median( some.map( ( cost ) => cost.ms ) ),
			core: theirs?.ms ?? NaN,
		},
	};
}

function growth(
	what: string,
	before: number,
	after: number,
	say: ( value: number ) => string
): Row {
	return {
		what,
		ours: `${ say( before ) } to ${ say( after ) }`,
		core: '',
		against: times( after / before ),
		target: 'at most 1.2 x',
		met: after / before <= 1.2,
	};
}

/** Conversations of four, a minute between any two, with their rows in the index as building it writes them. */
async function fill(
	site: StackSite,
	post: number,
	size: number
): Promise< void > {
	const root = 'IF( seq % 4 = 1, 0, @base + seq - ( seq - 1 ) % 4 )';
	const at = `DATE_ADD( '2020-01-01', INTERVAL seq MINUTE )`;
	await site.sql( `
		SET @base = ( SELECT COALESCE( MAX( comment_ID ), 0 ) FROM wp_comments );
		INSERT INTO wp_comments ( comment_ID, comment_post_ID, comment_author, comment_author_email, comment_author_IP, comment_date, comment_date_gmt, comment_content, comment_approved, comment_type, comment_parent )
			SELECT @base + seq, ${ post }, CONCAT( 'K. Brandt ', seq % 97 ), 'brandt@example.com', '192.0.2.1', ${ at }, ${ at },
			CONCAT( 'Number ', seq, ': we came up with the first cabin and walked down along the ridge, and nobody was in a hurry. ', REPEAT( 'Does it run in winter, too? ', seq % 5 ) ), '1', 'comment', ${ root }
			FROM seq_1_to_${ size };
		INSERT INTO wp_throughline_threads ( comment_id, post_id, root_id, parent_id, depth, list, public, question, replies, type, created )
			SELECT @base + seq, ${ post }, IF( seq % 4 = 1, @base + seq, @base + seq - ( seq - 1 ) % 4 ), ${ root }, IF( seq % 4 = 1, 0, 1 ), IF( seq % 4 = 1, 1, 2 ), 1, 0, IF( seq % 4 = 1, 3, 0 ), '', ${ at }
			FROM seq_1_to_${ size };
		UPDATE wp_posts SET comment_count = ${ size }, comment_status = 'open' WHERE ID = ${ post };
		ANALYZE TABLE wp_comments, wp_throughline_threads;
	` );
	const mended = await site.run(
		`clean_post_cache( $args ); return Throughline\\Dialog\\Threads\\Build::mend( array_map( 'intval', get_comments( [ 'post_id' => $args, 'fields' => 'ids', 'number' => 200 ] ) ) );`,
		post
	);
	if ( mended !== 0 ) {
		throw new Error( 'The index is not as building it would write it.' );
	}
}

/** A guest writes by our route and by core's form, in turn, each from an address of their own. */
async function writing( site: StackSite ): Promise< Row[] > {
	const post = Number(
		await site.run( PUBLISH_PAGE, {
			slug: 'bench-writing',
			content: `${ PLAIN }\n${ OURS }`,
		} )
	);
	const token = await site.run(
		`wp_update_post( [ 'ID' => $args, 'comment_status' => 'open' ] );
		add_filter( 'throughline_now', static fn() => time() - 60 );
		return Throughline\\Dialog\\Writing\\Guard::token( $args );`,
		post
	);
	const from = ( number: number ) => `198.51.100.${ number }`;
	const ours = ( number: number ) =>
		visit( site, {
			path: '/wp-json/throughline/v1/comments',
			plugin: 'on',
			init: {
				method: 'POST',
				headers: {
					'Content-Type': 'application/json',
					'X-Throughline-Address': from( number ),
				},
				body: JSON.stringify( {
					post,
					text: `When does it run? Number ${ number }.`,
					name: 'K. Brandt',
					mail: `brandt${ number }@example.com`,
					submission: crypto.randomUUID(),
					token,
				} ),
			},
		} );
	const core = ( number: number ) =>
		visit( site, {
			path: '/wp-comments-post.php',
			plugin: 'off',
			init: {
				method: 'POST',
				redirect: 'manual',
				headers: { 'X-Throughline-Address': from( number + 100 ) },
				body: new URLSearchParams( {
					comment_post_ID: String( post ),
					comment_parent: '0',
					comment: `When does it run? Number ${ number }.`,
					author: 'K. Brandt',
					email: `moser${ number }@example.com`,
				} ),
			},
		} );
	const pairs: { ours: number; core: number; queries: number[] }[] = [];
	for ( let round = 0; round < WRITES; round++ ) {
		const first = round % 2 ? undefined : await ours( round + 1 );
		const second = await core( round + 1 );
		const one = first ?? ( await ours( round + 1 ) );
		if ( round > 2 ) {
			pairs.push( {
				ours: one.ms,
				core: second.ms,
				queries: [ one.queries, second.queries ],
			} );
		}
	}
	const [ a, b ] = [
		median( pairs.map( ( pair ) => pair.ours ) ),
		median( pairs.map( ( pair ) => pair.core ) ),
	];
	const [ mine = 0, theirs = 0 ] = pairs.at( -1 )?.queries ?? [];
	return [
		{
			what: "posting a comment, beside core's own form: PHP",
			ours: ms( a ),
			core: ms( b ),
			against: times( a / b ),
			target: 'at most 1.2 x',
			met: a / b <= 1.2,
		},
		{
			what: "posting a comment, beside core's own form: queries",
			ours: String( mine ),
			core: String( theirs ),
			against: more( mine - theirs ),
			target: '',
			met: null,
		},
	];
}
