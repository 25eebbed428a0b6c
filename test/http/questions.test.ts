// A question goes to a desk, is taken, carried on, answered in somebody's own name, passed on, and closed with what was changed; its asker hears of it, and nobody else may touch it.
import { beforeEach, describe, expect, it } from 'vitest';
import {
	begin,
	dialog,
	due,
	pass,
	said,
	site,
	stage,
	type Stage,
} from './dialog-site.ts';
import { rest, send, story } from './cases.ts';
import type { Session } from '../site/site.ts';

let page: Stage;
let question: number;
let expert: Session;

/** Somebody else on a desk, by login. */
const account = ( login: string, name: string ) =>
	site.php< number >(
		`$id = wp_insert_user( [ 'user_login' => $args[0], 'user_pass' => 'x', 'user_email' => $args[0] . '@example.com', 'display_name' => $args[1], 'role' => 'author' ] );
		return $id;`,
		[ login, name ]
	);

const put = ( which: string, users: number[] ) =>
	site.php(
		`Throughline\\People\\Desks::put( $args[0], constant( "Throughline\\\\People\\\\Desks::$args[1]" ), $args[2] );`,
		[ page.department, which, users ]
	);

beforeEach( async () => {
	await begin();
	page = await stage();
	[ question ] = ( await said( page.post, [
		{ text: 'Wann liefert ihr die Ersatzteile?' },
	] ) ) as [ number ];
	expert = await site.signIn( 'employee' );
	await site.php(
		'Throughline\\Dialog\\Questions\\Asking::put($args[0], $args[1], 0);',
		[ question, page.department ]
	);
} );

interface Overview {
	said?: string;
	code?: string;
	message?: string;
	questions: {
		id: number;
		holder: string | null;
		isHeld: boolean;
		notes: { act: string; note: string }[];
		draft: string;
	}[];
}

const act = ( body: object, session = expert, id = question ) =>
	rest< Overview >( session, `questions/${ id }`, body );

const mailsTo = async ( who: string ) =>
	( await site.mails() ).filter( ( { to } ) => to.includes( who ) );

const linkIn = ( message = '' ) =>
	/\/\?throughline-question=\S+/.exec( message )?.[ 0 ] ?? '';

it( 'is told to the desk, taken by the first, answered in their own name, and told to whoever asked', async () => {
	const second = await account( 'second', 'Paul Huber' );
	const employee = await site.php< number >(
		'return get_user_by("login", "employee")->ID;'
	);
	await put( 'EXPERTS', [ employee, second ] );
	await due();
	const [ told ] = await mailsTo( 'employee@example.com' );
	expect( told?.subject ).toContain( 'Service' );
	expect( told?.message ).toContain( 'Wann liefert ihr' );
	expect( ( await act( { act: 'take' } ) ).questions[ 0 ] ).toMatchObject( {
		id: question,
		isHeld: true,
	} );
	const late = await act( { act: 'take' }, await site.signIn( 'second' ) );
	expect( late.code ).toBe( 'throughline_late' );
	expect( ( await act( { act: 'answer', text: '  ' } ) ).code ).toBe(
		'throughline_empty_comment'
	);
	const done = await act( { act: 'answer', text: 'Am *Donnerstag*.' } );
	expect( done.code ).toBeUndefined();
	await site.php(
		'foreach (get_comments(["post_id" => $args, "status" => "hold"]) as $one) { wp_set_comment_status($one->comment_ID, "approve"); }',
		page.post
	);
	const html = await dialog( page.path );
	expect( html ).toContain( 'is-answer' );
	expect( html ).toContain( 'Ersatzteile, Service' );
	await due();
	const answered = ( await mailsTo( 'brandt@example.com' ) ).filter(
		( { subject } ) => subject.includes( 'answered' )
	);
	expect( answered ).toHaveLength( 1 );
	expect( answered[ 0 ]?.message ).toContain( 'Ersatzteile, Service' );
	const link = linkIn( answered[ 0 ]?.message );
	// Opening it changes nothing; a mail scanner opens every link.
	await site.request( link );
	expect( ( await send( link, { act: 'helped' } ) ).page ).toContain(
		'Good to know'
	);
	await due();
	expect(
		( await mailsTo( 'employee@example.com' ) ).at( -1 )?.subject
	).toContain( 'helped' );
	// Asking further puts it before the desk again.
	await send( link, { act: 'further', text: 'Welchen Donnerstag?' } );
	await site.php(
		'foreach (get_comments(["post_id" => $args, "status" => "hold"]) as $one) { wp_set_comment_status($one->comment_ID, "approve"); }',
		page.post
	);
	await due();
	expect( await dialog( page.path ) ).toContain( '1 question, 0 answered' );
} );

