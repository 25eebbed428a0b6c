// The dialog as it is read: in every order, on from any place, by whoever may, and by nobody else.
import { beforeEach, describe, expect, it } from 'vitest';
import { wearClassic } from './cases.ts';
import {
	begin,
	dialog,
	ids,
	said,
	site,
	stage,
	type Stage,
} from './dialog-site.ts';

let page: Stage;

beforeEach( async () => {
	await begin();
	page = await stage();
} );

const rest = async (
	query: string,
	session?: Parameters< typeof site.request >[ 2 ]
) => {
	const response = await site.request(
		`/wp-json/throughline/v1/comments?${ query }`,
		{},
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as {
			html: string;
			after: string | null;
		},
	};
};

const ask = ( comment: number ) =>
	site.php(
		'Throughline\\Dialog\\Questions\\Asking::put($args[0], $args[1], 0);',
		[ comment, page.department ]
	);

/** Elements that are opened and closed, each in the one that was opened last. */
function unbalanced( html: string ): string[] {
	const open: string[] = [];
	for ( const [ , slash, name = '', rest_ = '' ] of html.matchAll(
		/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g
	) ) {
		if (
			/^(br|img|input|hr|meta|link)$/.test( name ) ||
			rest_.endsWith( '/' )
		) {
			continue;
		}
		if ( ! slash ) {
			open.push( name );
		} else if ( open.pop() !== name ) {
			return [ `</${ name }>`, ...open ];
		}
	}
	return open;
}

it( 'prints nothing where nothing was said and nobody may write, and nothing in feeds', async () => {
	expect( await dialog( page.path ) ).toContain( '<form id="respond"' );
	await site.php(
		'wp_update_post(["ID" => $args, "comment_status" => "closed"]);',
		page.post
	);
	expect( await dialog( page.path ) ).toBe( '' );
	await said( page.post, [ { text: 'Etwas.' } ] );
	expect( await dialog( page.path ) ).toContain(
		'This conversation is closed'
	);
	expect( await dialog( page.path ) ).not.toContain( '<form id="respond"' );
} );

it( 'shows what was said, the answer first and loudest, likes as one line', async () => {
	const [ other, question, early, answer ] = await said( page.post, [
		{ text: 'Nur *so* gesagt.', name: 'A. Moser', ago: 50 },
		{ text: 'Wann liefert ihr?', ago: 9000 },
		{ text: 'Das frage ich auch.', below: 2, ago: 8000 },
		{ text: 'Am Donnerstag.', below: 2, user: 'employee', ago: 10 },
		{ text: 'Danke!', below: 3, ago: 5 },
		{ text: 'x', type: 'like' },
		{ text: 'x', type: 'like' },
		{ text: 'x', type: 'pingback' },
	] );
	await ask( question! );
	let html = await dialog( page.path );
	expect( html ).toContain( 'Question to Service' );
	// Its answer was there before it was asked; nobody answered since.
	expect( html ).not.toContain( 'is-answer' );
	await site.php(
		'wp_set_comment_status($args, "hold"); wp_set_comment_status($args, "approve");',
		answer
	);
	html = await dialog( page.path );
	expect( ids( html ) ).toEqual( [ question, answer, early, other ] );
	expect( html ).toContain( '1 more reply' );
	expect( html ).toContain( 'Answered by Service' );
	expect( html ).toContain( 'Ersatzteile, Service' );
	expect( html ).toContain( '5 comments · 1 question, 1 answered' );
	expect( html ).toContain( '<em>so</em>' );
	expect( html ).toContain( '2 likes · 1 mention elsewhere' );
	expect(
		( await rest( `post=${ page.post }&root=${ question }` ) ).body.html
	).toContain( 'In reply to K. Brandt' );
	expect( unbalanced( html ) ).toEqual( [ 'section' ] );
	expect(
		ids( await dialog( `${ page.path }?throughline-order=newest` ) )[ 0 ]
	).toBe( other );
	expect(
		ids( await dialog( `${ page.path }?throughline-answered=1` ) )
	).toEqual( [ question, answer, early ] );
	const whole = await ( await site.request( page.path ) ).text();
	const data = JSON.parse(
		/<script type="application\/ld\+json">(.*?)<\/script>/.exec(
			whole
		)?.[ 1 ] ?? 'null'
	);
	expect( data ).toMatchObject( {
		'@type': 'QAPage',
		mainEntity: {
			'@type': 'Question',
			acceptedAnswer: { text: 'Am Donnerstag.' },
		},
	} );
	// Without its answer the question is open again.
	await site.php( 'wp_set_comment_status($args, "trash");', answer );
	html = await dialog( page.path );
	expect( html ).not.toContain( 'is-answer' );
	expect( html ).toContain( '1 question, 0 answered' );
} );

