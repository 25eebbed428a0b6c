// Nobody inside is reached by an address that somebody pasted, however names and redirects lead there. On the second stack alone: Playground can't hold a connection to an address.
import { describe, expect, it } from 'vitest';
import { OPEN, type Reply } from '../site/replay.ts';
import {
	PAGE,
	YOUTUBE,
	page,
	play,
	post,
	posts,
	replay,
	site,
} from './networks.ts';

play();

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

	it( 'asks nobody where a connection could not be held', async () => {
		replay.serve( { [ PAGE ]: page( '<title>Fine</title>' ) } );
		expect(
			await site.php(
				`
				$told = '';
				add_action( 'http_api_debug', static function ( $answer ) use ( &$told ) { $told = is_wp_error( $answer ) ? $answer->get_error_message() : 'asked'; } );
				\\WpOrg\\Requests\\Requests::$transport[ serialize( [ 'ssl' => true ] ) ] = \\WpOrg\\Requests\\Transport\\Fsockopen::class;
				\\Throughline\\Shares\\Fetch\\Post::fetch( \\Throughline\\Shares\\Networks\\Address::parse( $args ) );
				return $told;
			`,
				PAGE
			)
		).toBe( 'The connection can not be held.' );
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
