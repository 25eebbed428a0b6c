// Following by mail: a guest says yes by their mail, an account follows at once; each is told once of what is published, and one click ends it.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Mail, Session } from '../site/site.ts';
import { begin, due, pass, send, site } from './cases.ts';

const FORM = '/?throughline-follow=post-1';
let employee: Session;

beforeEach( async () => {
	await begin();
	employee = await site.signIn( 'employee' );
} );

/** What is due is done, and who follows is told. */
async function tell(): Promise< Mail[] > {
	const before = ( await site.mails() ).length;
	await due();
	await site.php( "do_action('throughline_follow');" );
	// Who wrote gets mails of their own.
	return ( await site.mails() )
		.slice( before )
		.filter( ( mail ) => ! mail.to.includes( 'gerda@example.com' ) );
}

/** The mails to somebody among these. */
const to = ( mails: Mail[], whom: string ) =>
	mails.filter( ( mail ) => mail.to.includes( whom ) );

/** The page that the mail opens, without the host. */
const link = ( mail: Mail | undefined ) =>
	/(\/\?throughline-follow=\d+-[0-9a-f]{64}(?:&throughline-all=1)?)/.exec(
		mail?.message ?? ''
	)?.[ 1 ] ?? '';

/** The address by which one click ends it. */
const header = ( mail: Mail | undefined ) =>
	/<(.*)>/.exec(
		mail?.headers.find( ( one ) =>
			one.startsWith( 'List-Unsubscribe:' )
		) ?? ''
	)?.[ 1 ] ?? '';

/** A guest asks, without JavaScript: the form, then the page with one button. */
async function ask( mail: string, how = 'now' ) {
	const page = await site.request( FORM, {
		method: 'POST',
		body: new URLSearchParams( {
			throughline_act: 'ask',
			throughline_mail: mail,
			throughline_how: how,
		} ),
	} );
	const token =
		/name="throughline_token" value="(.*?)"/.exec(
			await page.text()
		)?.[ 1 ] ?? '';
	await pass( 3 );
	return await site.request( FORM, {
		method: 'POST',
		body: new URLSearchParams( {
			throughline_act: 'ask',
			throughline_mail: mail,
			throughline_how: how,
			throughline_token: token,
		} ),
	} );
}

const press = ( path: string, act: string, more = {} ) =>
	site.request( path, {
		method: 'POST',
		body: new URLSearchParams( { throughline_act: act, ...more } ),
	} );

/** Somebody who follows already, by their own yes. */
async function follower( mail: string, how = 'now' ): Promise< string > {
	await ask( mail, how );
	const path = link( to( await tell(), mail )[ 0 ] );
	expect( path ).not.toBe( '' );
	expect( ( await press( path, 'confirm' ) ).status ).toBe( 303 );
	return path;
}

/** A comment that is online. */
const comment = ( text: string, more: object = {} ) =>
	site.php< number >(
		`add_filter('comment_flood_filter', '__return_false');
		$id = wp_new_comment(wp_slash($args + ['comment_post_ID' => 1, 'comment_author' => 'Gerda Gast', 'comment_author_email' => 'gerda@example.com', 'comment_author_url' => '', 'comment_type' => 'comment', 'user_id' => 0, 'comment_author_IP' => '192.0.2.7', 'comment_agent' => '']), true);
		wp_set_comment_status($id, 'approve');
		return $id;`,
		{ comment_content: text, ...more }
	);

const followers = () =>
	site.php< Record< string, string >[] >(
		"return $GLOBALS['wpdb']->get_results(\"SELECT * FROM {$GLOBALS['wpdb']->prefix}throughline_followers ORDER BY id\", ARRAY_A);"
	);

const as = ( session: Session, body: object ) =>
	site.request(
		'/wp-json/throughline/v1/followers',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		},
		session
	);

