// The desk's server: what each moderator sees and counts, who has a piece open, what they tell each other, and a queue that agrees with the records.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Claimed, Note, Queue, QueuePiece } from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let admin: Session;
let moderator: Session;

interface Company {
	production: number;
	press: number;
	sales: number;
}
let company: Company;

beforeAll( async () => {
	site = await findSite();
} );

/** Production with the press shop below it, and sales; the moderator decides for production, the admin for all. */
beforeEach( async () => {
	await site.reset();
	company = await site.php< Company >( `
		$add = static fn(string $name, int $parent = 0): int => wp_insert_term($name, 'tl_department', ['parent' => $parent])['term_id'];
		$production = $add('Production');
		$made = ['production' => $production, 'press' => $add('R&D Press', $production), 'sales' => $add('Sales')];
		Throughline\\People\\Scope::give(get_user_by('login', 'moderator')->ID, [$production]);
		return $made;
	` );
	moderator = await site.signIn( 'moderator' );
	admin = await site.signIn( 'admin' );
} );

/** Sends stories, one for each department named, and gives their ids. */
const stories = ( departments: number[], text = 'Der Läufer sitzt.' ) =>
	site.php< number[] >(
		`wp_set_current_user(get_user_by('login', 'employee')->ID);
		add_filter('throughline_pace', static fn(): array => ['burst' => 1000, 'every' => 1]);
		return array_map(static fn(int $department): int => Throughline\\Stories\\Stories::submit(['submission' => wp_generate_uuid4(), 'title' => '', 'text' => $args['text'], 'department' => $department, 'recognisable' => '', 'photos' => []])['story']['id'], $args['departments']);`,
		{ departments, text }
	);

async function ask< T >(
	method: string,
	path: string,
	session: Session,
	body?: object
): Promise< { status: number; body: T } > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			method,
			...( body && {
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( body ),
			} ),
		},
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as T,
	};
}

const queue = async ( query = '', session = moderator ) =>
	( await ask< Queue >( 'GET', `queue?${ query }`, session ) ).body;
const ids = ( { items }: Queue ) => items.map( ( { id } ) => id );

const now = () => Math.floor( Date.now() / 1000 );

