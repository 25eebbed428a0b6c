// What other hosts answer is sorted, and what they say is text. On the second stack alone: Playground can't hold a connection to an address.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OPEN, recorded, type Reply } from '../site/replay.ts';
import {
	AS,
	FLICKR,
	NOTE,
	PAGE,
	PROVIDERS,
	SKY,
	SKYPOST,
	TIKTOK,
	VIMEO,
	X,
	YOUTUBE,
	page,
	play,
	post,
	posts,
	profile,
	replay,
	site,
} from './networks.ts';

play();

describe.skipIf( site.kind !== 'stack' )( 'An answer', () => {
	const FAILURES: [ string, Reply, object ][] = [
		[ 'deleted', { status: 404 }, { outcome: 'gone' } ],
		[ 'gone', { status: 410 }, { outcome: 'gone' } ],
		[
			'a tombstone',
			{ status: 410, type: AS, body: { type: 'Tombstone', id: NOTE } },
			{ outcome: 'gone' },
		],
		[ 'not for us', { status: 401 }, { outcome: 'forbidden' } ],
		[ 'not for anybody', { status: 403 }, { outcome: 'forbidden' } ],
		[
			'too often',
			{ status: 429, headers: { 'Retry-After': '120' } },
			{ outcome: 'throttled', retry: 120 },
		],
		[
			'too often, without a number',
			{ status: 429 },
			{ outcome: 'throttled', retry: 900 },
		],
		[ 'a broken server', { status: 500 }, { outcome: 'network' } ],
		[
			'10 MB',
			{ body: 'x'.repeat( 10_000_000 ) },
			{ outcome: 'unreadable' },
		],
		[
			'packed',
			{
				headers: { 'Content-Encoding': 'gzip' },
				body: gzipSync( '<title>Unpacked</title>' ),
			},
			{ outcome: 'unreadable' },
		],
		[
			'sent to sign in',
			{ status: 302, headers: { Location: '/login?next=1' } },
			{ outcome: 'forbidden' },
		],
	];
	const NO_JSON: [ string, Reply, object ][] = [
		[
			'a page instead of JSON',
			page( '<title>Welcome</title>' ),
			{ outcome: 'unreadable' },
		],
		[
			'200 and "Forbidden"',
			{ body: 'Forbidden', type: 'text/plain' },
			{ outcome: 'forbidden' },
		],
		[
			'a login page',
			{ body: '<form><input name="p" type="password"></form>' },
			{ outcome: 'forbidden' },
		],
		[
			'half of it',
			{ body: '{"title":"a', type: 'application/json' },
			{ outcome: 'unreadable' },
		],
		[
			'a list',
			{ body: '"text"', type: 'application/json' },
			{ outcome: 'unreadable' },
		],
	];

	it.each( [ ...FAILURES, ...NO_JSON ] )(
		'is sorted for every network: %s',
		async ( name, reply, expected ) => {
			const NOTES = 'https://norden.social/@jana/1';
			replay.serve( {
				...Object.fromEntries(
					Object.values( PROVIDERS ).map( ( api ) => [ api, reply ] )
				),
				[ `${ SKY }*` ]: reply,
				[ NOTES ]: reply,
				[ PAGE ]: reply,
			} );
			const isOfAll = FAILURES.some( ( [ one ] ) => one === name );
			const urls = [
				...[ ...Object.keys( PROVIDERS ), SKYPOST ],
				...( isOfAll ? [ NOTES, PAGE ] : [] ),
			];
			const found = await posts( ...urls );
			urls.forEach( ( url, index ) =>
				expect( found[ index ], url ).toMatchObject( expected )
			);
		}
	);

	it( 'that drips is left after five seconds, and a host that fails rests', async () => {
		replay.serve( { [ PAGE ]: { drips: true } } );
		const begun = Date.now();
		expect( await post( PAGE ) ).toMatchObject( { outcome: 'network' } );
		expect( Date.now() - begun ).toBeLessThan( 6500 );

		// Nobody has this name.
		const now = Math.floor( Date.now() / 1000 );
		await site.setClock( now );
		await replay.names( { 'blog.example': [ OPEN ] } );
		replay.serve( { [ PAGE ]: { status: 502 } } );
		expect(
			( await posts( PAGE, PAGE, PAGE, PAGE ) ).at( -1 )
		).toMatchObject( { outcome: 'network', retry: 600 } );
		// The drip counted too: two more failures, then rest.
		expect( replay.asked() ).toHaveLength( 3 );
		replay.serve( { [ PAGE ]: page( '<title>Fine</title>' ) } );
		await site.setClock( now + 599 );
		expect( await post( PAGE ) ).toMatchObject( { retry: 1 } );
		await site.setClock( now + 600 );
		expect( await post( PAGE ) ).toMatchObject( { outcome: 'fine' } );
		expect(
			await site.php(
				`return get_option( 'throughline_resting_hosts' );`
			)
		).toEqual( [] );
	} );

	it( 'that asks for patience gets it', async () => {
		await site.setClock( 1_800_000_000 );
		replay.serve( {
			'https://www.youtube.com/*': {
				status: 429,
				headers: {
					'Retry-After': new Date( 1_800_003_600_000 ).toUTCString(),
				},
			},
		} );
		const found = await posts( YOUTUBE, YOUTUBE );
		expect( found.map( ( { retry } ) => retry ) ).toEqual( [ 3600, 3600 ] );
		expect( replay.asked() ).toHaveLength( 1 );
	} );

	it( 'of a page that asks for a password is not for us, unless the page has something to tell', async () => {
		const login = '<input type="password">';
		replay.serve( {
			[ PAGE ]: { body: `<title>Login</title>${ login }` },
			'https://blog.example/open': {
				body: `<meta property="og:title" content="Offen">${ login }`,
			},
		} );
		expect(
			await posts( PAGE, 'https://blog.example/open' )
		).toMatchObject( [
			{ outcome: 'forbidden' },
			{ outcome: 'fine', title: 'Offen' },
		] );
	} );
} );

