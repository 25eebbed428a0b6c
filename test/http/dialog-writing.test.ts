// Writing in a dialog: as a guest, with an account, without a script; what is refused, and that nothing comes twice.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { send as sendForm } from './cases.ts';
import {
	begin,
	dialog,
	ids,
	pass,
	said,
	site,
	stage,
	type Stage,
} from './dialog-site.ts';
import type { Session } from '../site/site.ts';

let page: Stage;

beforeEach( async () => {
	await begin();
	page = await stage();
} );

interface Sent {
	status: number;
	body: {
		id: number;
		state: string;
		code?: string;
		message: string;
		own: string;
		mine: string;
		shown: { html: string; text: string; until: number; own: string }[];
		data?: { field?: string };
	};
}

async function post(
	path: string,
	body: object,
	session?: Session,
	headers: Record< string, string > = {}
): Promise< Sent > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...headers },
			body: JSON.stringify( body ),
		},
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as Sent[ 'body' ],
	};
}

const token = async ( headers: Record< string, string > = {} ) =>
	(
		( await post( 'token', { post: page.post }, undefined, headers ) )
			.body as unknown as { token: string }
	 ).token;

const comment = ( more: object = {} ) => ( {
	post: page.post,
	text: 'Wann liefert ihr?',
	name: 'K. Brandt',
	mail: 'brandt@example.com',
	submission: randomUUID(),
	...more,
} );

/** As a guest's browser: fetches a token, takes its time, sends. */
async function write( more: object = {}, session?: Session ): Promise< Sent > {
	if ( session ) {
		return await post( 'comments', comment( more ), session );
	}
	const fetched = await token();
	await pass( 5 );
	return await post( 'comments', comment( { token: fetched, ...more } ) );
}

const count = () =>
	site.php< number >(
		'return (int) get_comments(["post_id" => $args, "count" => true, "status" => "any"]);',
		page.post
	);

