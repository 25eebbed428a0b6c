// The round trip: a link to one's own piece that opens nothing else, and everything its bearer can do, without an account or a script.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewDecision, OwnPieces, Story } from '../../src/contract.ts';
import { findSite, type Mail, type Session, type Site } from '../site/site.ts';
import { story as withPhoto } from './cases.ts';

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

async function rest< T >(
	path: string,
	body?: unknown,
	session?: Session,
	headers: Record< string, string > = {}
): Promise< { status: number; body: T; headers: Headers } > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			...( body !== undefined && {
				method: 'POST',
				body: JSON.stringify( body ),
			} ),
			headers: { 'Content-Type': 'application/json', ...headers },
		},
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as T,
		headers: response.headers,
	};
}

async function story( text = 'Der Läufer sitzt.' ): Promise< Story > {
	const { body } = await rest< Story >(
		'stories',
		{ submission: randomUUID(), title: 'Läufer', text },
		employee
	);
	return body;
}

/** A guest's comment on the first post, as core's own form takes it; gives its id. */
const comment = ( mail = 'gast@example.com', name = 'Gerda Gast' ) =>
	site.php< number >(
		`$id = wp_new_comment(wp_slash(['comment_post_ID' => 1, 'comment_author' => $args[0], 'comment_author_email' => $args[1], 'comment_author_url' => '', 'comment_content' => 'Wer hat das gebaut? ' . wp_generate_uuid4(), 'comment_type' => 'comment', 'user_id' => 0, 'comment_author_IP' => '192.0.2.7', 'comment_agent' => '']), true);
		return is_wp_error($id) ? 0 : $id;`,
		[ name, mail ]
	);

const decide = (
	kind: string,
	id: number,
	decision: Partial< NewDecision > = {}
) =>
	rest< { code?: string } >(
		'decisions',
		{ kind, id, version: 1, act: 'publish', ...decision },
		moderator
	);

/** Eleven seconds later nothing can be undone any more, and the outbox goes out. */
async function drain(): Promise< Mail[] > {
	await site.setClock( Math.floor( Date.now() / 1000 ) + 11 );
	await site.php( "do_action('throughline_due');" );
	await site.setClock( null );
	return await told();
}

/** Mails to contributors; moderators get theirs when something waits. */
const told = async () =>
	( await site.mails() ).filter(
		( { to } ) =>
			! to.some( ( mail ) => /^(admin|moderator)@/.test( mail ) )
	);

/** The last link to a page of one's own in a mail. */
const linkIn = ( mail: Mail | undefined ) =>
	/\S*throughline-piece=\S+/.exec( mail?.message ?? '' )?.[ 0 ] ?? '';

const path = ( link: string ) => link.slice( site.url.length );

const link = ( kind: string, id: number ) =>
	site.php< string >(
		'return Throughline\\Moderation\\Links::address($args[0], $args[1]);',
		[ kind, id ]
	);

interface Page {
	status: number;
	html: string;
	headers: Headers;
	version: string;
}

async function read( response: Response ): Promise< Page > {
	const html = ( await response.text() ).replace( /&#(\d+);/g, ( _, code ) =>
		String.fromCodePoint( Number( code ) )
	);
	return {
		status: response.status,
		html,
		headers: response.headers,
		version:
			/name="throughline_version" value="(\d+)"/.exec( html )?.[ 1 ] ??
			'',
	};
}

const open = async ( address: string, session?: Session ) =>
	read( await site.request( path( address ), {}, session ) );

/** What the page of a link sends along with each button, without asking for the whole page. */
const sealed = ( address: string ) =>
	site.php< { seal: string; version: string } >(
		`$own = Throughline\\Moderation\\Own::piece($args);
		return $own === null ? ['seal' => '', 'version' => ''] : [
			'seal' => Throughline\\Moderation\\Own::seal($own),
			'version' => (string) Throughline\\Moderation\\Decisions::latest($own['kind'], $own['id'])['version'],
		];`,
		new URL( address ).searchParams.get( 'throughline-piece' )
	);

