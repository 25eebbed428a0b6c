// A page is passed on: links that networks understand, a server that somebody names, a count without persons, and words for colleagues alone.
import { beforeEach, describe, expect, it } from 'vitest';
import { begin, rest, site } from './cases.ts';

const TITLE = '48 Tonnen & „zwei“ ‚Millimeter‘ [Luft]';
let page: { id: number; path: string };

const publish = ( attributes: object = {}, post: object = {} ) =>
	site.php< { id: number; path: string } >(
		`$id = wp_insert_post( wp_slash( $args['post'] + [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => $args['title'], 'post_content' => '<!-- wp:throughline/pass-on ' . wp_json_encode( (object) $args['attributes'] ) . ' /-->' ] ) );
		return [ 'id' => $id, 'path' => wp_make_link_relative( get_permalink( $id ) ) ];`,
		{ attributes, post, title: TITLE }
	);

const bar = async (
	path: string,
	session?: Parameters< typeof site.request >[ 2 ]
) => {
	const html = await ( await site.request( path, {}, session ) ).text();
	return (
		/<section class="[^"]*throughline-pass-on[\s\S]*/.exec( html )?.[ 0 ] ??
		''
	);
};

const decoded = ( text = '' ) =>
	text.replaceAll( '&#038;', '&' ).replaceAll( '&amp;', '&' );

const links = ( html: string ) =>
	Object.fromEntries(
		[ ...html.matchAll( /<a data-pass="([a-z]+)" href="([^"]*)"/g ) ].map(
			( [ , id = '', href ] ) => [ id, decoded( href ) ]
		)
	);

const passes = () =>
	site.php< Record< string, number > >(
		'return (object) Throughline\\Shares\\PassOn\\Passes::of($args);',
		page.id
	);

const count = async ( body: object, headers: Record< string, string > = {} ) =>
	(
		await site.request( '/wp-json/throughline/v1/passes', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...headers },
			body: JSON.stringify( body ),
		} )
	).status;

beforeEach( async () => {
	await begin();
	page = await publish();
} );

describe( 'the bar', () => {
	it( 'links to each network with the address and the title, as they are', async () => {
		const html = await bar( page.path );
		const found = links( html );
		const url = encodeURIComponent( site.url + page.path );
		expect( Object.keys( found ).sort() ).toEqual( [
			'bluesky',
			'email',
			'facebook',
			'linkedin',
			'telegram',
			'threads',
			'whatsapp',
			'x',
			'xing',
		] );
		for ( const [ id, link ] of Object.entries( found ) ) {
			expect( link, id ).toContain( url );
			expect( link, id ).toMatch( /^(https:|mailto:)/ );
		}
		expect( decodeURIComponent( found.x ?? '' ) ).toContain( TITLE );
		expect( found.email ).toMatch( /^mailto:\?subject=48%20Tonnen%20%26/ );
		// Nothing personal and nothing that a cache must not keep.
		expect( html.slice( 0, html.indexOf( '</section>' ) ) ).not.toMatch(
			/nonce|throughline_posted/
		);
	} );

	it( 'shows the networks that were chosen, and none that we don’t know', async () => {
		const { path } = await publish( {
			networks: [ 'xing', 'evil', 'email' ],
		} );
		const html = await bar( path );
		expect( Object.keys( links( html ) ) ).toEqual( [ 'xing', 'email' ] );
		expect( html ).not.toContain( 'throughline-server' );
	} );

	it( 'stands only where everybody can open the page', async () => {
		const secret = await publish( {}, { post_password: 'geheim' } );
		const draft = await publish( {}, { post_status: 'private' } );
		const admin = await site.signIn( 'admin' );
		expect( await bar( secret.path, admin ) ).toBe( '' );
		expect( await bar( `/?page_id=${ draft.id }`, admin ) ).toBe( '' );
	} );
} );

