// Standing: it grows and falls by rules that everybody can read, opens the door only where nothing else holds it, and is handed over by a person with a reason.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
	Decision,
	QueuePiece,
	StandingLog,
	StandingOverview,
	StandingPeople,
	StandingPerson,
	StandingTest,
} from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

const HOUR = 3600;
/** A Tuesday noon. */
const NOW = Date.UTC( 2026, 10, 24, 11 ) / 1000;

let site: Site;
let admin: Session;
let department: number;
let murat: number;
let name: string;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	await site.setClock( NOW );
	admin = await site.signIn( 'admin' );
} );

// Somebody new in a department of their own, under the rules as they are at first.
beforeEach( async () => {
	await site.setClock( NOW );
	[ department, murat, name ] = await site.php< [ number, number, string ] >(
		`update_option(Throughline\\Standing\\Rules::OPTION, []);
		delete_option(Throughline\\People\\Hours::KEPT);
		$name = 'Murat ' . wp_generate_password(8, false);
		$department = Throughline\\People\\Departments::add("Montage $name", 0);
		$user = wp_insert_user(['user_login' => strtr($name, ' ', '-'), 'display_name' => $name, 'user_email' => strtr($name, ' ', '-') . '@example.com', 'user_pass' => 'password', 'role' => 'throughline_employee']);
		Throughline\\People\\Departments::assign($user, $department);
		return [$department, $user, $name];`
	);
} );

interface Refusal {
	code: string;
	message: string;
	data: { status: number; field?: string };
}

async function rest< T >(
	method: 'GET' | 'POST',
	path: string,
	body?: unknown,
	session: Session = admin
): Promise< { status: number; body: T & Refusal } > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			method,
			...( body !== undefined && {
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( body ),
			} ),
		},
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as T & Refusal,
	};
}

interface Sent {
	id: number;
	state: string;
	reasons: string[];
}

/** Sends one story as somebody; what the form asks stands in the array. */
const SEND = `$send = static function (int $user, int $department, string $text, array $more = []): array {
	wp_set_current_user($user);
	$answer = Throughline\\Stories\\Stories::submit($more + ['submission' => wp_generate_uuid4(), 'title' => '', 'text' => $text, 'department' => $department, 'recognisable' => '', 'photos' => [], 'edition' => 0]);
	if (is_wp_error($answer)) { throw new RuntimeException($answer->get_error_message()); }
	$id = $answer['story']['id'];
	$record = Throughline\\Moderation\\Decisions::effective('story', $id);
	return ['id' => $id, 'state' => $record['state'], 'reasons' => $record['reasons']];
};
$decide = static function (int $id, string $act): void {
	$answer = Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $id, 'version' => Throughline\\Moderation\\Decisions::latest('story', $id)['version'], 'act' => $act, 'reason' => 'Weil.', 'guideline' => 0, 'consent' => false], get_user_by('login', 'admin')->ID);
	if (is_wp_error($answer)) { throw new RuntimeException($answer->get_error_message()); }
};`;

let texts = 0;

const send = ( text?: string, of = department, by = murat ) =>
	site.php< Sent >(
		`${ SEND } return $send($args['by'], $args['of'], $args['text']);`,
		{ by, of, text: text ?? `Geschichte ${ ++texts }` }
	);

/** A history: each act is decided on a story of its own, `p` published, `r` returned, `m` returned and then published, `x` removed. */
const history = ( acts: string, of = department, by = murat ) =>
	site.php(
		`${ SEND } foreach (str_split($args['acts']) as $i => $act) {
			$sent = $send($args['by'], $args['of'], 'Aus der Geschichte ' . wp_generate_uuid4());
			if ($sent['state'] === 'published' && $act === 'p') { continue; }
			foreach (['p' => ['publish'], 'r' => ['return'], 'm' => ['return', 'publish'], 'x' => ['remove']][$act] as $one) { $decide($sent['id'], $one); }
		}`,
		{ acts, of, by }
	);

