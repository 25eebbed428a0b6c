// What a wall costs the page that it stands on, with a thousand stories and with a hundred thousand.
import { dirname, join } from 'node:path';
import type { StackSite } from '../site/stack.ts';
import {
	compare,
	more,
	ms,
	times,
	type Comparison,
	type Row,
} from './bench.ts';
import { PLAIN, PUBLISH_PAGE } from './page.ts';

const SEEDS = 12;
const SIZES = [ 1_000, 100_000 ];
const WALLS = {
	wall: '<!-- wp:throughline/wall /-->',
	'wall with its filter': '<!-- wp:throughline/wall {"showFilter":true} /-->',
};

export async function wall(
	site: StackSite,
	rounds: number
): Promise< Row[] > {
	const picture = join( dirname( site.root ), 'wall.jpg' );
	const seeds = ( await site.run(
		`( require $args['photo'] )( $args['picture'], 1600, 1200 );
		return ( require $args['wall'] )( $args['seeds'], $args['picture'] );`,
		{
			photo: join( import.meta.dirname, 'photo.php' ),
			wall: join( import.meta.dirname, 'wall.php' ),
			picture,
			seeds: SEEDS,
		}
	) ) as number[];
	await site.run( PUBLISH_PAGE, { slug: 'bench-without', content: PLAIN } );
	const names = Object.keys( WALLS ) as ( keyof typeof WALLS )[];
	for ( const [ index, name ] of names.entries() ) {
		await site.run( PUBLISH_PAGE, {
			slug: `bench-wall-${ index }`,
			content: `${ PLAIN }\n${ WALLS[ name ] }`,
		} );
	}

	const rows: Row[] = [];
	const before = new Map< string, Comparison >();
	let stories = SEEDS;
	for ( const size of SIZES ) {
		stories += await multiply( site, seeds, size - stories );
		for ( const [ index, name ] of names.entries() ) {
			const result = await compare(
				site,
				{ path: `/bench-wall-${ index }/`, plugin: 'on' },
				{ path: '/bench-without/', plugin: 'on' },
				rounds
			);
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
					ours: ms( result.oursMs ),
					core: ms( result.coreMs ),
					against: `+${ ms( result.moreMs ) }`,
					target: 'at most +10 ms',
					met: result.moreMs <= 10,
				}
			);
			const few = before.get( name );
			if ( few ) {
				// Against the page without a wall each, so that the machine's own moods fall out.
				const growth =
					result.oursMs / result.coreMs / ( few.oursMs / few.coreMs );
				rows.push( {
					what: `${ name }, from 1,000 to 100,000 stories: PHP of the page`,
					ours: `${ ms( few.oursMs ) } to ${ ms( result.oursMs ) }`,
					core: `${ ms( few.coreMs ) } to ${ ms( result.coreMs ) }`,
					against: times( growth ),
					target: 'at most 1.15 x',
					met: growth <= 1.15,
				} );
			}
			before.set( name, result );
		}
	}
	return rows;
}

/** Copies the seeds by SQL until there are this many more stories, each some minutes older than the one before. */
async function multiply(
	site: StackSite,
	seeds: number[],
	wanted: number
): Promise< number > {
	const copies = Math.ceil( wanted / seeds.length );
	const list = seeds.join( ', ' );
	const columns = async ( table: string ) =>
		(
			await site.sql(
				`SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '${ table }' ORDER BY ordinal_position`
			)
		)
			.trim()
			.split( '\n' );
	const newId = '@base + seeds.number + ( copies.seq - 1 ) * @seeds';
	const age = 'INTERVAL copies.seq * 7 MINUTE';
	const copy = async (
		table: string,
		key: string,
		changed: Record< string, string >
	) => {
		const all = await columns( table );
		return `INSERT INTO ${ table } ( ${ all.join( ', ' ) } )
			SELECT ${ all
				.map( ( column ) => changed[ column ] ?? `t.${ column }` )
				.join( ', ' ) }
			FROM ${ table } t JOIN seeds ON seeds.id = t.${ key } JOIN seq_1_to_${ copies } copies;`;
	};
	await site.sql( `
		CREATE TEMPORARY TABLE seeds ( id BIGINT PRIMARY KEY, number INT );
		INSERT INTO seeds SELECT ID, ROW_NUMBER() OVER ( ORDER BY ID ) FROM wp_posts WHERE ID IN ( ${ list } );
		SET @seeds = ${ seeds.length };
		SET @base = ( SELECT MAX( ID ) FROM wp_posts );
		${ await copy( 'wp_posts', 'ID', {
			ID: newId,
			post_name: `CONCAT( t.post_name, '-', ${ newId } )`,
			post_date: `t.post_date - ${ age }`,
			post_date_gmt: `t.post_date_gmt - ${ age }`,
		} ) }
		${ await copy( 'wp_term_relationships', 'object_id', {
			object_id: newId,
		} ) }
		${ await copy( 'wp_throughline_pieces', 'piece_id', {
			piece_id: newId,
			published: `t.published - ${ age }`,
		} ) }
		ANALYZE TABLE wp_posts, wp_term_relationships, wp_throughline_pieces;
	` );
	return copies * seeds.length;
}