describe( 'the fediverse', () => {
	const go = async ( server: string, from = 'same-origin' ) =>
		await site.request(
			`/?throughline-pass=${ page.id }&throughline-server=${ encodeURIComponent(
				server
			) }`,
			{ headers: { 'Sec-Fetch-Site': from } }
		);

	it( 'is no way through our site to wherever somebody else’s link likes', async () => {
		const answer = await go( 'evil.example', 'cross-site' );
		expect( answer.status ).toBe( 200 );
		expect( await answer.text() ).toContain( 'Open evil.example' );
	} );

	it.each( [
		[ 'mastodon.social', 'mastodon.social' ],
		[ ' https://Troet.Cafe/ ', 'troet.cafe' ],
		[ '@fitter@bücher.example', 'xn--bcher-kva.example' ],
	] )( 'takes %s', async ( typed, host ) => {
		const answer = await go( typed );
		expect( answer.status ).toBe( 303 );
		const to = new URL( answer.headers.get( 'location' ) ?? '' );
		expect( [ to.protocol, to.host, to.pathname ] ).toEqual( [
			'https:',
			host,
			'/share',
		] );
		expect( to.searchParams.get( 'text' ) ).toBe(
			`${ TITLE } ${ site.url }${ page.path }`
		);
	} );

	it.each( [
		'',
		'localhost',
		'127.0.0.1',
		'[::1]',
		'mastodon.social:8080',
		'mastodon.social/evil',
		'a@b@mastodon.social',
		'javascript:alert(1)',
		'//evil.example',
		'evil.example\\@mastodon.social',
		'mastodon.social?x',
		'mastodon.social#x',
		'mast odon.social',
		'mastodon.social\r\nX-Injected: 1',
		'"><script>alert(1)</script>',
	] )(
		'refuses %j with a sentence, and keeps what was typed',
		async ( typed ) => {
			const answer = await go( typed );
			expect( answer.status ).toBe( 422 );
			const html = await answer.text();
			expect( html ).toContain( 'no name of a server' );
			expect( html ).not.toContain( '<script>alert(1)' );
		}
	);
} );

describe( 'the count', () => {
	it( 'goes up by page, network and day, and knows nobody', async () => {
		expect( await count( { post: page.id, network: 'xing' } ) ).toBe( 201 );
		expect( await count( { post: page.id, network: 'xing' } ) ).toBe( 201 );
		expect( await count( { post: page.id, network: 'qr' } ) ).toBe( 201 );
		expect( await passes() ).toEqual( { xing: 2, qr: 1 } );
		expect( await bar( page.path ) ).not.toMatch( />\s*[23]\s*</ );
		expect(
			await site.php(
				`return array_column($GLOBALS['wpdb']->get_results("SHOW COLUMNS FROM {$GLOBALS['wpdb']->prefix}throughline_passes", ARRAY_A), 'Field');`
			)
		).toEqual( [ 'post_id', 'network', 'day', 'count' ] );
	} );

	it( 'takes no network that we don’t know, no page that is not public, and no flood', async () => {
		expect( await count( { post: page.id, network: 'evil' } ) ).toBe( 400 );
		const draft = await publish( {}, { post_status: 'draft' } );
		expect( await count( { post: draft.id, network: 'xing' } ) ).toBe(
			404
		);
		const answers = await Promise.all(
			Array.from( { length: 60 }, () =>
				count(
					{ post: page.id, network: 'copy' },
					{ 'X-Throughline-Address': '203.0.113.9' }
				)
			)
		);
		expect( answers ).toContain( 429 );
		expect( ( await passes() ).copy ).toBeLessThanOrEqual( 41 );
		// Who goes to their server by our address gets there all the same, uncounted.
		const there = await site.request(
			`/?throughline-pass=${ page.id }&throughline-server=mastodon.social`,
			{
				headers: {
					'Sec-Fetch-Site': 'same-origin',
					'X-Throughline-Address': '203.0.113.9',
				},
			}
		);
		expect( there.status ).toBe( 303 );
		expect( ( await passes() ).fediverse ).toBeUndefined();
		expect(
			await count(
				{ post: page.id, network: 'copy' },
				{ 'X-Throughline-Address': '203.0.113.10' }
			)
		).toBe( 201 );
	} );

	it( 'goes with its page', async () => {
		await count( { post: page.id, network: 'xing' } );
		await site.php( 'wp_delete_post($args, true);', page.id );
		expect( await passes() ).toEqual( {} );
	} );
} );