describe.skipIf( site.kind !== 'stack' )( 'What a provider says', () => {
	it( 'is taken from recorded answers', async () => {
		replay.serve( {
			[ PROVIDERS[ X ] ]: await recorded( 'x-post' ),
			[ PROVIDERS[ YOUTUBE ] ]: await recorded( 'youtube-watch' ),
			[ PROVIDERS[ TIKTOK ] ]: await recorded( 'tiktok-video' ),
			[ PROVIDERS[ VIMEO ] ]: await recorded( 'vimeo-video' ),
			[ PROVIDERS[ FLICKR ] ]: await recorded( 'flickr-photostream' ),
			'https://vm.tiktok.com/ZMabc123/': {
				status: 301,
				headers: { Location: `${ TIKTOK }?_r=1` },
			},
		} );
		const [ x, youtube, tiktok, vimeo, flickr, short ] = await posts(
			X,
			YOUTUBE,
			TIKTOK,
			VIMEO,
			FLICKR,
			'https://vm.tiktok.com/ZMabc123/'
		);
		// X answers with twitter.com.
		expect( x ).toMatchObject( {
			outcome: 'fine',
			text: 'RT @PabloHerreros Pepephone rompe la baraja - http://t.co/mFn7mcB1vy',
			author: {
				name: 'Pepephone',
				url: 'https://x.com/pepephone',
				handle: 'pepephone',
			},
			proven: false,
		} );
		expect( youtube ).toMatchObject( {
			title: 'Noisy kittens waiting for dinner!',
			author: { handle: 'smshdchrb' },
			pictures: [
				{ url: 'https://i.ytimg.com/vi/eiHXASgRTcA/hqdefault.jpg' },
			],
		} );
		expect( tiktok ).toMatchObject( {
			text: 'Nuestro #AplausoSanitario más sincero. Para todos. Y recuerda, #QuédateEnCasa',
			author: { name: 'Antena 3 Noticias', handle: 'a3noticias' },
		} );
		expect( vimeo ).toMatchObject( { outcome: 'fine', title: '' } );
		// A whole photostream is no post.
		expect( flickr ).toMatchObject( { outcome: 'unreadable' } );
		expect( short ).toMatchObject( {
			outcome: 'fine',
			address: { url: TIKTOK },
			author: { handle: 'a3noticias' },
		} );
	} );

	it( 'about another post is not believed', async () => {
		const other = async ( name: string, change: object ) => {
			const reply = await recorded( name );
			return {
				...reply,
				body: { ...( reply.body as object ), ...change },
			};
		};
		replay.serve( {
			[ PROVIDERS[ X ] ]: await other( 'x-post', {
				url: 'https://twitter.com/pepephone/status/1',
			} ),
			[ PROVIDERS[ YOUTUBE ] ]: await other( 'youtube-watch', {
				html: '<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa?feature=oembed">',
			} ),
			[ PROVIDERS[ TIKTOK ] ]: await other( 'tiktok-video', {
				embed_product_id: '1',
			} ),
			[ PROVIDERS[ VIMEO ] ]: await other( 'vimeo-video', {
				video_id: 1,
			} ),
		} );
		for ( const { outcome } of await posts( X, YOUTUBE, TIKTOK, VIMEO ) ) {
			expect( outcome ).toBe( 'unreadable' );
		}
		replay.serve( {
			[ PROVIDERS[ VIMEO ] ]: await other( 'vimeo-video', {
				domain_status_code: 403,
			} ),
		} );
		expect( await post( VIMEO ) ).toMatchObject( { outcome: 'forbidden' } );
	} );

	it( 'is text, whatever it is', async () => {
		const evil = '"><script>alert(1)</script>\u202e\u0000';
		const hostile = {
			type: 'photo',
			title: evil,
			author_name: evil,
			author_url: 'javascript:alert(1)',
			html: `<p>${ evil }<img src=x onerror=alert(1)></p><script src="https://evil.example"></script>`,
			thumbnail_url: 'https://inside.example/a.jpg',
			url: X,
			web_page: FLICKR,
			description: evil,
		};
		replay.serve(
			Object.fromEntries(
				Object.values( PROVIDERS ).map( ( api ) => [
					api,
					{ body: hostile },
				] )
			)
		);
		const found = await posts( ...Object.keys( PROVIDERS ) );
		for ( const one of found ) {
			expect( one.outcome ).toBe( 'fine' );
			expect( one.author ).toMatchObject( {
				name: '"><script>alert(1)</script>',
				url: '',
				id: '',
				handle: '',
			} );
			// A picture elsewhere is none.
			expect( one.pictures ).toEqual( [] );
			expect( one.text + one.title ).not.toMatch(
				/[\u202e\0]|onerror|<img/
			);
		}
		// And of every type but text.
		for ( const value of [ null, 1, true, [], [ 'a' ], { a: 1 } ] ) {
			replay.serve(
				Object.fromEntries(
					Object.values( PROVIDERS ).map( ( api ) => [
						api,
						{
							body: Object.fromEntries(
								Object.keys( hostile ).map( ( name ) => [
									name,
									value,
								] )
							),
						},
					] )
				)
			);
			for ( const one of await posts( ...Object.keys( PROVIDERS ) ) ) {
				expect( one ).toMatchObject( {
					title: '',
					text: '',
					author: { name: '', url: '' },
					pictures: [],
				} );
			}
		}
	} );

	it( 'about others is not asked for: their authors write it', async () => {
		const found = await posts(
			'https://www.linkedin.com/posts/jana_a-activity-7123456789012345678-AbCd',
			'https://www.instagram.com/p/C1a2B3c4D5e/',
			'https://www.facebook.com/jana/posts/10158812345678901',
			'https://www.threads.com/@jana/post/C1a2B3c4D5e',
			'https://www.xing.com/posts/abc',
			'https://www.pinterest.com/pin/1234567890123/'
		);
		for ( const one of found ) {
			expect( one ).toMatchObject( {
				outcome: 'fine',
				text: '',
				pictures: [],
			} );
		}
		expect( replay.asked() ).toEqual( [] );
	} );
} );