describe( 'a moderator with a scope', () => {
	it( 'sees and counts what is theirs, with all below it', async () => {
		const [ ours, below, other, nowhere ] = await stories( [
			company.production,
			company.press,
			company.sales,
			0,
		] );
		const theirs = await queue();
		expect( ids( theirs ) ).toEqual( [ ours, below ] );
		expect( theirs.items[ 1 ]?.department ).toBe( 'R&D Press' );
		expect( theirs.counts.waiting ).toBe( 2 );
		const all = await queue( '', admin );
		expect( ids( all ) ).toEqual( [ ours, below, other, nowhere ] );
		expect( all.counts.waiting ).toBe( 4 );
	} );

	it( 'finds nothing of others by any door', async () => {
		const [ theirs = 0, other = 0 ] = await stories( [
			company.press,
			company.sales,
		] );
		const piece = ( id: number ) => `queue/story/${ id }`;
		const knock = async ( id: number ) => [
			( await ask( 'GET', piece( id ), moderator ) ).status,
			( await ask( 'POST', `${ piece( id ) }/claim`, moderator ) ).status,
			( await ask( 'DELETE', `${ piece( id ) }/claim`, moderator ) )
				.status,
			(
				await ask( 'POST', `${ piece( id ) }/notes`, moderator, {
					text: 'Hm.',
				} )
			).status,
			(
				await site.request(
					`/?throughline-preview=story-${ id }`,
					{},
					moderator
				)
			).status,
			(
				await ask( 'POST', 'decisions', moderator, {
					kind: 'story',
					id,
					version: 1,
					act: 'publish',
				} )
			).status,
		];
		expect( await knock( other ) ).toEqual( [
			404, 404, 404, 404, 404, 404,
		] );
		expect( await knock( theirs ) ).toEqual( [
			200, 200, 200, 200, 200, 200,
		] );
		expect( ids( await queue( `department=${ company.sales }` ) ) ).toEqual(
			[]
		);
	} );

	it( 'sees no photo of others', async () => {
		const seen = await site.php< boolean[] >(
			`$photo = static function (int $story) {
				global $wpdb;
				$wpdb->insert($wpdb->prefix . 'throughline_photos', ['contributor' => 999, 'upload' => wp_generate_uuid4(), 'story_id' => $story, 'mime' => 'image/jpeg', 'alt' => '', 'path' => 'x', 'files' => '{}', 'created' => '2026-01-01 00:00:00']);
				return $wpdb->insert_id;
			};
			$user = get_user_by('login', 'moderator')->ID;
			return array_map(static fn(int $story): bool => Throughline\\Stories\\Photos::may_see($photo($story), $user), $args);`,
			await stories( [ company.press, company.sales ] )
		);
		expect( seen ).toEqual( [ true, false ] );
	} );

	it( 'that is empty decides nothing', async () => {
		await stories( [ company.press, 0 ] );
		await site.php(
			"Throughline\\People\\Scope::give(get_user_by('login', 'moderator')->ID, []);"
		);
		const theirs = await queue();
		expect( theirs.items ).toEqual( [] );
		expect( theirs.counts.waiting ).toBe( 0 );
	} );

	it( 'reads the same number in the menu and in the toolbar, and asks once for both', async () => {
		await stories( [ company.press, company.sales, company.press ] );
		const { response, cost } = await site.measure(
			'/wp-admin/profile.php',
			{},
			moderator
		);
		const page = await response.text();
		expect( page ).toContain( 'awaiting-mod count-2' );
		expect( page ).toMatch(
			/id='wp-admin-bar-throughline'.*?2 pieces wait/s
		);
		expect(
			cost.list.filter( ( query ) => query.includes( 'held' ) )
		).toHaveLength( 1 );
	} );
} );

describe( 'the queue is filtered', () => {
	it( 'by kind, department, contributor, reason and words, and by several at once', async () => {
		const [ first, second, third ] = await stories( [
			company.production,
			company.press,
			company.sales,
		] );
		const [ fourth ] = await stories(
			[ company.press ],
			'100 % Handarbeit'
		);
		const employee = await site.php< number >(
			"return get_user_by('login', 'employee')->ID;"
		);
		const found = async ( query: string ) =>
			ids( await queue( query, admin ) );
		expect( await found( 'kind=comment' ) ).toEqual( [] );
		expect( await found( 'kind=story' ) ).toHaveLength( 4 );
		expect( await found( `department=${ company.production }` ) ).toEqual( [
			first,
			second,
			fourth,
		] );
		expect( await found( `department=${ company.sales }` ) ).toEqual( [
			third,
		] );
		expect( await found( `contributor=${ employee }` ) ).toHaveLength( 4 );
		expect( await found( 'contributor=1' ) ).toEqual( [] );
		expect( await found( 'reason=default' ) ).toHaveLength( 4 );
		expect( await found( 'reason=links' ) ).toEqual( [] );
		expect( await found( 'search=sitzt+Läufer' ) ).toHaveLength( 3 );
		expect( await found( 'search=sitzt+Tage' ) ).toEqual( [] );
		// A wildcard of the database is a word like any other.
		expect( await found( 'search=%25' ) ).toEqual( [ fourth ] );
		expect(
			await found(
				`department=${ company.production }&contributor=${ employee }&kind=story&reason=default&search=Handarbeit`
			)
		).toEqual( [ fourth ] );
	} );

	it( 'page by page over several departments, without gaps or doubles', async () => {
		const sent = await stories(
			Array.from( { length: 45 }, ( _, index ) =>
				index % 3 ? company.press : company.production
			)
		);
		const seen: number[] = [];
		let after: string | null = '';
		while ( after !== null ) {
			const page: Queue = await queue( `after=${ after }` );
			seen.push( ...ids( page ) );
			after = page.after;
		}
		expect( seen ).toEqual( sent );
	} );

	it( 'and stops counting at 100', async () => {
		await stories( Array.from( { length: 101 }, () => company.press ) );
		expect( ( await queue() ).counts.waiting ).toBe( 100 );
	} );
} );