/** Presses a button on the page, as a browser without JavaScript does. */
async function press(
	address: string,
	fields: Record< string, string | Blob >,
	session?: Session
): Promise< Response > {
	const page = await sealed( address );
	const body = new FormData();
	Object.entries( { ...page, ...fields } ).forEach( ( [ name, value ] ) =>
		body.append( `throughline_${ name }`, value )
	);
	return await site.request(
		path( address ),
		{ method: 'POST', body },
		session
	);
}

const state = ( kind: string, id: number ) =>
	site.php< { state: string; version: number } >(
		'return Throughline\\Moderation\\Decisions::latest($args[0], $args[1]);',
		[ kind, id ]
	);

const content = ( kind: string, id: number ) =>
	site.php< { title: string; text: string; photos: { id: number }[] } >(
		'return Throughline\\Moderation\\Kinds::get($args[0])->content($args[1]);',
		[ kind, id ]
	);

describe( 'a link', () => {
	it( 'comes with what was sent, opens the piece to whoever has it, and no cache keeps it', async () => {
		const { headers, body } = await rest< Story >(
			'stories',
			{ submission: randomUUID(), text: 'Da.' },
			employee
		);
		expect( headers.get( 'Cache-Control' ) ).toContain( 'no-store' );
		const page = await open( body.mine ?? '' );
		expect( page.status ).toBe( 200 );
		expect( page.html ).toContain( 'somebody looks at it' );
		expect( page.headers.get( 'Cache-Control' ) ).toContain( 'no-store' );
		expect( page.headers.get( 'Referrer-Policy' ) ).toBe( 'no-referrer' );
		expect( page.headers.get( 'X-Robots-Tag' ) ).toContain( 'noindex' );
		expect( page.headers.get( 'Content-Security-Policy' ) ).toContain(
			"default-src 'self'"
		);
	} );

	it( 'stands in our tables by its hash alone', async () => {
		const { mine } = await story();
		const token = /[0-9a-f]{64}$/.exec( mine ?? '' )?.[ 0 ] ?? '';
		expect( token ).not.toBe( '' );
		const found = await site.php< string[] >(
			`$found = [];
			foreach ($GLOBALS['wpdb']->get_col('SHOW TABLES') as $table) {
				foreach ($GLOBALS['wpdb']->get_results("SELECT * FROM $table", ARRAY_A) as $row) {
					if (str_contains(wp_json_encode($row), $args)) { $found[] = $table; }
				}
			}
			return $found;`,
			token
		);
		expect( found ).toEqual( [] );
	} );

	it( 'that was guessed, cut, of another piece, an array or `true` opens nothing, and says the same', async () => {
		const one = await story();
		const other = await story( 'Eine andere.' );
		const token = ( one.mine ?? '' ).slice( -64 );
		const answers = new Set< string >();
		for ( const asked of [
			`throughline-piece=story-${ one.id }-${ 'ab'.repeat( 32 ) }`,
			`throughline-piece=story-${ one.id }-${ token.slice( 1 ) }`,
			`throughline-piece=story-${ other.id }-${ token }`,
			`throughline-piece=comment-1-${ token }`,
			`throughline-piece[]=story-${ one.id }-${ token }`,
			'throughline-piece=true',
			`throughline-piece=story-${ one.id }`,
			`throughline-piece=story-${ one.id }-${ token }%0a`,
		] ) {
			const response = await site.request( `/?${ asked }` );
			expect( response.status, asked ).toBe( 404 );
			const html = await response.text();
			expect( html ).not.toContain( 'Läufer' );
			answers.add( /<main[^]*<\/main>/.exec( html )?.[ 0 ] ?? html );
		}
		expect( answers.size ).toBe( 1 );
	} );

	it( 'ends when it is too old', async () => {
		const { mine } = await story();
		await site.setClock(
			Math.floor( Date.now() / 1000 ) + 2 * 366 * 86400
		);
		expect( ( await open( mine ?? '' ) ).status ).toBe( 404 );
	} );

	it( 'ends when its bearer ends it; who has a mail address gets a new one there', async () => {
		const id = await comment();
		const mine = await link( 'comment', id );
		const older = await link( 'comment', id );
		const response = await press( mine, { act: 'revoke' } );
		expect( response.status ).toBe( 200 );
		expect( ( await open( mine ) ).status ).toBe( 404 );
		expect( ( await open( older ) ).status ).toBe( 404 );
		const [ mail ] = await told();
		expect( mail?.to ).toEqual( [ 'gast@example.com' ] );
		expect( ( await open( linkIn( mail ) ) ).status ).toBe( 200 );
	} );

	it( 'is ended by moderators, and by nobody else', async () => {
		const { id, mine } = await story();
		const revoke = ( session?: Session ) =>
			site.request(
				`/wp-json/throughline/v1/queue/story/${ id }/links`,
				{ method: 'DELETE' },
				session
			);
		expect( ( await revoke() ).status ).toBe( 401 );
		expect( ( await revoke( employee ) ).status ).toBe( 403 );
		expect( ( await open( mine ?? '' ) ).status ).toBe( 200 );
		expect( ( await revoke( moderator ) ).status ).toBe( 200 );
		expect( ( await open( mine ?? '' ) ).status ).toBe( 404 );
	} );

	it( 'that is opened changes nothing, however a scanner opens it', async () => {
		const { id, mine } = await story();
		const rows = () =>
			site.php< string >(
				"return md5(wp_json_encode(array_map(static fn($table) => $GLOBALS['wpdb']->get_results(\"SELECT * FROM {$GLOBALS['wpdb']->prefix}throughline_$table\"), ['links', 'decisions', 'queue', 'due', 'submissions', 'reports'])));"
			);
		const before = await rows();
		for ( const method of [ 'GET', 'HEAD' ] ) {
			await site.request( path( mine ?? '' ), { method } );
		}
		await site.request(
			`${ path( mine ?? '' ) }&throughline_act=withdraw&throughline_leave=removed`
		);
		expect( await rows() ).toBe( before );
		expect( await state( 'story', id ) ).toEqual( {
			state: 'waiting',
			version: 1,
		} );
	} );

	it( 'needs the seal of its page to do anything', async () => {
		const { id, mine } = await story();
		for ( const seal of [ '', 'true' ] ) {
			const response = await press( mine ?? '', {
				seal,
				act: 'withdraw',
				leave: 'removed',
			} );
			expect( response.status ).toBe( 403 );
		}
		expect( ( await state( 'story', id ) ).state ).toBe( 'waiting' );
	} );

	it( 'reads no login: whoever is signed in there is its bearer and nobody else', async () => {
		const { mine } = await story();
		const page = await open( mine ?? '', moderator );
		expect( page.status ).toBe( 200 );
		expect( page.html ).not.toContain( 'wpadminbar' );
		expect( page.html ).not.toContain( 'All that you sent' );
	} );
} );

