// Shares: sent once, looked up in the background, shown as text, gone when they are gone. Look-ups need the second stack: Playground can't hold a connection to an address.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Share } from '../../src/contract.ts';
import { corners, jpeg } from '../photos.ts';
import type { Reply } from '../site/replay.ts';
import type { Session } from '../site/site.ts';
import {
	AS,
	JANA,
	NORDEN,
	NOTE,
	note,
	play,
	replay,
	site,
} from './networks.ts';

play();

const POST = 'https://norden.social/@jana/1';
const LINKEDIN =
	'https://www.linkedin.com/posts/jana_wind-activity-7123456789012345678-AbCd';
const DAY = 24 * 60 * 60;

let employee: Session;

beforeAll( async () => {
	employee = await site.signIn( 'employee' );
} );

beforeEach( async () => {
	await site.php( `
		foreach ( get_posts( [ 'post_type' => 'tl_share', 'post_status' => 'any', 'numberposts' => -1 ] ) as $post ) {
			wp_delete_post( $post->ID, true );
		}
	` );
	replay.serve( NORDEN );
	replay.asked();
} );

const send = async ( share: object, as: Session = employee ) => {
	const response = await site.request(
		'/wp-json/throughline/v1/shares',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( { submission: randomUUID(), ...share } ),
		},
		as
	);
	return {
		status: response.status,
		body: ( await response.json() ) as Share & {
			code: string;
			message: string;
			data: { field: string; share: number };
		},
	};
};
const made = async ( share: object ) => ( await send( share ) ).body.id;
/** What the background event does, at a moment. */
const look = ( at: number | null = null ) =>
	site.php(
		`add_filter( 'throughline_now', static fn ( $now ) => $args ?? $now, 99 ); do_action( 'throughline_look' ); do_action( 'throughline_due' );`,
		at
	);
const row = ( id: number ) =>
	site.php< Record< string, unknown > >(
		`return Throughline\\Shares\\Shares::get( $args ) + [ 'text' => Throughline\\Shares\\Shares::content( $args )['text'],
			'state' => Throughline\\Moderation\\Decisions::latest( 'share', $args )['state'] ];`,
		id
	);
const publish = ( id: number ) =>
	site.php(
		`( new Throughline\\Shares\\ShareKind() )->publish( $args );`,
		id
	);
/** As a visitor's page shows it. */
const page = async ( id: number ) => {
	const path = await site.php< string >(
		`return wp_make_link_relative( get_permalink( wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'P',
			'post_content' => '<!-- wp:throughline/share {"share":' . $args . '} /-->' ] ) ) );`,
		id
	);
	return await ( await site.request( path ) ).text();
};
const card = async ( id: number ) =>
	/<article class="throughline-share">.*<\/article>/s.exec(
		await page( id )
	)?.[ 0 ] ?? '';

