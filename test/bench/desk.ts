// What the first page of the desk costs with a hundred waiting comments and with fifty thousand among a million, beside core's list of them; with filters, and for a moderator of some departments.
import type { StackSite } from '../site/stack.ts';
import type { Session } from '../site/site.ts';
import { more, ms, times, type Row, type Visit } from './bench.ts';
import { AGE, multiply, NEW_ID } from './multiply.ts';
import { figures, type Figures } from './queue.ts';

const SEEDS = 20;
const WAITING = [ 100, 50_000 ];
const COMMENTS = 1_000_000;
const DEPARTMENTS = 40;

const OF = { table: 'wp_comments', key: 'comment_ID' };
const comments = ( approved: 0 | 1 ) => ( {
	wp_comments: {
		key: 'comment_ID',
		changed: {
			comment_ID: NEW_ID,
			comment_approved: `'${ approved }'`,
			comment_date: `t.comment_date - ${ AGE }`,
			comment_date_gmt: `t.comment_date_gmt - ${ AGE }`,
		},
	},
} );
const waiting = ( firstDepartment: number ) => ( {
	...comments( 0 ),
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
			department: `${ firstDepartment } + ( seeds.number * 7 + copies.seq ) % ${ DEPARTMENTS }`,
			// One in a thousand has a reason, a contributor and a word of its own.
			contributor: 'IF( copies.seq % 50 = 0 AND seeds.number = 1, 3, 0 )',
			reasons: `IF( copies.seq % 50 = 0 AND seeds.number = 1, '["rare"]', t.reasons )`,
			words: `IF( copies.seq % 50 = 0 AND seeds.number = 1, CONCAT( t.words, ' Nabenhöhe' ), t.words )`,
		},
	},
} );

export async function desk(
	site: StackSite,
	rounds: number
): Promise< Row[] > {
	const made = ( await site.run(
		`$departments = [];
		for ( $i = 0; $i < $args['departments']; $i++ ) {
			$departments[] = wp_insert_term( "Department $i", 'tl_department' )['term_id'];
		}
		$page = wp_insert_post( [ 'post_title' => 'Our lifts', 'post_status' => 'publish', 'post_author' => 1 ] );
		wp_set_object_terms( $page, [ $departments[0] ], 'tl_department' );
		$comments = [];
		for ( $i = 0; $i < $args['seeds']; $i++ ) {
			$comments[] = wp_insert_comment( [ 'comment_post_ID' => $page, 'comment_content' => "Number $i. " . str_repeat( 'Tonight we changed the rope. ', 15 ), 'comment_author' => 'Maria', 'comment_author_email' => 'maria@example.com', 'comment_approved' => '0', 'comment_type' => 'comment' ] );
		}
		// A moderator of ten of the forty.
		$scoped = wp_insert_user( [ 'user_login' => 'scoped', 'user_pass' => 'password', 'role' => 'editor' ] );
		Throughline\\People\\Scope::give( $scoped, array_slice( $departments, 0, 10 ) );
		return [ 'comments' => $comments, 'department' => $departments[0] ];`,
		{ departments: DEPARTMENTS, seeds: SEEDS }
	) ) as { comments: number[]; department: number };
	const moderator = await site.signIn( 'moderator' );
	const scoped = await site.signIn( 'scoped' );
	const ask = ( query: string, session: Session ): Visit => ( {
		path: `/wp-json/throughline/v1/queue?list=waiting${ query }`,
		plugin: 'on',
		session,
	} );
	const asked: Record< string, Visit > = {
		'all of it': ask( '', moderator ),
		'10 of 40 departments': ask( '', scoped ),
		'one department': ask( `&department=${ made.department }`, moderator ),
		'one kind': ask( '&kind=comment', moderator ),
		'one contributor': ask( '&contributor=3', moderator ),
		'a rare reason': ask( '&reason=rare', moderator ),
		'a rare word': ask( '&search=Nabenh%C3%B6he', moderator ),
	};
	// Signing in and starting up, and nothing else.
	const nothing: Visit = {
		path: '/wp-json/wp/v2/users/me?_fields=id',
		plugin: 'on',
		session: moderator,
	};
	const byCore: Visit = {
		path: '/wp-json/wp/v2/comments?status=hold&per_page=20&context=edit',
		plugin: 'off',
		session: moderator,
	};

	const rows: Row[] = [];
	const before: Record< string, { ours: Figures; base: Figures } > = {};
	let count = SEEDS;
	let others = 0;
	for ( const size of WAITING ) {
		count += await multiply(
			site,
			made.comments,
			size - count,
			waiting( made.department ),
			OF
		);
		if ( size === WAITING.at( -1 ) ) {
			others = await multiply(
				site,
				made.comments,
				COMMENTS - count,
				comments( 1 ),
				OF
			);
		}
		const many = `${ count.toLocaleString( 'en' ) } waiting of ${ (
			count + others
		).toLocaleString( 'en' ) } comments`;
		for ( const [ name, request ] of Object.entries( asked ) ) {
			const [ ours, base, core ] = await figures(
				site,
				[ request, nothing, byCore ],
				rounds
			);
			const what = `desk, ${ many }, ${ name }`;
			const queries = ours.queries - base.queries;
			const database = ours.database - base.database;
			// The text of rows is in no key.
			const isScan = name.startsWith( 'a rare' );
			rows.push(
				{
					what: `${ what }: queries of the first page`,
					ours: String( queries ),
					core: String( core.queries - base.queries ),
					against: more( queries - core.queries + base.queries ),
					target: 'at most 6',
					met: queries <= 6,
				},
				{
					what: `${ what }: database`,
					ours: ms( database ),
					core: ms( core.database - base.database ),
					against: times(
						database / ( core.database - base.database )
					),
					target: isScan ? '' : 'at most 5 ms',
					met: isScan ? null : database <= 5,
				}
			);
			const few = before[ name ];
			if ( few ) {
				// Against a request that does nothing, so that the machine's own moods fall out.
				const growth =
					ours.ms / base.ms / ( few.ours.ms / few.base.ms );
				rows.push( {
					what: `desk, from 100 to 50,000 waiting, ${ name }: PHP of the request`,
					ours: times( growth ),
					core: '',
					against: `${ few.ours.reads } to ${ ours.reads } rows read`,
					target: isScan ? '' : 'at most 1.2 x',
					met: isScan ? null : growth <= 1.2,
				} );
			}
			before[ name ] = { ours, base };
		}
	}
	return rows;
}
