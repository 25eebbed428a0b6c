// A conversation in the browser: a guest on a phone asks and waits, an expert answers, the guest finds the answer; without JavaScript; and what attackers write stays words.
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { ATTACKS } from '../http/attacks.ts';
import {
	begin,
	pass,
	said,
	site,
	stage,
	type Stage,
} from '../http/dialog-site.ts';
import { problems, visit } from './browser.ts';

let place: Stage;

beforeEach( async () => {
	await begin();
	place = await stage();
} );

const approve = () =>
	site.php(
		'foreach (get_comments(["post_id" => $args, "status" => "hold"]) as $one) { wp_set_comment_status($one->comment_ID, "approve"); }',
		place.post
	);

const dialog = ( page: Page ) => page.locator( '.throughline-dialog' );

it( 'a guest asks on a phone, changes it, an expert answers, the guest finds it', async () => {
	const { page, errors, foreign } = await visit( site );
	await page.goto( place.path );
	const text = page.getByLabel( 'Your comment' );
	await text.click();
	await text.fill( 'Wann liefert ihr die Ersatzteile?' );
	// The draft outlives the page.
	await page.reload();
	expect( await text.inputValue() ).toBe(
		'Wann liefert ihr die Ersatzteile?'
	);
	await page.getByLabel( 'This is a question to Service' ).check();
	await page.getByLabel( 'Your name' ).fill( 'K. Brandt' );
	await page
		.getByLabel( /^Your mail address \(/ )
		.fill( 'brandt@example.com' );
	expect( await problems( page, '.throughline-dialog' ) ).toEqual( [] );
	await pass( 5 );
	await page.getByRole( 'button', { name: 'Send' } ).click();
	const own = dialog( page ).locator( '.throughline-comment' );
	await own.getByText( 'Waits until somebody' ).waitFor();
	expect( await page.locator( '.throughline-comment:focus' ).count() ).toBe(
		1
	);
	expect( await text.inputValue() ).toBe( '' );
	expect( await problems( page, '.throughline-dialog' ) ).toEqual( [] );
	// On the next visit, too, and for nobody else.
	await page.reload();
	await own.getByText( 'Waits until somebody' ).waitFor();
	const { page: other } = await visit( site );
	await other.goto( place.path );
	expect( await other.getByText( 'Wann liefert' ).count() ).toBe( 0 );
	await own.getByRole( 'link', { name: /^Change/ } ).click();
	await own.locator( 'textarea' ).fill( 'Wann genau liefert ihr?' );
	await own.getByRole( 'button', { name: 'Change it' } ).click();
	await own.getByText( 'Wann genau liefert ihr?' ).waitFor();
	await approve();

	const { page: expert } = await visit( site, {
		size: 'desktop',
		as: await site.signIn( 'employee' ),
	} );
	await expert.goto( place.path );
	const question = dialog( expert ).locator( '.throughline-comment' ).first();
	await question.getByRole( 'link', { name: 'Reply' } ).press( 'Enter' );
	await expert.keyboard.type( 'Am Donnerstag.' );
	await expert.keyboard.press( 'Tab' );
	await expert.getByRole( 'button', { name: 'Send' } ).press( 'Enter' );
	await question.getByText( 'Am Donnerstag.' ).waitFor();
	await approve();

	await page.reload();
	await dialog( page ).getByText( 'Answered by Service' ).waitFor();
	expect( await problems( page, '.throughline-dialog' ) ).toEqual( [] );
	expect( [ errors, foreign ] ).toEqual( [ [], [] ] );
} );

it( 'a reply stays with what it answers, goes on from the keyboard, and can be withdrawn', async () => {
	const all = await said( place.post, [
		{ text: 'Anfang' },
		...Array.from( { length: 60 }, ( _, index ) => ( {
			text: `Antwort ${ index }`,
			below: 1,
		} ) ),
	] );
	const { page, errors } = await visit( site, { size: 'desktop' } );
	await page.goto( place.path );
	const items = dialog( page ).locator( '.throughline-comment' );
	expect( await items.count() ).toBe( 3 );
	await dialog( page )
		.getByRole( 'link', { name: /More replies|more replies/ } )
		.press( 'Enter' );
	await page.locator( `#comment-${ all[ 5 ] }` ).waitFor();
	// The focus is at the first of what came.
	expect( await page.locator( ':focus' ).getAttribute( 'id' ) ).toBe(
		`comment-${ all[ 3 ] }`
	);
	await page
		.locator( `#comment-${ all[ 2 ] }` )
		.getByRole( 'link', { name: 'Reply' } )
		.press( 'Enter' );
	await page.keyboard.type( 'Das sehe ich anders.' );
	await page.keyboard.press( 'Escape' );
	expect( await page.locator( ':focus' ).textContent() ).toBe( 'Reply' );
	await page.keyboard.press( 'Enter' );
	// Its draft is there again.
	expect( await page.getByLabel( 'Your comment' ).inputValue() ).toBe(
		'Das sehe ich anders.'
	);
	await page.getByLabel( 'Your name' ).fill( 'A. Moser' );
	await page
		.getByLabel( /^Your mail address \(/ )
		.fill( 'moser@example.com' );
	await pass( 5 );
	await page.getByRole( 'button', { name: 'Send' } ).press( 'Enter' );
	const mine = items.filter( { hasText: 'Das sehe ich anders.' } ).last();
	await mine.getByText( 'Waits until' ).waitFor();
	page.once( 'dialog', ( asked ) => asked.accept() );
	await mine.getByRole( 'link', { name: 'Withdraw' } ).press( 'Enter' );
	await mine.getByText( 'Waits until' ).waitFor( { state: 'detached' } );
	// A link to a comment that stands on no page opens it where it stands.
	await page.goto( `${ place.path }#comment-${ all[ 59 ] }` );
	await page.locator( `#comment-${ all[ 59 ] }.is-target` ).waitFor();
	expect( await problems( page, '.throughline-dialog' ) ).toEqual( [] );
	expect( errors ).toEqual( [] );
} );

it( 'what is changed after it was published shows at once', async () => {
	const { page, errors } = await visit( site, {
		size: 'desktop',
		as: await site.signIn( 'employee' ),
	} );
	await site.php(
		"Throughline\\Moderation\\Mode::set($args, 'after');",
		place.post
	);
	await page.goto( place.path );
	await page.getByLabel( 'Your comment' ).fill( 'Am Mittwoch.' );
	await page.getByRole( 'button', { name: 'Send' } ).click();
	const own = dialog( page ).locator( '.throughline-comment' );
	await own.getByRole( 'link', { name: /^Change/ } ).click();
	await own.locator( 'textarea' ).fill( 'Am Donnerstag.' );
	await own.getByRole( 'button', { name: 'Change it' } ).click();
	await own.getByText( 'Am Donnerstag.' ).waitFor();
	expect( await own.locator( 'textarea' ).count() ).toBe( 0 );
	expect( errors ).toEqual( [] );
} );

it( 'without JavaScript everything is read, paged, written and reported', async () => {
	await said(
		place.post,
		Array.from( { length: 20 }, ( _, index ) => ( {
			text: `Nummer ${ index }`,
		} ) )
	);
	const { page, foreign } = await visit( site, { javaScriptEnabled: false } );
	await page.goto( place.path );
	await page.getByRole( 'link', { name: 'More comments' } ).click();
	await page.getByText( 'Nummer 0', { exact: true } ).waitFor();
	await page.getByRole( 'link', { name: 'Report' } ).first().click();
	await page.getByRole( 'heading', { level: 1 } ).waitFor();
	await page.goto( place.path );
	await page
		.locator( '.throughline-comment' )
		.first()
		.getByRole( 'link', { name: 'Reply' } )
		.click();
	await page
		.getByText( /^In reply to/ )
		.first()
		.waitFor();
	await page.getByLabel( 'Your comment' ).fill( 'Ohne Skript.' );
	await page.getByLabel( 'Your name' ).fill( 'K. Brandt' );
	await page
		.getByLabel( /^Your mail address \(/ )
		.fill( 'brandt@example.com' );
	await page.getByRole( 'button', { name: 'Send' } ).click();
	expect( await page.getByLabel( 'Your comment' ).inputValue() ).toBe(
		'Ohne Skript.'
	);
	await pass( 5 );
	await page.getByRole( 'button', { name: 'Send' } ).click();
	await page.getByRole( 'heading', { name: 'Ohne Skript.' } ).waitFor();
	expect( page.url() ).toContain( 'throughline-piece' );
	await approve();
	await page.goto( place.path );
	await dialog( page ).getByText( 'Ohne Skript.' ).waitFor();
	expect( foreign ).toEqual( [] );
} );

describe( 'what attackers write', () => {
	it( 'runs nowhere, and stays to be read as it was written', async () => {
		// As guests send them, past the pace that would stop them.
		const lost = await site.php< { text: string; why: string }[] >(
			`add_filter( 'throughline_checks', static fn( $checks ) => array_diff_key( $checks, [ 'flood' => 1, 'again' => 1 ] ) );
			$lost = [];
			foreach ( $args['attacks'] as $number => $text ) {
				$sent = Throughline\\Dialog\\Writing\\Send::comment( [ 'post' => $args['post'], 'parent' => 0, 'text' => $text, 'name' => $text === '' ? 'x' : mb_substr( "A$text", 0, 100 ), 'mail' => "a$number@example.com", 'ask' => 0, 'submission' => wp_generate_uuid4(), 'sealed' => '' ] );
				if ( is_wp_error( $sent ) ) {
					// A name like that is refused; the words are not.
					$sent = Throughline\\Dialog\\Writing\\Send::comment( [ 'post' => $args['post'], 'parent' => 0, 'text' => $text, 'name' => "A $number", 'mail' => "a$number@example.com", 'ask' => 0, 'submission' => wp_generate_uuid4(), 'sealed' => '' ] );
				}
				if ( is_wp_error( $sent ) ) {
					$lost[] = [ 'text' => $text, 'why' => $sent->get_error_code() ];
					continue;
				}
				wp_set_comment_status( $sent['id'], 'approve' );
			}
			return $lost;`,
			{ attacks: ATTACKS, post: place.post }
		);
		expect( lost ).toEqual( [] );
		const { page, errors, foreign } = await visit( site, {
			size: 'desktop',
		} );
		page.on( 'dialog', ( opened ) => {
			errors.push( `ran: ${ opened.message() }` );
			opened.dismiss().catch( () => {} );
		} );
		await page.goto( `${ place.path }?throughline-order=oldest` );
		const more = dialog( page ).getByRole( 'link', {
			name: 'More comments',
		} );
		const texts = page.locator( '.throughline-comment__text' );
		while ( await more.count() ) {
			const before = await texts.count();
			await more.click();
			await texts.nth( before ).waitFor();
		}
		expect( await texts.count() ).toBe( ATTACKS.length );
		const shown = ( await texts.allTextContents() ).join( '\n' );
		const squeezed = ( text: string ) => text.replace( /[\s*>-]+/g, '' );
		for ( const text of ATTACKS ) {
			expect
				.soft(
					squeezed( shown ).includes( squeezed( text ) ),
					text.slice( 0, 80 )
				)
				.toBe( true );
		}
		const dangerous = await dialog( page ).evaluate( ( root ) =>
			[ ...root.querySelectorAll( '.throughline-comment *' ) ]
				.filter(
					( element ) =>
						/^(script|style|img|iframe|object|embed|form|input|base|meta|link|math|video|audio|template)$/i.test(
							element.localName
						) ||
						[ ...element.attributes ].some(
							( { name, value } ) =>
								( /^(on|style|data-wp)/i.test( name ) &&
									! /^--throughline-hue:\d+$/.test(
										value
									) ) ||
								/^\s*(javascript|data|vbscript):/i.test( value )
						)
				)
				.map( ( element ) => element.outerHTML.slice( 0, 200 ) )
		);
		expect( dangerous ).toEqual( [] );
		// Pictures of core's own emoji script are told apart by their host.
		expect( [ errors, foreign ] ).toEqual( [ [], [] ] );
		// The same words in feeds, and in wp-admin.
		const { page: admin, errors: there } = await visit( site, {
			size: 'desktop',
			as: await site.signIn( 'admin' ),
		} );
		admin.on( 'dialog', ( opened ) => {
			there.push( `ran: ${ opened.message() }` );
			opened.dismiss().catch( () => {} );
		} );
		await admin.goto( '/wp-admin/edit-comments.php' );
		expect( there ).toEqual( [] );
	} );
} );
