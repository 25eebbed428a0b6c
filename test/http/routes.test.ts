// Every route of ours, and who is refused there: a route without a row here fails.
import { beforeAll, describe, expect, it } from 'vitest';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
const sessions: Record< string, Session | undefined > = {};

const EVERYBODY = [
	'stranger',
	'subscriber',
	'employee',
	'contributor',
	'author',
	'moderator',
	'admin',
];
const COLLEAGUES = [
	'employee',
	'contributor',
	'author',
	'moderator',
	'admin',
];
const MODERATORS = [ 'moderator', 'admin' ];

/** Who gets past the permission. The photo in these addresses is nobody's, so only the answer for the allowed differs. */
const ROUTES: Record< string, string[] > = {
	'GET /throughline/v1/departments': COLLEAGUES,
	'POST /throughline/v1/departments': MODERATORS,
	'GET /throughline/v1/departments/(?P<id>\\d{1,18})': MODERATORS,
	'POST /throughline/v1/departments/(?P<id>\\d{1,18})': MODERATORS,
	'DELETE /throughline/v1/departments/(?P<id>\\d{1,18})': MODERATORS,
	'GET /throughline/v1/desks': MODERATORS,
	'GET /throughline/v1/people': MODERATORS,
	'GET /throughline/v1/people/(?P<id>\\d{1,18})': MODERATORS,
	'POST /throughline/v1/people/(?P<id>\\d{1,18})': MODERATORS,
	'GET /throughline/v1/hours': MODERATORS,
	'POST /throughline/v1/hours': MODERATORS,
	'POST /throughline/v1/people/import': MODERATORS,
	'GET /throughline/v1/people/export': MODERATORS,
	'GET /throughline/v1/guidelines': EVERYBODY,
	// Those who are named for an edition, too; test/http/guidelines.test.ts.
	'GET /throughline/v1/guidelines/editions': MODERATORS,
	'GET /throughline/v1/guidelines/returns': MODERATORS,
	'POST /throughline/v1/guidelines/begin': MODERATORS,
	'POST /throughline/v1/guidelines/draft': MODERATORS,
	'POST /throughline/v1/guidelines/discard': MODERATORS,
	'POST /throughline/v1/guidelines/put': MODERATORS,
	'POST /throughline/v1/guidelines/take-back': MODERATORS,
	'POST /throughline/v1/guidelines/answer': MODERATORS,
	'GET /throughline/v1/settings': MODERATORS,
	'POST /throughline/v1/settings': MODERATORS,
	'POST /throughline/v1/settings/words': MODERATORS,
	'POST /throughline/v1/settings/page': MODERATORS,
	'POST /throughline/v1/settings/agreement': MODERATORS,
	'GET /throughline/v1/calm': MODERATORS,
	'POST /throughline/v1/calm': MODERATORS,
	'POST /throughline/v1/calm/statement': MODERATORS,
	'GET /throughline/v1/counters': MODERATORS,
	'GET /throughline/v1/wall': EVERYBODY,
	'GET /throughline/v1/queue': MODERATORS,
	'GET /throughline/v1/queue/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})': MODERATORS,
	'POST /throughline/v1/queue/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})/claim':
		MODERATORS,
	'DELETE /throughline/v1/queue/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})/claim':
		MODERATORS,
	'POST /throughline/v1/queue/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})/notes':
		MODERATORS,
	'DELETE /throughline/v1/queue/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})/links':
		MODERATORS,
	// The bearer of a link, too; test/http/round-trip.test.ts.
	'GET /throughline/v1/pieces': EVERYBODY.slice( 1 ),
	// Asks whose piece it is; the one in this address is nobody's.
	'POST /throughline/v1/pieces/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})': [],
	'POST /throughline/v1/decisions': MODERATORS,
	'POST /throughline/v1/photos': COLLEAGUES,
	'DELETE /throughline/v1/photos/(?P<id>\\d{1,18})': COLLEAGUES,
	// Asks whose photo it is; test/http/photos.test.ts has the whole table.
	'GET /throughline/v1/photos/(?P<id>\\d{1,18})/(?P<size>[a-z0-9_-]{1,40})':
		[],
	'POST /throughline/v1/stories': COLLEAGUES,
};

