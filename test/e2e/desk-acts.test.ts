// What a moderator can do beyond yes and no: work through a mixed queue, take back, correct, filter, publish many at once.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { QueuePiece } from '../../src/contract.ts';
import {
	admin,
	ask,
	complaints,
	decide,
	DESK,
	heading,
	isFocused,
	moderator,
	open,
	photoStory,
	queue,
	question,
	ready,
	shown,
	site,
	story,
} from './desk.ts';

const opened = ( id: number ) =>
	ask< QueuePiece >( `queue/story/${ id }`, moderator );

const width = ( page: Page ) =>
	page.evaluate( () => document.documentElement.scrollWidth );

const undoBar = ( page: Page ) =>
	page.getByRole( 'region', { name: 'Last decision' } );

describe( 'twenty mixed pieces', () => {
	it( 'are worked off by keyboard alone', { timeout: 180_000 }, async () => {
		await site.php(
			`remove_all_actions( 'check_comment_flood' );
			$employee = get_user_by( 'login', 'employee' )->ID;
			for ( $number = 1; $number <= 10; $number++ ) {
				wp_set_current_user( 0 );
				wp_new_comment( [ 'comment_post_ID' => 1, 'comment_author' => 'K. Brandt', 'comment_author_email' => 'brandt@example.com', 'comment_author_url' => '', 'comment_content' => "Frage $number: Wann liefert ihr?", 'comment_author_IP' => "192.0.2.$number", 'comment_agent' => '' ] );
				wp_set_current_user( $employee );
				Throughline\\Stories\\Stories::submit( [ 'submission' => wp_generate_uuid4(), 'title' => "Geschichte $number", 'text' => "Geschichte $number, ganz kurz.", 'department' => 0, 'recognisable' => '', 'photos' => [] ] );
			}`
		);
		const { page, errors } = await open();
		await ready( page );
		const waiting = page.getByRole( 'tab', { name: /^Waiting/ } );
		expect( await waiting.textContent() ).toContain( '20' );

		for ( let left = 20; left > 0; left-- ) {
			if ( left % 5 === 0 || left % 7 === 0 ) {
				await page.keyboard.press( left % 5 === 0 ? 'r' : 'x' );
				await isFocused( page, '.tl-question textarea' );
				await page.keyboard.type( 'Wer ist gemeint?' );
				await page.keyboard.press( 'Control+Enter' );
			} else {
				await page.keyboard.press( 'p' );
			}
			await page
				.getByRole( 'tab', { name: `Waiting ${ left - 1 }` } )
				.waitFor();
			if ( left > 1 ) {
				await isFocused( page, 'h2' );
				await ready( page );
			}
		}
		await heading( page, 'Nothing waits.' ).waitFor();
		expect( ( await queue() ).counts ).toMatchObject( {
			waiting: 0,
			returned: 4,
		} );
		expect(
			await site.php(
				`global $wpdb; return $wpdb->get_results( "SELECT act, COUNT(*) AS held FROM {$wpdb->prefix}throughline_decisions WHERE act <> 'submit' GROUP BY act ORDER BY act", ARRAY_A );`
			)
		).toEqual( [
			{ act: 'publish', held: '14' },
			{ act: 'remove', held: '2' },
			{ act: 'return', held: '4' },
		] );
		expect( errors ).toEqual( [] );
	} );
} );