describe( 'one’s own page', () => {
	it( 'is opened by login, by its contributor alone', async () => {
		const { id } = await story();
		const address = `${ site.url }/?throughline-piece=story-${ id }`;
		expect( ( await open( address, employee ) ).status ).toBe( 200 );
		expect( ( await open( address, moderator ) ).status ).toBe( 404 );
		const response = await press(
			address,
			{ act: 'withdraw', leave: 'kept', seal: 'x' },
			moderator
		);
		expect( response.status ).toBe( 404 );
		expect( ( await state( 'story', id ) ).state ).toBe( 'waiting' );
	} );

	it( 'keeps what was typed when the piece changed meanwhile, and shows both', async () => {
		const { id, mine } = await story();
		const page = await open( mine ?? '' );
		await decide( 'story', id, {
			act: 'return',
			reason: 'Welche Turbine ist das?',
		} );
		const response = await press( mine ?? '', {
			version: page.version,
			act: 'revise',
			text: 'Mein neuer Text mit [gallery].',
			title: 'Läufer',
		} );
		const after = await read( response );
		expect( after.status ).toBe( 409 );
		expect( after.html ).toContain( 'Mein neuer Text mit [gallery].' );
		expect( after.html ).toContain( 'Der Läufer sitzt.' );
		expect( after.html ).toContain( 'Welche Turbine ist das?' );
		expect( after.version ).toBe( '2' );
		expect( ( await state( 'story', id ) ).state ).toBe( 'returned' );
	} );

	it( 'refuses what is too long or empty, with every character still in the form', async () => {
		const { id, mine } = await story();
		const long = await read(
			await press( mine ?? '', {
				act: 'revise',
				text: 'ä'.repeat( 10_001 ),
			} )
		);
		expect( long.status ).toBe( 422 );
		expect( long.html ).toContain( 'ä'.repeat( 10_001 ) );
		const empty = await press( mine ?? '', { act: 'revise', text: ' ' } );
		expect( empty.status ).toBe( 422 );
		expect( ( await content( 'story', id ) ).text ).toBe(
			'Der Läufer sitzt.'
		);
	} );

	/** The styles of the block, linked or printed. */
	const MINE = /my-pieces\/style|\.throughline-mine__/;

	it( 'lists all of one’s pieces, also those that came another way, and nobody else’s', async () => {
		await site.php(
			"wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_name' => 'mine', 'post_title' => 'Mine', 'post_content' => '<!-- wp:throughline/my-pieces /-->']);"
		);
		const { id } = await story();
		await site.php(
			"wp_new_comment(wp_slash(['comment_post_ID' => 1, 'comment_author' => '', 'comment_author_email' => '', 'comment_author_url' => '', 'comment_content' => 'Mein Kommentar dazu.', 'comment_type' => 'comment', 'user_id' => get_user_by('login', 'employee')->ID, 'comment_author_IP' => '192.0.2.7', 'comment_agent' => '']), true);"
		);
		await comment();
		const page = await open( `${ site.url }/mine/`, employee );
		expect( page.html ).toContain( `throughline-piece=story-${ id }` );
		expect( page.html ).toContain( 'Mein Kommentar dazu.' );
		expect( page.html ).not.toContain( 'Wer hat das gebaut' );
		const other = await open( `${ site.url }/mine/`, moderator );
		expect( other.html ).not.toContain( 'throughline-piece=story' );
		const stranger = await open( `${ site.url }/mine/` );
		expect( stranger.html ).toContain( 'please sign in' );
		expect( stranger.html ).not.toMatch( /throughline_seal|nonce=/ );
		expect( page.html ).toMatch( MINE );
		expect( stranger.html ).not.toMatch( MINE );
		// Links in mails lead to the page that has the block.
		expect( await link( 'story', id ) ).toContain( '/mine/?' );
	} );
} );

