// Asking other hosts: nobody inside is reached, answers are sorted, what they say is text, and authorship is proven only where the protocol proves it. On the second stack alone: Playground can't hold a connection to an address.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findSite } from '../site/site.ts';
import {
	OPEN,
	recorded,
	startReplay,
	type Replay,
	type Reply,
} from '../site/replay.ts';

interface Found {
	outcome: string;
	retry: number;
	address: { url: string; network: string };
	title: string;
	text: string;
	author: { name: string; url: string; id: string; handle: string };
	proven: boolean;
	date: string;
	pictures: { url: string; alt: string }[];
}

const HOSTS = [
	'publish.x.com',
	'www.youtube.com',
	'www.tiktok.com',
	'vm.tiktok.com',
	'vimeo.com',
	'www.flickr.com',
	'public.api.bsky.app',
	'plc.directory',
	'cdn.bsky.app',
	'norden.social',
	'sueden.social',
	'windkraft.example',
	'blog.example',
	'inside.example',
];

const site = await findSite();
let replay: Replay;

beforeAll( async () => {
	await site.reset();
	replay = await startReplay( site, HOSTS );
} );
afterAll( async () => {
	await replay[ Symbol.asyncDispose ]();
	await site.reset();
} );
beforeEach( async () => {
	replay.serve( {} );
	replay.asked();
	await replay.names( {} );
	await site.setClock( null );
	await site.php( `delete_option( 'throughline_resting_hosts' );` );
} );

/** Looks posts up, one after the other. */
const posts = ( ...urls: string[] ) =>
	site.php< Found[] >(
		`return array_map( static fn ( $url ) => \\Throughline\\Shares\\Fetch\\Post::fetch(
			\\Throughline\\Shares\\Networks\\Address::parse( $url ) ), $args );`,
		urls
	);
const post = async ( url: string ) => ( await posts( url ) )[ 0 ] as Found;
const profile = ( url: string ) =>
	site.php<
		Found[ 'author' ] & { outcome: string; text: string; links: string[] }
	>(
		`return \\Throughline\\Shares\\Fetch\\Profile::fetch( \\Throughline\\Shares\\Networks\\Address::parse( $args ) );`,
		url
	);

const PAGE = 'https://blog.example/wie-wir-bauen';
const page = ( head: string ): Reply => ( {
	body: `<!doctype html><html><head>${ head }</head><body><p>Hallo</p></body></html>`,
} );

const X = 'https://x.com/pepephone/status/436461658601713664';
const YOUTUBE = 'https://www.youtube.com/watch?v=eiHXASgRTcA';
const TIKTOK = 'https://www.tiktok.com/@a3noticias/video/6806030056956251397';
const VIMEO = 'https://vimeo.com/235352744';
const FLICKR = 'https://www.flickr.com/photos/desescribir/17244790083/';
/** Where each provider is asked; and what it then answers. */
const PROVIDERS = {
	[ X ]: 'https://publish.x.com/oembed*',
	[ YOUTUBE ]: 'https://www.youtube.com/oembed*',
	[ TIKTOK ]: 'https://www.tiktok.com/oembed*',
	[ VIMEO ]: 'https://vimeo.com/api/oembed.json*',
	[ FLICKR ]: 'https://www.flickr.com/services/oembed/*',
};