describe( 'a claim', () => {
	const claim = ( id: number, session: Session, method = 'POST' ) =>
		ask< Claimed >( method, `queue/story/${ id }/claim`, session );

	it( 'is the first one’s, and the others see whose', async () => {
		const [ id = 0 ] = await stories( [ company.press ] );
		expect( ( await claim( id, moderator ) ).body.claim ).toMatchObject( {
			by: 'Moderator',
			mine: true,
		} );
		expect( ( await claim( id, admin ) ).body.claim ).toMatchObject( {
			by: 'Moderator',
			mine: false,
		} );
		expect( ( await queue( '', admin ) ).items[ 0 ]?.claim ).toMatchObject(
			{
				by: 'Moderator',
				mine: false,
			}
		);
	} );

	it( 'is let go by whoever has it, by nobody else, and ends by itself', async () => {
		const [ id = 0 ] = await stories( [ company.press ] );
		await claim( id, moderator );
		expect( ( await claim( id, admin, 'DELETE' ) ).body.claim?.mine ).toBe(
			false
		);
		expect(
			( await claim( id, moderator, 'DELETE' ) ).body.claim
		).toBeNull();
		await claim( id, moderator );
		await site.setClock( now() + 5 * 60 + 1 );
		expect( ( await queue( '', admin ) ).items[ 0 ]?.claim ).toBeNull();
		expect( ( await claim( id, admin ) ).body.claim?.mine ).toBe( true );
	} );

	it( 'keeps nobody from deciding, and ends with the decision', async () => {
		const [ id = 0 ] = await stories( [ company.press ] );
		await claim( id, moderator );
		const { status } = await ask( 'POST', 'decisions', admin, {
			kind: 'story',
			id,
			version: 1,
			act: 'return',
			reason: 'Magst du es drehen?',
		} );
		expect( status ).toBe( 200 );
		const { items } = await queue( 'list=returned' );
		expect( items ).toMatchObject( [ { id, claim: null } ] );
		// What needs nobody is nobody's.
		const [ other = 0 ] = await stories( [ company.press ] );
		await ask( 'POST', 'decisions', admin, {
			kind: 'story',
			id: other,
			version: 1,
			act: 'publish',
		} );
		expect( ( await claim( other, moderator ) ).body.claim ).toBeNull();
	} );
} );

describe( 'notes', () => {
	it( 'are read by other moderators, in order, and never empty', async () => {
		const [ id = 0 ] = await stories( [ company.press ] );
		const note = ( text: string, session: Session ) =>
			ask< Note >( 'POST', `queue/story/${ id }/notes`, session, {
				text,
			} );
		expect(
			( await note( ' Ich frage nach. ', moderator ) ).body
		).toMatchObject( {
			by: { name: 'Moderator' },
			text: 'Ich frage nach.',
		} );
		await note( '<b>Gut</b>', admin );
		expect( ( await note( '  ', admin ) ).status ).toBe( 422 );
		const { body } = await ask< QueuePiece >(
			'GET',
			`queue/story/${ id }`,
			moderator
		);
		expect( body.notes.map( ( { text } ) => text ) ).toEqual( [
			'Ich frage nach.',
			'<b>Gut</b>',
		] );
		// Somebody's own go with them; the other's stay.
		await site.php(
			"Throughline\\Moderation\\Notes::erase_by(get_user_by('login', 'moderator')->ID);"
		);
		expect(
			(
				await ask< QueuePiece >(
					'GET',
					`queue/story/${ id }`,
					moderator
				)
			).body.notes.map( ( { text } ) => text )
		).toEqual( [ '<b>Gut</b>' ] );
	} );
} );

