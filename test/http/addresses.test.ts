// PHP reads every address of test/shares/addresses.json as TypeScript does, and builds frames and links from checked parts only.
import { beforeAll, expect, test } from 'vitest';
import addresses from '../shares/addresses.json';
import { findSite, type Site } from '../site/site.ts';

let site: Site;
beforeAll( async () => {
	site = await findSite();
} );

test( 'PHP and TypeScript read addresses alike', async () => {
	const given = Object.values( addresses ).flatMap( ( { is, isNot } ) =>
		[ ...is, ...isNot ].map( ( [ text ] ) => text as string )
	);
	const parsed = await site.php< ( { url: string } | null )[] >(
		`return array_map( \\Throughline\\Shares\\Networks\\Address::parse( ... ), $args );`,
		given
	);
	const expected = Object.values( addresses ).flatMap( ( { is, isNot } ) => [
		...is.map( ( [ , address ] ) => address ),
		...isNot.map( ( [ , url ] ) => url ),
	] );
	given.forEach( ( text, index ) => {
		const found = parsed[ index ] ?? null;
		const wanted = expected[ index ];
		expect(
			wanted && typeof wanted === 'object'
				? found
				: ( found?.url ?? null ),
			text
		).toEqual( wanted );
	} );
} );

test( 'bytes that are no text are no address', async () => {
	expect(
		await site.php( `
			return array_map(
				static fn ( $bytes ) => \\Throughline\\Shares\\Networks\\Address::parse( $bytes ),
				[ "https://blog.example/\\xff", "https://bl\\xc3.example/", "https://x.com/a\\xe2\\x80/status/20" ]
			);
		` )
	).toEqual( [ null, null, null ] );
} );

test( 'hosts that nobody knows beforehand are asked only where connections can be held to an address', async () => {
	const [ isOpen, outcome ] = await site.php< [ boolean, string ] >( `
		return [
			\\Throughline\\Shares\\Fetch\\Guard::open_hosts(),
			\\Throughline\\Shares\\Fetch\\Post::fetch( \\Throughline\\Shares\\Networks\\Address::parse( 'https://localhost.example/' ) )['outcome'],
		];
	` );
	expect( isOpen ).toBe( site.kind === 'stack' );
	expect( outcome ).toBe( isOpen ? 'network' : 'unreadable' );
} );

test( 'a frame opens for a checked post only, and says who is asked', async () => {
	const frames = await site.php<
		( { url: string; company: string } | null )[]
	>(
		`
		return array_map( static function ( $case ) {
			[ $url, $author ] = $case;
			return \\Throughline\\Shares\\Networks\\Networks::frame(
				\\Throughline\\Shares\\Networks\\Address::parse( $url ), $author
			);
		}, $args );
	`,
		[
			[ 'https://youtu.be/eiHXASgRTcA', '' ],
			[ 'https://vm.tiktok.com/ZMabc123/', '' ],
			[ 'https://www.youtube.com/@jana', '' ],
			[ 'https://bsky.app/profile/jana.example/post/3kabc', '' ],
			[
				'https://bsky.app/profile/jana.example/post/3kabc',
				'did:plc:abc',
			],
			[ 'https://norden.social/@jana/1', '' ],
			[
				'https://gts.example/@jana/statuses/01HZX3YB4KJ6T0V8QW2M5N7R9C',
				'',
			],
			[ 'https://blog.example/', '' ],
		]
	);
	expect( frames.map( ( frame ) => frame?.url ?? null ) ).toEqual( [
		'https://www.youtube-nocookie.com/embed/eiHXASgRTcA',
		null,
		null,
		null,
		'https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3kabc',
		'https://norden.social/@jana/1/embed',
		null,
		null,
	] );
	expect( frames[ 5 ] ).toMatchObject( {
		company: 'norden.social',
		hosts: [ 'norden.social' ],
	} );
} );