/** What so many outcomes make of somebody, one a day, some days after the first. */
const climb = ( acts: string, days = acts.length ) =>
	site.php< string >(
		`$outcomes = [];
		foreach (str_split($args['acts']) as $day => $act) {
			$outcomes[] = ['outcome' => ['p' => 'published', 'm' => 'mended', 'r' => 'returned', 'x' => 'refused'][$act], 'at' => $args['from'] + $day * DAY_IN_SECONDS];
		}
		return Throughline\\Standing\\Ladder::climb($outcomes, Throughline\\Standing\\Rules::all(), $args['from'] + $args['days'] * DAY_IN_SECONDS);`,
		{ acts, days, from: NOW }
	);

const decide = ( id: number, act: string ) =>
	site.php( `${ SEND } $decide($args['id'], $args['act']);`, { id, act } );

const level = ( of = department, by = murat, kind = 'story' ) =>
	site.php< string >(
		`return Throughline\\Standing\\Standing::of($args['by'], $args['of'], $args['kind']);`,
		{ of, by, kind }
	);

const sign = ( to: string, more: object = {} ) =>
	rest< StandingPerson >( 'POST', 'standing/people', {
		user: murat,
		department,
		kind: to === 'peer' ? '' : 'story',
		level: to,
		reason: 'Kennt die Montage am besten.',
		...more,
	} );

/** The same without the way over HTTP. */
const signed = ( to: string ) =>
	site.php(
		`Throughline\\Standing\\Standing::sign(['user' => $args['by'], 'department' => $args['of'], 'kind' => 'story', 'level' => $args['to'], 'reason' => 'Weil.'], 1);`,
		{ by: murat, of: department, to }
	);

const state = ( id: number ) =>
	site.php< string >(
		`return Throughline\\Moderation\\Decisions::latest('story', $args)['state'];`,
		id
	);

/** Does all that is due: each event takes some lines. */
const drain = () =>
	site.php( "for ($i = 0; $i < 5; $i++) { do_action('throughline_due'); }" );