const BODIES: Record< string, object > = {
	'POST /throughline/v1/pieces/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})': {
		version: 1,
		act: 'withdraw',
	},
	'POST /throughline/v1/queue/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})/notes': {
		text: 'x',
	},
	// Whoever is allowed is told that a name is missing.
	'POST /throughline/v1/departments': { name: ' ' },
	'POST /throughline/v1/hours': {
		hours: { week: null, holidays: [] },
	},
	'POST /throughline/v1/guidelines/begin': { with: 'nothing' },
	'POST /throughline/v1/guidelines/draft': {
		version: 999999,
		matters: true,
		summary: '',
		named: [],
		guidelines: [],
	},
	'POST /throughline/v1/guidelines/discard': { version: 999999 },
	'POST /throughline/v1/guidelines/put': { version: 999999 },
	'POST /throughline/v1/guidelines/take-back': { version: 999999 },
	'POST /throughline/v1/guidelines/answer': {
		edition: 1,
		round: 999999,
		answer: 'agree',
	},
	'POST /throughline/v1/settings/words': { blocked: '', watched: '' },
	'POST /throughline/v1/settings/page': { address: '/nowhere/', mode: '' },
	'POST /throughline/v1/calm': { address: '/nowhere/', minutes: 60 },
	'POST /throughline/v1/calm/statement': { address: '/nowhere/', text: 'x' },
	// Whoever is allowed is told that a reason is missing.
	'POST /throughline/v1/settings/agreement': {
		rule: 'no_export',
		on: false,
		reason: ' ',
	},
	'POST /throughline/v1/decisions': {
		kind: 'story',
		id: 999999,
		version: 1,
		act: 'publish',
	},
	'POST /throughline/v1/photos': {
		upload: '5f1c9a52-8f0e-4a6e-9b1f-0d6a3c2b7e11',
	},
	'POST /throughline/v1/stories': {
		submission: '5f1c9a52-8f0e-4a6e-9b1f-0d6a3c2b7e11',
	},
};

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	for ( const role of [ 'subscriber', 'contributor', 'author' ] ) {
		await site.php(
			"wp_insert_user(['user_login' => $args, 'user_pass' => 'password', 'role' => $args]);",
			role
		);
	}
	for ( const name of EVERYBODY.slice( 1 ) ) {
		sessions[ name ] = await site.signIn( name );
	}
} );

it( 'all routes of ours are in this table', async () => {
	const registered = await site.php< string[] >(
		"$list = []; foreach (rest_get_server()->get_routes('throughline/v1') as $route => $handlers) { foreach ($handlers as $handler) { foreach (array_keys($handler['methods']) as $method) { $list[] = \"$method $route\"; } } } return $list;"
	);
	expect(
		registered
			.filter( ( route ) => route !== 'GET /throughline/v1' )
			.toSorted()
	).toEqual( Object.keys( ROUTES ).toSorted() );
} );

describe.each( Object.entries( ROUTES ) )( '%s', ( route, allowed ) => {
	const [ method = '', pattern = '' ] = route.split( ' ' );
	const path = pattern
		.replace( /\(\?P<kind>.*?\]\+\)/, 'story' )
		.replace( /\(\?P<id>.*?\}\)/, '999999' )
		.replace( /\(\?P<size>.*?\}\)/, 'large' );

	it.each( EVERYBODY )( 'for %s', async ( name ) => {
		const body = BODIES[ route ];
		const response = await site.request(
			`/wp-json${ path }`,
			{
				method,
				...( body && {
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify( body ),
				} ),
			},
			sessions[ name ]
		);
		const text = await response.text();
		const isRefused =
			[ 401, 403 ].includes( response.status ) ||
			( allowed.length === 0 && response.status === 404 );
		expect( isRefused, `${ response.status } ${ text }` ).toBe(
			! allowed.includes( name )
		);
		// Whoever is allowed gets an answer of the route's own, never a failure.
		expect( response.status ).toBeLessThan( 500 );
	} );
} );