const JANA = 'https://norden.social/users/jana';
const NOTE = `${ JANA }/statuses/1`;
const AS = 'application/activity+json; charset=utf-8';
const note = ( change: object = {} ): Reply => ( {
	type: AS,
	body: {
		'@context': 'https://www.w3.org/ns/activitystreams',
		id: NOTE,
		type: 'Note',
		url: 'https://norden.social/@jana/1',
		attributedTo: JANA,
		to: [ 'https://www.w3.org/ns/activitystreams#Public' ],
		content: '<p>Die Anlage <b>dreht</b> sich.<br>Endlich!</p><p>Danke</p>',
		published: '2026-03-01T10:00:00Z',
		attachment: [
			{
				type: 'Document',
				mediaType: 'image/jpeg',
				url: 'https://norden.social/media/1.jpg',
				name: 'Ein Windrad',
			},
		],
		...change,
	},
} );
const jana = ( change: object = {} ): Reply => ( {
	type: AS,
	body: {
		'@context': 'https://www.w3.org/ns/activitystreams',
		id: JANA,
		type: 'Person',
		preferredUsername: 'jana',
		name: 'Jana Fitter',
		url: 'https://norden.social/@jana',
		...change,
	},
} );
const finger = ( subject: string, actor = JANA ): Reply => ( {
	type: 'application/jrd+json',
	body: {
		subject,
		links: [
			{ rel: 'self', type: 'application/activity+json', href: actor },
		],
	},
} );
const NORDEN = {
	'https://norden.social/@jana/1': note(),
	[ NOTE ]: note(),
	[ JANA ]: jana(),
	'https://norden.social/.well-known/webfinger*': finger(
		'acct:jana@norden.social'
	),
};

const DID = 'did:plc:abcdefghijklmnopqrstuvwx';
const SKY = 'https://public.api.bsky.app/xrpc/';
const sky = ( change: object = {} ): Record< string, Reply > => ( {
	[ `${ SKY }com.atproto.identity.resolveHandle*` ]: { body: { did: DID } },
	[ `${ SKY }app.bsky.feed.getPosts*` ]: {
		body: {
			posts: [
				{
					uri: `at://${ DID }/app.bsky.feed.post/3kabc`,
					author: {
						did: DID,
						handle: 'jana.example',
						displayName: 'Jana',
					},
					record: {
						text: 'Sie dreht sich.',
						createdAt: '2026-03-01T10:00:00.000Z',
					},
					embed: {
						images: [
							{
								fullsize: 'https://cdn.bsky.app/img/1@jpeg',
								alt: 'Ein Windrad',
							},
						],
					},
					...change,
				},
			],
		},
	},
	[ `https://plc.directory/${ DID }` ]: {
		body: { id: DID, alsoKnownAs: [ 'at://jana.example' ] },
	},
} );
const SKYPOST = 'https://bsky.app/profile/jana.example/post/3kabc';