describe( 'by the rules', () => {
	it( 'somebody new is a newcomer, and known after two published pieces, in that department alone', async () => {
		expect( await level() ).toBe( 'newcomer' );
		await history( 'p' );
		expect( await level() ).toBe( 'newcomer' );
		await history( 'm' );
		expect( await level() ).toBe( 'known' );
		expect( await level( 0 ) ).toBe( 'newcomer' );
		expect( await level( department, murat, 'comment' ) ).toBe(
			'newcomer'
		);
	} );

	it( 'what was undone or removed later makes nobody known', async () => {
		const { id } = await send();
		await decide( id, 'publish' );
		await site.php(
			`return Throughline\\Moderation\\Desk::undo(['kind' => 'story', 'id' => $args, 'version' => 2], get_user_by('login', 'admin')->ID);`,
			id
		);
		await history( 'p' );
		expect( await level() ).toBe( 'newcomer' );
		await decide( id, 'publish' );
		expect( await level() ).toBe( 'known' );
		await decide( id, 'remove' );
		expect( await level() ).toBe( 'newcomer' );
		await decide( id, 'restore' );
		expect( await level() ).toBe( 'known' );
	} );

	it( 'rates count from ten decisions on: nine good ones make nobody trusted, the tenth does', async () => {
		expect( await climb( 'p'.repeat( 9 ) ) ).toBe( 'known' );
		expect( await climb( 'p'.repeat( 10 ) ) ).toBe( 'trusted' );
		expect( await climb( 'p'.repeat( 8 ) + 'rx' ) ).toBe( 'known' );
	} );

	it( 'falling back takes more than rising: trusted with 90 of 100, no longer below 80', async () => {
		expect( await climb( 'pppppppppr' ) ).toBe( 'trusted' );
		expect( await climb( 'pppppppppxx' ) ).toBe( 'trusted' );
		expect( await climb( 'pppppppppxxx' ) ).toBe( 'known' );
		expect( await climb( 'ppppp' + 'x'.repeat( 8 ) ) ).toBe( 'newcomer' );
	} );

	it( 'of 180 days: trust ends with the last of them, when only half as many decisions are left', async () => {
		// One a day: the first six of ten leave the window one after the other.
		expect( await climb( 'p'.repeat( 10 ), 180 + 5 ) ).toBe( 'trusted' );
		expect( await climb( 'p'.repeat( 10 ), 180 + 6 ) ).toBe( 'known' );
		expect( await climb( 'p'.repeat( 10 ), 3 * 365 ) ).toBe( 'known' );
	} );

	it( 'the numbers can be changed, with a reason, and everybody whom they concern reads them', async () => {
		const rules = {
			known: 1,
			decisions: 10,
			days: 180,
			rate: 90,
			slack: 10,
			veto: 4,
		};
		const refused = await rest( 'POST', 'standing/rules', {
			...rules,
			reason: ' ',
		} );
		expect( refused.body.code ).toBe( 'throughline_reason_missing' );
		const { body } = await rest< StandingOverview >(
			'POST',
			'standing/rules',
			{
				...rules,
				reason: 'Mit dem Betriebsrat besprochen.',
			}
		);
		expect( body.rules.known ).toBe( 1 );
		await history( 'p' );
		expect( await level() ).toBe( 'known' );
		const told = await site.php< string[] >(
			`return apply_filters('throughline_own_standing', [], $args);`,
			murat
		);
		expect( told[ 0 ] ).toContain( `Montage ${ name }: Known.` );
		expect( told.join( ' ' ) ).toContain( 'Whoever had 1 piece published' );
		const log = await rest< StandingLog >( 'GET', 'standing/log' );
		expect( log.body.entries[ 0 ] ).toMatchObject( {
			reason: 'Mit dem Betriebsrat besprochen.',
			by: 'admin',
		} );
	} );

	it( 'all of it can be made anew from the decisions', async () => {
		await history( 'pmx' );
		const rows = () =>
			site.php< object[] >(
				`return $GLOBALS['wpdb']->get_results("SELECT kind, piece_id, contributor, department, outcome, free, decided FROM {$GLOBALS['wpdb']->prefix}throughline_outcomes WHERE contributor = $args ORDER BY kind, piece_id");`,
				murat
			);
		const before = await rows();
		expect( before ).toHaveLength( 3 );
		await site.php( 'Throughline\\Standing\\Outcomes::rebuild();' );
		expect( await rows() ).toEqual( before );
	} );
} );