describe( 'a guest', () => {
	it( 'writes, sees it waiting, changes it for ten minutes and withdraws it', async () => {
		const { status, body } = await write();
		expect( [ status, body.state ] ).toEqual( [ 201, 'waiting' ] );
		expect( body.shown[ 0 ]?.html ).toContain( 'Waits until somebody' );
		expect( await dialog( page.path ) ).not.toContain( 'Wann liefert' );
		const change = ( act: object, own = body.own ) =>
			post( `comments/${ body.id }`, act, undefined, {
				'Throughline-Link': own,
			} );
		expect(
			( await change( { act: 'edit', text: 'Wann genau?' } ) ).status
		).toBe( 200 );
		const again = await post( 'comments/mine', {
			post: page.post,
			links: [ body.own ],
		} );
		expect( again.body.shown[ 0 ]?.text ).toBe( 'Wann genau?' );
		await pass( 601 );
		expect(
			( await change( { act: 'edit', text: 'Zu spät' } ) ).body.code
		).toBe( 'throughline_too_late' );
		expect( ( await change( { act: 'withdraw' } ) ).status ).toBe( 200 );
		expect(
			(
				await post( 'comments/mine', {
					post: page.post,
					links: [ body.own ],
				} )
			).body.shown
		).toEqual( [] );
	} );

	it( 'can’t change or see what others wrote', async () => {
		const { body } = await write();
		const other = await write( {
			mail: 'moser@example.com',
			text: 'Ich.',
		} );
		for ( const own of [
			other.body.own,
			`comment-${ body.id }`,
			`comment-${ body.id }-${ '0'.repeat( 64 ) }`,
			body.own.replace(
				`comment-${ body.id }`,
				`comment-${ other.body.id }`
			),
		] ) {
			for ( const id of [ body.id, other.body.id ] ) {
				if ( own === other.body.own && id === other.body.id ) {
					continue;
				}
				const answer = await post(
					`comments/${ id }`,
					{ act: 'withdraw' },
					undefined,
					{ 'Throughline-Link': own }
				);
				expect( answer.status, `${ id } by ${ own }` ).toBe( 404 );
			}
		}
		expect( await count() ).toBe( 2 );
	} );

	it( 'writes without JavaScript, by one more press, and nothing is lost on the way', async () => {
		const first = await sendForm( page.path, {
			text: '[gallery] Wann?',
			name: 'K. Brandt',
			mail: 'brandt@example.com',
		} );
		expect( first.status ).toBe( 200 );
		expect( first.page ).toContain( '&#91;gallery] Wann?' );
		const fields = new URLSearchParams(
			[
				...first.page.matchAll(
					/<input type="hidden" name="(.*?)" value="(.*?)"/g
				),
			].map( ( [ , name = '', value = '' ] ) => [ name, value ] )
		);
		fields.set( 'throughline_text', '[gallery] Wann?' );
		fields.set( 'throughline_name', 'K. Brandt' );
		fields.set( 'throughline_mail', 'brandt@example.com' );
		await pass( 5 );
		const send = () =>
			site.request( page.path, { method: 'POST', body: fields } );
		const second = await send();
		expect( second.status ).toBe( 303 );
		expect( second.headers.get( 'location' ) ).toContain(
			'throughline-piece=comment-'
		);
		expect( await count() ).toBe( 1 );
		// The back key and once more.
		await send();
		expect( await count() ).toBe( 1 );
	} );

	it.each( [
		[ 'no text', { text: ' \u200b\u200d ' }, 422, 'empty_comment' ],
		[ '100 kB', { text: 'x'.repeat( 100_000 ) }, 422, 'comment_too_long' ],
		[ 'no name', { name: '\u202e \u200b' }, 422, 'name_invalid' ],
		[ 'no mail', { mail: '' }, 422, 'mail_invalid' ],
		[ 'a mail that is none', { mail: 'x@' }, 422, 'mail_invalid' ],
		[ 'a field that only machines fill in', { website: 'x' }, 422, 'trap' ],
		[ 'a token of another page', { token: '1-0' }, 403, 'token' ],
	] )( 'with %s hears what to do', async ( _, more, status, code ) => {
		const answer = await write( more );
		expect( [ answer.status, answer.body.code ] ).toEqual( [
			status,
			`throughline_${ code }`,
		] );
		expect( answer.body.message.length ).toBeGreaterThan( 20 );
		expect( await count() ).toBe( 0 );
	} );

	it( 'with yesterday’s token, or at once, presses again', async () => {
		const fetched = await token();
		expect(
			( await post( 'comments', comment( { token: fetched } ) ) ).body
				.code
		).toBe( 'throughline_early' );
		await pass( 86_400 + 60 );
		expect(
			( await post( 'comments', comment( { token: fetched } ) ) ).status
		).toBe( 403 );
	} );

	it( 'finds nowhere to write where a page, a parent or a dialog is closed', async () => {
		const [ other ] = await said( 1, [ { text: 'Anderswo' } ] );
		const [ gone ] = await said( page.post, [
			{ text: 'weg', approved: 'trash' },
		] );
		for ( const parent of [ other, gone, 99_999 ] ) {
			expect( ( await write( { parent } ) ).status ).toBe( 409 );
		}
		await site.php(
			'wp_update_post(["ID" => $args, "comment_status" => "closed"]);',
			page.post
		);
		const closed = await write();
		expect( closed.status ).toBe( 403 );
		expect( closed.body.message ).toContain( 'closed' );
	} );
} );

it( 'sent twice at once it makes one comment', async () => {
	const fetched = await token();
	await pass( 5 );
	const one = comment( { token: fetched } );
	const answers = await Promise.all(
		Array.from( { length: 6 }, () => post( 'comments', one ) )
	);
	expect( await count() ).toBe( 1 );
	for ( const { status } of answers ) {
		expect( [ 200, 201, 409, 503 ] ).toContain( status );
	}
	expect( ( await post( 'comments', one ) ).status ).toBe( 200 );
} );

it( 'a flood from one address ends, others and an office go on', async () => {
	const fetched = await token();
	await pass( 5 );
	const address = ( ip: string ) => ( { 'X-Throughline-Address': ip } );
	const wave = await Promise.all(
		Array.from( { length: 60 }, ( _, number ) =>
			post(
				'comments',
				comment( { token: fetched, text: `Nummer ${ number }` } ),
				undefined,
				address( '203.0.113.9' )
			)
		)
	);
	const through = wave.filter( ( { status } ) => status === 201 ).length;
	expect( through ).toBeLessThanOrEqual( 40 );
	expect( through ).toBeGreaterThanOrEqual( 20 );
	expect(
		wave.filter( ( { status } ) => status === 429 ).length
	).toBeGreaterThan( 0 );
	const other = await post(
		'comments',
		comment( { token: fetched, mail: 'moser@example.com' } ),
		undefined,
		address( '203.0.113.10' )
	);
	expect( other.status ).toBe( 201 );
	// A colleague behind the same address meets none of it.
	const session = await site.signIn( 'employee' );
	const colleague = await post(
		'comments',
		comment( { text: 'Ich auch.' } ),
		session,
		address( '203.0.113.9' )
	);
	expect( colleague.status ).toBe( 201 );
} );

