// Every route of ours, everybody, and whose piece it is: a route without a row here fails.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findSite } from '../site/site.ts';

const EVERYBODY = [
	'stranger',
	'subscriber',
	'employee',
	'contributor',
	'author',
	// An employee who decides as a peer for the department in question.
	'peer',
	// Who moderates that department alone.
	'scoped',
	'moderator',
	'admin',
];
const SIGNED_IN = EVERYBODY.slice( 1 );
const COLLEAGUES = EVERYBODY.slice( 2 );
const MODERATORS = [ 'peer', 'scoped', 'moderator', 'admin' ];
const MANAGERS = [ 'scoped', 'moderator', 'admin' ];

/** Whose piece of which department a route is asked about. */
const WHOSE = [ 'own', 'other', 'elsewhere' ] as const;
type Whose = ( typeof WHOSE )[ number ];
type Rule = ( role: string, whose: Whose ) => boolean;

/** Who moderates some departments meets what is theirs; who moderates everything, all. */
const seen: Rule = ( role, whose ) =>
	MODERATORS.includes( role ) &&
	( whose !== 'elsewhere' || [ 'moderator', 'admin' ].includes( role ) );
/** The same, but never on their own. */
const decided: Rule = ( role, whose ) =>
	seen( role, whose ) &&
	( whose !== 'own' || [ 'moderator', 'admin' ].includes( role ) );
const contributed: Rule = ( role, whose ) =>
	whose === 'own' && SIGNED_IN.includes( role );

const PIECE = '/throughline/v1/queue/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})';

/** Routes that are about a piece, which they name in their address or in what is sent. */
const ABOUT_PIECES: Record< string, Rule > = {
	[ `GET ${ PIECE }` ]: seen,
	[ `POST ${ PIECE }/claim` ]: seen,
	[ `DELETE ${ PIECE }/claim` ]: seen,
	[ `POST ${ PIECE }/notes` ]: seen,
	[ `DELETE ${ PIECE }/links` ]: seen,
	'POST /throughline/v1/decisions': decided,
	// There is nothing to undo yet, and nobody undoes what another decided; test/http/moderation.test.ts.
	'POST /throughline/v1/decisions/undo': () => false,
	'POST /throughline/v1/standing/objections': seen,
	'POST /throughline/v1/standing/escalations': decided,
	'POST /throughline/v1/pieces/(?P<kind>[a-z]+)/(?P<id>\\d{1,18})':
		contributed,
};

/** Who gets past the permission. The photo in these addresses is nobody's, so only the answer for the allowed differs. */
const ROUTES: Record< string, string[] > = {
	'GET /throughline/v1/departments': COLLEAGUES,
	'POST /throughline/v1/departments': MANAGERS,
	'GET /throughline/v1/departments/(?P<id>\\d{1,18})': MANAGERS,
	'POST /throughline/v1/departments/(?P<id>\\d{1,18})': MANAGERS,
	'DELETE /throughline/v1/departments/(?P<id>\\d{1,18})': MANAGERS,
	'GET /throughline/v1/desks': MANAGERS,
	'GET /throughline/v1/people': MANAGERS,
	'GET /throughline/v1/people/(?P<id>\\d{1,18})': MANAGERS,
	'POST /throughline/v1/people/(?P<id>\\d{1,18})': MANAGERS,
	'GET /throughline/v1/hours': MANAGERS,
	'POST /throughline/v1/hours': MANAGERS,
	'POST /throughline/v1/people/import': MANAGERS,
	'GET /throughline/v1/people/export': MANAGERS,
	'GET /throughline/v1/guidelines': EVERYBODY,
	// Whose address it is says yes itself; test/http/following.test.ts.
	'POST /throughline/v1/followers': EVERYBODY,
	// Those who are named for an edition, too; test/http/guidelines.test.ts.
	'GET /throughline/v1/guidelines/editions': MANAGERS,
	'GET /throughline/v1/guidelines/returns': MANAGERS,
	'POST /throughline/v1/guidelines/begin': MANAGERS,
	'POST /throughline/v1/guidelines/draft': MANAGERS,
	'POST /throughline/v1/guidelines/discard': MANAGERS,
	'POST /throughline/v1/guidelines/put': MANAGERS,
	'POST /throughline/v1/guidelines/take-back': MANAGERS,
	'POST /throughline/v1/guidelines/answer': MANAGERS,
	'GET /throughline/v1/settings': MANAGERS,
	'POST /throughline/v1/settings': MANAGERS,
	'POST /throughline/v1/settings/words': MANAGERS,
	'POST /throughline/v1/settings/page': MANAGERS,
	'POST /throughline/v1/settings/blocked': MANAGERS,
	'POST /throughline/v1/settings/agreement': MANAGERS,
	'GET /throughline/v1/calm': MODERATORS,
	'POST /throughline/v1/calm': MODERATORS,
	'POST /throughline/v1/calm/statement': MODERATORS,
	'GET /throughline/v1/counters': MANAGERS,
	'GET /throughline/v1/standing': MANAGERS,
	'GET /throughline/v1/standing/people': MANAGERS,
	'POST /throughline/v1/standing/people': MANAGERS,
	'GET /throughline/v1/standing/test': MANAGERS,
	'POST /throughline/v1/standing/departments': MANAGERS,
	'POST /throughline/v1/standing/rules': MANAGERS,
	'GET /throughline/v1/standing/log': MANAGERS,
	// Who may read that post; the one here is everybody's. test/http/dialog.test.ts.
	'GET /throughline/v1/comments': EVERYBODY,
	'POST /throughline/v1/comments': EVERYBODY,
	'POST /throughline/v1/comments/mine': EVERYBODY,
	'POST /throughline/v1/token': EVERYBODY,
	'POST /throughline/v1/passes': EVERYBODY,
	// Whose comment it is; test/http/dialog-writing.test.ts.
	'POST /throughline/v1/comments/(?P<id>\\d{1,18})': [],
	// Who is on a desk; test/http/questions.test.ts.
	'GET /throughline/v1/questions': [
		'contributor',
		'author',
		'peer',
		'scoped',
		'moderator',
		'admin',
	],
	// Asks whose comment it is, and then says that there is none.
	'POST /throughline/v1/questions': MODERATORS,
	'POST /throughline/v1/questions/(?P<id>\\d{1,18})': [],
	'POST /throughline/v1/changes': [],
	'GET /throughline/v1/wall': EVERYBODY,
	'GET /throughline/v1/queue': MODERATORS,
	// The bearer of a link, too; test/http/round-trip.test.ts.
	'GET /throughline/v1/pieces': SIGNED_IN,
	'POST /throughline/v1/photos': COLLEAGUES,
	'DELETE /throughline/v1/photos/(?P<id>\\d{1,18})': COLLEAGUES,
	// Asks whose photo it is; test/http/photos.test.ts has the whole table.
	'GET /throughline/v1/photos/(?P<id>\\d{1,18})/(?P<size>[a-z0-9_-]{1,40})':
		[],
	'POST /throughline/v1/stories': COLLEAGUES,
	'POST /throughline/v1/shares': COLLEAGUES,
	'GET /throughline/v1/profiles': COLLEAGUES,
	'POST /throughline/v1/profiles': COLLEAGUES,
	// Whose profile it is; test/http/profiles.test.ts.
	'POST /throughline/v1/profiles/(?P<id>\\d{1,18})': [],
	'DELETE /throughline/v1/profiles/(?P<id>\\d{1,18})': [],
};