describe( 'the last decision can be taken back', () => {
	it( 'for ten seconds, by whoever made it', async () => {
		const [ id = 0 ] = await stories( [ company.press ] );
		await ask( 'POST', 'decisions', moderator, {
			kind: 'story',
			id,
			version: 1,
			act: 'publish',
		} );
		const undoable = async ( session: Session ) =>
			( await ask< QueuePiece >( 'GET', `queue/story/${ id }`, session ) )
				.body.undoable;
		expect( await undoable( moderator ) ).toBeGreaterThan( 0 );
		expect( await undoable( admin ) ).toBeNull();
		await site.setClock( now() + 11 );
		expect( await undoable( moderator ) ).toBeNull();
	} );
} );

describe( 'the queue is rebuilt from the records', () => {
	const rows = () =>
		site.php< object[] >(
			"return $GLOBALS['wpdb']->get_results(\"SELECT kind, piece_id, version, list, state, urgency, since, contributor, department, reasons, words FROM {$GLOBALS['wpdb']->prefix}throughline_queue ORDER BY kind, piece_id\");"
		);
	const acts = async () => {
		const [ kept = 0, returned = 0, published = 0, corrected = 0 ] =
			await stories( [ company.press, 0, company.sales, company.press ] );
		for ( const [ id, act ] of [
			[ returned, 'return' ],
			[ published, 'publish' ],
			[ corrected, 'correct' ],
		] as const ) {
			await ask( 'POST', 'decisions', admin, {
				kind: 'story',
				id,
				version: 1,
				act,
				reason: 'Eine Frage dazu.',
				...( act === 'correct' && {
					content: {
						title: 'Gemeinsam',
						text: 'Der Läufer sitzt!',
						photos: [],
					},
				} ),
			} );
		}
		return kept;
	};
	/** Rows that are missing, rows that are wrong, rows that belong to nothing. */
	const breakIt = ( kept: number ) =>
		site.php(
			`global $wpdb;
			$queue = $wpdb->prefix . 'throughline_queue';
			$wpdb->update($queue, ['list' => 'reported', 'urgency' => -9], ['piece_id' => $args]);
			$wpdb->query("DELETE FROM $queue WHERE list = 'returned'");
			foreach (['story' => 99999, 'song' => 1] as $kind => $id) {
				$wpdb->insert($queue, ['kind' => $kind, 'piece_id' => $id, 'version' => 1, 'list' => 'waiting', 'state' => 'waiting', 'since' => '2026-01-01 00:00:00', 'reasons' => '[]', 'words' => '']);
			}`,
			kept
		);

	it( 'and is what it was; a second time there is nothing to mend', async () => {
		const kept = await acts();
		const live = await rows();
		expect( live ).toHaveLength( 3 );
		const rebuild = () =>
			site.php< number >(
				'return Throughline\\Moderation\\Rebuild::whole();'
			);
		expect( await rebuild() ).toBe( 0 );
		await breakIt( kept );
		expect( await rebuild() ).toBe( 4 );
		expect( await rows() ).toEqual( live );
		expect( await rebuild() ).toBe( 0 );
	} );

	it( 'and by itself within the hour', async () => {
		const kept = await acts();
		const live = await rows();
		await breakIt( kept );
		await site.php( "do_action('throughline_sweep');" );
		expect( await rows() ).toEqual( live );
	} );

	it( 'a correction does not send a piece to the end', async () => {
		const [ first = 0, second = 0 ] = await stories( [
			company.press,
			company.press,
		] );
		await site.setClock( now() + 60 );
		await ask( 'POST', 'decisions', admin, {
			kind: 'story',
			id: first,
			version: 1,
			act: 'correct',
			content: { title: '', text: 'Der Läufer sitzt!', photos: [] },
		} );
		expect( ids( await queue() ) ).toEqual( [ first, second ] );
	} );
} );