describe.skipIf( site.kind !== 'stack' )( 'The guard', () => {
	it( 'knows which addresses are not the open Internet', async () => {
		const closed = [
			...[ '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1' ],
			...[ '127.9.9.9', '169.254.169.254', '172.16.0.1' ],
			...[ '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1' ],
			...[ '192.168.1.1', '198.18.0.1', '198.19.255.255' ],
			...[ '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1' ],
			...[ '255.255.255.255', '::', '::1', '::ffff:127.0.0.1' ],
			...[ '::ffff:93.184.216.34', '::127.0.0.1', '64:ff9b::7f00:1' ],
			...[ '64:ff9b:1::1', '100::1', 'fc00::1', 'fd12::1', 'fe80::1' ],
			...[ 'fec0::1', 'ff02::1', '2001::1', '2001:10::1' ],
			...[ '2001:db8::1', '2002:7f00:1::1', '3fff::1', '5f00::1' ],
			...[ 'fe80::1%eth0', '127.1', '0x7f000001', '2130706433', '' ],
		];
		const open = [
			...[ '1.1.1.1', OPEN, '100.63.255.255', '100.128.0.0' ],
			...[ '172.15.0.1', '172.32.0.1', '192.0.1.1', '198.17.0.1' ],
			...[ '198.20.0.1', '223.255.255.255', '2606:4700::1111' ],
			...[ '2a00:1450::1', '2001:4860::8888', '2003::1' ],
		];
		expect(
			await site.php(
				`return array_filter( $args, \\Throughline\\Shares\\Fetch\\Guard::is_open( ... ) );`,
				closed
			)
		).toEqual( [] );
		expect(
			await site.php(
				`return array_filter( $args, \\Throughline\\Shares\\Fetch\\Guard::is_open( ... ) );`,
				open
			)
		).toEqual( open );
	} );

	it( 'asks nobody where one address of a name is closed', async () => {
		await replay.names( {
			'blog.example': [ OPEN, '10.0.0.1' ],
			'norden.social': [ '169.254.169.254' ],
			'sueden.social': [ '2a00:1450::1', '::1' ],
			'windkraft.example': [ '::ffff:93.184.216.34' ],
			// A known network is no exception.
			'www.youtube.com': [ '127.0.0.1' ],
		} );
		const found = await posts(
			PAGE,
			'https://norden.social/@jana/1',
			'https://sueden.social/@jana/1',
			'https://windkraft.example/',
			YOUTUBE
		);
		expect( found.map( ( { outcome } ) => outcome ) ).toEqual( [
			...Array.from( { length: 5 }, () => 'unreadable' ),
		] );
		expect( replay.asked() ).toEqual( [] );
		expect(
			( await site.outgoing() ).filter( ( { url } ) =>
				/blog|norden|sueden|windkraft|youtube/.test( url )
			)
		).toEqual( [] );
	} );

	it( 'follows three redirects, and judges each', async () => {
		const to = ( location: string, status = 302 ): Reply => ( {
			status,
			headers: { Location: location },
		} );
		const fine = page( '<meta property="og:title" content="Fine">' );
		replay.serve( {
			'https://blog.example/1': to( '/2', 301 ),
			'https://blog.example/2': to( 'https://windkraft.example/3', 307 ),
			'https://windkraft.example/3': to( '//blog.example/4', 308 ),
			'https://blog.example/4': fine,
			'https://blog.example/0': to( '/1' ),
			'https://blog.example/four': to( 'https://127.0.0.1/' ),
			'https://blog.example/six': to( 'https://[::1]/' ),
			'https://blog.example/ten': to( 'https://2130706433/' ),
			'https://blog.example/plain': to( 'http://localhost/' ),
			'https://blog.example/port': to( 'https://windkraft.example:9/' ),
			'https://blog.example/file': to( 'file:///etc/passwd' ),
			'https://blog.example/gopher': to( 'gopher://blog.example/' ),
			'https://blog.example/user': to(
				'https://blog.example@inside.example/'
			),
			'https://blog.example/inside': to( 'https://inside.example/meta' ),
			'https://blog.example/own': to( site.url ),
			'https://blog.example/round': to( '/round' ),
			'https://inside.example/meta': fine,
		} );
		await replay.names( { 'inside.example': [ '169.254.169.254' ] } );
		expect( await post( 'https://blog.example/1' ) ).toMatchObject( {
			outcome: 'fine',
			title: 'Fine',
			address: { url: 'https://blog.example/4' },
		} );
		const found = await posts(
			...[ '0', 'four', 'six', 'ten', 'plain', 'port', 'file' ].map(
				( path ) => `https://blog.example/${ path }`
			),
			...[ 'gopher', 'user', 'inside', 'own', 'round' ].map(
				( path ) => `https://blog.example/${ path }`
			)
		);
		expect( found.map( ( { outcome } ) => outcome ) ).toEqual(
			found.map( () => 'unreadable' )
		);
		expect(
			replay
				.asked()
				.filter( ( { url } ) => url.includes( 'inside.example' ) )
		).toEqual( [] );
	} );

	it( 'looks a name up once for each request, and holds the connection to what it judged', async () => {
		replay.serve( {
			[ PAGE ]: page( '<title>Fine</title>' ),
			'https://blog.example/again': {
				status: 302,
				headers: { Location: PAGE },
			},
		} );
		await replay.names( {
			'blog.example': [ [ OPEN, '2606:4700::1111' ], [ '127.0.0.1' ] ],
		} );
		expect( await post( PAGE ) ).toMatchObject( { outcome: 'fine' } );
		// By now it leads inside.
		expect( await post( PAGE ) ).toMatchObject( { outcome: 'unreadable' } );
		await replay.names( {
			'blog.example': [ [ OPEN ], [ OPEN ], [ OPEN ], [ '10.0.0.1' ] ],
		} );
		// Two look-ups are behind us; the redirect is the fourth.
		expect( await post( 'https://blog.example/again' ) ).toMatchObject( {
			outcome: 'unreadable',
		} );
		expect( replay.asked().map( ( { url } ) => url ) ).toEqual( [
			PAGE,
			'https://blog.example/again',
		] );
	} );

	it( 'tells who asks, and nothing else', async () => {
		replay.serve( { [ PAGE ]: page( '<title>Fine</title>' ) } );
		await post( PAGE );
		const [ asked ] = replay.asked();
		expect( asked?.headers ).toMatchObject( {
			'user-agent': expect.stringContaining( 'Throughline/' ),
		} );
		expect( Object.keys( asked?.headers ?? {} ) ).not.toContain( 'cookie' );
		expect( Object.keys( asked?.headers ?? {} ) ).not.toContain(
			'referer'
		);
	} );

	it( 'asks nothing of this site, whatever it resolves to', async () => {
		replay.serve( {
			'https://windkraft.example/': page( '<title>Own</title>' ),
		} );
		expect(
			await site.php(
				`
				add_filter( 'home_url', static fn () => 'https://windkraft.example' );
				return \\Throughline\\Shares\\Fetch\\Post::fetch( \\Throughline\\Shares\\Networks\\Address::parse( $args ) )['outcome'];
			`,
				'https://windkraft.example/'
			)
		).toBe( 'unreadable' );
		expect( replay.asked() ).toEqual( [] );
	} );

	it( 'is not opened by what other plugins wish for requests', async () => {
		replay.serve( {
			[ PAGE ]: {
				status: 302,
				headers: { Location: 'https://inside.example/' },
			},
			'https://inside.example/': page( '<title>Inside</title>' ),
		} );
		await replay.names( { 'inside.example': [ '10.0.0.1' ] } );
		expect(
			await site.php(
				`
				add_filter( 'http_request_args', static fn ( $args ) => [ ...$args, 'redirection' => 5, 'sslverify' => false, 'throughline_pin' => null ] );
				add_filter( 'https_ssl_verify', '__return_false' );
				add_filter( 'http_request_host_is_external', '__return_true' );
				return \\Throughline\\Shares\\Fetch\\Post::fetch( \\Throughline\\Shares\\Networks\\Address::parse( $args ) )['outcome'];
			`,
				PAGE
			)
		).toBe( 'unreadable' );
		expect( replay.asked().map( ( { url } ) => url ) ).toEqual( [ PAGE ] );
	} );
} );

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