it( 'is answered from the mail’s link, without signing in; the link is one person’s', async () => {
	await due();
	const [ told ] = await mailsTo( 'employee@example.com' );
	const link = linkIn( told?.message );
	const opened = await ( await site.request( link ) ).text();
	expect( opened ).toContain( 'Wann liefert ihr' );
	for ( const wrong of [
		link.replace( /.$/, ( last ) => ( last === '0' ? '1' : '0' ) ),
		link.replace( /-\d+-/, '-1-' ),
	] ) {
		const refused = await ( await site.request( wrong ) ).text();
		expect( refused ).toContain( 'This is for whoever asked' );
		expect( refused ).not.toContain( 'Wann liefert' );
	}
	const forged = await site.request( link, {
		method: 'POST',
		body: new URLSearchParams( {
			throughline_act: 'answer',
			throughline_text: 'Gefälscht',
			throughline_seal: '0'.repeat( 64 ),
		} ),
	} );
	expect( forged.status ).toBe( 403 );
	expect( await forged.text() ).toContain( 'Gefälscht' );
	const answered = await send( link, { act: 'answer', text: 'Morgen.' } );
	expect( answered.page ).toContain( 'Thank you' );
	expect(
		await site.php(
			'return get_comments(["parent" => $args, "status" => "any", "fields" => "ids", "count" => true]);',
			question
		)
	).toBe( 1 );
} );

it( 'goes to the deputies after a working day, to the head after another, and the asker gets a date', async () => {
	const deputy = await account( 'deputy', 'Dora Denk' );
	const head = await account( 'head', 'Hans Haupt' );
	await put( 'DEPUTIES', [ deputy ] );
	await put( 'HEAD', [ head ] );
	await due();
	expect( await mailsTo( 'deputy@example.com' ) ).toEqual( [] );
	await pass( 5 * 86_400 );
	// What is carried on, then who is told of it.
	await due();
	await due();
	expect( await mailsTo( 'deputy@example.com' ) ).toHaveLength( 1 );
	expect( await mailsTo( 'head@example.com' ) ).toEqual( [] );
	const [ dated ] = await mailsTo( 'brandt@example.com' );
	expect( dated?.message ).toMatch( /Service answers by .*\d/ );
	await pass( 5 * 86_400 );
	await due();
	await due();
	expect( await mailsTo( 'head@example.com' ) ).toHaveLength( 1 );
	await pass( 5 * 86_400 );
	await due();
	await due();
	expect( await mailsTo( 'head@example.com' ) ).toHaveLength( 1 );
	expect( await mailsTo( 'deputy@example.com' ) ).toHaveLength( 1 );
} );

it( 'waits with its comment: the desk hears of it once everybody can read it', async () => {
	await begin();
	page = await stage();
	const [ waiting ] = await said( page.post, [
		{ text: 'Noch nicht gelesen', approved: '0' },
	] );
	await site.php(
		'Throughline\\Dialog\\Questions\\Asking::put($args[0], $args[1], 0);',
		[ waiting, page.department ]
	);
	await due();
	expect( await mailsTo( 'employee@example.com' ) ).toEqual( [] );
	await site.php( 'wp_set_comment_status($args, "approve");', waiting );
	await due();
	await due();
	expect( await mailsTo( 'employee@example.com' ) ).toHaveLength( 1 );
} );

it( 'is told to the desk all the same where a process was killed before it could be', async () => {
	await due();
	await site.php(
		`global $wpdb; $wpdb->query( "UPDATE {$wpdb->prefix}throughline_questions SET told = 0" ); $wpdb->query( "DELETE FROM {$wpdb->prefix}throughline_due" );`
	);
	const told = async () => ( await mailsTo( 'employee@example.com' ) ).length;
	const before = await told();
	for ( let hour = 0; hour < 2; hour++ ) {
		await site.php( "do_action('throughline_sweep');" );
		await due();
	}
	expect( await told() ).toBe( before + 1 );
} );

it( 'is passed to another desk, visibly, with a note that only colleagues read', async () => {
	const other = await account( 'other', 'Olga Ost' );
	const sales = await site.php< number >(
		`$id = wp_insert_term('Vertrieb', 'tl_department')['term_id']; Throughline\\People\\Desks::put($id, Throughline\\People\\Desks::EXPERTS, [$args]); return $id;`,
		other
	);
	expect( ( await act( { act: 'pass', department: 99_999 } ) ).code ).toBe(
		'throughline_no_desk'
	);
	const passed = await act( {
		act: 'pass',
		department: sales,
		text: 'Das wisst ihr besser.',
	} );
	expect( passed.said ).toContain( 'Vertrieb' );
	const html = await dialog( page.path );
	expect( html ).toContain( 'Vertrieb' );
	expect( html ).not.toContain( 'Das wisst ihr besser' );
	await due();
	expect( await mailsTo( 'other@example.com' ) ).toHaveLength( 1 );
	const theirs = await rest< Overview >(
		await site.signIn( 'other' ),
		'questions'
	);
	expect( theirs.questions[ 0 ]?.notes ).toMatchObject( [
		{ act: 'pass', note: 'Das wisst ihr besser.' },
	] );
	// It is theirs now.
	expect( ( await act( { act: 'take' } ) ).code ).toBe(
		'throughline_not_found'
	);
} );

