// The desk: one decision a version, consent before faces, and a queue that follows whatever happens elsewhere.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
	Decision,
	NewDecision,
	Queue,
	QueuePiece,
	Story,
} from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let employee: Session;
let moderator: Session;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	employee = await site.signIn( 'employee' );
	moderator = await site.signIn( 'moderator' );
} );

async function post< T >(
	path: string,
	body: unknown,
	session?: Session
): Promise< { status: number; body: T } > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		},
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as T,
	};
}

async function get< T >( path: string, session = moderator ): Promise< T > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{},
		session
	);
	return ( await response.json() ) as T;
}

async function story( text = 'Etwas.' ): Promise< number > {
	const { body } = await post< Story >(
		'stories',
		{ submission: randomUUID(), text },
		employee
	);
	return body.id;
}

interface Refusal {
	code: string;
	data: { status: number; field?: string; decision?: Decision };
}

const decide = (
	id: number,
	decision: Partial< NewDecision > = {},
	session: Session | undefined = moderator
) =>
	post< Decision & Refusal >(
		'decisions',
		{ kind: 'story', id, version: 1, act: 'publish', ...decision },
		session
	);

/** Decisions can be taken back for ten seconds; afterwards people are told. */
const told = () => site.setClock( Math.floor( Date.now() / 1000 ) + 11 );

const states = () =>
	site.php< { state: string; piece_id: string }[] >(
		"return $GLOBALS['wpdb']->get_results(\"SELECT list AS state, piece_id FROM {$GLOBALS['wpdb']->prefix}throughline_queue ORDER BY piece_id\");"
	);

const status = ( id: number ) =>
	site.php< string | false >( 'return get_post_status($args);', id );

describe( 'a decision', () => {
	it( 'publishes, leaves the queue and is kept with what was judged', async () => {
		const id = await story( 'Der Läufer sitzt.' );
		const { status: answered, body } = await decide( id );
		expect( answered ).toBe( 200 );
		expect( body ).toMatchObject( {
			version: 2,
			act: 'publish',
			state: 'published',
		} );
		expect( await status( id ) ).toBe( 'publish' );
		expect( await states() ).toEqual( [] );
		const rows = await site.php< { text: string; hash: string }[] >(
			"return $GLOBALS['wpdb']->get_results(\"SELECT text, hash FROM {$GLOBALS['wpdb']->prefix}throughline_decisions ORDER BY version\");"
		);
		expect( rows.map( ( { text } ) => text ) ).toEqual( [
			'Der Läufer sitzt.',
			'Der Läufer sitzt.',
		] );
		expect( rows[ 0 ]?.hash ).toMatch( /^[0-9a-f]{64}$/ );
	} );

	it( 'returns with a reason, and stands in the list of what was returned', async () => {
		const id = await story();
		const { body } = await decide( id, {
			act: 'return',
			reason: 'Fast fertig: magst du das Typenschild verdecken?',
		} );
		expect( body.state ).toBe( 'returned' );
		expect( await status( id ) ).toBe( 'draft' );
		const queue = await get< Queue >( 'queue?list=returned' );
		expect( queue.counts ).toMatchObject( { waiting: 0, returned: 1 } );
		const piece = await get< QueuePiece >( `queue/story/${ id }` );
		expect( piece.history.map( ( { act } ) => act ) ).toEqual( [
			'submit',
			'return',
		] );
	} );

	it( 'to return needs a reason', async () => {
		const id = await story();
		const { body } = await decide( id, { act: 'return', reason: ' ' } );
		expect( body.code ).toBe( 'throughline_reason_missing' );
		expect( await status( id ) ).toBe( 'pending' );
	} );

	it( 'that comes late gets 409 and hears what happened', async () => {
		const id = await story();
		await decide( id );
		const { status: answered, body } = await decide( id, {
			act: 'return',
			reason: 'Doch nicht.',
		} );
		expect( answered ).toBe( 409 );
		expect( body.code ).toBe( 'throughline_stale' );
		expect( body.data.decision ).toMatchObject( {
			act: 'publish',
			version: 2,
		} );
		expect( await status( id ) ).toBe( 'publish' );
	} );

	it( 'on a version that never was gets 409', async () => {
		const id = await story();
		expect( ( await decide( id, { version: 7 } ) ).status ).toBe( 409 );
		expect( await status( id ) ).toBe( 'pending' );
	} );

	it( 'on a piece or a kind that is not there gets 404', async () => {
		expect( ( await decide( 99999 ) ).status ).toBe( 404 );
		const id = await story();
		expect( ( await decide( id, { kind: 'page' } ) ).status ).toBe( 404 );
	} );

	it( 'is told to the contributor by one mail, in which nothing of the moderator stands', async () => {
		const id = await story();
		await decide( id, { act: 'return', reason: 'Magst du es drehen?' } );
		await site.php( "do_action('throughline_due');" );
		await told();
		await site.php( "do_action('throughline_due');" );
		const mails = await site.mails();
		expect( mails ).toHaveLength( 1 );
		expect( mails[ 0 ]?.message ).toContain( 'Magst du es drehen?' );
		expect( mails[ 0 ]?.message ).not.toContain( 'moderator' );
	} );

	it( 'is told though the process was killed before it scheduled the mail', async () => {
		const id = await story();
		await decide( id );
		await told();
		await site.php(
			"wp_unschedule_hook('throughline_due'); do_action('throughline_sweep');"
		);
		expect( await site.mails() ).toHaveLength( 1 );
	} );

	it( 'whose mail fails is told later, once', async () => {
		const id = await story();
		await decide( id );
		await told();
		await site.php(
			"add_filter('pre_wp_mail', '__return_false', 99); do_action('throughline_due');"
		);
		await site.php( "do_action('throughline_due');" );
		const before = ( await site.mails() ).length;
		await site.setClock( Math.floor( Date.now() / 1000 ) + 3600 );
		await site.php( "do_action('throughline_due');" );
		await site.php( "do_action('throughline_due');" );
		expect( ( await site.mails() ).length ).toBe( before + 1 );
		expect(
			await site.php(
				"return (int) $GLOBALS['wpdb']->get_var(\"SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}throughline_due\");"
			)
		).toBe( 0 );
	} );
} );