describe.skipIf( site.kind !== 'stack' )( 'ActivityPub', () => {
	const POST = 'https://norden.social/@jana/1';

	it( 'proves whose a post is', async () => {
		replay.serve( NORDEN );
		expect( await post( POST ) ).toMatchObject( {
			outcome: 'fine',
			address: { url: POST, network: 'fediverse' },
			text: 'Die Anlage dreht sich.\nEndlich!\n\nDanke',
			author: {
				name: 'Jana Fitter',
				url: 'https://norden.social/@jana',
				id: JANA,
				handle: 'jana@norden.social',
			},
			proven: true,
			date: '2026-03-01 10:00:00',
			pictures: [
				{
					url: 'https://norden.social/media/1.jpg',
					alt: 'Ein Windrad',
				},
			],
		} );
		// Known by the company's domain, served elsewhere.
		replay.serve( {
			...NORDEN,
			'https://norden.social/.well-known/webfinger*': finger(
				'acct:jana@windkraft.example'
			),
			'https://windkraft.example/.well-known/webfinger*': finger(
				'acct:jana@windkraft.example'
			),
		} );
		expect( ( await post( POST ) ).author.handle ).toBe(
			'jana@windkraft.example'
		);
	} );

	it.each< [ string, Record< string, Reply > ] >( [
		[
			'an id of another host',
			{ [ POST ]: note( { id: 'https://sueden.social/1' } ) },
		],
		[
			'an id that answers with another',
			{ [ NOTE ]: note( { id: `${ JANA }/statuses/2` } ) },
		],
		[ 'an id that answers with a page', { [ NOTE ]: page( '' ) } ],
		[
			'an author of another host',
			{
				[ NOTE ]: note( {
					attributedTo: 'https://sueden.social/users/chef',
				} ),
			},
		],
		[ 'no author', { [ NOTE ]: note( { attributedTo: undefined } ) } ],
		[
			'two authors',
			{ [ NOTE ]: note( { attributedTo: [ JANA, `${ JANA }2` ] } ) },
		],
		[
			'an author whose address answers with another',
			{ [ JANA ]: jana( { id: 'https://norden.social/users/chef' } ) },
		],
		[ 'an author who is none', { [ JANA ]: jana( { type: 'Note' } ) } ],
		[ 'an author who is gone', { [ JANA ]: { status: 410 } } ],
		[
			'a redirect of the author to another host',
			{
				[ JANA ]: {
					status: 302,
					headers: { Location: 'https://sueden.social/users/jana' },
				},
				'https://sueden.social/users/jana': jana(),
			},
		],
		[
			'a redirect to a host that claims to be this one',
			{
				[ POST ]: {
					status: 302,
					headers: { Location: 'https://sueden.social/1' },
				},
				'https://sueden.social/1': note(),
			},
		],
		[
			'the wrong type of content',
			{
				[ POST ]: { ...note(), type: 'application/json' },
			},
		],
	] )( 'proves nothing by %s', async ( _, change ) => {
		replay.serve( {
			...NORDEN,
			'https://sueden.social/users/chef': jana( {
				id: 'https://sueden.social/users/chef',
			} ),
			'https://norden.social/users/chef': jana( {
				id: 'https://norden.social/users/chef',
			} ),
			...change,
		} );
		const found = await post( POST );
		expect( found.proven ).toBe( false );
		expect( found.author.id ).toBe( '' );
	} );

	it( 'gives no name that WebFinger does not give', async () => {
		replay.serve( {
			...NORDEN,
			'https://norden.social/.well-known/webfinger*': finger(
				'acct:jana@norden.social',
				'https://norden.social/users/chef'
			),
		} );
		expect( await post( POST ) ).toMatchObject( {
			proven: true,
			author: { id: JANA, handle: '' },
		} );
		// A domain that does not say so itself.
		replay.serve( {
			...NORDEN,
			'https://norden.social/.well-known/webfinger*': finger(
				'acct:chef@windkraft.example'
			),
		} );
		expect( ( await post( POST ) ).author.handle ).toBe(
			'jana@norden.social'
		);
	} );

	it( 'shows unproven what a server proves only to servers that sign', async () => {
		replay.serve( {
			[ POST ]: ( { headers } ) =>
				headers.accept?.includes( 'activity' )
					? { status: 401 }
					: page(
							'<meta property="og:description" content="Sie dreht sich.">'
						),
		} );
		expect( await post( POST ) ).toMatchObject( {
			outcome: 'fine',
			text: 'Sie dreht sich.',
			proven: false,
			author: { id: '' },
		} );
	} );

	it( 'shows nothing that was for followers, and nothing that is gone', async () => {
		replay.serve( {
			...NORDEN,
			[ NOTE ]: note( { to: [ `${ JANA }/followers` ] } ),
		} );
		expect( await post( POST ) ).toMatchObject( {
			outcome: 'forbidden',
			text: '',
		} );
		replay.serve( {
			...NORDEN,
			[ POST ]: { type: AS, body: { id: NOTE, type: 'Tombstone' } },
		} );
		expect( await post( POST ) ).toMatchObject( { outcome: 'gone' } );
	} );

	it( 'tells hostile words as text', async () => {
		replay.serve( {
			...NORDEN,
			[ NOTE ]: note( {
				content:
					'<p onclick="x">&lt;b&gt;<script>alert(1)</script><style>p{}</style> a</p>',
				name: '<img src=x>',
				url: 'javascript:alert(1)',
				attachment: [
					{ type: 'Image', url: 'http://127.0.0.1/a.jpg', name: 'x' },
					{
						type: 'Image',
						url: [ { href: 'https://norden.social/b.jpg' } ],
					},
					'x',
					null,
				],
			} ),
			[ JANA ]: jana( {
				name: '<script>alert(1)</script>\u202e',
				url: 'https://sueden.social/@chef',
			} ),
		} );
		expect( await post( POST ) ).toMatchObject( {
			text: '<b> a',
			title: '<img src=x>',
			address: { url: POST },
			author: { name: '<script>alert(1)</script>', url: JANA },
			pictures: [ { url: 'https://norden.social/b.jpg', alt: '' } ],
		} );
	} );

	it( 'finds a person by name, and the pages that they call their own', async () => {
		replay.serve( {
			'https://windkraft.example/.well-known/webfinger*': finger(
				'acct:jana@windkraft.example'
			),
			'https://norden.social/.well-known/webfinger*': finger(
				'acct:jana@windkraft.example'
			),
			[ JANA ]: jana( {
				summary: '<p>Fitterin. Code: abc</p>',
				attachment: [
					{
						type: 'PropertyValue',
						name: 'Web',
						value: '<a href="https://blog.example/jana" rel="me">blog</a>',
					},
					{
						type: 'PropertyValue',
						name: 'x',
						value: 'javascript:alert(1)',
					},
				],
			} ),
		} );
		expect( await profile( '@jana@windkraft.example' ) ).toMatchObject( {
			outcome: 'fine',
			id: JANA,
			handle: 'jana@windkraft.example',
			name: 'Jana Fitter',
			text: 'Fitterin. Code: abc',
			links: [ 'https://blog.example/jana' ],
		} );
	} );
} );

