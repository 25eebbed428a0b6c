// Calm mode: an alarm once, one switch, everything read before it appears, an end by itself; and the counters.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Calm, Queue } from '../../src/contract.ts';
import type { Session } from '../site/site.ts';
import {
	address,
	begin,
	due,
	HATE,
	html,
	pass,
	rest,
	send,
	site,
	story,
	wearClassic,
} from './cases.ts';

let admin: Session;
let moderator: Session;

beforeEach( async () => {
	await begin();
	admin = await site.signIn( 'admin' );
	moderator = await site.signIn( 'moderator' );
} );

type Answer = Calm & { code?: string };
const turn = ( change: object, session = admin ) =>
	rest< Answer >( session, 'calm', {
		address: '1',
		minutes: 60,
		...change,
	} );
const pin = ( statement: object, session = admin ) =>
	rest< Answer >( session, 'calm/statement', {
		address: '1',
		text: 'Wir prüfen, was in Halle 3 geschehen ist.',
		...statement,
	} );

const PAGE = '/hello-world/';

/** A guest's comment by core's own form; gives its status, or what core answered instead. */
async function comment( text: string, page = 1 ): Promise< string > {
	const response = await site.request( '/wp-comments-post.php', {
		method: 'POST',
		body: new URLSearchParams( {
			comment_post_ID: String( page ),
			author: 'Kim',
			email: 'kim@example.com',
			comment: text,
		} ),
	} );
	return response.status === 302
		? await site.php< string >(
				"return (string) $GLOBALS['wpdb']->get_var(\"SELECT comment_approved FROM {$GLOBALS['wpdb']->comments} ORDER BY comment_ID DESC LIMIT 1\");"
			)
		: await response.text();
}

/** So many pieces come in on a page, as their records say it. */
const flood = ( count: number, page = 1, what = 'piece' ) =>
	site.php(
		`for ( $number = 0; $number < $args['count']; $number++ ) { ( static fn() => self::come( $args['what'], $args['page'] ) )->bindTo( null, Throughline\\Moderation\\Surge::class )(); }`,
		{ count, page, what }
	);

const alarms = async () =>
	( await site.mails() ).filter( ( { subject } ) =>
		subject.startsWith( 'Unusually much' )
	);

describe( 'a surge', () => {
	it( 'alarms moderators once, and proposes calm mode', async () => {
		await flood( 29 );
		await due();
		expect( await alarms() ).toEqual( [] );
		await flood( 30 );
		await due();
		await due();
		const told = await alarms();
		expect( told.map( ( { to } ) => to[ 0 ] ).toSorted() ).toHaveLength(
			2
		);
		expect( told[ 0 ]?.message ).toContain( 'throughline-calm' );
		expect( ( await rest< Calm >( admin, 'calm' ) ).alarms ).toMatchObject(
			[ { page: 1, what: 'piece', pieces: 59 } ]
		);
		expect( ( await turn( {} ) ).alarms ).toEqual( [] );
	} );

	it( 'is what is far above the usual of that page: on a busy one nobody is alarmed', async () => {
		for ( let day = 0; day < 3; day++ ) {
			await site.php(
				`foreach ( range( 0, 5 ) as $number ) { $GLOBALS['wpdb']->insert( $GLOBALS['wpdb']->prefix . 'throughline_traffic', [ 'page' => 1, 'what' => 'piece', 'bucket' => intdiv( time(), 600 ) - 144 * ( $args + 1 ) - $number, 'hits' => 5 ] ); }`,
				day
			);
		}
		await flood( 60 );
		await due();
		expect( await alarms() ).toEqual( [] );
		await flood( 6, 1, 'report' );
		await due();
		expect( await alarms() ).toHaveLength( 2 );
	} );

	it( 'is noticed where pieces and reports really come in', async () => {
		await site.php(
			"add_filter( 'throughline_surge', static fn() => [ 'floor' => 1, 'times' => 1 ] );"
		);
		await comment( 'Eins.' );
		const { id } = await story( 0 );
		await send( address( id, 'illegal' ), HATE );
		expect(
			await site.php(
				"return array_map( static fn( $row ) => implode( ' ', $row ), $GLOBALS['wpdb']->get_results( \"SELECT page, what, hits FROM {$GLOBALS['wpdb']->prefix}throughline_traffic ORDER BY page, what\", ARRAY_A ) );"
			)
		).toEqual( [
			'0 piece 1',
			'0 report 1',
			'1 piece 1',
			`${ id } report 1`,
		] );
	} );
} );