describe( 'a guest', () => {
	it( 'is asked, answers by the link in the mail, and is told when it is online', async () => {
		const id = await comment();
		const [ receipt ] = await drain();
		expect( receipt?.to ).toEqual( [ 'gast@example.com' ] );
		expect( ( await open( linkIn( receipt ) ) ).status ).toBe( 200 );

		await decide( 'comment', id, {
			act: 'return',
			reason: 'Welche Anlage meinst du?',
		} );
		const asked = ( await drain() ).at( -1 );
		expect( asked?.subject ).toContain( 'Almost there' );
		expect( asked?.message ).toContain( 'Welche Anlage meinst du?' );
		expect( asked?.message ).toMatch( /object until/ );
		const response = await press( linkIn( asked ), {
			act: 'revise',
			text: 'Wer hat die Turbine in Halle 3 gebaut?',
			answer: 'Die in Halle 3.',
		} );
		expect( response.status ).toBe( 303 );
		expect( await state( 'comment', id ) ).toEqual( {
			state: 'waiting',
			version: 3,
		} );
		const queue = await rest< {
			items: { reasons: { code: string }[] }[];
		} >( 'queue', undefined, moderator );
		expect( queue.body.items[ 0 ]?.reasons[ 0 ]?.code ).toBe( 'answered' );

		await decide( 'comment', id, { version: 3 } );
		const mails = await drain();
		expect( mails.at( -1 )?.subject ).toContain( 'is online' );
		expect( mails.at( -1 )?.message ).toContain( 'Pass it on' );
		expect( mails ).toHaveLength( 3 );
		// Each mail has a link of its own, and the older ones still open it.
		for ( const mail of mails ) {
			expect( ( await open( linkIn( mail ) ) ).status ).toBe( 200 );
		}
		expect( ( await content( 'comment', id ) ).text ).toContain(
			'Halle 3'
		);
	} );

	it( 'with a line break in the mail address gets none, and no header is written', async () => {
		const id = await comment();
		await site.php(
			"$GLOBALS['wpdb']->update($GLOBALS['wpdb']->comments, ['comment_author_email' => \"gast@example.com\\r\\nBcc: all@example.com\", 'comment_author' => \"Eve\\r\\nBcc: all@example.com\"], ['comment_ID' => $args]); clean_comment_cache($args);",
			id
		);
		await decide( 'comment', id );
		expect( await drain() ).toEqual( [] );
	} );
} );