describe( 'where others can be recognised', () => {
	async function groupPhoto(): Promise< number > {
		const id = await story( 'Die ganze Schicht.' );
		await site.php(
			"update_post_meta($args, '_throughline_recognisable', 'others');",
			id
		);
		return id;
	}

	it( 'publishing needs the note that they agreed', async () => {
		const id = await groupPhoto();
		const { status: answered, body } = await decide( id );
		expect( answered ).toBe( 422 );
		expect( body.code ).toBe( 'throughline_consent_missing' );
		expect( ( await decide( id, { consent: true } ) ).status ).toBe( 200 );
		expect( await status( id ) ).toBe( 'publish' );
	} );

	it( 'that is asked of a piece that was returned, too', async () => {
		const id = await groupPhoto();
		await decide( id, { act: 'return', reason: 'Wer ist das links?' } );
		const { items } = await get< Queue >( 'queue?list=returned' );
		expect( items ).toMatchObject( [ { id, needsConsent: true } ] );
		expect( ( await decide( id, { version: 2 } ) ).body.code ).toBe(
			'throughline_consent_missing'
		);
		expect(
			( await decide( id, { version: 2, consent: true } ) ).status
		).toBe( 200 );
	} );

	it( 'no other way of publishing gets past that', async () => {
		const id = await groupPhoto();
		await site.php( 'wp_publish_post($args);', id );
		await site.php(
			"wp_update_post(['ID' => $args, 'post_status' => 'publish']);",
			id
		);
		await site.php(
			"wp_update_post(['ID' => $args, 'post_status' => 'future', 'post_date' => '2031-01-01 00:00:00', 'edit_date' => true]);",
			id
		);
		expect( await status( id ) ).toBe( 'pending' );
	} );
} );