const BODIES: Record< string, object > = {
	'GET /throughline/v1/comments': { post: 1 },
	'POST /throughline/v1/comments': {
		post: 1,
		text: 'x',
		submission: '0b0e7e1c-3c5e-4f53-9a4a-6d0f0a1b2c3d',
		// Whoever is nobody is told so.
		website: 'x',
	},
	'POST /throughline/v1/comments/mine': { post: 1 },
	'POST /throughline/v1/token': { post: 1 },
	'POST /throughline/v1/passes': { post: 1, network: 'copy' },
	'POST /throughline/v1/comments/(?P<id>\\d{1,18})': { act: 'withdraw' },
	// Whoever is allowed is told that nobody answers there.
	'POST /throughline/v1/questions': { comment: 1, department: 1 },
	'POST /throughline/v1/questions/(?P<id>\\d{1,18})': { act: 'take' },
	'POST /throughline/v1/changes': { story: 1, text: 'x' },
	'POST /throughline/v1/shares': {
		submission: '0b0e7e1c-3c5e-4f53-9a4a-6d0f0a1b2c3e',
		// Whoever is allowed is told that nobody can share that.
		address: 'x',
	},
	// Whoever is allowed is told that this is no profile.
	'POST /throughline/v1/profiles': { address: 'x' },
	'POST /throughline/v1/profiles/(?P<id>\\d{1,18})': { act: 'check' },
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
	// Whoever is allowed is told that this is no address.
	'POST /throughline/v1/settings/blocked': { mail: 'nobody' },
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
		id: '{piece}',
		version: 1,
		act: 'publish',
	},
	'POST /throughline/v1/decisions/undo': {
		kind: 'story',
		id: '{piece}',
		version: 2,
	},
	'POST /throughline/v1/standing/objections': {
		kind: 'story',
		id: '{piece}',
		version: 1,
	},
	'POST /throughline/v1/standing/escalations': {
		kind: 'story',
		id: '{piece}',
		version: 1,
		note: 'x',
	},
	// Whoever is allowed is told that a reason is missing.
	'POST /throughline/v1/standing/people': {
		user: 1,
		department: '{department}',
		kind: '',
		level: 'known',
		reason: ' ',
	},
	'GET /throughline/v1/standing/people': { department: '{department}' },
	'GET /throughline/v1/standing/test': {
		user: 1,
		department: '{department}',
		kind: '',
		level: 'trusted',
	},
	'POST /throughline/v1/standing/departments': {
		department: '{department}',
		handed: true,
		reason: ' ',
	},
	'POST /throughline/v1/standing/rules': {
		known: 2,
		decisions: 10,
		days: 180,
		rate: 90,
		slack: 10,
		veto: 4,
		reason: ' ',
	},
	'POST /throughline/v1/photos': {
		upload: '5f1c9a52-8f0e-4a6e-9b1f-0d6a3c2b7e11',
	},
	'POST /throughline/v1/stories': {
		submission: '5f1c9a52-8f0e-4a6e-9b1f-0d6a3c2b7e11',
	},
};