describe( 'a title', () => {
	it( 'that is hostile stays one short line of the subject', async () => {
		const { body } = await rest< Story >(
			'stories',
			{
				submission: randomUUID(),
				title: `Bcc: x@example.com ‮${ 'lang '.repeat( 30 ) }`,
				text: 'Da.',
			},
			employee
		);
		await decide( 'story', body.id );
		const [ mail ] = await drain();
		expect( mail?.subject ).not.toMatch( /[\r\n‮]/ );
		expect( mail?.subject.length ).toBeLessThan( 90 );
		expect( mail?.headers ).toEqual( [] );
	} );
} );

describe( 'a change to what is published', () => {
	async function published(): Promise< Story > {
		const sent = await story( 'So steht es da.' );
		await decide( 'story', sent.id );
		return sent;
	}

	it( 'waits while the published one stands; accepted, it is there, and both are told', async () => {
		const { id, mine } = await published();
		await press( mine ?? '', {
			act: 'propose',
			text: 'So ist es besser.',
		} );
		expect( await content( 'story', id ) ).toMatchObject( {
			text: 'So steht es da.',
		} );
		expect( ( await state( 'story', id ) ).state ).toBe( 'published' );
		await decide( 'story', id, { version: 3 } );
		expect( await content( 'story', id ) ).toMatchObject( {
			text: 'So ist es besser.',
		} );
		const mails = await drain();
		expect( mails.at( -1 )?.subject ).toContain( 'Your change is online' );
	} );

	it( 'that is declined leaves everything, and says why', async () => {
		const { id, mine } = await published();
		await press( mine ?? '', { act: 'propose', text: 'Schlechter.' } );
		await decide( 'story', id, {
			version: 3,
			act: 'return',
			reason: 'Das stimmt so nicht.',
		} );
		expect( await content( 'story', id ) ).toMatchObject( {
			text: 'So steht es da.',
		} );
		const mail = ( await drain() ).at( -1 );
		expect( mail?.subject ).toContain( 'Your change to' );
		expect( mail?.message ).toContain( 'Das stimmt so nicht.' );
		const page = await open( mine ?? '' );
		expect( page.html ).toContain( 'Your change was not taken over' );
		expect( page.html ).toContain( 'Das stimmt so nicht.' );
	} );
} );