describe( 'a decision', () => {
	it( 'can be taken back, and what was written for it is back, too', async () => {
		const id = await story( 'Erste' );
		await story( 'Zweite' );
		const { page } = await open();
		await ready( page );
		await page.keyboard.press( 'r' );
		await isFocused( page, 'textarea' );
		await page.keyboard.type( 'Wer ist das?' );
		await page.keyboard.press( 'Control+Enter' );
		await undoBar( page ).getByText( 'Returned: Erste' ).waitFor();
		await ready( page );
		expect(
			await page.locator( '#a11y-speak-polite' ).textContent()
		).toContain( 'Z takes it back.' );

		await page.keyboard.press( 'p' );
		await undoBar( page ).getByText( 'Published: Zweite' ).waitFor();
		await page.keyboard.press( 'z' );
		await heading( page, 'Zweite' ).waitFor();
		await isFocused( page, 'h2' );
		// The one before is next, also without single keys.
		await page.keyboard.press( 'Control+z' );
		await heading( page, 'Erste' ).waitFor();
		expect( await question( page ).inputValue() ).toBe( 'Wer ist das?' );
		await undoBar( page ).waitFor( { state: 'detached' } );
		expect( ( await queue() ).counts ).toMatchObject( {
			waiting: 2,
			returned: 0,
		} );
		expect(
			( await opened( id ) ).history.map( ( { act } ) => act )
		).toEqual( [ 'submit', 'return', 'undo' ] );
	} );

	it( 'on a version that changed meanwhile shows what changed, and keeps every word', async () => {
		const id = await story( 'Erste', { text: 'Der Läufer sass fest.' } );
		const { page } = await open();
		await ready( page );
		await page.keyboard.press( 'r' );
		await isFocused( page, 'textarea' );
		await page.keyboard.type( 'Wer ist das?' );
		const { content } = await opened( id );
		await decide( id, admin, {
			act: 'correct',
			content: { ...content, text: 'Der Läufer saß fest.' },
		} );
		await page.keyboard.press( 'Control+Enter' );

		await page
			.getByRole( 'region', { name: 'What changed while you looked' } )
			.waitFor();
		expect(
			await page.locator( '.tl-since :is(del, ins)' ).allTextContents()
		).toEqual( [ 'removed: sass', 'added: saß' ] );
		await page
			.locator( '.tl-decide' )
			.getByText( /^admin corrected this at/ )
			.waitFor();
		expect( await question( page ).inputValue() ).toBe( 'Wer ist das?' );
		await page.getByRole( 'button', { name: 'Return with this' } ).click();
		await heading( page, 'Nothing waits.' ).waitFor();
		expect( ( await queue() ).counts.returned ).toBe( 1 );
	} );
} );

describe( 'a correction', () => {
	it( 'mends words and alternative texts, tells the difference, and can be taken back', async () => {
		const id = await photoStory( 'Erste', 'nobody' );
		const { page } = await open();
		await ready( page );
		await page.keyboard.press( 'e' );
		await isFocused( page, '.tl-correction input' );
		await page.getByLabel( 'Title' ).fill( 'Der Erste' );
		await page
			.getByLabel( 'Alternative text of photo 1' )
			.fill( 'Ein Läufer' );
		await page
			.getByRole( 'region', { name: /^What .+ will see$/ } )
			.getByText( 'Der' )
			.waitFor();
		// Nothing is published over it.
		await page.getByText( 'Why it waits' ).click();
		await page.keyboard.press( 'p' );
		await isFocused( page, '.tl-correction input' );
		await page.keyboard.press( 'Control+Enter' );

		await heading( page, 'Der Erste' ).waitFor();
		await undoBar( page ).getByText( 'Corrected: Der Erste' ).waitFor();
		expect( ( await opened( id ) ).content ).toMatchObject( {
			title: 'Der Erste',
			photos: [ { alt: 'Ein Läufer' } ],
		} );
		await page.getByText( 'What changed' ).first().click();
		await page
			.locator( '.tl-history ins', { hasText: 'Ein Läufer' } )
			.waitFor();
		await page.keyboard.press( 'z' );
		await heading( page, 'Erste' ).first().waitFor();
		await undoBar( page ).waitFor( { state: 'detached' } );
		expect( ( await opened( id ) ).content.title ).toBe( 'Erste' );
	} );
} );