describe( 'a veto window', () => {
	beforeEach( () => signed( 'known' ) );

	it( 'stands between waiting and live: the desk says when it ends, and then a rule publishes', async () => {
		const { id, state: waits, reasons } = await send();
		expect( waits ).toBe( 'waiting' );
		expect( reasons ).toEqual( [ `veto:${ NOW + 4 * HOUR }` ] );
		const { body } = await rest< QueuePiece >(
			'GET',
			`queue/story/${ id }`
		);
		expect( body.item.reasons[ 0 ]?.text ).toContain(
			'unless somebody objects'
		);
		expect( body.standing ).toEqual( [
			`Known in Montage ${ name }. What they send appears after 4 hours unless somebody objects.`,
		] );
		await site.setClock( NOW + 4 * HOUR - 1 );
		await drain();
		expect( await state( id ) ).toBe( 'waiting' );
		await site.setClock( NOW + 4 * HOUR );
		await drain();
		expect( await state( id ) ).toBe( 'published' );
		await drain();
		const { body: after } = await rest< QueuePiece >(
			'GET',
			`queue/story/${ id }`
		);
		expect( after.history.map( ( { act, by } ) => [ act, by ] ) ).toEqual( [
			[ 'submit', name ],
			[ 'publish', null ],
		] );
	} );

	it( 'counts working hours, so that somebody can object', async () => {
		await site.php(
			`Throughline\\People\\Hours::set_site(['week' => [['day' => 2, 'from' => '08:00', 'to' => '12:00'], ['day' => 3, 'from' => '08:00', 'to' => '16:00']], 'holidays' => []]);`
		);
		const { reasons } = await send();
		// One hour of Tuesday is left, three are Wednesday's.
		expect( reasons ).toEqual( [
			`veto:${ Date.UTC( 2026, 10, 25, 11 ) / 1000 }`,
		] );
	} );

	it( 'ends by an objection, which stays on the record and can be undone', async () => {
		const { id } = await send();
		const { body } = await rest< Decision >(
			'POST',
			'standing/objections',
			{
				kind: 'story',
				id,
				version: 1,
			}
		);
		expect( body ).toMatchObject( {
			act: 'keep',
			state: 'waiting',
			version: 2,
		} );
		await site.setClock( NOW + 5 * HOUR );
		await drain();
		expect( await state( id ) ).toBe( 'waiting' );
		const late = await rest( 'POST', 'standing/objections', {
			kind: 'story',
			id,
			version: 1,
		} );
		expect( late.status ).toBe( 409 );
	} );

	it( 'is open again when the objection is taken back', async () => {
		const { id } = await send();
		await rest( 'POST', 'standing/objections', {
			kind: 'story',
			id,
			version: 1,
		} );
		await rest( 'POST', 'decisions/undo', {
			kind: 'story',
			id,
			version: 2,
		} );
		await site.setClock( NOW + 4 * HOUR );
		await drain();
		expect( await state( id ) ).toBe( 'published' );
	} );

	it( 'publishes nothing that was returned, withdrawn, reported, trashed or hidden meanwhile, and nothing of somebody who was blocked or is no longer known', async () => {
		const [ first, last ] = await site.php< [ number[], number[] ] >(
			`${ SEND }
			$ids = [];
			for ($i = 0; $i < 6; $i++) { $ids[] = $send($args['by'], $args['of'], wp_generate_uuid4())['id']; }
			Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $ids[0], 'version' => 1, 'act' => 'return', 'reason' => 'Wer ist das?', 'guideline' => 0, 'consent' => false], 1);
			Throughline\\Moderation\\Contributions::change(['kind' => 'story', 'id' => $ids[1], 'version' => 1, 'act' => 'withdraw'], $args['by']);
			$GLOBALS['wpdb']->update($GLOBALS['wpdb']->prefix . 'throughline_queue', ['list' => 'reported'], ['piece_id' => $ids[2]]);
			wp_trash_post($ids[3]);
			return [array_slice($ids, 0, 4), array_slice($ids, 4)];`,
			{ by: murat, of: department }
		);
		await site.setClock( NOW + 5 * HOUR );
		// Those two are held by what is known of their contributor, so they come one after the other.
		const draining = ( before: string ) =>
			site.php(
				`$user = $args['by']; ${ before } Throughline\\Standing\\Veto::publish('story', $args['id'], 1);`,
				{ by: murat, id: last[ 0 ] }
			);
		await draining( 'Throughline\\Moderation\\Blocked::add($user);' );
		expect( await state( last[ 0 ] ?? 0 ) ).toBe( 'waiting' );
		await site.php(
			'Throughline\\Moderation\\Blocked::remove($args);',
			murat
		);
		await signed( 'newcomer' );
		await drain();
		for ( const id of [ ...first, ...last ] ) {
			expect( await state( id ) ).not.toBe( 'published' );
			expect(
				await site.php( 'return get_post_status($args);', id )
			).not.toBe( 'publish' );
		}
	} );

	it( 'begins anew when the contributor changes the piece, and not after an answer to a question', async () => {
		const { id } = await send();
		await site.setClock( NOW + HOUR );
		const revise = ( version: number ) =>
			site.php< string[] >(
				`$answer = Throughline\\Moderation\\Contributions::change(['kind' => 'story', 'id' => $args[0], 'version' => $args[1], 'act' => 'revise', 'content' => ['title' => '', 'text' => 'Anders: ' . wp_generate_uuid4(), 'photos' => []]], (int) get_post($args[0])->post_author);
				if (is_wp_error($answer)) { throw new RuntimeException($answer->get_error_message()); }
				return Throughline\\Moderation\\Decisions::effective('story', $args[0])['reasons'];`,
				[ id, version ]
			);
		expect( await revise( 1 ) ).toEqual( [ `veto:${ NOW + 5 * HOUR }` ] );
		await site.setClock( NOW + 4 * HOUR );
		await drain();
		expect( await state( id ) ).toBe( 'waiting' );
		await decide( id, 'return' );
		expect( await revise( 3 ) ).toEqual( [ 'answered' ] );
		await site.setClock( NOW + 9 * HOUR );
		await drain();
		expect( await state( id ) ).toBe( 'waiting' );
	} );

	it( 'publishes once, though the process is killed on the way', async () => {
		const { id } = await send();
		await site.setClock( NOW + 4 * HOUR );
		// Dead while the decision is being written: nothing of it stays, and the line is taken again later.
		await site.php(
			`add_action('throughline_acted', static function (): void { throw new RuntimeException('Gone.'); }, 1);
			add_filter('wp_trigger_error_trigger_error', '__return_false');
			do_action('throughline_due');`
		);
		expect( await state( id ) ).toBe( 'waiting' );
		expect( await site.php( 'return get_post_status($args);', id ) ).toBe(
			'pending'
		);
		await site.setClock( NOW + 5 * HOUR );
		await drain();
		await drain();
		expect(
			await site.php(
				`return count(Throughline\\Moderation\\Decisions::history('story', $args));`,
				id
			)
		).toBe( 2 );
		expect( await state( id ) ).toBe( 'published' );
	} );

	it( 'opens for nobody where a check holds the piece, and on no page that has somebody look first', async () => {
		const judge = ( more: object ) =>
			site.php< { state: string; reasons: string[] } >(
				`return Throughline\\Moderation\\Intake::judge($args);`,
				{
					kind: 'story',
					contributor: murat,
					department,
					people: '',
					title: '',
					text: `Ganz neu ${ ++texts }`,
					...more,
				}
			);
		expect( ( await judge( {} ) ).reasons[ 0 ] ).toContain( 'veto:' );
		expect( ( await judge( { people: 'others' } ) ).reasons ).toEqual( [
			'consent_missing',
		] );
		const page = await site.php< number >(
			`$page = wp_insert_post(['post_type' => 'page', 'post_title' => 'Krise', 'post_status' => 'publish']); Throughline\\Moderation\\Mode::set($page, 'before'); return $page;`
		);
		expect( ( await judge( { page } ) ).reasons ).toEqual( [ 'default' ] );
	} );
} );