it( 'a draft goes to a mentor, and only its expert sends the answer', async () => {
	const mentor = await account( 'mentor', 'Maria Meister' );
	const employee = await site.php< number >(
		'return get_user_by("login", "employee")->ID;'
	);
	await put( 'EXPERTS', [ employee, mentor ] );
	const stranger = await account( 'stranger', 'Nie Gesehen' );
	expect(
		(
			await act( {
				act: 'draft',
				mentor: stranger,
				text: 'Vielleicht Donnerstag?',
			} )
		).code
	).toBe( 'throughline_no_mentor' );
	await act( { act: 'draft', mentor, text: 'Vielleicht Donnerstag?' } );
	expect(
		( await mailsTo( 'mentor@example.com' ) ).at( -1 )?.message
	).toContain( 'Vielleicht Donnerstag?' );
	await act(
		{ act: 'advise', text: 'Schreib: spätestens.' },
		await site.signIn( 'mentor' )
	);
	const mine = await rest< Overview >( expert, 'questions' );
	expect( mine.questions[ 0 ] ).toMatchObject( {
		draft: 'Vielleicht Donnerstag?',
		notes: [ { act: 'advise', note: 'Schreib: spätestens.' } ],
	} );
	expect( await dialog( page.path ) ).not.toContain( 'Vielleicht' );
} );

it( 'nobody answers under the company’s name', async () => {
	await site.php(
		'wp_update_user(["ID" => get_user_by("login", "employee")->ID, "display_name" => get_bloginfo("name")]);'
	);
	const refused = await act( { act: 'answer', text: 'Wir melden uns.' } );
	expect( refused.code ).toBe( 'throughline_company_name' );
} );

it( 'is closed with what was changed: a sentence, a day, a link', async () => {
	expect(
		( await act( { act: 'close', text: 'x', date: '2026-02-30' } ) ).code
	).toBe( 'throughline_change_incomplete' );
	expect(
		(
			await act( {
				act: 'close',
				text: 'x',
				link: 'javascript:alert(1)',
			} )
		).code
	).toBe( 'throughline_change_incomplete' );
	await act( {
		act: 'close',
		text: 'Ersatzteile liegen jetzt in *Graz*.',
		date: '2026-11-20',
		link: 'https://example.com/neu',
	} );
	const html = await dialog( page.path );
	expect( html ).toContain( 'Ersatzteile liegen jetzt' );
	expect( html ).toContain( 'href="https://example.com/neu"' );
} );

it( 'a story says what was changed because of it', async () => {
	const told = await story( 0 );
	const change = { story: told.id, text: 'Der Lift hält jetzt weicher.' };
	const refused = await rest< { code: string } >( expert, 'changes', change );
	expect( refused.code ).toBe( 'throughline_not_found' );
	await rest( await site.signIn( 'moderator' ), 'changes', change );
	expect( await ( await site.request( told.page ) ).text() ).toContain(
		'Der Lift hält jetzt weicher.'
	);
} );

describe( 'others', () => {
	it( 'see and do nothing', async () => {
		await account( 'stranger', 'Nie Gesehen' );
		const stranger = await site.signIn( 'stranger' );
		for ( const one of [ 'take', 'answer', 'pass', 'close', 'draft' ] ) {
			const refused = await act(
				{ act: one, text: 'Ich weiß es.', department: page.department },
				stranger
			);
			expect( refused.code, one ).toBe( 'throughline_not_found' );
		}
		expect(
			( await rest< Overview >( stranger, 'questions' ) ).questions
		).toEqual( [] );
		const anonymous = await site.request(
			'/wp-json/throughline/v1/questions'
		);
		expect( anonymous.status ).toBe( 401 );
		await site.php(
			`$comment = wp_insert_comment([ 'comment_post_ID' => $args[0], 'comment_parent' => $args[1], 'comment_content' => 'Ich weiß es', 'comment_approved' => 1, 'user_id' => get_user_by('login', 'stranger')->ID ]);`,
			[ page.post, question ]
		);
		expect( await dialog( page.path ) ).not.toContain( 'is-answer' );
	} );
} );

it( 'how long answers take is said of desks of five people or more only', async () => {
	const users: number[] = [];
	for ( let number = 0; number < 5; number++ ) {
		users.push( await account( `expert${ number }`, `P${ number }` ) );
	}
	const sentence = () =>
		site.php< string >(
			'return Throughline\\Dialog\\Questions\\AnswerTime::sentence($args);',
			page.department
		);
	const asked = await said(
		page.post,
		Array.from( { length: 6 }, ( _, n ) => ( { text: `Frage ${ n }` } ) )
	);
	await site.php(
		`foreach ($args[0] as $id) {
			Throughline\\Dialog\\Questions\\Asking::put($id, $args[1], 0);
			Throughline\\Dialog\\Questions\\Course::answer($id, $id, ['user' => 1, 'department' => $args[1], 'role' => '']);
		}
		Throughline\\People\\Desks::promise_that($args[1], 'Wir antworten in zwei Tagen.');`,
		[ asked, page.department ]
	);
	await put( 'EXPERTS', users.slice( 0, 4 ) );
	expect( await sentence() ).toBe( 'Wir antworten in zwei Tagen.' );
	await put( 'EXPERTS', users );
	expect( await sentence() ).toContain( 'Half of all questions' );
} );