describe( 'the queue follows', () => {
	it( 'what WP-CLI and other plugins publish', async () => {
		const id = await story();
		await site.php( 'wp_publish_post($args);', id );
		expect( await states() ).toEqual( [] );
		const { history } = await get< QueuePiece >( `queue/story/${ id }` );
		expect( history.at( -1 ) ).toMatchObject( { state: 'published' } );
	} );

	it( 'what is taken back to waiting', async () => {
		const id = await story();
		await decide( id );
		await site.php(
			"wp_update_post(['ID' => $args, 'post_status' => 'pending']);",
			id
		);
		expect( await states() ).toEqual( [
			{ state: 'waiting', piece_id: String( id ) },
		] );
		expect( ( await decide( id, { version: 3 } ) ).status ).toBe( 200 );
	} );

	it( 'the trash and deletion', async () => {
		const [ trashed, deleted ] = [ await story(), await story() ];
		await site.php( 'wp_trash_post($args);', trashed );
		await site.php( 'wp_delete_post($args, true);', deleted );
		expect( await states() ).toEqual( [] );
		expect( ( await decide( trashed ) ).status ).toBe( 409 );
		expect( ( await decide( deleted ) ).status ).toBe( 404 );
	} );
} );

describe( 'the queue', () => {
	it( 'comes page by page, without gaps or doubles', async () => {
		const ids = await site.php< number[] >(
			"wp_set_current_user(get_user_by('login', 'employee')->ID); return array_map(static fn($i) => Throughline\\Stories\\Stories::submit(['submission' => wp_generate_uuid4(), 'title' => \"Nr. $i\", 'text' => 'x', 'department' => 0, 'recognisable' => '', 'photos' => []])['story']['id'], range(1, 45));"
		);
		const seen: number[] = [];
		let after: string | null = '';
		while ( after !== null ) {
			const page: Queue = await get( `queue?after=${ after }` );
			seen.push( ...page.items.map( ( { id } ) => id ) );
			after = page.after;
		}
		expect( seen ).toEqual( ids );
	} );

	it.each( [ 'x', 'MHx4fDE', '..', '%00', 'a'.repeat( 200 ) ] )(
		'answers the cursor %s with a sentence',
		async ( cursor ) => {
			const response = await site.request(
				`/wp-json/throughline/v1/queue?after=${ cursor }`,
				{},
				moderator
			);
			expect( response.status ).toBe( 400 );
		}
	);

	it( 'costs as many queries for twenty pieces as for one', async () => {
		const cost = async () =>
			(
				await site.measure(
					'/wp-json/throughline/v1/queue',
					{},
					moderator
				)
			).cost;
		await story();
		await cost();
		const one = await cost();
		for ( let i = 0; i < 5; i++ ) {
			await story();
		}
		const six = await cost();
		expect( six.queries ).toBe( one.queries );
	} );
} );

describe( 'the desk is closed', () => {
	it( 'to strangers, contributors, authors and subscribers', async () => {
		const id = await story();
		const sessions: ( Session | undefined )[] = [ undefined, employee ];
		for ( const role of [ 'subscriber', 'contributor', 'author' ] ) {
			await site.php(
				"wp_insert_user(['user_login' => $args, 'user_pass' => 'password', 'role' => $args]);",
				role
			);
			sessions.push( await site.signIn( role ) );
		}
		for ( const session of sessions ) {
			const refused = session ? 403 : 401;
			const answers = [
				(
					await post(
						'decisions',
						{ kind: 'story', id, version: 1, act: 'publish' },
						session
					)
				).status,
				(
					await site.request(
						'/wp-json/throughline/v1/queue',
						{},
						session
					)
				).status,
				(
					await site.request(
						`/wp-json/throughline/v1/queue/story/${ id }`,
						{},
						session
					)
				).status,
			];
			expect( answers, session?.user ).toEqual( [
				refused,
				refused,
				refused,
			] );
			const preview = await site.request(
				`/?throughline-preview=story-${ id }`,
				{},
				session
			);
			expect( preview.status ).toBe( 403 );
		}
		expect( await status( id ) ).toBe( 'pending' );
	} );

	it( 'to a moderator’s cookie without a nonce', async () => {
		const id = await story();
		const answer = await fetch(
			`${ site.url }/wp-json/throughline/v1/decisions`,
			{
				method: 'POST',
				headers: {
					'Content-Type': 'application/json',
					Cookie: moderator.cookie,
				},
				body: JSON.stringify( {
					kind: 'story',
					id,
					version: 1,
					act: 'publish',
				} ),
			}
		);
		expect( answer.status ).toBe( 401 );
		expect( await status( id ) ).toBe( 'pending' );
	} );
} );