describe( 'a hand-over', () => {
	it( 'comes with a look back on the real history, in a sentence', async () => {
		await history( 'pp' );
		const test = ( more: object = {} ) =>
			rest< StandingTest >(
				'GET',
				`standing/test?${ new URLSearchParams( {
					user: String( murat ),
					department: String( department ),
					kind: 'story',
					level: 'trusted',
					...more,
				} ) }`
			);
		expect( ( await test() ).body.sentence ).toBe(
			'At this standing, 2 of the last 2 would have gone live at once; none of them was refused.'
		);
		await history( 'rx' );
		expect( ( await test() ).body.sentence ).toBe(
			'At this standing, 4 of the last 4 would have gone live at once; of these, 1 went back with a question and 1 were refused.'
		);
		expect( ( await test( { department: '0' } ) ).body.sentence ).toContain(
			'nothing to look back on'
		);
		// Few people: a number about the department would be one about them.
		expect( ( await test( { user: '0' } ) ).body.sentence ).toContain(
			'nothing is counted'
		);
	} );

	it( 'is signed with a reason, lets pieces through at once, and is taken back the same way', async () => {
		expect( ( await sign( 'trusted', { reason: '' } ) ).body.code ).toBe(
			'throughline_reason_missing'
		);
		const { body } = await sign( 'trusted' );
		expect( body.stands ).toContainEqual( {
			kind: 'story',
			level: 'trusted',
			given: true,
			reason: 'Kennt die Montage am besten.',
			ready: false,
		} );
		const first = await send();
		expect( first ).toMatchObject( {
			state: 'published',
			reasons: [ 'trusted' ],
		} );
		expect( ( await send( undefined, 0 ) ).state ).toBe( 'waiting' );
		await sign( '' );
		expect( ( await send() ).state ).toBe( 'waiting' );
		const log = await rest< StandingLog >( 'GET', 'standing/log' );
		expect(
			log.body.entries.slice( 0, 2 ).map( ( { sentence } ) => sentence )
		).toEqual( [
			`${ name }, Montage ${ name }, Story: as the rules say`,
			`${ name }, Montage ${ name }, Story: Trusted`,
		] );
	} );

	it( 'holds for the departments below, too', async () => {
		const below = await site.php< number >(
			`return Throughline\\People\\Departments::add('Halle 3', $args);`,
			department
		);
		await sign( 'trusted' );
		expect( await level( below ) ).toBe( 'trusted' );
	} );

	it( 'is nothing that people sign for themselves', async () => {
		const me = await site.php< number >(
			`return get_user_by('login', 'admin')->ID;`
		);
		const { body } = await sign( 'trusted', { user: me } );
		expect( body.code ).toBe( 'throughline_own_standing' );
	} );

	it( 'is not for the visitors of a site', async () => {
		const visitor = await site.php< number >(
			`return wp_insert_user(['user_login' => 'visitor', 'user_pass' => 'password', 'role' => 'subscriber']);`
		);
		await sign( 'trusted', { user: visitor } );
		const judged = await site.php< { state: string } >(
			`return Throughline\\Moderation\\Intake::judge($args);`,
			{
				kind: 'story',
				contributor: visitor,
				department,
				people: '',
				title: '',
				text: 'Hallo.',
			}
		);
		expect( judged.state ).toBe( 'waiting' );
	} );

	it( 'is seen by name and in words: nobody is counted or ranked', async () => {
		await site.php(
			`update_option(Throughline\\Standing\\Rules::OPTION, ['decisions' => 4]);`
		);
		await history( 'pp' );
		const { body } = await rest< StandingPeople >(
			'GET',
			`standing/people?department=${ department }`
		);
		expect( body.people ).toMatchObject( [
			{
				name,
				stands: [
					{ kind: 'story', level: 'known', ready: true },
					{},
					{},
				],
			},
		] );
		expect( JSON.stringify( body.people[ 0 ]?.stands ) ).not.toMatch(
			/\d/
		);
	} );
} );

