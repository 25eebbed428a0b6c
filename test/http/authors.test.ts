// Whose a post is, is proven only where the protocol proves it. On the second stack alone: Playground can't hold a connection to an address.
import { describe, expect, it } from 'vitest';
import { type Reply } from '../site/replay.ts';
import {
	AS,
	DID,
	JANA,
	NORDEN,
	NOTE,
	SKY,
	SKYPOST,
	finger,
	jana,
	note,
	page,
	play,
	post,
	profile,
	replay,
	site,
	sky,
} from './networks.ts';

play();

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