describe( 'moderators hear that something waits', () => {
	const HOUR = 3600;
	/** A Wednesday, 10:00 in Berlin. */
	const WEDNESDAY = Date.UTC( 2026, 10, 18, 9 ) / 1000;
	let clock = WEDNESDAY;

	beforeEach( async () => {
		clock = WEDNESDAY;
		await site.setClock( clock );
		await site.php(
			"Throughline\\People\\Scope::give(get_user_by('login', 'admin')->ID, [$args]);",
			company.sales
		);
	} );

	/** Time passes; the hourly event and the outbox run now and then. */
	async function later( seconds: number, mail = 'up' ): Promise< void > {
		await site.php(
			`['from' => $at, 'until' => $until, 'mail' => $mail] = $args;
			add_filter('throughline_now', static function () use (&$at): int { return $at; }, 20);
			if ($mail === 'down') { remove_all_filters('pre_wp_mail'); add_filter('pre_wp_mail', '__return_false'); }
			$step = max(HOUR_IN_SECONDS, intdiv($until - $at, 12));
			while ($at < $until) {
				$at = min($until, $at + $step);
				do_action('throughline_sweep');
				do_action('throughline_due');
				do_action('throughline_due');
			}`,
			{ from: clock, until: clock + seconds, mail }
		);
		clock += seconds;
		await site.setClock( clock );
	}

	const told = async ( who: string ) =>
		( await site.mails() ).filter( ( { to } ) =>
			to.includes( `${ who }@example.com` )
		);

	it( 'once for all that came, with the way to the desk, and only those who may decide it', async () => {
		const [ id ] = await stories( [ company.press ] );
		await stories( [ company.press, company.production ] );
		await later( HOUR );
		await later( 5 * HOUR );
		const mails = await told( 'moderator' );
		expect( mails ).toHaveLength( 1 );
		expect( mails[ 0 ]?.subject ).toContain( '3 pieces wait for you' );
		expect( mails[ 0 ]?.message ).toContain(
			`/wp-admin/admin.php?page=throughline&piece=story-${ id }`
		);
		expect( mails[ 0 ]?.message ).not.toContain( 'Employee' );
		expect( await told( 'admin' ) ).toEqual( [] );
	} );

	it( 'again of what comes later, at most once an hour, and not of what was decided meanwhile', async () => {
		await stories( [ company.press ] );
		await later( 10 * 60 );
		expect( await told( 'moderator' ) ).toHaveLength( 1 );
		const [ second = 0 ] = await stories( [ company.press ] );
		await later( 10 * 60 );
		expect( await told( 'moderator' ) ).toHaveLength( 1 );
		await later( HOUR );
		expect( await told( 'moderator' ) ).toHaveLength( 2 );
		const [ third = 0 ] = await stories( [ company.press ] );
		for ( const id of [ second, third ] ) {
			await ask( 'POST', 'decisions', moderator, {
				kind: 'story',
				id,
				version: 1,
				act: 'publish',
			} );
		}
		await later( 3 * HOUR );
		expect( await told( 'moderator' ) ).toHaveLength( 2 );
	} );

	it( 'once though mail was down for a day', async () => {
		await stories( [ company.press ] );
		await later( 12 * HOUR, 'down' );
		await stories( [ company.press ] );
		await later( 12 * HOUR, 'down' );
		expect( await told( 'moderator' ) ).toEqual( [] );
		await later( 24 * HOUR );
		const mails = await told( 'moderator' );
		expect( mails ).toHaveLength( 1 );
		expect( mails[ 0 ]?.subject ).toContain( '2 pieces wait for you' );
	} );

	it( 'in one mail a day, or not at all, as they wish', async () => {
		const wish = ( value: string ) =>
			site.php(
				"$_POST['throughline_alerts'] = $args; Throughline\\Moderation\\AlertWish::save(get_user_by('login', 'moderator')->ID);",
				value
			);
		await wish( 'digest' );
		await stories( [ company.press ] );
		await later( 21 * HOUR );
		expect( await told( 'moderator' ) ).toEqual( [] );
		// Eight o'clock.
		await later( 2 * HOUR );
		expect( await told( 'moderator' ) ).toHaveLength( 1 );
		await wish( 'off' );
		await stories( [ company.press ] );
		await later( 26 * HOUR );
		expect( await told( 'moderator' ) ).toHaveLength( 1 );
	} );

	it( 'within their hours; who is away for long is stood in for', async () => {
		await site.php(
			`$week = array_map(static fn(int $day): array => ['day' => $day, 'from' => '08:00', 'to' => '16:00'], range(1, 5));
			Throughline\\People\\Hours::set_site(['week' => $week, 'holidays' => []]);
			$deputy = wp_insert_user(['user_login' => 'deputy', 'user_email' => 'deputy@example.com', 'user_pass' => 'x', 'role' => 'editor', 'display_name' => 'Petra']);
			Throughline\\People\\Scope::give($deputy, [$args]);
			Throughline\\People\\Moderators::set_deputy(get_user_by('login', 'moderator')->ID, $deputy);`,
			company.sales
		);
		// Four in the afternoon: nobody works any more.
		await later( 7 * HOUR );
		await stories( [ company.press ] );
		await later( 14 * HOUR );
		expect( await told( 'moderator' ) ).toEqual( [] );
		await later( 2 * HOUR );
		expect( await told( 'moderator' ) ).toHaveLength( 1 );
		// Whoever may not decide a piece does not hear of it.
		await later( 8 * 24 * HOUR );
		expect( await told( 'deputy' ) ).toEqual( [] );
		await site.php(
			"Throughline\\People\\Scope::give(get_user_by('login', 'deputy')->ID, [$args]);",
			company.production
		);
		await site.php(
			"$user = get_user_by('login', 'deputy')->ID; Throughline\\Moderation\\AlertWish::save($user); update_user_option($user, 'throughline_told', Throughline\\utc());"
		);
		await later( 24 * HOUR );
		const mails = await told( 'deputy' );
		expect( mails ).toHaveLength( 1 );
		expect( mails[ 0 ]?.message ).toContain( 'You stand in for Moderator' );
		await later( 3 * 24 * HOUR );
		expect( await told( 'deputy' ) ).toHaveLength( 1 );
	} );
} );