describe.skipIf( site.kind !== 'stack' )( 'Pages and feeds', () => {
	it( 'tell what they are about', async () => {
		const data = {
			'@graph': [
				{ '@type': 'WebPage' },
				{
					'@type': 'BlogPosting',
					headline: 'Andere Überschrift',
					author: { name: 'Jana', url: 'https://blog.example/jana' },
					datePublished: '2026-03-01T10:00:00+01:00',
				},
			],
		};
		replay.serve( {
			[ PAGE ]: page( `
				<meta property="og:title" content="Wie wir &lt;bauen&gt;">
				<meta name="description" content="Ein Bericht">
				<meta property="og:image" content="/bild.jpg">
				<meta property="og:url" content="https://evil.example/">
				<link rel="canonical" href="https://evil.example/">
				<script type="application/ld+json">${ JSON.stringify( data ) }</script>
			` ),
			'https://blog.example/feed/': {
				type: 'application/rss+xml',
				body: `<?xml version="1.0"?><rss><channel><title>B</title><item><title>Neu &amp; gut</title><link>${ PAGE }?utm_source=rss</link><description><![CDATA[<p>Ein <b>Bericht</b></p>]]></description><pubDate>Sun, 01 Mar 2026 09:00:00 +0000</pubDate></item></channel></rss>`,
			},
			'https://blog.example/atom.xml': {
				type: 'application/atom+xml',
				body: `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Neu</title><link href="${ PAGE }"/><author><name>Jana</name></author><updated>2026-03-01T09:00:00Z</updated></entry></feed>`,
			},
			'https://blog.example/rss.xml': {
				type: 'text/xml',
				body: `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title><link>${ PAGE }</link></item></channel></rss>`,
			},
			// "<!DOCTYPE" in UTF-7.
			'https://blog.example/rss': {
				type: 'text/xml',
				body: `<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE rss+AD4-<rss><channel><item><title>a</title><link>${ PAGE }</link></item></channel></rss>`,
			},
			'https://blog.example/index.xml': {
				type: 'text/xml',
				body: `<rss><channel><item><title>a</title><link>https://windkraft.example/</link></item></channel></rss>`,
			},
		} );
		const found = await posts(
			PAGE,
			...[ 'feed/', 'atom.xml', 'rss.xml', 'rss', 'index.xml' ].map(
				( path ) => `https://blog.example/${ path }`
			)
		);
		expect( found ).toMatchObject( [
			{
				address: { url: PAGE, network: 'web' },
				title: 'Wie wir <bauen>',
				text: 'Ein Bericht',
				author: { name: 'Jana', url: 'https://blog.example/jana' },
				date: '2026-03-01 09:00:00',
				proven: false,
				pictures: [ { url: 'https://blog.example/bild.jpg' } ],
			},
			{
				address: { url: PAGE },
				title: 'Neu & gut',
				text: 'Ein Bericht',
				date: '2026-03-01 09:00:00',
			},
			{ address: { url: PAGE }, title: 'Neu', author: { name: 'Jana' } },
			{ outcome: 'unreadable' },
			{ outcome: 'unreadable' },
			{ outcome: 'unreadable' },
		] );
	} );

	it( 'cost little time, however they are written', async () => {
		const many = ( text: string ) =>
			text.repeat( Math.floor( 300_000 / text.length ) );
		const evil = [
			...[
				'<input ',
				'<script>',
				'<p>',
				'<body ',
				'<!--',
				'<a rel=me href=',
			],
			...[
				'<meta property="og:title" content="',
				'&amp',
				'<script type="application/ld+json">[',
			],
		].map( many );
		replay.serve(
			Object.fromEntries(
				evil.map( ( body, index ) => [
					`https://blog.example/${ index }`,
					{ body },
				] )
			)
		);
		const begun = Date.now();
		await posts(
			...evil.map( ( _, index ) => `https://blog.example/${ index }` )
		);
		for ( const index of [ 0, 2, 5 ] ) {
			await profile( `https://blog.example/${ index }` );
		}
		replay.serve( {
			[ PROVIDERS[ X ] ]: {
				body: { url: X, html: evil[ 2 ]?.slice( 0, 200_000 ) },
			},
		} );
		await post( X );
		expect( Date.now() - begun ).toBeLessThan( 6000 );
	} );

	it( 'name the pages that they call their own', async () => {
		replay.serve( {
			[ PAGE ]: page(
				'<title>Jana</title><link rel="me noopener" href="https://norden.social/@jana"><a rel="me" href="javascript:alert(1)">x</a><a rel="nofollow" href="https://a.example/">y</a>'
			),
		} );
		expect( await profile( PAGE ) ).toMatchObject( {
			outcome: 'fine',
			id: '',
			handle: '',
			text: 'xy\n\nHallo',
			links: [ 'https://norden.social/@jana' ],
		} );
	} );

	it( 'give pictures only from where a network keeps them, and only pictures', async () => {
		const png = Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
			'base64'
		);
		replay.serve( {
			'https://cdn.bsky.app/a': { body: png, type: 'text/plain' },
			'https://cdn.bsky.app/b': { body: '<svg>', type: 'image/png' },
			'https://blog.example/a': { body: png },
		} );
		expect(
			await site.php(
				`return array_map( static fn ( $one ) => [ ( $found = \\Throughline\\Shares\\Fetch\\Picture::fetch( ...$one ) )['outcome'], strlen( $found['bytes'] ) ], $args );`,
				[
					[ 'https://cdn.bsky.app/a', 'bluesky' ],
					[ 'https://cdn.bsky.app/b', 'bluesky' ],
					[ 'https://blog.example/a', 'bluesky' ],
					[ 'https://blog.example/a', 'fediverse' ],
					[ 'https://blog.example/a', 'instagram' ],
				]
			)
		).toEqual( [
			[ 'fine', png.length ],
			[ 'unreadable', 0 ],
			[ 'unreadable', 0 ],
			[ 'fine', png.length ],
			[ 'unreadable', 0 ],
		] );
	} );
} );