describe( 'a correction', () => {
	const correct = ( id: number, version: number, text: string ) =>
		decide( 'story', id, {
			version,
			act: 'correct',
			content: { title: 'Läufer', text, photos: [] },
		} );

	it( 'is shown with what changed, and undone by the contributor', async () => {
		const { id, mine } = await story( 'Der Leufer sitzt.' );
		await correct( id, 1, 'Der Läufer sitzt.' );
		const page = await open( mine ?? '' );
		expect( page.html ).toMatch( /<del>Leufer <\/del><ins>Läufer <\/ins>/ );
		const response = await press( mine ?? '', { act: 'correct' } );
		expect( response.status ).toBe( 303 );
		expect( await content( 'story', id ) ).toMatchObject( {
			text: 'Der Leufer sitzt.',
		} );
		expect( ( await open( mine ?? '' ) ).html ).not.toContain( '<del>' );
	} );

	it( 'that was published is undone by a proposal: nobody has let the old words appear', async () => {
		const { id, mine } = await story( 'Ruf an: 0160 123.' );
		await correct( id, 1, 'Ruf an.' );
		await decide( 'story', id, { version: 2 } );
		await press( mine ?? '', { act: 'correct' } );
		expect( await content( 'story', id ) ).toMatchObject( {
			text: 'Ruf an.',
		} );
		expect( ( await open( mine ?? '' ) ).html ).toContain(
			'Your change waits'
		);
	} );
} );

describe( 'a description of a photo that was corrected', () => {
	it( 'comes back as a proposal where it was never public, though the text was', async () => {
		const { id, photos } = await withPhoto();
		const change = ( described: { alt: string } ) => ( {
			title: 'Am Läufer',
			text: 'Ein Satz.',
			photos: [ { id: photos[ 0 ] ?? 0, ...described } ],
		} );
		await decide( 'story', id, {
			version: 2,
			act: 'remove',
			reason: 'Was zeigt das?',
		} );
		await site.php(
			"wp_update_post( [ 'ID' => $args, 'post_status' => 'pending' ] );",
			id
		);
		await rest(
			`pieces/story/${ id }`,
			{
				version: 4,
				act: 'revise',
				content: change( { alt: 'Der faule Meier' } ),
			},
			employee
		);
		await decide( 'story', id, {
			version: 5,
			act: 'correct',
			content: change( { alt: 'Ein Kollege' } ),
		} );
		await decide( 'story', id, { version: 6 } );
		await rest(
			`pieces/story/${ id }`,
			{ version: 7, act: 'correct' },
			employee
		);
		expect( await content( 'story', id ) ).toEqual(
			change( { alt: 'Ein Kollege' } )
		);
	} );
} );

describe( 'withdrawn', () => {
	const rows = ( id: number ) =>
		site.php< {
			decisions: string[];
			words: string;
			links: number;
			photos: number;
			post: string | false;
			author: number;
		} >(
			`$db = $GLOBALS['wpdb']; $p = $db->prefix . 'throughline_';
			return [
				'decisions' => $db->get_col("SELECT act FROM {$p}decisions WHERE piece_id = $args ORDER BY version"),
				'words' => implode('', $db->get_col("SELECT CONCAT(title, text, reason) FROM {$p}decisions WHERE piece_id = $args")),
				'links' => (int) $db->get_var("SELECT COUNT(*) FROM {$p}links WHERE piece_id = $args"),
				'photos' => (int) $db->get_var("SELECT COUNT(*) FROM {$p}photos WHERE story_id = $args"),
				'post' => get_post_status($args),
				'author' => (int) get_post_field('post_author', $args),
			];`,
			id
		);

	async function withdrawn( leave: string ): Promise< number > {
		const { id, mine } = await story();
		await decide( 'story', id );
		await drain();
		const response = await press( mine ?? '', { act: 'withdraw', leave } );
		expect( response.status ).toBe( 200 );
		expect( ( await open( mine ?? '' ) ).status ).toBe( 404 );
		const mails = await drain();
		expect( mails ).toHaveLength( 2 );
		expect( mails[ 1 ]?.subject ).toBe( 'What you withdrew' );
		return id;
	}

	it( 'and kept: off the site, with its words until their time is over', async () => {
		const id = await withdrawn( 'kept' );
		expect( await rows( id ) ).toMatchObject( {
			decisions: [ 'submit', 'publish', 'withdraw' ],
			post: 'draft',
			links: 0,
		} );
		await site.setClock( Math.floor( Date.now() / 1000 ) + 366 * 86400 );
		await site.php( "do_action('throughline_sweep');" );
		expect( await rows( id ) ).toMatchObject( {
			decisions: [ 'submit', 'publish', 'withdraw' ],
			words: '',
			post: false,
		} );
	} );

	it( 'without the name: online, and nobody’s', async () => {
		const id = await withdrawn( 'anonymised' );
		expect( await rows( id ) ).toMatchObject( {
			post: 'publish',
			author: 0,
			links: 0,
		} );
		const page = await site.request( `/?p=${ id }&post_type=tl_story` );
		const html = await (
			await site.request(
				new URL( page.headers.get( 'location' ) ?? '/', site.url )
					.pathname
			)
		).text();
		expect( html ).toContain( 'Der Läufer sitzt.' );
		expect( html ).toContain( 'Somebody who was here' );
	} );

	it( 'for good: post and words are gone, the record stays', async () => {
		const id = await withdrawn( 'removed' );
		expect( await rows( id ) ).toEqual( {
			decisions: [ 'submit', 'publish', 'withdraw' ],
			words: '',
			links: 0,
			photos: 0,
			post: false,
			author: 0,
		} );
	} );
} );