it( 'a colleague writes in their own name, whatever name is sent', async () => {
	const session = await site.signIn( 'employee' );
	const { body } = await write( { name: 'Die Firma' }, session );
	const kept = await site.php< Record< string, string > >(
		'$comment = get_comment($args); return ["name" => $comment->comment_author, "user" => get_userdata($comment->user_id)->user_login];',
		body.id
	);
	expect( kept.user ).toBe( 'employee' );
	expect( kept.name ).not.toBe( 'Die Firma' );
} );

it( 'a moderator is online at once, and changes and withdraws it like everybody', async () => {
	const session = await site.signIn( 'moderator' );
	const { body } = await write( { text: 'Am Mittwoch.' }, session );
	expect( body.state ).toBe( 'published' );
	expect( body.shown[ 0 ]?.html ).toContain( 'data-act="edit"' );
	const change = ( act: object, as = session ) =>
		post( `comments/${ body.id }`, act, as );
	expect(
		( await change( { act: 'edit', text: 'Am Freitag.' } ) ).body.state
	).toBe( 'published' );
	expect( await dialog( page.path ) ).toContain( 'Am Freitag.' );
	const employee = await site.signIn( 'employee' );
	expect( ( await change( { act: 'withdraw' }, employee ) ).status ).not.toBe(
		200
	);
	expect( ( await change( { act: 'withdraw' } ) ).status ).toBe( 200 );
	expect( await dialog( page.path ) ).not.toContain( 'Am Freitag.' );
} );

it( 'Akismet is asked for every comment, as it lies in WordPress’s own tree', async () => {
	await site.php(
		`require_once ABSPATH . 'wp-admin/includes/plugin.php';
		update_option('wordpress_api_key', 'abcdef123456');
		is_wp_error(activate_plugin('akismet/akismet.php')) && throw new Exception('No Akismet here.');`
	);
	await write( { text: 'Gefragt?' } );
	expect(
		( await site.outgoing() ).filter( ( { url } ) =>
			url.includes( 'akismet.com/1.1/comment-check' )
		)
	).not.toEqual( [] );
	// No answer comes here: then nothing is held against anybody.
	expect( await count() ).toBe( 1 );
} );

it( 'tricks with invisible signs and other people’s direction stay harmless and readable', async () => {
	const { body } = await write( {
		text: 'Gut\u200b\u00ad so \u202eednegirten\u202c 👩\u200d🔧 '.concat(
			'Z',
			'\u0301'.repeat( 60 )
		),
		name: 'A.\u202e Moser',
	} );
	const html = body.shown[ 0 ]?.html ?? '';
	expect( html ).not.toMatch( /[\u200b\u00ad\u202e]/ );
	expect( html ).toContain( '👩\u200d🔧' );
	expect( html ).not.toMatch( /\u0301{5}/ );
} );

it( 'five hundred links wait, and say so to the desk', async () => {
	const { body } = await write( {
		text: Array.from(
			{ length: 200 },
			( _, n ) => `https://e.test/${ n }`
		).join( ' ' ),
	} );
	expect( body.state ).toBe( 'waiting' );
	const reasons = await site.php< string >(
		"return (string) $GLOBALS['wpdb']->get_var(\"SELECT reasons FROM {$GLOBALS['wpdb']->prefix}throughline_queue WHERE kind = 'comment'\");"
	);
	expect( reasons ).toContain( 'links' );
} );

it( 'marks quotes, lists, emphasis and addresses, and nothing else', async () => {
	const session = await site.signIn( 'moderator' );
	const { body } = await write(
		{
			text: 'Erst **fest**, *schräg*.\n> Zitat\n\n- eins\n- zwei\n\n1. a\n2. b\n\nSiehe https://example.com/a(b). *nicht * und 2*3*4',
		},
		session
	);
	expect( body.state ).toBe( 'published' );
	const html = await dialog( page.path );
	expect( ids( html ) ).toEqual( [ body.id ] );
	expect( html ).toContain( '<strong>fest</strong>, <em>schräg</em>' );
	expect( html ).toContain( '<blockquote><p>Zitat</p></blockquote>' );
	expect( html ).toContain( '<ul><li>eins</li><li>zwei</li></ul>' );
	expect( html ).toContain( '<ol><li>a</li><li>b</li></ol>' );
	expect( html ).toContain(
		'<a href="https://example.com/a(b)" rel="ugc nofollow noopener">'
	);
	expect( html ).toContain( '*nicht * und 2*3*4' );
} );