describe( 'side by side', () => {
	it( 'publishes all that is ticked, tells each outcome, and takes the batch back', async () => {
		const ids: number[] = [];
		for ( const title of [ 'Erste', 'Zweite', 'Dritte', 'Vierte' ] ) {
			ids.push( await story( title ) );
		}
		await photoStory( 'Mit Gesichtern', 'others' );
		const { page } = await open();
		await ready( page );
		await page.keyboard.press( 'g' );
		await page
			.getByRole( 'button', { name: 'Publish 4 pieces' } )
			.waitFor();
		await isFocused( page, 'h2' );
		expect( await complaints( page ) ).toEqual( [] );

		await page.getByRole( 'checkbox', { name: 'Zweite' } ).uncheck();
		await decide( Number( ids[ 2 ] ), admin );
		await page.getByRole( 'button', { name: 'Publish 3 pieces' } ).click();
		await heading(
			page,
			'2 pieces are published. 1 stayed; its card says why.'
		).waitFor();
		await page
			.locator( '.tl-card', { hasText: 'Dritte' } )
			.getByText( 'Somebody was faster' )
			.waitFor();
		expect( ( await queue() ).counts.waiting ).toBe( 2 );

		await undoBar( page ).getByText( '2 pieces published' ).waitFor();
		await page.keyboard.press( 'z' );
		await page
			.getByRole( 'button', { name: 'Publish 2 pieces' } )
			.waitFor();
		expect( ( await queue() ).counts.waiting ).toBe( 4 );
	} );
} );

describe( 'the list', () => {
	it( 'is searched and filtered, also after a reload, and says when nothing fits', async () => {
		await story( 'Erste' );
		await photoStory( 'Mit Gesichtern', 'others' );
		const { page } = await open();
		await ready( page );
		await page.keyboard.press( '/' );
		await isFocused( page, '.tl-search__field' );
		await page.keyboard.type( 'gesicht' );
		await heading( page, 'Mit Gesichtern' ).waitFor();
		await page
			.getByRole( 'button', { name: /^Erste/ } )
			.waitFor( { state: 'detached' } );
		await page.reload();
		await heading( page, 'Mit Gesichtern' ).waitFor();
		expect( await page.locator( '.tl-row' ).count() ).toBe( 1 );

		await page.getByRole( 'button', { name: 'Filter' } ).click();
		await page.getByLabel( 'Kind' ).selectOption( 'Comment' );
		await heading( page, 'Nothing here fits.' ).waitFor();
		expect( await complaints( page ) ).toEqual( [] );
		await page.getByRole( 'button', { name: 'whole list' } ).click();
		await heading( page, 'Erste' ).waitFor();
		expect( await page.locator( '.tl-row' ).count() ).toBe( 2 );
	} );

	it( 'says who has a piece open, and lets it go', async () => {
		const id = await story( 'Erste' );
		await ask( `queue/story/${ id }/claim`, admin, {} );
		const { page } = await open();
		await ready( page );
		await page
			.getByRole( 'button', { name: /admin has this open/ } )
			.waitFor();
		await page.getByText( 'You can decide all the same.' ).waitFor();
	} );
} );

describe( 'at 360 px', () => {
	it( 'a correction, a note and the grid have room', async () => {
		const id = await photoStory(
			'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel',
			'nobody'
		);
		const { page } = await open( { size: 'phone' } );
		await page.getByRole( 'button', { name: /^Donau/ } ).click();
		await shown( page );
		await page.getByRole( 'button', { name: 'Correct spelling' } ).click();
		await page.getByLabel( 'Text', { exact: true } ).fill( 'Neu.' );
		expect( await width( page ) ).toBe( 360 );
		expect( await complaints( page ) ).toEqual( [] );
		await page.getByRole( 'button', { name: 'Not now' } ).click();
		await page.getByRole( 'button', { name: 'Decide' } ).click();
		await page
			.getByRole( 'textbox', { name: 'A note to colleagues' } )
			.fill( 'Ich frage nach.' );
		await page.getByRole( 'button', { name: 'Leave this note' } ).click();
		await page.locator( '.tl-note' ).getByText( 'Ich frage' ).waitFor();
		expect( ( await opened( id ) ).notes ).toMatchObject( [
			{ text: 'Ich frage nach.' },
		] );
		await page.goto( `${ DESK }&view=grid` );
		await page.getByRole( 'button', { name: 'Publish 1 piece' } ).waitFor();
		expect( await width( page ) ).toBe( 360 );
		expect( await complaints( page ) ).toEqual( [] );
	} );
} );
