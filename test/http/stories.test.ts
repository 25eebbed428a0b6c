// Stories arrive once, hold what was written, and tell strangers nothing before they are published.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Queue, Story } from '../../src/contract.ts';
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

interface Refusal {
	code: string;
	message: string;
	data: { status: number; field?: string };
}

async function send(
	story: Record< string, unknown >,
	session = employee
): Promise< { status: number; body: Story & Refusal } > {
	const response = await site.request(
		'/wp-json/throughline/v1/stories',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( { submission: randomUUID(), ...story } ),
		},
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as Story & Refusal,
	};
}

async function publish( id: number ): Promise< number > {
	const response = await site.request(
		'/wp-json/throughline/v1/decisions',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( {
				kind: 'story',
				id,
				version: 1,
				act: 'publish',
			} ),
		},
		moderator
	);
	return response.status;
}

const storyCount = () =>
	site.php< number >(
		"return (int) $GLOBALS['wpdb']->get_var(\"SELECT COUNT(*) FROM {$GLOBALS['wpdb']->posts} WHERE post_type = 'tl_story'\");"
	);

describe( 'a story', () => {
	it( 'waits after it was sent, and says what happens next', async () => {
		const { status, body } = await send( { text: 'Läufer eingehoben.' } );
		expect( status ).toBe( 201 );
		expect( body ).toMatchObject( { state: 'waiting', link: null } );
		expect( body.message ).toContain( 'somebody looks at it' );
	} );

	it( 'comes out once, however often the same submission is sent', async () => {
		const submission = randomUUID();
		const first = await send( { submission, text: 'Einmal.' } );
		const second = await send( { submission, text: 'Einmal, später.' } );
		expect( [ first.status, second.status ] ).toEqual( [ 201, 200 ] );
		expect( second.body.id ).toBe( first.body.id );
		expect( await storyCount() ).toBe( 1 );
	} );

	it( 'of somebody else is not found by a submission id that was guessed', async () => {
		const submission = randomUUID();
		const first = await send( { submission, text: 'Meins.' } );
		const other = await send( { submission, text: 'Auch.' }, moderator );
		expect( other.status ).toBe( 201 );
		expect( other.body.id ).not.toBe( first.body.id );
	} );

	it( 'keeps emoji, right-to-left text and everything that looks like code as text', async () => {
		const text = [
			'👷‍♀️ قمنا برفع الدوّار',
			'<script>alert(1)</script>',
			'<div data-wp-init="callbacks.run">x</div>',
			'<!-- wp:html --><b>fett</b><!-- /wp:html -->',
			'[gallery ids="1,2"]',
			'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
			'Tom & Jerry <3 “so” &amp; so',
		].join( '\n\n' );
		const { body } = await send( { title: '<b>Titel</b> & [x]', text } );
		expect( await publish( body.id ) ).toBe( 200 );
		const { plain, stored, title } = await site.php< {
			plain: string;
			stored: string;
			title: string;
		} >(
			"$post = get_post($args); return ['plain' => Throughline\\Stories\\Text::to_plain($post->post_content), 'stored' => $post->post_content, 'title' => Throughline\\Stories\\Stories::title($post)];",
			body.id
		);
		expect( plain ).toBe( text );
		expect( title ).toBe( '<b>Titel</b> & [x]' );
		expect( stored ).not.toMatch( /<(?!\/?(p|br|a)\b)/ );
		expect( stored ).not.toContain( '[' );
	} );

	it( 'is printed on its own page without running anything and without asking anybody', async () => {
		const { body } = await send( {
			title: 'Probe <img src=x onerror=alert(1)>',
			text: 'Erst <script>alert(1)</script>.\n\n<div data-wp-init="callbacks.run">x</div>\n\n[gallery]\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ',
		} );
		await publish( body.id );
		const link = await site.php< string >(
			'return get_permalink($args);',
			body.id
		);
		const page = await (
			await site.request( new URL( link ).pathname )
		).text();
		expect( page ).toContain( '&lt;script&gt;alert(1)&lt;/script&gt;' );
		expect( page ).not.toContain( '<script>alert(1)' );
		expect( page ).not.toContain( 'data-wp-init="callbacks.run"' );
		expect( page ).not.toContain( '<img src=x' );
		expect( page ).not.toContain( 'class="gallery' );
		expect( page ).not.toContain( '<iframe' );
		expect( await site.outgoing() ).toEqual( [] );
	} );
} );

describe( 'a story is refused', () => {
	it.each( [
		[ 'with nothing in it', {}, 'throughline_empty_story', 'text' ],
		[
			'with blanks alone',
			{ text: ' \n\t ' },
			'throughline_empty_story',
			'text',
		],
		[
			'with more than 10,000 characters',
			{ text: 'ä'.repeat( 10001 ) },
			'throughline_text_too_long',
			'text',
		],
		[
			'with a title of more than 200 characters',
			{ text: 'x', title: 'ä'.repeat( 201 ) },
			'throughline_title_too_long',
			'title',
		],
		[
			'with eleven photos',
			{
				recognisable: 'nobody',
				photos: Array.from( { length: 11 }, ( _, i ) => ( {
					id: i + 1,
				} ) ),
			},
			'throughline_too_many_photos',
			'photos',
		],
		[
			'with photos and no answer about people in them',
			{ photos: [ { id: 1 } ] },
			'throughline_recognisable_missing',
			'recognisable',
		],
		[
			'with a photo that is not there',
			{ recognisable: 'nobody', photos: [ { id: 999 } ] },
			'throughline_photo_gone',
			'photos',
		],
		[
			'with a text that is no text',
			{ text: [ 'x' ] },
			'throughline_invalid',
			'text',
		],
		[
			'with an unknown answer',
			{ text: 'x', recognisable: 'maybe' },
			'throughline_invalid',
			'recognisable',
		],
	] )( '%s, by code and sentence', async ( _, story, code, field ) => {
		const { body } = await send( story );
		expect( body.code ).toBe( code );
		expect( body.data.field ).toBe( field );
		expect( body.message ).toMatch( /\.|:/ );
		expect( body.message ).not.toContain( 'Invalid parameter' );
		expect( await storyCount() ).toBe( 0 );
	} );

	it( 'from strangers', async () => {
		const stranger = await site.request(
			'/wp-json/throughline/v1/stories',
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( {
					submission: randomUUID(),
					text: 'x',
				} ),
			}
		);
		expect( stranger.status ).toBe( 401 );
	} );

	it( 'from a subscriber', async () => {
		await site.php(
			"wp_insert_user(['user_login' => 'reader', 'user_pass' => 'password', 'role' => 'subscriber']);"
		);
		const reader = await site.signIn( 'reader' );
		expect( ( await send( { text: 'x' }, reader ) ).status ).toBe( 403 );
	} );
} );