describe( 'a guest', () => {
	it( 'follows once they press the button on the page that their mail opens, and is told of what comes then', async () => {
		const asked = await ask( 'kim@example.com' );
		expect( asked.status ).toBe( 200 );
		expect( await asked.text() ).toContain( 'Look into your mail' );
		await comment( 'Vor dem Ja.' );
		const [ mail, ...more ] = to( await tell(), 'kim@example.com' );
		expect( more ).toEqual( [] );
		const path = link( mail );
		// Mail scanners open every link: nothing happens.
		const page = await site.request( path );
		expect( await page.text() ).toContain( 'Yes, follow' );
		expect( page.headers.get( 'cache-control' ) ).toContain( 'no-store' );
		expect( await followers() ).toMatchObject( [ { state: 'asked' } ] );
		await press( path, 'confirm' );
		expect( await followers() ).toMatchObject( [ { state: 'follows' } ] );
		await comment( 'Nach dem Ja: wie lange hält das Seil?' );
		const told = to( await tell(), 'kim@example.com' );
		expect( told ).toHaveLength( 1 );
		expect( told[ 0 ]?.message ).toContain( 'wie lange hält das Seil?' );
		expect( told[ 0 ]?.message ).not.toContain( 'Vor dem Ja' );
		expect( told[ 0 ]?.headers ).toContain(
			'List-Unsubscribe-Post: List-Unsubscribe=One-Click'
		);
		expect( to( await tell(), 'kim@example.com' ) ).toEqual( [] );
		// Only a fingerprint of the link is kept.
		expect( JSON.stringify( await followers() ) ).not.toContain(
			path.split( '-' ).at( -1 )
		);
	} );

	it( 'learns nothing about an address, which gets few mails, and is forgotten without a yes', async () => {
		await follower( 'kim@example.com' );
		const known = await ( await ask( 'kim@example.com' ) ).text();
		const unknown = await ( await ask( 'tom@example.com' ) ).text();
		expect( known.replaceAll( 'kim@', 'tom@' ) ).toBe( unknown );
		const mails = await tell();
		expect( to( mails, 'kim@example.com' )[ 0 ]?.subject ).toContain(
			'already'
		);
		expect( to( mails, 'tom@example.com' )[ 0 ]?.subject ).toContain( '?' );
		for ( let time = 0; time < 4; time++ ) {
			await pass( 61 );
			await ask( 'tom@example.com' );
			await tell();
		}
		expect( to( await site.mails(), 'tom@example.com' ) ).toHaveLength( 3 );
		expect( ( await ask( 'tom@example.com' ) ).status ).toBe( 429 );
		await pass( 49 * 3600 );
		await site.php( "do_action('throughline_sweep');" );
		expect( await followers() ).toMatchObject( [
			{ mail: 'kim@example.com', state: 'follows' },
		] );
	} );
} );

