// Core's comments as pieces: they come in by core's door, wait on the desk, and are followed wherever core changes them.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision, Queue, QueuePiece } from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let moderator: Session;

beforeEach( async () => {
	site = await findSite();
	await site.reset();
	moderator = await site.signIn( 'moderator' );
} );

/** A guest's comment, sent by core's own form. */
async function comment( text: string, parent = 0 ): Promise< number > {
	const response = await site.request( '/wp-comments-post.php', {
		method: 'POST',
		body: new URLSearchParams( {
			comment_post_ID: '1',
			comment_parent: String( parent ),
			author: 'K. Brandt',
			email: 'brandt@example.com',
			comment: text,
		} ),
	} );
	expect( response.status, await response.text() ).toBe( 302 );
	return await site.php< number >(
		"return (int) $GLOBALS['wpdb']->get_var(\"SELECT MAX(comment_ID) FROM {$GLOBALS['wpdb']->comments}\");"
	);
}

async function get< T >( path: string ): Promise< T > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{},
		moderator
	);
	return ( await response.json() ) as T;
}

async function decide( body: object, path = 'decisions' ): Promise< Decision > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( { kind: 'comment', ...body } ),
		},
		moderator
	);
	return ( await response.json() ) as Decision;
}

const status = ( id: number ) =>
	site.php< string >(
		'clean_comment_cache($args); return get_comment($args)->comment_approved;',
		id
	);

async function waiting(): Promise< number[] > {
	const { items, counts } = await get< Queue >( 'queue' );
	expect( counts.waiting ).toBe( items.length );
	return items.map( ( { id } ) => id );
}

describe( 'a visitor’s comment', () => {
	it( 'waits on the desk with its page and the thread above it, and is published there', async () => {
		await site.php(
			'wp_update_comment(["comment_ID" => 1, "comment_content" => "Die <b>erste</b> Frage."]);'
		);
		const id = await comment( 'Wann liefert ihr die Ersatzteile?', 1 );
		expect( await status( id ) ).toBe( '0' );
		const { items } = await get< Queue >( 'queue' );
		expect( items ).toMatchObject( [
			{
				kind: 'comment',
				id,
				title: 'Wann liefert ihr die Ersatzteile?',
				contributor: { name: 'K. Brandt' },
				link: null,
			},
		] );
		const piece = await get< QueuePiece >( `queue/comment/${ id }` );
		expect( piece.context.map( ( { text } ) => text ) ).toEqual( [
			'',
			'Die erste Frage.',
		] );
		await decide( { id, version: 1, act: 'publish' } );
		expect( await status( id ) ).toBe( '1' );
		expect( await waiting() ).toEqual( [] );
	} );

	it( 'is judged once, whatever stands in it', async () => {
		const id = await comment(
			String.raw`C:\Werk\"Halle" & 'Tor' <b>5</b>`
		);
		const piece = await get< QueuePiece >( `queue/comment/${ id }` );
		expect( piece.item.reasons.map( ( { code } ) => code ) ).not.toContain(
			'outside'
		);
	} );

	it( 'that was removed is hidden, not in the trash, which empties itself', async () => {
		const id = await comment( 'Ein böses Wort.' );
		await decide( { id, version: 1, act: 'publish' } );
		await decide( {
			id,
			version: 2,
			act: 'remove',
			reason: 'Das verletzt jemanden.',
		} );
		expect( await status( id ) ).toBe( '0' );
		expect( await waiting() ).toEqual( [] );
		await site.php( "do_action('throughline_sweep');" );
		expect( await waiting() ).toEqual( [] );
		await decide( { id, version: 3, act: 'restore' } );
		expect( await status( id ) ).toBe( '1' );
	} );

	it( 'keeps markup from running where moderators look', async () => {
		const id = await comment(
			'<script>alert(1)</script><b onclick="x">fett</b> [gallery]'
		);
		const html = await site.php< string >(
			'return (new Throughline\\Dialog\\CommentKind())->preview($args);',
			id
		);
		expect( html ).not.toContain( '<script' );
		expect( html ).not.toContain( 'onclick' );
		expect( html ).toContain( '<b>fett</b>' );
	} );
} );

describe( 'core’s own ways', () => {
	it.each( [
		[ 'approving', 'wp_set_comment_status($args, "approve");' ],
		[ 'spam', 'wp_spam_comment($args);' ],
		[ 'the trash', 'wp_trash_comment($args);' ],
		[ 'deleting', 'wp_delete_comment($args, true);' ],
		[ 'the trash of its page', 'wp_trash_post(1);' ],
	] )( 'take a comment off the desk: %s', async ( _name, code ) => {
		const id = await comment( 'Warten.' );
		expect( await waiting() ).toEqual( [ id ] );
		await site.php( code, id );
		expect( await waiting() ).toEqual( [] );
	} );

	it( 'bring it back: unspam, untrash, a page out of the trash', async () => {
		const id = await comment( 'Hin und zurück.' );
		await site.php(
			'wp_spam_comment($args); wp_unspam_comment($args);',
			id
		);
		expect( await waiting() ).toEqual( [ id ] );
		await site.php(
			'wp_trash_comment($args); wp_untrash_comment($args);',
			id
		);
		expect( await waiting() ).toEqual( [ id ] );
		await site.php( 'wp_trash_post(1); wp_untrash_post(1);', id );
		expect( await waiting() ).toEqual( [ id ] );
	} );

	it( 'change its words: who had read the others gets 409', async () => {
		const id = await comment( 'Harmlos.' );
		await site.php(
			'wp_update_comment(["comment_ID" => $args, "comment_content" => "Ganz anders."]);',
			id
		);
		const late = await decide( { id, version: 1, act: 'publish' } );
		expect( late ).toMatchObject( { code: 'throughline_stale' } );
		expect( await status( id ) ).toBe( '0' );
	} );

	it( 'by raw SQL are found by the hourly sweep', async () => {
		const id = await comment( 'Am Haken vorbei.' );
		await site.php(
			"global $wpdb; $wpdb->insert($wpdb->comments, ['comment_post_ID' => 1, 'comment_content' => 'Importiert', 'comment_approved' => '0', 'comment_type' => 'comment', 'comment_date' => '2026-01-01 00:00:00', 'comment_date_gmt' => '2026-01-01 00:00:00']); $wpdb->update($wpdb->comments, ['comment_approved' => '1'], ['comment_ID' => $args]); do_action('throughline_sweep');",
			id
		);
		const { items } = await get< Queue >( 'queue' );
		expect( items.map( ( { title } ) => title ) ).toEqual( [
			'Importiert',
		] );
	} );

	it( 'leave pings, notes and spam alone', async () => {
		await site.php(
			"foreach (['pingback', 'note', 'review'] as $type) { wp_insert_comment(['comment_post_ID' => 1, 'comment_content' => 'x', 'comment_type' => $type, 'comment_approved' => 0]); } wp_insert_comment(['comment_post_ID' => 1, 'comment_content' => 'x', 'comment_approved' => 'spam']); do_action('throughline_sweep');"
		);
		expect( await waiting() ).toEqual( [] );
	} );
} );