describe( 'colleagues', () => {
	const attributes = {
		words: [
			'Gestern um vier: [gallery] der Läufer sitzt.',
			'Kurz: sitzt.',
		],
		label: 'employee',
	};

	it( 'alone find words to begin with, and the label', async () => {
		const { path } = await publish( attributes );
		expect( await bar( path ) ).not.toContain( 'der Läufer sitzt' );
		const html = await bar( path, await site.signIn( 'employee' ) );
		expect( html ).toContain( '&#91;gallery] der Läufer sitzt.' );
		expect( html ).toMatch( /I work at [^.]+\./ );
	} );

	it( 'find a form in each bar of a page, and no id twice', async () => {
		const block = `<!-- wp:throughline/pass-on ${ JSON.stringify( attributes ) } /-->`;
		const { id, path } = await publish(
			{},
			{ post_content: block + block }
		);
		const html = await bar( path, await site.signIn( 'employee' ) );
		expect( html.match( /throughline-pass-on__own/g ) ).toHaveLength( 2 );
		const found = [ ...html.matchAll( / id="(throughline-[^"]*)"/g ) ].map(
			( [ , one ] ) => one
		);
		expect( found ).toContain( `throughline-posted-${ id }` );
		expect( new Set( found ).size ).toBe( found.length );
	} );

	it( 'give the address of what they posted, and it waits as a share of this page', async () => {
		const employee = await site.signIn( 'employee' );
		const html = await bar( page.path, employee );
		const form = new URLSearchParams(
			[
				...html.matchAll(
					/name="(throughline_posted\w*)" value="([^"]*)"/g
				),
			].map( ( [ , name = '', value = '' ] ) => [ name, value ] )
		);
		form.set( 'throughline_posted_text', 'Der Läufer sitzt.' );
		form.set( 'throughline_posted_address', 'not an address' );
		const refused = await site.request(
			page.path,
			{ method: 'POST', body: form },
			employee
		);
		expect( refused.status ).toBeGreaterThanOrEqual( 400 );
		const again = await refused.text();
		expect( again ).toContain( 'value="not an address"' );
		expect( again ).toContain( '>Der Läufer sitzt.</textarea>' );
		form.set(
			'throughline_posted_address',
			'https://www.linkedin.com/posts/murat-kaya_turbine-activity-7265432109876543210-abcd'
		);
		const send = () =>
			site.request( page.path, { method: 'POST', body: form }, employee );
		const sent = await send();
		expect( sent.status ).toBe( 303 );
		// Pressed twice.
		expect( ( await send() ).status ).toBe( 303 );
		const queue = await rest< { items: { id: number; kind: string }[] } >(
			await site.signIn( 'moderator' ),
			'queue?list=waiting'
		);
		expect( queue.items.map( ( { kind } ) => kind ) ).toEqual( [
			'share',
		] );
		expect(
			await site.php(
				'return Throughline\\Shares\\Shares::get($args)["page"];',
				queue.items[ 0 ]?.id
			)
		).toBe( page.id );
	} );

	it( 'of elsewhere and strangers send nothing', async () => {
		const form = new URLSearchParams( {
			throughline_posted: 'x',
			throughline_posted_page: String( page.id ),
			throughline_posted_address: 'https://xing.com/feed/1',
		} );
		for ( const session of [
			undefined,
			await site.signIn( 'employee' ),
		] ) {
			const answer = await site.request(
				page.path,
				{ method: 'POST', body: form },
				session
			);
			expect( answer.status ).toBe( 403 );
		}
	} );
} );