describe( 'who looks next', () => {
	const sentence = ( department: number ) =>
		site.php< string >(
			'return Throughline\\Moderation\\LooksNext::sentence($args);',
			department
		);

	it( 'is told where somebody set hours, by department and date', async () => {
		await site.setClock( Date.UTC( 2026, 10, 20, 17 ) / 1000 );
		expect( await sentence( company.press ) ).toBe( '' );
		await site.php(
			"Throughline\\People\\Hours::set_department($args, ['week' => [['day' => 1, 'from' => '09:00', 'to' => '12:00']], 'holidays' => []]);",
			company.production
		);
		expect( await sentence( company.press ) ).toBe(
			'Somebody from R&D Press looks at it next on Monday, 23 November, 9:00.'
		);
		await site.setClock( Date.UTC( 2026, 10, 23, 9 ) / 1000 );
		expect( await sentence( company.press ) ).toBe(
			'Somebody from R&D Press is there at the moment and goes through everything in turn.'
		);
	} );
} );

const decide = ( id: number, act: string, session: Session, more = {} ) =>
	ask< { code?: string } >( 'POST', 'decisions', session, {
		kind: 'story',
		id,
		version: 1,
		act,
		...more,
	} );

describe( 'a piece’s history', () => {
	const page = async ( id: number, session: Session ) =>
		await (
			await site.request(
				`/wp-admin/admin.php?page=throughline-history&piece=story-${ id }`,
				{},
				session
			)
		).text();

	it( 'is one page: who, what, on which version, with which reason, and what changed', async () => {
		const [ id = 0 ] = await stories( [ company.press ] );
		await decide( id, 'correct', moderator, {
			content: {
				title: '',
				text: 'Der Läufer <b>passt</b>.',
				photos: [],
			},
		} );
		await decide( id, 'return', admin, {
			version: 2,
			reason: 'Magst du <i>noch</i> sagen, wo?',
		} );
		const html = await page( id, moderator );
		expect( html ).toContain( 'Employee sent this in.' );
		expect( html ).toContain( 'Moderator corrected this.' );
		expect( html ).toContain( 'admin returned this with a question.' );
		expect( html ).toContain( 'On version 2; now it is version 3' );
		expect( html ).toContain( 'Magst du &lt;i&gt;noch&lt;/i&gt; sagen' );
		expect( html ).toMatch(
			/<del>sitzt&#46;<\/del><ins>&#60;b&#62;passt&#60;&#47;b&#62;&#46;<\/ins>/
		);
		// Erased people leave their acts.
		await site.php(
			"require_once ABSPATH . 'wp-admin/includes/user.php'; wp_delete_user(get_user_by('login', 'admin')->ID);"
		);
		expect( await page( id, moderator ) ).toContain(
			'Somebody who was here returned this'
		);
	} );

	it( 'is closed to others, and stands in the menu only of those who manage', async () => {
		const [ id = 0 ] = await stories( [ company.sales ] );
		expect( await page( id, moderator ) ).not.toContain( 'sent this in' );
		expect(
			await page( id, await site.signIn( 'employee' ) )
		).not.toContain( 'sent this in' );
		const menu = async ( session: Session ) =>
			(
				await (
					await site.request( '/wp-admin/profile.php', {}, session )
				).text()
			).includes( 'admin.php?page=throughline-history' );
		expect( await menu( moderator ) ).toBe( true );
		await site.php(
			"get_user_by('login', 'moderator')->add_cap('throughline_manage', false);"
		);
		expect( await menu( moderator ) ).toBe( false );
		const [ theirs = 0 ] = await stories( [ company.press ] );
		expect( await page( theirs, moderator ) ).toContain( 'sent this in' );
	} );
} );