describe( 'who follows', () => {
	it( 'is not told of their own words, nor of what is taken back, waits, or stands on a page that others do not read', async () => {
		await follower( 'kim@example.com' );
		expect(
			( await as( employee, { about: 'post-1', how: 'now' } ) ).status
		).toBe( 200 );
		await comment( 'Von mir.', {
			comment_author_email: 'Kim@example.com',
		} );
		const gone = await comment( 'Gleich zurückgenommen.' );
		await due();
		await site.php( "wp_set_comment_status($args, 'hold');", gone );
		await site.php(
			`$id = wp_new_comment(wp_slash(['comment_post_ID' => 1, 'comment_author' => 'W', 'comment_author_email' => 'w@example.com', 'comment_author_url' => 'https://a.example https://b.example', 'comment_content' => 'Wartet noch.', 'comment_type' => 'comment', 'user_id' => 0]), true); wp_set_comment_status($id, 'hold');`
		);
		const mails = await tell();
		expect( to( mails, 'kim@example.com' ) ).toEqual( [] );
		const all = mails.map( ( mail ) => mail.message ).join();
		expect( all ).not.toContain( 'zurückgenommen' );
		expect( all ).not.toContain( 'Wartet noch' );
		expect( all ).toContain( 'Von mir' );
		await pass( 3600 );
		await comment( 'Auf einer Seite, die dann niemand liest.' );
		await site.php(
			"wp_update_post(['ID' => 1, 'post_status' => 'private']);"
		);
		expect( to( await tell(), 'kim@example.com' ) ).toEqual( [] );
		expect( ( await site.request( FORM ) ).status ).toBe( 404 );
		expect(
			( await as( employee, { about: 'post-1', how: 'now' } ) ).status
		).toBe( 404 );
	} );

	it( 'hears of the answers to one comment alone, and only once where they follow all of it, too', async () => {
		const own = await comment( 'Meine Frage.' );
		await as( employee, { about: `comment-${ own }`, how: 'now' } );
		await comment( 'Woanders.' );
		expect( await tell() ).toEqual( [] );
		const answer = await comment( 'Eine Antwort.', {
			comment_parent: own,
		} );
		await comment( 'Noch eine Antwort.', { comment_parent: answer } );
		const [ mail, ...more ] = await tell();
		expect( more ).toEqual( [] );
		expect( mail?.subject ).toContain( 'Answered' );
		expect( mail?.message ).toContain( 'Noch eine Antwort.' );
		expect( mail?.message ).not.toContain( 'Woanders' );
		await as( employee, { about: 'post-1', how: 'now' } );
		await pass( 3600 );
		await comment( 'Eine dritte.', { comment_parent: own } );
		expect( ( await tell() ).map( ( { subject } ) => subject ) ).toEqual( [
			'New in “Hello world!”',
		] );
	} );

	it( 'hears of the answers to a comment that they wrote as a guest, once they said yes', async () => {
		const own = await comment( 'Meine Frage.', {
			comment_author_email: 'kim@example.com',
		} );
		await site.php(
			'Throughline\\Dialog\\Following\\Wish::answers($args);',
			own
		);
		const asked = to( await tell(), 'kim@example.com' ).find( link );
		await press( link( asked ), 'confirm' );
		await comment( 'Die Antwort.', { comment_parent: own } );
		const told = to( await tell(), 'kim@example.com' );
		expect( told.map( ( { subject } ) => subject ) ).toEqual( [
			'Answered: “Hello world!”',
		] );
	} );

	it( 'gets one mail a day for all conversations at the hour of the site, and ends all of it by one click without a cookie', async () => {
		await site.php(
			`wp_insert_post(['post_title' => 'Zweite Seite', 'post_status' => 'publish', 'post_type' => 'page', 'import_id' => 500, 'comment_status' => 'open']); update_option('timezone_string', 'Europe/Berlin');`
		);
		await as( employee, { about: 'post-1', how: 'daily' } );
		await as( employee, { about: 'post-500', how: 'daily' } );
		await comment( 'Erstens.' );
		await comment( 'Zweitens.', { comment_post_ID: 500 } );
		expect( await tell() ).toEqual( [] );
		const hour = await site.php< string >(
			"$due = (int) $GLOBALS['wpdb']->get_var(\"SELECT MIN(due) FROM {$GLOBALS['wpdb']->prefix}throughline_followers\"); return wp_date('H:i', $due) . ' ' . ($due - time());"
		);
		expect( hour ).toMatch( /^08:00/ );
		await pass( Number( hour.split( ' ' )[ 1 ] ) + 5 );
		const [ mail, ...more ] = await tell();
		expect( more ).toEqual( [] );
		expect( mail?.message ).toContain( 'Erstens.' );
		expect( mail?.message ).toContain( 'Zweitens.' );
		// Opening it is nothing yet.
		await site.request( header( mail ) );
		expect( await followers() ).toHaveLength( 2 );
		const click = await site.request( header( mail ), {
			method: 'POST',
			body: new URLSearchParams( { 'List-Unsubscribe': 'One-Click' } ),
		} );
		expect( click.status ).toBe( 200 );
		expect( await followers() ).toEqual( [] );
		// A mail program may ask twice.
		const again = await site.request( header( mail ), {
			method: 'POST',
			body: new URLSearchParams( { 'List-Unsubscribe': 'One-Click' } ),
		} );
		expect( again.status ).toBe( 200 );
	} );

	it( 'is told once each, in bounded runs that go on after a kill, while the mail server fails and beside another process', async () => {
		await site.php(
			`for ($n = 0; $n < 120; $n++) { Throughline\\Database::write("INSERT INTO %i (post_id, mail, locale, how, state, created) VALUES (1, %s, 'en_US', 'now', 'follows', '2026-01-01 00:00:00')", Throughline\\Database::table('followers'), "f$n@example.com"); }`
		);
		await comment( 'An alle.' );
		await due();
		// The third mail fails, and the first process ends in the middle of its seventh.
		await site
			.php(
				`$count = 0; add_filter('pre_wp_mail', static function ($done) use (&$count) { if (++$count === 3) { return false; } if ($count > 6) { throw new RuntimeException('Killed.'); } return $done; }, 1); do_action('throughline_follow');`
			)
			.catch( () => null );
		const run = () => site.php( "do_action('throughline_follow');" );
		await Promise.all( [ run(), run() ] );
		await run();
		await pass( 900 );
		await run();
		const count = new Map< string, number >();
		for ( const { to: whom } of ( await site.mails() ).filter( ( mail ) =>
			mail.subject.startsWith( 'New in' )
		) ) {
			count.set( whom.join(), ( count.get( whom.join() ) ?? 0 ) + 1 );
		}
		expect(
			[ ...count.values() ].filter( ( times ) => times !== 1 )
		).toEqual( [] );
		expect( count.size ).toBe( 120 );
	} );
} );