interface Cell {
	role: string;
	method: string;
	path: string;
	of: Whose | 'nobody';
	body: object;
}
interface Answer {
	status: number;
	code: string;
}

const isRefused = ( { status }: Answer, aboutPiece: boolean ) =>
	status === 401 || status === 403 || ( aboutPiece && status === 404 );

const cellsOf = ( route: string, of: readonly Cell[ 'of' ][] ): Cell[] => {
	const [ method = '', pattern = '' ] = route.split( ' ' );
	const path = pattern
		.replace( /\(\?P<kind>.*?\]\+\)/, 'story' )
		.replace( /\(\?P<id>.*?\}\)/, '{id}' )
		.replace( /\(\?P<size>.*?\}\)/, 'large' );
	return EVERYBODY.flatMap( ( role ) =>
		of
			// Strangers have sent nothing.
			.filter( ( whose ) => role !== 'stranger' || whose !== 'own' )
			.map( ( whose ) => ( {
				role,
				method,
				path,
				of: whose,
				body: BODIES[ route ] ?? {},
			} ) )
	);
};

const table = new Map< string, { cell: Cell; answer: Answer }[] >();
let registered: string[];

// All of them in one process: by HTTP one after the other they would take minutes.
beforeAll( async () => {
	const site = await findSite();
	await site.reset();
	const all = await site.php< string[] >(
		"$list = []; foreach (rest_get_server()->get_routes('throughline/v1') as $route => $handlers) { foreach ($handlers as $handler) { foreach (array_keys($handler['methods']) as $method) { $list[] = \"$method $route\"; } } } return $list;"
	);
	registered = all.filter( ( route ) => route !== 'GET /throughline/v1' );
	const cells = registered.map( ( route ) =>
		cellsOf( route, route in ABOUT_PIECES ? WHOSE : [ 'nobody' ] )
	);
	const code = await readFile(
		join( import.meta.dirname, 'matrix.php' ),
		'utf8'
	);
	const answers = await site.php< Answer[] >(
		code.replace( '<?php', '' ),
		cells.flat()
	);
	registered.forEach( ( route, index ) =>
		table.set(
			route,
			( cells[ index ] ?? [] ).map( ( cell ) => ( {
				cell,
				answer: answers.shift() ?? { status: 0, code: '' },
			} ) )
		)
	);
}, 180_000 );

it( 'all routes of ours are in these tables, each in one', () => {
	expect( registered.toSorted() ).toEqual(
		[ ...Object.keys( ROUTES ), ...Object.keys( ABOUT_PIECES ) ].toSorted()
	);
} );

it( 'a route that is about a piece says whose', () => {
	const about = [ ...registered ].filter(
		( route ) =>
			route.includes( '(?P<kind>' ) ||
			JSON.stringify( BODIES[ route ] ?? {} ).includes( '{piece}' )
	);
	expect( Object.keys( ABOUT_PIECES ).toSorted() ).toEqual(
		about.toSorted()
	);
} );

describe( 'who gets past the permission', () => {
	it.each( Object.entries( ROUTES ) )( '%s', ( route, allowed ) => {
		const row = table.get( route ) ?? [];
		// Where it asks whose thing that is, the one in this address is nobody's.
		const asks = allowed.length === 0;
		expect(
			row
				.filter( ( { answer } ) => ! isRefused( answer, asks ) )
				.map( ( { cell } ) => cell.role ),
			JSON.stringify(
				row.map( ( { cell, answer } ) => [ cell.role, answer ] )
			)
		).toEqual( allowed );
		// Whoever is allowed gets an answer of the route's own, never a failure.
		for ( const { cell, answer } of row ) {
			expect( answer.status, cell.role ).toBeLessThan( 500 );
		}
	} );
} );

describe( 'whose piece that is', () => {
	it.each( Object.entries( ABOUT_PIECES ) )( '%s', ( route, rule ) => {
		const row = table.get( route ) ?? [];
		expect( row ).toHaveLength( EVERYBODY.length * WHOSE.length - 1 );
		const told = ( { cell }: ( typeof row )[ number ] ) =>
			`${ cell.role }: ${ cell.of }`;
		expect(
			row
				.filter( ( { answer } ) => ! isRefused( answer, true ) )
				.map( told ),
			JSON.stringify( row.map( ( one ) => [ told( one ), one.answer ] ) )
		).toEqual(
			row
				.filter( ( { cell } ) => rule( cell.role, cell.of as Whose ) )
				.map( told )
		);
		for ( const one of row ) {
			expect( one.answer.status, told( one ) ).toBeLessThan( 500 );
		}
	} );
} );