describe( 'A share that is sent', () => {
	it( 'waits at the desk, once, and asks nobody within the request', async () => {
		const submission = randomUUID();
		const first = await send( {
			submission,
			address: LINKEDIN,
			text: 'Sie dreht.',
		} );
		expect( first.status ).toBe( 201 );
		expect( first.body ).toMatchObject( { state: 'waiting', link: null } );
		const again = await send( {
			submission,
			address: LINKEDIN,
			text: 'Sie dreht.',
		} );
		expect( again ).toMatchObject( {
			status: 200,
			body: { id: first.body.id },
		} );
		expect( replay.asked() ).toEqual( [] );
		const queue = await site.request(
			'/wp-json/throughline/v1/queue?kind=share',
			{},
			await site.signIn( 'moderator' )
		);
		expect( await queue.text() ).toContain( `"id":${ first.body.id }` );
	} );

	it( 'is told politely that it is here already, however its address is written', async () => {
		const id = await made( { address: POST } );
		const { status, body } = await send( {
			address: `${ POST }?utm_source=x#y`,
		} );
		expect( { status, body } ).toMatchObject( {
			status: 409,
			body: { code: 'throughline_share_known', data: { share: id } },
		} );
	} );

	it.each( [
		[ 'no address', { address: 'hello' }, 'address' ],
		[ 'a profile', { address: 'https://norden.social/@jana' }, 'address' ],
		[ 'our own page', { address: 'https://127.0.0.1/x' }, 'address' ],
		[
			'a post without words where nobody tells them',
			{ address: LINKEDIN },
			'text',
		],
		[
			'pictures without a word on who is in them',
			{ address: POST, permission: 'mine' },
			'recognisable',
		],
	] )( 'is refused with the field to mend: %s', async ( _, share, field ) => {
		const { status, body } = await send( share );
		expect( { status, field: body.data.field } ).toEqual( {
			status: 422,
			field,
		} );
	} );

	it.each( [
		[ 'pictures are left out', { address: POST, permission: 'none' } ],
		[
			'its network shows us none',
			{ address: LINKEDIN, text: 'Sie dreht.', permission: 'mine' },
		],
	] )( 'asks nobody for a consent where %s', async ( _, share ) => {
		const id = await made( { ...share, recognisable: 'others' } );
		const queue = await site.request(
			'/wp-json/throughline/v1/queue?kind=share',
			{},
			await site.signIn( 'moderator' )
		);
		const { items } = ( await queue.json() ) as {
			items: { id: number; reasons: { code: string }[] }[];
		};
		expect( items.find( ( one ) => one.id === id )?.reasons ).toEqual( [
			expect.objectContaining( { code: 'default' } ),
		] );
		await publish( id );
		expect( await row( id ) ).toMatchObject( {
			permission: 'none',
			state: 'published',
		} );
	} );

	it( 'comes in by the plain form below the one for stories, too', async () => {
		const path = await site.php< string >(
			`return wp_make_link_relative( get_permalink( wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'F', 'post_content' => '<!-- wp:throughline/story-form /-->' ] ) ) );`
		);
		const html = await ( await site.request( path, {}, employee ) ).text();
		const field = ( name: string ) =>
			new RegExp( `name="${ name }" value="([^"]*)"` ).exec(
				html.slice( html.indexOf( 'throughline-share-form' ) )
			)?.[ 1 ] ?? '';
		const post = ( address: string ) =>
			site.request(
				path,
				{
					method: 'POST',
					body: new URLSearchParams( {
						throughline_share_form: field(
							'throughline_share_form'
						),
						throughline_submission: field(
							'throughline_submission'
						),
						throughline_address: address,
						throughline_text: 'Sie dreht sich "jetzt".',
						// A browser that sends no choice made none.
						throughline_permission: '',
					} ),
				},
				employee
			);
		const wrong = await post( 'hello' );
		expect( wrong.status ).toBe( 422 );
		expect( await wrong.text() ).toContain( 'dreht sich &#34;jetzt&#34;' );
		const sent = await post( LINKEDIN );
		expect( sent.status ).toBe( 303 );
		const told = await site.request(
			sent.headers.get( 'Location' ) ?? '',
			{},
			employee
		);
		expect( await told.text() ).toContain( 'Your post has arrived' );
		// A plugin may run a page's content before it is printed: the form stands in what is printed all the same.
		const twice = await site.php< string[] >(
			`wp_set_current_user( get_user_by( 'login', 'employee' )->ID );
			return array_map( static fn() => do_blocks( '<!-- wp:throughline/story-form /-->' ), [ 1, 2 ] );`
		);
		expect(
			twice.map( ( one ) => one.includes( 'throughline_share_form' ) )
		).toEqual( [ true, true ] );
		// Who may send nothing, and strangers, see no form and nothing personal.
		const subscriber = await site.php< string >(
			`wp_set_current_user( wp_insert_user( [ 'user_login' => 'sub', 'user_pass' => 'x', 'user_email' => 'sub@example.com', 'role' => 'subscriber' ] ) );
			return do_blocks( '<!-- wp:throughline/story-form /--><!-- wp:throughline/my-pieces /-->' );`
		);
		expect( subscriber ).not.toContain( 'throughline_share_form' );
		expect( await ( await site.request( path ) ).text() ).not.toContain(
			'throughline_share_form'
		);
	} );

	it( 'belongs to the page of ours that it links to, and stands there once it is published', async () => {
		const [ id, link ] = await site.php< [ number, string ] >(
			`$id = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Turbine', 'post_content' => '<!-- wp:throughline/share {"attached":true} /-->' ] ); return [ $id, get_permalink( $id ) ];`
		);
		const there = async () =>
			await ( await site.request( new URL( link ).pathname ) ).text();
		const share = await made( {
			address: LINKEDIN,
			text: `Sie dreht: ${ link }.`,
		} );
		expect( await row( share ) ).toMatchObject( { page: id } );
		expect( await there() ).not.toContain( 'throughline-share' );
		await publish( share );
		expect( await there() ).toContain( 'Sie dreht:' );
	} );
} );