describe( 'calm mode', () => {
	it( 'holds everything on its page, tells readers why, and ends by itself', async () => {
		await turn( { reason: 'Hier schreiben gerade sehr viele.' } );
		expect( await comment( 'Das gefällt mir nicht.' ) ).toBe( '0' );
		const { items } = await rest< Queue >( moderator, 'queue' );
		expect( items[ 0 ]?.reasons.map( ( { code } ) => code ) ).toContain(
			'calm'
		);
		const text = await html( PAGE );
		for ( const part of [
			'Hier schreiben gerade sehr viele.',
			'critical words, too',
			'1 piece waits.',
		] ) {
			expect( text ).toContain( part );
		}
		expect( text.match( /throughline-calm"/g ) ).toHaveLength( 1 );
		expect( await html( '/sample-page/' ) ).not.toContain(
			'throughline-calm'
		);
		// Nothing runs in between: the clock alone ends it.
		await pass( 3601 );
		expect( await html( PAGE ) ).not.toContain( 'throughline-calm' );
		expect( ( await rest< Calm >( admin, 'calm' ) ).on ).toEqual( [] );
		expect(
			await site.php(
				"return Throughline\\Moderation\\Mode::of( 'comment', 1 ) . ( Throughline\\Moderation\\Calm::of( 1 ) === null ? ' as ever' : ' calm' );"
			)
		).toBe( 'before as ever' );
	} );

	it( 'wins over a rule of the page by which pieces appear at once, and gives it back', async () => {
		const mode = () =>
			site.php< string >(
				"Throughline\\Moderation\\Mode::set( 1, 'off' ); return Throughline\\Moderation\\Mode::of( 'comment', 1 );"
			);
		expect( await mode() ).toBe( 'off' );
		await turn( {} );
		expect( await mode() ).toBe( 'before' );
		await turn( { minutes: 0 } );
		expect( await mode() ).toBe( 'off' );
		const { history } = await rest< Calm >( admin, 'calm' );
		expect( history.map( ( { act, by } ) => [ act, by ] ) ).toEqual( [
			[ 'off', 'admin' ],
			[ 'on', 'admin' ],
		] );
	} );

	it( 'slows down: one piece of a sender within some minutes', async () => {
		await turn( { pace: 300 } );
		/** Core would have its own word about two comments in a quarter of a minute. */
		const judge = ( sender: string ) =>
			site.php< string >(
				"return implode( ' ', Throughline\\Moderation\\Intake::judge( [ 'kind' => 'comment', 'contributor' => 0, 'address' => $args, 'department' => 0, 'page' => 1, 'people' => '', 'title' => '', 'text' => uniqid() ] )['reasons'] );",
				sender
			);
		expect( await comment( 'Eins.' ) ).toBe( '0' );
		expect( await judge( '127.0.0.1' ) ).toBe( 'calm_pace' );
		expect( await judge( '192.0.2.7' ) ).toContain( 'calm' );
		await pass( 301 );
		expect( await judge( '127.0.0.1' ) ).not.toContain( 'pace' );
	} );

	it( 'lets nobody remove without naming the guideline, and readers see it', async () => {
		const guideline = await site.php< number >(
			"global $wpdb; $wpdb->insert( $wpdb->prefix . 'throughline_editions', [ 'edition' => 1, 'state' => Throughline\\Guidelines\\Editions::IN_FORCE ] ); $wpdb->insert( $wpdb->prefix . 'throughline_guidelines', [ 'edition' => 1, 'number' => 1, 'lineage' => 'a', 'tone' => 'dont', 'sentence' => 'Wir beleidigen niemanden.', 'reason' => '', 'example' => '', 'kinds' => '[]', 'departments' => '[]', 'words' => '' ] ); return $wpdb->insert_id;"
		);
		await turn( {} );
		await comment( 'Ihr Esel.' );
		const { items } = await rest< Queue >( moderator, 'queue' );
		const id = items[ 0 ]?.id ?? 0;
		const remove = {
			kind: 'comment',
			id,
			version: 1,
			act: 'remove',
			reason: 'Eine Beleidigung.',
		};
		expect( await rest( moderator, 'decisions', remove ) ).toMatchObject( {
			code: 'throughline_guideline_missing',
		} );
		await rest( moderator, 'decisions', { ...remove, guideline } );
		const text = await html( PAGE );
		expect( text ).toContain( 'Wir beleidigen niemanden.' );
		expect( text ).toContain( 'Nothing waits at the moment.' );
		expect( text ).toContain( 'Somebody last looked at about' );
		expect( text ).not.toContain( 'Esel' );
		await rest( moderator, 'decisions', {
			kind: 'comment',
			id,
			version: 2,
			act: 'restore',
		} );
		expect( await html( PAGE ) ).not.toContain(
			'Wir beleidigen niemanden.'
		);
	} );

	it( 'for the whole site needs who manages it, and for a page who moderates it', async () => {
		await site.php(
			"$term = wp_insert_term( 'Montage', 'tl_department' )['term_id']; Throughline\\People\\Scope::give( get_user_by( 'login', 'moderator' )->ID, [ $term ] ); wp_set_object_terms( 2, [ $term ], 'tl_department' ); get_role( 'editor' )->remove_cap( 'throughline_manage' );"
		);
		for ( const [ place, code ] of [
			[ '', 'throughline_forbidden' ],
			[ '1', 'throughline_forbidden' ],
			[ 'https://example.org/', 'throughline_page_gone' ],
			[ `${ site.url }/sample-page/`, undefined ],
		] as const ) {
			const change = { address: place };
			expect( ( await turn( change, moderator ) ).code, place ).toBe(
				code
			);
			expect(
				( await pin( { ...change, role: 'Leitung' }, moderator ) ).code
			).toBe( code );
		}
		expect( ( await turn( { address: '' } ) ).on ).toHaveLength( 2 );
		expect( await html( PAGE ) ).toContain( 'throughline-calm' );
	} );

	it( 'stands above a classic theme’s comments, too', async () => {
		await wearClassic();
		await turn( {} );
		const text = await html( PAGE );
		expect( text.match( /<aside class="throughline-calm"/g ) ).toHaveLength(
			1
		);
		expect(
			text.indexOf( '<aside class="throughline-calm"' )
		).toBeLessThan( text.indexOf( 'id="comments"' ) );
	} );
} );

describe( 'a statement', () => {
	it( 'has a name, a function and a date, can be brought up to date, and goes', async () => {
		expect( ( await pin( {} ) ).code ).toBe( 'throughline_role_missing' );
		await pin( { role: 'Werksleiterin' } );
		const first = await html( PAGE );
		expect( first ).toContain( 'Halle 3' );
		expect( first ).toMatch( /<strong>admin<\/strong>, Werksleiterin/ );
		await pin( {
			role: 'Werksleiterin',
			text: 'Niemand wurde verletzt. <script>alert(1)</script>',
		} );
		const second = await html( PAGE );
		expect( second ).toContain( 'Niemand wurde verletzt.' );
		expect( second ).not.toContain( 'Halle 3' );
		expect( second ).not.toContain( '<script>alert(1)' );
		await pin( { text: '' } );
		expect( await html( PAGE ) ).not.toContain( 'throughline-calm' );
	} );
} );

describe( 'the counters', () => {
	it( 'tell groups, never persons, and nothing that a spreadsheet would run', async () => {
		const { id } = await story( 0 );
		await send( address( id, 'illegal' ), { ...HATE, name: '=cmd|calc' } );
		await send( address( id, 'illegal' ), {
			...HATE,
			mail: 'b@example.com',
		} );
		await pass( 7200 );
		await rest( moderator, 'decisions', {
			kind: 'story',
			id,
			version: 2,
			act: 'remove',
			reason: 'Das ist verboten.',
		} );
		const response = await site.request(
			'/wp-json/throughline/v1/counters',
			{},
			admin
		);
		expect( response.headers.get( 'content-type' ) ).toContain(
			'text/csv'
		);
		const csv = await response.text();
		expect( csv ).toMatch(
			/Report,"An insult, slander or incitement to hatred","Taken off",2,2\.0/
		);
		expect( csv ).toMatch( /Measure, by a person.*"Taken off",1/ );
		for ( const person of [
			'Brandt',
			'example.com',
			'=cmd',
			'moderator',
		] ) {
			expect( csv ).not.toContain( person );
		}
	} );
} );