describe( 'taking back', () => {
	it( 'a removal within ten seconds puts everything where it was, and nobody is told', async () => {
		const id = await comment( 'Vertippt.' );
		const before = await get< Queue >( 'queue' );
		const removed = await decide( {
			id,
			version: 1,
			act: 'remove',
			reason: 'Falsche Taste.',
		} );
		await decide( { id, version: removed.version }, 'decisions/undo' );
		const after = await get< Queue >( 'queue' );
		expect( after.items ).toEqual( [
			{ ...before.items[ 0 ], version: 3 },
		] );
		expect(
			await site.php(
				"return $GLOBALS['wpdb']->get_col(\"SELECT version FROM {$GLOBALS['wpdb']->prefix}throughline_due WHERE what = 'notice'\");"
			)
		).not.toContain( '2' );
	} );

	it( 'later, or somebody else’s decision, is refused', async () => {
		const id = await comment( 'Zu spät.' );
		await decide( { id, version: 1, act: 'publish' } );
		const response = await site.request(
			'/wp-json/throughline/v1/decisions/undo',
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( { kind: 'comment', id, version: 2 } ),
			},
			await site.signIn( 'admin' )
		);
		expect( response.status ).toBe( 404 );
		await site.setClock( Math.floor( Date.now() / 1000 ) + 60 );
		expect(
			await decide( { id, version: 2 }, 'decisions/undo' )
		).toMatchObject( { code: 'throughline_too_late' } );
		expect( await status( id ) ).toBe( '1' );
	} );
} );

describe( 'a change to what is published', () => {
	const change = ( id: number, version: number, text: string ) =>
		site.php(
			"return Throughline\\Moderation\\Contributions::change(['kind' => 'comment', 'id' => $args[0], 'version' => $args[1], 'act' => 'propose', 'content' => ['title' => '', 'text' => $args[2], 'photos' => []]], 0);",
			[ id, version, text ]
		);
	const text = ( id: number ) =>
		site.php< string >(
			'clean_comment_cache($args); return get_comment($args)->comment_content;',
			id
		);

	it( 'waits while the published one stands, and replaces it when it is accepted', async () => {
		const id = await comment( 'Alt.' );
		await decide( { id, version: 1, act: 'publish' } );
		await change( id, 2, 'Neu.' );
		expect( [ await text( id ), await status( id ) ] ).toEqual( [
			'Alt.',
			'1',
		] );
		expect( await waiting() ).toEqual( [ id ] );
		const piece = await get< QueuePiece >( `queue/comment/${ id }` );
		expect( piece.proposal ).toBe( true );
		expect( piece.history.at( -1 )?.content.text ).toBe( 'Neu.' );
		await decide( { id, version: 3, act: 'publish' } );
		expect( await text( id ) ).toBe( 'Neu.' );
		await decide( { id, version: 4 }, 'decisions/undo' );
		expect( await text( id ) ).toBe( 'Alt.' );
		expect( await waiting() ).toEqual( [ id ] );
	} );

	it( 'that is declined leaves what is published', async () => {
		const id = await comment( 'Alt.' );
		await decide( { id, version: 1, act: 'publish' } );
		await change( id, 2, 'Neu.' );
		const declined = await decide( {
			id,
			version: 3,
			act: 'return',
			reason: 'So stimmt die Zahl nicht mehr.',
		} );
		expect( declined.state ).toBe( 'published' );
		expect( [ await text( id ), await status( id ) ] ).toEqual( [
			'Alt.',
			'1',
		] );
		expect( await waiting() ).toEqual( [] );
	} );
} );

it( 'a correction mends words, changes no state, and can’t take photos away', async () => {
	const id = await comment( 'Rechtschreibfeler.' );
	await decide( {
		id,
		version: 1,
		act: 'correct',
		content: { title: '', text: 'Rechtschreibfehler.', photos: [] },
	} );
	const piece = await get< QueuePiece >( `queue/comment/${ id }` );
	expect( piece.content.text ).toBe( 'Rechtschreibfehler.' );
	expect( piece.item ).toMatchObject( { state: 'waiting', version: 2 } );
	expect( piece.history.map( ( { content } ) => content.text ) ).toEqual( [
		'Rechtschreibfeler.',
		'Rechtschreibfehler.',
	] );
} );