describe( 'over REST', () => {
	const shown = ( mine?: string ) => ( {
		'Throughline-Link':
			new URL( mine ?? '' ).searchParams.get( 'throughline-piece' ) ?? '',
	} );

	it( 'lists one’s own by login, and the one piece of a link to its bearer', async () => {
		const { id, mine } = await story();
		await comment();
		const all = await rest< OwnPieces >( 'pieces', undefined, employee );
		expect( all.body.pieces ).toMatchObject( [
			{ kind: 'story', id, version: 1, state: 'waiting' },
		] );
		const one = await rest< OwnPieces >(
			'pieces',
			undefined,
			undefined,
			shown( mine )
		);
		expect( one.body.pieces ).toMatchObject( [ { kind: 'story', id } ] );
		expect( one.headers.get( 'Cache-Control' ) ).toContain( 'no-store' );
		const stranger = await rest< { code: string } >( 'pieces' );
		expect( stranger.status ).toBe( 401 );
	} );

	it( 'changes by a link what it opens, and nothing else', async () => {
		const one = await story();
		const other = await story( 'Eine andere.' );
		const change = ( id: number, headers = {}, body: object = {} ) =>
			rest< { code?: string } >(
				`pieces/story/${ id }`,
				{
					version: 1,
					act: 'revise',
					content: { title: '', text: 'Neu.', photos: [] },
					...body,
				},
				undefined,
				headers
			);
		for ( const headers of [
			{},
			{ 'Throughline-Link': 'true' },
			{ 'Throughline-Link': `story-${ one.id }` },
			shown( other.mine ),
		] ) {
			expect( ( await change( one.id, headers ) ).status ).toBe( 404 );
		}
		for ( const bad of [
			{ version: 'x' },
			{ act: 'publish' },
			{ act: [ 'revise' ] },
			{ content: true },
			{ leave: 'sold' },
		] ) {
			const { status } = await change( one.id, shown( one.mine ), bad );
			expect( status, JSON.stringify( bad ) ).toBe( 400 );
		}
		// A photo of somebody else is nobody's to name.
		const done = await change( one.id, shown( one.mine ), {
			content: {
				title: '',
				text: 'Neu.',
				photos: [ { id: 1, alt: 'x' } ],
			},
		} );
		expect( done.status ).toBe( 200 );
		expect( await content( 'story', one.id ) ).toMatchObject( {
			text: 'Neu.',
			photos: [],
		} );
		expect( ( await change( one.id, shown( one.mine ) ) ).body.code ).toBe(
			'throughline_stale'
		);
	} );
} );