it( 'goes on by cursor, in every order, with every comment once', async () => {
	await said(
		page.post,
		Array.from( { length: 47 }, ( _, index ) => ( {
			text: `Nummer ${ index }`,
			ago: 1000 - 10 * Math.floor( index / 3 ),
		} ) )
	);
	for ( const order of [ 'newest', 'oldest', 'answered' ] ) {
		const seen: number[] = [];
		let html = await dialog(
			`${ page.path }?throughline-order=${ order }`
		);
		for ( let round = 0; round < 5; round++ ) {
			seen.push( ...ids( html ) );
			const next = /data-act="page"[^>]*href="([^"]*)"/.exec(
				html
			)?.[ 1 ];
			if ( ! next ) {
				break;
			}
			html = await dialog(
				next.replaceAll( '&amp;', '&' ).replaceAll( '&#038;', '&' )
			);
		}
		expect( seen.length, order ).toBe( 47 );
		expect( new Set( seen ).size, order ).toBe( 47 );
		let after: string | null = '';
		const told: number[] = [];
		while ( after !== null ) {
			const { body }: Awaited< ReturnType< typeof rest > > = await rest(
				`post=${ page.post }&order=${ order }&after=${ after }`
			);
			told.push( ...ids( body.html ) );
			after = body.after;
		}
		expect( told, order ).toEqual( seen );
	}
} );

describe( 'a long thread', () => {
	it( 'folds, and a comment far down in it opens in its context', async () => {
		const all = await said( page.post, [
			{ text: 'Anfang' },
			...Array.from( { length: 130 }, ( _, index ) => ( {
				text: `Antwort ${ index }`,
				below: index % 5 === 4 ? index + 1 : 1,
			} ) ),
		] );
		const html = await dialog( page.path );
		expect( ids( html ) ).toEqual( all.slice( 0, 3 ) );
		expect( html ).toContain( 'More replies' );
		const far = all[ 100 ]!;
		const link = await site.php< string >(
			'return wp_make_link_relative(get_comment_link($args));',
			far
		);
		expect( link ).toContain( `#comment-${ far }` );
		const context = await dialog( link.split( '#' )[ 0 ]! );
		expect( context ).toMatch(
			new RegExp(
				`id="comment-${ far }" class="throughline-comment is-target"`
			)
		);
		expect( ids( context )[ 0 ] ).toBe( all[ 0 ] );
		expect( context ).toContain( 'The whole conversation' );
		const robots = await (
			await site.request( link.split( '#' )[ 0 ]! )
		).text();
		expect( robots ).toMatch( /name=.robots. content=.[^>]*noindex/ );
		const seen: number[] = [];
		for ( let after: string | null = ''; after !== null; ) {
			const { body }: Awaited< ReturnType< typeof rest > > = await rest(
				`post=${ page.post }&root=${ all[ 0 ] }&after=${ after }`
			);
			seen.push( ...ids( body.html ) );
			after = body.after;
		}
		expect( seen ).toEqual( all.slice( 1 ) );
	} );

	it( 'of a thousand comments, each below the last, is valid HTML', async () => {
		await site.php(
			`$above = 0;
			for ( $number = 0; $number < $args['many']; $number++ ) {
				$above = wp_insert_comment( [ 'comment_post_ID' => $args['post'], 'comment_parent' => $above, 'comment_author' => "P$number", 'comment_content' => "N$number", 'comment_approved' => 1, 'comment_type' => 'comment', 'comment_date_gmt' => gmdate( 'Y-m-d H:i:s', 1600000000 + $number ), 'comment_date' => gmdate( 'Y-m-d H:i:s', 1600000000 + $number ) ] );
			}`,
			// WebAssembly takes its time.
			{ post: page.post, many: site.kind === 'playground' ? 200 : 1000 }
		);
		const html = await dialog( page.path );
		expect( unbalanced( html ) ).toEqual( [ 'section' ] );
		const next =
			/data-act="more"[^>]*href="([^"]*)"/.exec( html )?.[ 1 ] ?? '';
		const thread = await dialog(
			next.replaceAll( '&amp;', '&' ).replaceAll( '&#038;', '&' )
		);
		expect( unbalanced( thread ) ).toEqual( [ 'section' ] );
		expect( ids( thread ).length ).toBeGreaterThan( 49 );
	} );

	it( 'stays where its first comment is gone, and goes with its last reply', async () => {
		const [ root, reply ] = await said( page.post, [
			{ text: 'Weg damit' },
			{ text: 'Bleibt', below: 1 },
		] );
		await site.php( 'wp_set_comment_status($args, "hold");', root );
		const html = await dialog( page.path );
		expect( ids( html ) ).toEqual( [ root, reply ] );
		expect( html ).not.toContain( 'Weg damit' );
		expect( html ).toContain( 'isn’t here any more' );
		await site.php( 'wp_delete_comment($args, true);', reply );
		expect( ids( await dialog( page.path ) ) ).toEqual( [] );
	} );
} );