describe( 'a waiting story', () => {
	it( 'and its author are nowhere that strangers may look', async () => {
		const { body } = await send( {
			title: 'Zugspitzläufer',
			text: 'Geheimwort Seilscheibe',
		} );
		const employeeId = await site.php< number >(
			"return wp_update_user(['ID' => get_user_by('login', 'employee')->ID, 'display_name' => 'Mona Keller']);"
		);
		const paths = [
			'/',
			`/?p=${ body.id }&post_type=tl_story`,
			`/?p=${ body.id }`,
			`/?tl_story=${ body.id }`,
			'/?s=Seilscheibe',
			'/?s=l%C3%A4ufer',
			'/feed/',
			'/?feed=rss2&post_type=tl_story',
			'/wp-sitemap.xml',
			'/wp-sitemap-users-1.xml',
			'/wp-sitemap-posts-tl_story-1.xml',
			'/author/employee/',
			`/?author=${ employeeId }`,
			'/wp-json/wp/v2/users',
			`/wp-json/wp/v2/users/${ employeeId }`,
			'/wp-json/wp/v2/search?search=Seilscheibe',
			'/wp-json/wp/v2/tl_story',
			`/wp-json/wp/v2/posts/${ body.id }`,
			`/wp-json/oembed/1.0/embed?url=${ encodeURIComponent(
				`${ site.url }/?p=${ body.id }&post_type=tl_story`
			) }`,
			'/wp-json/throughline/v1/queue',
			`/wp-json/throughline/v1/queue/story/${ body.id }`,
			'/wp-json/throughline/v1/wall',
			'/wp-json/throughline/v1/departments',
			`/?throughline-preview=story-${ body.id }`,
		];
		const leaks: string[] = [];
		for ( const path of paths ) {
			const response = await site.request( path );
			const told =
				( await response.text() ) +
				( response.headers.get( 'location' ) ?? '' );
			for ( const secret of [
				'Geheimwort',
				'Zugspitz',
				'Mona Keller',
			] ) {
				if ( told.includes( secret ) ) {
					leaks.push( `${ path } told ${ secret }` );
				}
			}
			// The login name stands in some of the addresses that were asked, and so in their answers.
			if ( told.replaceAll( path, '' ).includes( 'author/employee' ) ) {
				leaks.push( `${ path } told the login name` );
			}
		}
		expect( leaks ).toEqual( [] );
	} );

	it( 'can’t be written, changed or published past our routes by those who write posts', async () => {
		const { body } = await send( { text: 'Von mir.' } );
		await site.php(
			"foreach (['author', 'contributor'] as $role) { wp_insert_user(['user_login' => $role, 'user_pass' => 'password', 'role' => $role]); }"
		);
		for ( const name of [ 'author', 'contributor' ] ) {
			const session = await site.signIn( name );
			for ( const [ path, init ] of [
				[ '/wp-json/wp/v2/tl_story', { status: 'publish' } ],
				[ `/wp-json/wp/v2/posts/${ body.id }`, { status: 'publish' } ],
				[
					'/wp-json/wp/v2/posts',
					{ type: 'tl_story', status: 'pending', title: 'x' },
				],
			] as const ) {
				await site.request(
					path,
					{
						method: 'POST',
						headers: { 'Content-Type': 'application/json' },
						body: JSON.stringify( init ),
					},
					session
				);
			}
			const may = await site.php< boolean[] >(
				"$user = get_user_by('login', $args[0]); return array_map(static fn($cap) => user_can($user, $cap, $args[1]), ['edit_post', 'delete_post', 'publish_post', 'read_post']);",
				[ name, body.id ]
			);
			expect( may ).toEqual( [ false, false, false, false ] );
		}
		expect( await storyCount() ).toBe( 1 );
		expect(
			await site.php( 'return get_post_status($args);', body.id )
		).toBe( 'pending' );
	} );

	it( 'stands in the queue with its reason', async () => {
		const { body } = await send( { title: 'Neu', text: 'Da.' } );
		const response = await site.request(
			'/wp-json/throughline/v1/queue',
			{},
			moderator
		);
		const queue = ( await response.json() ) as Queue;
		expect( queue.counts ).toMatchObject( { waiting: 1, returned: 0 } );
		expect( queue.items ).toMatchObject( [
			{
				kind: 'story',
				id: body.id,
				version: 1,
				title: 'Neu',
				needsConsent: false,
				reasons: [ { code: 'default' } ],
			},
		] );
	} );
} );