describe( 'a photo', () => {
	/** A picture as GD makes it. */
	const picture = async () =>
		new File(
			[
				Buffer.from(
					await site.php< string >(
						'$image = imagecreatetruecolor(320, 240); ob_start(); imagejpeg($image); return base64_encode(ob_get_clean());'
					),
					'base64'
				),
			],
			'halle.jpg',
			{ type: 'image/jpeg' }
		);

	it( 'is added with the answer, shown to the bearer alone, and taken away again', async () => {
		const { id, mine } = await story();
		const photo = await picture();
		const unasked = await press( mine ?? '', {
			act: 'revise',
			text: 'Mit Bild.',
			photo,
		} );
		expect( unasked.status ).toBe( 422 );
		expect( ( await read( unasked ) ).html ).toContain( 'Mit Bild.' );
		const added = await press( mine ?? '', {
			act: 'revise',
			text: 'Mit Bild.',
			people: 'others',
			new_alt: 'Die Halle',
			photo,
		} );
		expect( added.status ).toBe( 303 );
		const { html } = await open( mine ?? '' );
		const src = (
			/<img src="([^"]+)"/.exec( html )?.[ 1 ] ?? ''
		).replaceAll( '&amp;', '&' );
		expect( html ).toContain( 'Die Halle' );
		const shown = await site.request( path( src ) );
		expect( shown.headers.get( 'Content-Type' ) ).toBe( 'image/jpeg' );
		const unsigned = src.replace( /signed=\w/, 'signed=_' );
		expect( ( await site.request( path( unsigned ) ) ).status ).toBe( 404 );
		// Who can be recognised has to be asked now.
		expect(
			( await decide( 'story', id, { version: 2 } ) ).body.code
		).toBe( 'throughline_consent_missing' );
		// Who agreed to one photo has not agreed to the next.
		await decide( 'story', id, {
			version: 2,
			act: 'return',
			reason: 'Noch eines?',
			consent: true,
		} );
		await press( mine ?? '', {
			act: 'revise',
			text: 'Zwei Bilder.',
			people: 'others',
			photo,
		} );
		expect(
			( await decide( 'story', id, { version: 4 } ) ).body.code
		).toBe( 'throughline_consent_missing' );
		const number = /photos\/(\d+)\//.exec( src )?.[ 1 ] ?? '';
		await press( mine ?? '', {
			act: 'revise',
			text: 'Ohne Bild.',
			'drop[]': number,
		} );
		const left = await content( 'story', id );
		expect( left.photos.map( ( { id: kept } ) => String( kept ) ) ).toEqual(
			[ expect.not.stringMatching( `^${ number }$` ) ]
		);
	} );
} );

describe( 'killed between decision and notice', () => {
	it( 'it goes out all the same, once', async () => {
		const { id } = await story();
		await site
			.php(
				`add_action('throughline_acted', static fn() => Throughline\\Database::after_commit(static function () { function_exists('posix_kill') && posix_kill(getmypid(), 9); exit(); }), 1);
				Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $args, 'version' => 1, 'act' => 'publish', 'reason' => '', 'guideline' => 0, 'consent' => false], get_user_by('login', 'moderator')->ID);`,
				id
			)
			.catch( () => undefined );
		expect( ( await state( 'story', id ) ).state ).toBe( 'published' );
		await site.setClock( Math.floor( Date.now() / 1000 ) + 3600 );
		for ( let hour = 0; hour < 2; hour++ ) {
			await site.php( "do_action('throughline_sweep');" );
		}
		const mails = await told();
		expect( mails.map( ( { subject } ) => subject ) ).toEqual( [
			'“Läufer” is online',
		] );
	} );

	it( 'undone within ten seconds it was never told', async () => {
		const { id } = await story();
		await decide( 'story', id, { act: 'return', reason: 'Welche?' } );
		await rest(
			'decisions/undo',
			{ kind: 'story', id, version: 2 },
			moderator
		);
		expect( await drain() ).toEqual( [] );
	} );
} );