describe( 'decisions as a table', () => {
	/** As the browser does: by the form, with its nonce. */
	async function download( session: Session, change = {} ) {
		const form = await (
			await site.request(
				'/wp-admin/admin.php?page=throughline-history',
				{},
				session
			)
		).text();
		const query = new URLSearchParams( {
			action: 'throughline_decisions',
			_wpnonce: /name="_wpnonce" value="(\w+)"/.exec( form )?.[ 1 ] ?? '',
			...change,
		} );
		const response = await site.request(
			`/wp-admin/admin-post.php?${ query }`,
			{},
			session
		);
		return { status: response.status, text: await response.text() };
	}

	it( 'hold what was told, run no formula, and name nobody', async () => {
		const [ id = 0 ] = await stories( [ company.press ] );
		await decide( id, 'return', moderator, {
			reason: '=cmd|\' /C calc\'!A0 "und"; mehr',
		} );
		const { status, text } = await download( admin );
		expect( status ).toBe( 200 );
		expect( text ).toContain( `story-${ id }` );
		expect( text ).toContain( `"'=cmd|' /C calc'!A0 ""und""; mehr"` );
		expect( text ).not.toMatch( /(^|[,;"])=cmd/m );
		expect( text ).not.toContain( 'Moderator' );
		expect( text ).not.toContain( 'Employee' );
		// Turning that off takes a written reason.
		await site.php(
			"Throughline\\Moderation\\WorksAgreement::turn('no_export', false, 'The works council agreed.');"
		);
		expect( ( await download( admin ) ).text ).toContain( 'Moderator' );
	} );

	it( 'of some days only, and for those who manage', async () => {
		await stories( [ company.press ] );
		const lines = async ( change: object ) =>
			( await download( admin, change ) ).text.trim().split( '\n' )
				.length;
		const day = new Intl.DateTimeFormat( 'sv', {
			timeZone: 'Europe/Berlin',
		} ).format( new Date() );
		expect( await lines( { from: day, to: day } ) ).toBe( 2 );
		expect( await lines( { from: '2020-01-01', to: '2020-12-31' } ) ).toBe(
			1
		);
		await site.php(
			"get_user_by('login', 'moderator')->add_cap('throughline_manage', false);"
		);
		expect( ( await download( moderator ) ).status ).toBe( 403 );
		expect( ( await download( admin, { _wpnonce: 'x' } ) ).status ).toBe(
			403
		);
	} );

	it( 'need no more memory for many than for few', async () => {
		const grown = await site.php< number >( `
			global $wpdb;
			$table = $wpdb->prefix . 'throughline_decisions';
			$reason = str_repeat('x', 1000);
			for ($batch = 0; $batch < 6; $batch++) {
				$values = [];
				for ($i = 0; $i < 500; $i++) {
					$id = $batch * 500 + $i + 1;
					$values[] = "('comment', $id, 1, 'submit', 'waiting', '$reason', '[]', '', '', '[]', '2026-01-01 00:00:00')";
				}
				$wpdb->query("INSERT INTO $table (kind, piece_id, version, act, state, reason, reasons, title, text, photos, created) VALUES " . implode(',', $values));
			}
			$wpdb->queries = [];
			$seen = 0;
			$peak = [];
			foreach (Throughline\\Moderation\\DecisionsExport::lines('2025-01-01 00:00:00', '2027-01-01 00:00:00') as $line) {
				$seen++;
				if ($seen % 1000 === 0) { $peak[] = memory_get_usage(); }
			}
			return $seen === 3001 ? max($peak) - $peak[0] : -1;
		` );
		expect( grown ).toBeGreaterThanOrEqual( 0 );
		expect( grown ).toBeLessThan( 400_000 );
	} );
} );

describe( 'the command line', () => {
	/** WP-CLI's own part: registering, printing and ending. */
	const cli = ( command: string, args: string[], options = {}, user = 0 ) =>
		site.php< string[] >(
			`eval('class WP_CLI { public static $said = []; public static $commands = []; static function add_command($name, $class) { self::$commands[$name] = $class; } static function success($m) { self::$said[] = "Success: $m"; } static function error($m) { self::$said[] = "Error: $m"; } static function debug($m, $g) {} static function log($m) { self::$said[] = $m; } }');
			eval('namespace WP_CLI\\\\Utils; function format_items($format, $items, $fields) { foreach ($items as $item) { \\\\WP_CLI::$said[] = implode(" ", array_map(fn($f) => (string) $item[$f], array_slice($fields, 0, 2))); } }');
			wp_set_current_user($args['user']);
			Throughline\\Moderation\\Commands::register();
			(new \\WP_CLI::$commands['throughline']())->{$args['command']}($args['args'], $args['options']);
			return WP_CLI::$said;`,
			{ command, args, options, user }
		);

	it( 'lists, decides and rebuilds as the screen does', async () => {
		const [ id, other ] = await stories( [ company.press, company.sales ] );
		const user = await site.php< number >(
			"return get_user_by('login', 'moderator')->ID;"
		);
		expect( await cli( 'queue', [] ) ).toEqual( [
			`story-${ id } 1`,
			`story-${ other } 1`,
		] );
		expect( await cli( 'queue', [], {}, user ) ).toEqual( [
			`story-${ id } 1`,
		] );
		expect( await cli( 'decide', [ `story-${ id }`, 'publish' ] ) ).toEqual(
			[ expect.stringContaining( 'Error: Say who decides' ) ]
		);
		expect(
			await cli( 'decide', [ `story-${ other }`, 'publish' ], {}, user )
		).toEqual( [ expect.stringContaining( 'Error: This piece isn’t' ) ] );
		expect(
			await cli( 'decide', [ `story-${ id }`, 'return' ], {}, user )
		).toEqual( [ expect.stringContaining( 'Error: Please tell' ) ] );
		expect(
			await cli( 'decide', [ `story-${ id }`, 'publish' ], {}, user )
		).toEqual( [
			`Success: story-${ id } is published now, as version 2.`,
		] );
		expect( await cli( 'rebuild', [] ) ).toEqual( [
			expect.stringMatching( /^\d+ comments$/ ),
			'Success: 2 pieces looked at, 0 put right.',
		] );
	} );
} );