describe( 'an account', () => {
	it( 'sees what it follows among its pieces, changes and stops it; nobody else does, and all goes with it', async () => {
		const forged = await site.request(
			FORM,
			{
				method: 'POST',
				body: new URLSearchParams( {
					throughline_act: 'ask',
					throughline_how: 'now',
				} ),
			},
			employee
		);
		expect( await forged.text() ).toContain( 'Yes, send me the mail' );
		expect( await followers() ).toEqual( [] );
		await send( FORM, { act: 'ask', how: 'daily' }, employee );
		expect( await followers() ).toMatchObject( [
			{ state: 'follows', how: 'daily', mail: '' },
		] );
		const list = '/?throughline-piece=mine';
		const mine = await ( await site.request( list, {}, employee ) ).text();
		expect( mine ).toContain( 'What I follow' );
		const form = mine.slice( mine.indexOf( 'throughline-follow=mine' ) );
		const body = ( act: string ) =>
			new URLSearchParams( {
				throughline_act: act,
				throughline_follower:
					/name="throughline_follower" value="(\d+)"/.exec(
						form
					)?.[ 1 ] ?? '',
				throughline_seal:
					/name="throughline_seal" value="(\w+)"/.exec(
						form
					)?.[ 1 ] ?? '',
			} );
		const post = ( act: string, session?: Session ) =>
			site.request(
				'/?throughline-follow=mine',
				{ method: 'POST', body: body( act ) },
				session
			);
		await post( 'now', employee );
		expect( await followers() ).toMatchObject( [ { how: 'now' } ] );
		const moderator = await site.signIn( 'moderator' );
		await post( 'stop', moderator );
		await post( 'stop' );
		expect( await followers() ).toHaveLength( 1 );
		const exported = await site.php< string >(
			"return wp_json_encode(Throughline\\Dialog\\Following\\Privacy::export(get_user_by('login', 'employee')->user_email));"
		);
		expect( exported ).toContain( 'Hello world!' );
		await post( 'stop', employee );
		expect( await followers() ).toEqual( [] );
		await as( employee, { about: 'post-1', how: 'now' } );
		await site.php(
			"require_once ABSPATH . 'wp-admin/includes/user.php'; wp_delete_user(get_user_by('login', 'employee')->ID);"
		);
		expect( await followers() ).toEqual( [] );
	} );
} );