describe( 'a peer moderator', () => {
	let peer: Session;
	let other: number;

	beforeEach( async () => {
		other = await site.php< number >(
			`return wp_insert_user(['user_login' => 'jana' . wp_generate_password(8, false), 'user_pass' => 'password', 'role' => 'throughline_employee']);`
		);
		await sign( 'peer' );
		peer = await site.signIn( name.replace( ' ', '-' ) );
	} );

	const publish = ( id: number ) =>
		rest< Decision >(
			'POST',
			'decisions',
			{ kind: 'story', id, version: 1, act: 'publish' },
			peer
		);

	it( 'decides on what others of the department send, not on what comes from elsewhere', async () => {
		const here = await send( undefined, department, other );
		const elsewhere = await send( undefined, 0, other );
		expect( ( await publish( here.id ) ).body ).toMatchObject( {
			state: 'published',
		} );
		expect( ( await publish( elsewhere.id ) ).status ).toBe( 404 );
	} );

	it( 'never on their own, and reads no notes about it', async () => {
		const { id } = await site.php< Sent >(
			`${ SEND } add_filter('throughline_checks', static fn($checks) => ['held' => static fn() => 'held'] + $checks); return $send($args[0], $args[1], 'Meine eigene.');`,
			[ murat, department ]
		);
		await site.php(
			`Throughline\\Moderation\\Notes::add('story', $args, ['user' => 1, 'text' => 'Nur für uns.']);`,
			id
		);
		const { status, body } = await publish( id );
		expect( status ).toBe( 403 );
		expect( body.code ).toBe( 'throughline_own_piece' );
		const seen = await rest< QueuePiece >(
			'GET',
			`queue/story/${ id }`,
			undefined,
			peer
		);
		expect( seen.body.notes ).toEqual( [] );
	} );

	it( 'loses that with the standing', async () => {
		await sign( '', { kind: '' } );
		const { id } = await send( undefined, department, other );
		expect( ( await publish( id ) ).status ).toBe( 403 );
	} );

	it( 'calls the manager with a note: until then a department that was handed over tells the manager nothing', async () => {
		const handed = await rest< StandingOverview >(
			'POST',
			'standing/departments',
			{
				department,
				handed: true,
				reason: 'Drei übernehmen.',
			}
		);
		expect(
			handed.body.departments.find( ( { id } ) => id === department )
		).toMatchObject( {
			handedOver: true,
			peers: [ { name } ],
		} );
		const hear = ( reasons: string[] ) =>
			site.php< number[] >(
				`return apply_filters('throughline_alerted', [1, $args[0]], $args[1], $args[2]);`,
				[ murat, department, reasons ]
			);
		expect( await hear( [ 'default' ] ) ).toEqual( [ murat ] );
		expect( await hear( [ 'report:hate' ] ) ).toEqual( [ 1, murat ] );
		expect( await hear( [ 'default', 'escalated' ] ) ).toEqual( [
			1,
			murat,
		] );
		const { id } = await send( undefined, department, other );
		const { body } = await rest< Decision >(
			'POST',
			'standing/escalations',
			{
				kind: 'story',
				id,
				version: 1,
				note: 'Dürfen wir den Kunden nennen?',
			},
			peer
		);
		expect( body ).toMatchObject( { act: 'keep', state: 'waiting' } );
		const seen = await rest< QueuePiece >( 'GET', `queue/story/${ id }` );
		expect( seen.body.notes ).toMatchObject( [
			{ text: 'Dürfen wir den Kunden nennen?' },
		] );
		expect( seen.body.item.reasons.map( ( { code } ) => code ) ).toContain(
			'escalated'
		);
	} );

	it( 'is named before a department is handed over, and for a department alone', async () => {
		await sign( '', { kind: '' } );
		const { body } = await rest( 'POST', 'standing/departments', {
			department,
			handed: true,
			reason: 'Weil.',
		} );
		expect( body.code ).toBe( 'throughline_no_peer' );
		expect( ( await sign( 'peer', { department: 0 } ) ).body.code ).toBe(
			'throughline_peer_everywhere'
		);
	} );

	it( 'costs no query to tell from others', async () => {
		const queries = await site.php< number >(
			`wp_set_current_user($args);
			$user = wp_get_current_user();
			$before = $GLOBALS['wpdb']->num_queries;
			return [current_user_can('throughline_moderate'), $GLOBALS['wpdb']->num_queries - $before];`,
			murat
		);
		expect( queries ).toEqual( [ true, 0 ] );
	} );
} );