describe.skipIf( site.kind !== 'stack' )( 'A look-up', () => {
	it( 'fills in author, words, date and proof; the card says how that is known', async () => {
		const id = await made( { address: POST, text: 'Von mir' } );
		await look();
		expect( await row( id ) ).toMatchObject( {
			author: 'Jana Fitter',
			author_id: JANA,
			known: 'proven',
			posted: '2026-03-01 10:00:00',
			outcome: 'fine',
			state: 'waiting',
			text: 'Die Anlage dreht sich.\nEndlich!\n\nDanke',
		} );
		expect( await page( id ) ).not.toContain( 'throughline-share' );
		await publish( id );
		const html = await card( id );
		expect( html ).toContain( 'Proven by Fediverse on ' );
		expect( html ).toContain(
			'rel="nofollow ugc noopener">Jana Fitter</a>'
		);
		expect( html ).toContain( '<time datetime="2026-03-01' );
		expect( html ).not.toContain( '<img' );
		expect( html ).not.toContain( '<iframe' );
	} );

	it( 'says who claims it where nobody proves it', async () => {
		const id = await made( {
			address: LINKEDIN,
			text: 'Sie dreht.',
			label: 'employee',
		} );
		await look();
		await publish( id );
		const html = await card( id );
		expect( html ).toMatch( /As Employee says, <time/ );
		expect( html ).toContain( 'Employee of ' );
	} );

	it( 'asks linked profiles for the proof that the network doesn’t give', async () => {
		const id = await made( { address: LINKEDIN, text: 'Sie dreht.' } );
		await site.php( `
			add_filter( 'throughline_share_proof', static fn () => [ 'proven' => true, 'at' => '2026-05-03 08:00:00' ] );
			do_action( 'throughline_look' );
		` );
		expect( await row( id ) ).toMatchObject( {
			known: 'proven',
			known_at: '2026-05-03 08:00:00',
		} );
	} );

	it( 'shows whatever a network says as text', async () => {
		const evil = '<img src=x onerror=alert(1)>"\'[gallery]';
		replay.serve( {
			...NORDEN,
			...Object.fromEntries(
				[ POST, NOTE ].map( ( url ) => [
					url,
					note( {
						content: `<p>&lt;script&gt;1&lt;/script&gt; ${ '[gallery]' } onx</p>`,
					} ),
				] )
			),
			[ JANA ]: {
				type: AS,
				body: {
					...( ( NORDEN[ JANA ] as Reply ).body as object ),
					name: evil,
					url: 'javascript:alert(1)',
				},
			},
		} );
		const id = await made( { address: POST } );
		await look();
		await publish( id );
		const html = await card( id );
		expect( html ).toContain( '&lt;script&gt;' );
		expect( html ).not.toMatch( /<script|<img|javascript:|\[gallery/ );
	} );

	const picture = () =>
		jpeg( { width: 600, height: 400, paint: corners( 600, 400 ) } );

	it( 'copies pictures only by permission, and keeps them sealed until it is published', async () => {
		const serve = {
			...NORDEN,
			'https://norden.social/media/1.jpg': {
				type: 'image/jpeg',
				body: picture(),
			},
		};
		replay.serve( serve );
		const id = await made( {
			address: POST,
			permission: 'mine',
			recognisable: 'nobody',
		} );
		await look();
		const photos = await site.php< { alt: string; attachment: number }[] >(
			`return Throughline\\Stories\\Photos::of_story( $args );`,
			id
		);
		expect( photos ).toMatchObject( [
			{ alt: 'Ein Windrad', attachment: 0 },
		] );
		await publish( id );
		expect( await card( id ) ).toMatch( /<img[^>]*alt="Ein Windrad"/ );
		const wall = await site.request( '/wp-json/throughline/v1/wall' );
		const { html } = ( await wall.json() ) as { html: string };
		expect( html ).toContain( `href="${ POST }"` );
		expect( html ).toMatch(
			/throughline-card has-photo.*Proven by Fediverse/s
		);
		await site.php( `wp_delete_post( $args, true );`, id );
		expect(
			await site.php(
				`return get_posts( [ 'post_type' => 'attachment', 'post_status' => 'any' ] );`
			)
		).toEqual( [] );
	} );

	it( 'hides what is gone twice, a day apart, and tells its contributor once', async () => {
		const id = await made( { address: POST } );
		await look();
		await publish( id );
		replay.serve( {} );
		const week = Math.floor( Date.now() / 1000 ) + 7 * DAY + 60;
		await look( week );
		expect( await row( id ) ).toMatchObject( {
			outcome: 'gone',
			state: 'published',
		} );
		await look( week + DAY - 60 );
		expect( await row( id ) ).toMatchObject( { state: 'published' } );
		const before = ( await site.mails() ).length;
		await look( week + DAY + 120 );
		await look( week + 3 * DAY );
		expect( await row( id ) ).toMatchObject( { state: 'removed' } );
		expect( await page( id ) ).not.toContain( 'throughline-share' );
		const mails = ( await site.mails() ).slice( before );
		expect( mails.map( ( { message } ) => message ).join() ).toContain(
			'isn’t on its network any more'
		);
		expect( mails ).toHaveLength( 1 );
	} );

	it( 'keeps the card of what it may not read, without the live button; a server that is down stalls nobody', async () => {
		const id = await made( { address: POST } );
		const other = await made( { address: 'https://sueden.social/@x/2' } );
		await look();
		await publish( id );
		expect( await card( id ) ).toContain(
			'data-throughline-live="fediverse"'
		);
		const week = Math.floor( Date.now() / 1000 ) + 7 * DAY + 60;
		replay.serve( {
			'https://norden.social/*': { status: 403 },
			'https://sueden.social/*': { status: 500 },
		} );
		await look( week );
		expect( await row( id ) ).toMatchObject( {
			outcome: 'forbidden',
			state: 'published',
			live: false,
		} );
		expect( await row( other ) ).toMatchObject( { state: 'waiting' } );
		const html = await card( id );
		expect( html ).toContain( 'Die Anlage' );
		expect( html ).not.toContain( 'throughline-live' );
		replay.asked();
		await page( id );
		expect( replay.asked() ).toEqual( [] );
	} );
} );

it( 'A share that its contributor leaves without their name leads to nobody', async () => {
	const id = await made( { address: LINKEDIN, text: 'Sie dreht.' } );
	await publish( id );
	await site.php(
		`Throughline\\Moderation\\Erasure::name( 'share', $args );`,
		id
	);
	const html = await card( id );
	expect( html ).toContain( 'Sie dreht.' );
	expect( html ).not.toContain( 'linkedin.com/posts' );
	expect( html ).not.toContain( 'throughline-share__author' );
} );