describe.skipIf( site.kind !== 'stack' )( 'Bluesky', () => {
	it( 'proves whose a post is', async () => {
		replay.serve( sky() );
		expect( await post( SKYPOST ) ).toMatchObject( {
			outcome: 'fine',
			text: 'Sie dreht sich.',
			author: { id: DID, handle: 'jana.example', name: 'Jana' },
			proven: true,
			pictures: [
				{ url: 'https://cdn.bsky.app/img/1@jpeg', alt: 'Ein Windrad' },
			],
		} );
	} );

	it( 'proves nothing by a name that somebody else took', async () => {
		const other = 'did:plc:zzzzzzzzzzzzzzzzzzzzzzzz';
		const taken = {
			...sky(),
			[ `${ SKY }com.atproto.identity.resolveHandle*` ]: {
				body: { did: other },
			},
		};
		replay.serve( taken );
		expect(
			await post( `https://bsky.app/profile/${ DID }/post/3kabc` )
		).toMatchObject( {
			proven: false,
			author: { id: DID, handle: '' },
		} );
		// The address with the name now means the other one, whose post this isn't.
		expect( await post( SKYPOST ) ).toMatchObject( {
			outcome: 'unreadable',
			proven: false,
		} );
		replay.serve( {
			...sky(),
			[ `https://plc.directory/${ DID }` ]: {
				body: { id: DID, alsoKnownAs: [ 'at://new.example' ] },
			},
		} );
		expect( await post( SKYPOST ) ).toMatchObject( {
			proven: false,
			author: { handle: '' },
		} );
	} );

	it( 'believes no answer about somebody else, and keeps what is not for everybody', async () => {
		replay.serve(
			sky( { author: { did: 'did:plc:x', handle: 'chef.example' } } )
		);
		expect( await post( SKYPOST ) ).toMatchObject( {
			outcome: 'unreadable',
		} );
		replay.serve(
			sky( {
				author: {
					did: DID,
					handle: 'jana.example',
					labels: [ { val: '!no-unauthenticated' } ],
				},
			} )
		);
		expect( await post( SKYPOST ) ).toMatchObject( {
			outcome: 'forbidden',
		} );
		replay.serve( {
			...sky(),
			[ `${ SKY }app.bsky.feed.getPosts*` ]: { body: { posts: [] } },
		} );
		expect( await post( SKYPOST ) ).toMatchObject( { outcome: 'gone' } );
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