it( 'nobody decides on their own piece who decides for some departments; who decides everything may', async () => {
	const own = await site.php< number[] >(
		`$may = static fn(int $user) => is_wp_error(apply_filters('throughline_may_decide', null, ['kind' => 'story', 'id' => 1, 'version' => 1, 'act' => 'publish'], $user, ['contributor' => $user, 'department' => $GLOBALS['department']])) ? 0 : 1;
		$GLOBALS['department'] = $args;
		$some = get_user_by('login', 'moderator')->ID;
		Throughline\\People\\Scope::give($some, [$args]);
		return [$may($some), $may(get_user_by('login', 'admin')->ID)];`,
		department
	);
	expect( own ).toEqual( [ 0, 1 ] );
} );

it( 'what somebody learns of their data, and what is erased with them', async () => {
	await history( 'pp' );
	await sign( 'trusted' );
	const [ exported, left ] = await site.php< [ string, number[] ] >(
		`$mail = get_userdata($args)->user_email;
		$export = wp_json_encode(Throughline\\Standing\\Privacy::export($mail));
		Throughline\\Standing\\Privacy::erase($mail);
		$db = $GLOBALS['wpdb'];
		return [$export, [(int) $db->get_var("SELECT COUNT(*) FROM {$db->prefix}throughline_outcomes WHERE contributor = $args"), (int) $db->get_var("SELECT COUNT(*) FROM {$db->prefix}throughline_standing_log WHERE subject = $args")]];`,
		murat
	);
	expect( exported ).toContain( 'Trusted' );
	expect( left ).toEqual( [ 0, 0 ] );
} );