describe( 'what strangers may not read', () => {
	it.each( [
		[ 'a private page', '"post_status" => "private"' ],
		[ 'a page with a password', '"post_password" => "geheim"' ],
		[ 'a draft', '"post_status" => "draft"' ],
		[ 'a page in the trash', '"post_status" => "trash"' ],
	] )(
		'of %s stays there: page, REST, feed and structured data',
		async ( _, change ) => {
			const [ comment ] = await said( page.post, [
				{ text: 'Geheimes Wort' },
			] );
			await site.php(
				`wp_update_post(["ID" => $args, ${ change }]);`,
				page.post
			);
			for ( const path of [
				page.path,
				`/?p=${ page.post }`,
				`${ page.path }?throughline-comment=${ comment }`,
				`${ page.path }feed/`,
				'/comments/feed/',
			] ) {
				const response = await site.request( path );
				expect( await response.text(), path ).not.toContain(
					'Geheimes Wort'
				);
			}
			expect( ( await rest( `post=${ page.post }` ) ).status ).toBe(
				404
			);
			const token = await site.request( '/wp-json/throughline/v1/token', {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( { post: page.post } ),
			} );
			expect( token.status ).toBe( 404 );
		}
	);

	it( 'of another page does not come by naming a thread of it', async () => {
		const [ other ] = await said( 1, [ { text: 'Anderswo' } ] );
		const { body } = await rest( `post=${ page.post }&root=${ other }` );
		expect( body.html ).toBe( '' );
		expect(
			await dialog( `${ page.path }?throughline-thread=${ other }` )
		).not.toContain( 'Anderswo' );
	} );

	it( 'waits, is spam or was withdrawn: it stands nowhere', async () => {
		await said( page.post, [
			{ text: 'wartet noch', approved: '0' },
			{ text: 'ist Werbung', approved: 'spam' },
			{ text: 'steht da' },
		] );
		const html = await ( await site.request( page.path ) ).text();
		expect( html ).toContain( 'steht da' );
		expect( html ).not.toMatch( /wartet noch|ist Werbung/ );
	} );
} );

it( 'stands in place of a classic theme’s comments where the site wants that', async () => {
	await said( 1, [ { text: 'Klassisch gesagt' } ] );
	const path = await site.php< string >(
		'return wp_make_link_relative(get_permalink(1));'
	);
	await wearClassic();
	const plain = await ( await site.request( path ) ).text();
	expect( plain ).not.toContain( 'throughline-dialog' );
	await site.php( 'update_option("throughline_dialog_classic", "1");' );
	const html = await ( await site.request( path ) ).text();
	expect( html ).toContain( 'throughline-dialog' );
	expect( html ).toContain( 'Klassisch gesagt' );
	expect( html ).not.toContain( 'id="commentform"' );
} );

it( 'costs few queries, however much was said', async () => {
	const without = await site.measure( '/sample-page/' );
	await said( page.post, [
		...Array.from( { length: 60 }, ( _, index ) => ( {
			text: `Frage ${ index }`,
			...( index % 7 === 0 && { user: 'employee' } ),
		} ) ),
		...Array.from( { length: 60 }, ( _, index ) => ( {
			text: `Antwort ${ index }`,
			below: ( index % 20 ) + 41,
		} ) ),
	] );
	await site.measure( page.path );
	const { cost } = await site.measure( page.path );
	expect(
		cost.queries - without.cost.queries,
		cost.list
			.filter( ( query ) => ! without.cost.list.includes( query ) )
			.join( '\n' )
	).toBeLessThanOrEqual( 6 );
} );
