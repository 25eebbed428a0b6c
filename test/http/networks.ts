// What the tests of look-ups share: the networks on loopback, their answers, and the look-ups themselves.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { findSite } from '../site/site.ts';
import { startReplay, type Replay, type Reply } from '../site/replay.ts';

export interface Found {
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

export const site = await findSite();
export let replay: Replay;

/** Plays them for the tests of a file. */
export function play(): void {
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
}

/** Looks posts up, one after the other. */
export const posts = ( ...urls: string[] ) =>
	site.php< Found[] >(
		`return array_map( static fn ( $url ) => \\Throughline\\Shares\\Fetch\\Post::fetch(
			\\Throughline\\Shares\\Networks\\Address::parse( $url ) ), $args );`,
		urls
	);
export const post = async ( url: string ) =>
	( await posts( url ) )[ 0 ] as Found;
export const profile = ( url: string ) =>
	site.php<
		Found[ 'author' ] & { outcome: string; text: string; links: string[] }
	>(
		`return \\Throughline\\Shares\\Fetch\\Profile::fetch( \\Throughline\\Shares\\Networks\\Address::parse( $args ) );`,
		url
	);

export const PAGE = 'https://blog.example/wie-wir-bauen';
export const page = ( head: string ): Reply => ( {
	body: `<!doctype html><html><head>${ head }</head><body><p>Hallo</p></body></html>`,
} );

export const X = 'https://x.com/pepephone/status/436461658601713664';
export const YOUTUBE = 'https://www.youtube.com/watch?v=eiHXASgRTcA';
export const TIKTOK =
	'https://www.tiktok.com/@a3noticias/video/6806030056956251397';
export const VIMEO = 'https://vimeo.com/235352744';
export const FLICKR = 'https://www.flickr.com/photos/desescribir/17244790083/';
/** Where each provider is asked; and what it then answers. */
export const PROVIDERS = {
	[ X ]: 'https://publish.x.com/oembed*',
	[ YOUTUBE ]: 'https://www.youtube.com/oembed*',
	[ TIKTOK ]: 'https://www.tiktok.com/oembed*',
	[ VIMEO ]: 'https://vimeo.com/api/oembed.json*',
	[ FLICKR ]: 'https://www.flickr.com/services/oembed/*',
};

export const JANA = 'https://norden.social/users/jana';
export const NOTE = `${ JANA }/statuses/1`;
export const AS = 'application/activity+json; charset=utf-8';
export const note = ( change: object = {} ): Reply => ( {
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
export const jana = ( change: object = {} ): Reply => ( {
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
export const finger = ( subject: string, actor = JANA ): Reply => ( {
	type: 'application/jrd+json',
	body: {
		subject,
		links: [
			{ rel: 'self', type: 'application/activity+json', href: actor },
		],
	},
} );
export const NORDEN = {
	'https://norden.social/@jana/1': note(),
	[ NOTE ]: note(),
	[ JANA ]: jana(),
	'https://norden.social/.well-known/webfinger*': finger(
		'acct:jana@norden.social'
	),
};

export const DID = 'did:plc:abcdefghijklmnopqrstuvwx';
export const SKY = 'https://public.api.bsky.app/xrpc/';
export const sky = ( change: object = {} ): Record< string, Reply > => ( {
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
export const SKYPOST = 'https://bsky.app/profile/jana.example/post/3kabc';
