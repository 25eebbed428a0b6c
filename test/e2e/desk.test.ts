// The desk in a browser: decided by keyboard alone, never in anybody's way, and nothing written is ever lost.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
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
	visitors,
} from './desk.ts';
import { visit } from './browser.ts';

describe( 'by keyboard alone', () => {
	it( 'publishes and goes on to the next piece, which is read out', async () => {
		const first = await story( 'Erste' );
		await story( 'Zweite' );
		const { page, errors } = await open();
		await ready( page );

		await page.keyboard.press( 'p' );
		await heading( page, 'Zweite' ).waitFor();
		await isFocused( page, 'h2' );
		expect(
			await page.locator( '#a11y-speak-polite' ).textContent()
		).toContain( 'Published: Erste.' );
		expect( ( await queue() ).items.map( ( { title } ) => title ) ).toEqual(
			[ 'Zweite' ]
		);
		expect(
			await site.php( 'return get_post_status( $args );', first )
		).toBe( 'publish' );
		expect(
			await page
				.locator(
					'#toplevel_page_throughline .wp-menu-name .pending-count'
				)
				.textContent()
		).toBe( '1' );
		expect( errors ).toEqual( [] );
	} );

	it( 'returns a piece with a question; letters typed there do nothing else', async () => {
		await story( 'Erste' );
		await story( 'Zweite' );
		const { page } = await open();
		await ready( page );

		await page.keyboard.press( 'r' );
		await isFocused( page, 'textarea' );
		await page.keyboard.press( 'Control+Enter' );
		await page.getByRole( 'alert' ).waitFor();
		await isFocused( page, 'textarea' );
		await page.keyboard.type( 'Wer ist auf Foto 2 zu sehen? jkpro?' );
		await page.keyboard.press( 'Control+Enter' );

		await heading( page, 'Zweite' ).waitFor();
		await isFocused( page, 'h2' );
		const returned = await queue( 'returned' );
		expect( returned.counts ).toMatchObject( {
			waiting: 1,
			returned: 1,
		} );
		const piece = await ask< { history: { reason: string }[] } >(
			`queue/story/${ returned.items[ 0 ]?.id }`,
			moderator
		);
		expect( piece.history.at( -1 )?.reason ).toBe(
			'Wer ist auf Foto 2 zu sehen? jkpro?'
		);
	} );

	it( 'walks with J and K, and with arrows inside the list', async () => {
		await story( 'Erste' );
		await story( 'Zweite' );
		const { page } = await open();
		await ready( page );

		await page.keyboard.press( 'j' );
		await heading( page, 'Zweite' ).waitFor();
		await isFocused( page, 'h2' );
		await page.keyboard.press( 'k' );
		await heading( page, 'Erste' ).waitFor();

		await page.getByRole( 'button', { name: /^Erste/ } ).focus();
		await page.keyboard.press( 'ArrowDown' );
		await isFocused( page, '.tl-row' );
		expect( await heading( page, 'Erste' ).isVisible() ).toBe( true );
		await page.keyboard.press( 'Enter' );
		await heading( page, 'Zweite' ).waitFor();
		await isFocused( page, 'h2' );
	} );

	it( 'works from within the preview too, and rests in a dialog', async () => {
		await story( 'Erste' );
		await story( 'Zweite' );
		const { page } = await open();
		await ready( page );
		await page.locator( '.tl-frame.is-shown iframe' ).first().waitFor();
		await page
			.frameLocator( 'iframe[title="Preview: Erste"]' )
			.locator( 'body' )
			.click();
		await page.keyboard.press( 'j' );
		await heading( page, 'Zweite' ).waitFor();

		await page.keyboard.press( '?' );
		await page.getByRole( 'dialog', { name: 'Keys' } ).waitFor();
		await page.keyboard.press( 'k' );
		await page.keyboard.press( 'p' );
		await page.keyboard.press( 'Escape' );
		await heading( page, 'Zweite' ).waitFor();
		expect( ( await queue() ).counts.waiting ).toBe( 2 );
	} );

	it( 'does nothing by single keys once they are switched off', async () => {
		await story( 'Erste' );
		const { page } = await open();
		await ready( page );
		await page.keyboard.press( '?' );
		await page.getByRole( 'checkbox', { name: /single keys/ } ).uncheck();
		await page.keyboard.press( 'Escape' );
		await page.keyboard.press( 'p' );
		await page.reload();
		await ready( page );
		await page.keyboard.press( 'p' );
		expect( await page.locator( '.tl-act kbd' ).count() ).toBe( 0 );
		expect( ( await queue() ).counts.waiting ).toBe( 1 );

		await page
			.getByRole( 'button', { name: 'Publish', exact: true } )
			.focus();
		await page.keyboard.press( 'Enter' );
		await heading( page, 'Nothing waits.' ).waitFor();
	} );
} );

describe( 'consent', () => {
	it( 'is asked for before faces are published, and noted', async () => {
		const id = await photoStory( 'Mit Gesichtern', 'others' );
		const { page } = await open();
		await ready( page );

		await page.keyboard.press( 'p' );
		await isFocused( page, 'input[type="checkbox"]' );
		await page
			.getByText( 'Please ask first, then tick this' )
			.first()
			.waitFor();
		expect( ( await queue() ).counts.waiting ).toBe( 1 );

		await page.keyboard.press( 'Space' );
		await page.keyboard.press( 'p' );
		await heading( page, 'Nothing waits.' ).waitFor();
		await isFocused( page, 'h2' );
		expect(
			await site.php(
				"return $GLOBALS['wpdb']->get_var( $GLOBALS['wpdb']->prepare( \"SELECT consent FROM {$GLOBALS['wpdb']->prefix}throughline_decisions WHERE piece_id = %d AND act = 'publish'\", $args ) );",
				id
			)
		).toBe( '1' );
	} );
} );

describe( 'two moderators', () => {
	it( 'the later one sees what happened and keeps what was written', async () => {
		const id = await story( 'Erste' );
		await story( 'Zweite' );
		const { page } = await open();
		await ready( page );
		await page.keyboard.press( 'r' );
		await isFocused( page, 'textarea' );
		await page.keyboard.type( 'Wer hat das Foto gemacht?' );

		await decide( id, admin );
		await page.keyboard.press( 'Control+Enter' );

		await page
			.locator( '.tl-decide' )
			.getByText( /^admin published this at \d/ )
			.waitFor();
		await page.getByText( 'Wer hat das Foto gemacht?' ).waitFor();
		expect(
			await page
				.getByRole( 'button', { name: 'Publish', exact: true } )
				.count()
		).toBe( 0 );
		expect( await complaints( page ) ).toEqual( [] );
		await page.keyboard.press( 'j' );
		await heading( page, 'Zweite' ).waitFor();
		await page
			.getByRole( 'button', { name: /^Erste/ } )
			.waitFor( { state: 'detached' } );
	} );
} );

describe( 'when something fails', () => {
	const DECISIONS = '**/throughline/v1/decisions*';

	async function written( page: Page ) {
		await ready( page );
		await page.keyboard.press( 'r' );
		await isFocused( page, 'textarea' );
		await page.keyboard.type( 'Wer ist das?' );
	}

	it( 'says so, and sends the same words at the next try', async () => {
		await story( 'Erste' );
		const { page } = await open();
		await written( page );
		await page.route( DECISIONS, ( route ) => route.abort() );
		await page.keyboard.press( 'Control+Enter' );
		await page
			.locator( '.tl-problem' )
			.getByText( 'The site can’t be reached.' )
			.waitFor();
		expect( await question( page ).inputValue() ).toBe( 'Wer ist das?' );
		expect( await complaints( page ) ).toEqual( [] );

		await page.unroute( DECISIONS );
		await page.getByRole( 'button', { name: 'Try again' } ).click();
		await heading( page, 'Nothing waits.' ).waitFor();
		expect( ( await queue() ).counts.returned ).toBe( 1 );
	} );

	it( 'goes on after a nonce has grown old, without a word', async () => {
		await story( 'Erste' );
		const { page } = await open();
		await written( page );
		let refusals = 0;
		await page.route( DECISIONS, ( route ) =>
			route.continue(
				refusals++ === 0
					? {
							headers: {
								...route.request().headers(),
								'x-wp-nonce': 'old0000000',
							},
						}
					: {}
			)
		);
		await page.keyboard.press( 'Control+Enter' );
		await heading( page, 'Nothing waits.' ).waitFor();
		expect( refusals ).toBe( 2 );
	} );

	it( 'waits for whoever was signed out, and keeps their words', async () => {
		await story( 'Erste' );
		const { page, context } = await open();
		await written( page );
		const cookies = await context.cookies();
		await context.clearCookies();
		await page.keyboard.press( 'Control+Enter' );
		await page
			.locator( '.tl-problem' )
			.getByText( 'You have been signed out.' )
			.waitFor();
		expect( await question( page ).inputValue() ).toBe( 'Wer ist das?' );

		await context.addCookies( cookies );
		await page.getByRole( 'button', { name: 'Try again' } ).click();
		await heading( page, 'Nothing waits.' ).waitFor();
		expect( ( await queue() ).counts.returned ).toBe( 1 );
	} );

	it( 'publishes nothing over half a question', async () => {
		await story( 'Erste' );
		const { page } = await open();
		await written( page );
		await page.getByText( 'Why it waits' ).click();
		await page.keyboard.press( 'p' );
		await isFocused( page, 'textarea' );
		expect( ( await queue() ).counts.waiting ).toBe( 1 );
	} );

	it( 'keeps the open piece and the words over a reload', async () => {
		await story( 'Erste' );
		await story( 'Zweite' );
		const { page } = await open();
		await ready( page );
		await page.keyboard.press( 'j' );
		await heading( page, 'Zweite' ).waitFor();
		await written( page );
		await page.reload();
		await heading( page, 'Zweite' ).waitFor();
		expect( await question( page ).inputValue() ).toBe( 'Wer ist das?' );
	} );

	it( 'offers to load the list again', async () => {
		await story( 'Erste' );
		const visitor = await visit( site, { as: moderator, size: 'desktop' } );
		visitors.push( visitor );
		const { page } = visitor;
		await page.route( '**/throughline/v1/queue*', ( route ) =>
			route.abort()
		);
		await page.goto( DESK );
		const again = page.getByRole( 'button', { name: 'Try again' } );
		await again.waitFor();
		await page.unroute( '**/throughline/v1/queue*' );
		await again.click();
		await heading( page, 'Erste' ).waitFor();
	} );
} );

describe( 'the list', () => {
	it( 'brings more as one comes near its end', async () => {
		for ( let number = 1; number <= 23; number++ ) {
			await story( `Nummer ${ number }` );
		}
		const { page } = await open();
		await ready( page );
		for ( let number = 2; number <= 23; number++ ) {
			await page.keyboard.press( 'j' );
			await heading( page, `Nummer ${ number }` ).waitFor();
		}
		expect( await page.locator( '.tl-row' ).count() ).toBe( 23 );
		expect(
			await page.getByRole( 'button', { name: 'More' } ).count()
		).toBe( 0 );
	} );

	it( 'shows by itself what is sent in and decided meanwhile', async () => {
		const first = await story( 'Erste' );
		const visitor = await visit( site, { as: moderator, size: 'desktop' } );
		visitors.push( visitor );
		const { page } = visitor;
		await page.clock.install();
		await page.goto( DESK );
		await heading( page, 'Erste' ).waitFor();
		await story( 'Zweite' );
		await decide( first, admin );
		await page.clock.runFor( 80_000 );
		await page.getByRole( 'button', { name: /^Zweite/ } ).waitFor();
		await page
			.locator( '.tl-decide' )
			.getByText( /^admin published this at \d/ )
			.waitFor();
	} );

	it( 'shows what was returned, which can be published after all', async () => {
		const id = await story( 'Erste' );
		await decide( id, moderator, {
			act: 'return',
			reason: 'Wer ist das?',
		} );
		const { page } = await open();
		await page.getByRole( 'tab', { name: /Returned 1/ } ).click();
		await heading( page, 'Erste' ).waitFor();
		await ready( page );
		await page.getByText( 'Wer ist das?' ).waitFor();
		expect(
			await page.getByRole( 'button', { name: /Return with/ } ).count()
		).toBe( 0 );
		await page.keyboard.press( 'p' );
		await heading( page, 'Nothing is on its way back.' ).waitFor();
	} );

	it( 'says kindly that nothing waits', async () => {
		for ( const size of [ 'desktop', 'phone' ] as const ) {
			const { page } = await open( { size } );
			await heading( page, 'Nothing waits.' ).waitFor();
			expect( await complaints( page ) ).toEqual( [] );
		}
	} );
} );

describe( 'the preview', () => {
	it( 'shows the site’s own page in full height, and runs nothing in it', async () => {
		await story( 'Erste', {
			text: `<script>document.title = 'hacked'</script>${ 'Viel Text. '.repeat(
				300
			) }`,
		} );
		const { page, foreign } = await open();
		const frame = page.locator( '.tl-frame.is-shown iframe' );
		await frame.waitFor();
		expect( await frame.getAttribute( 'sandbox' ) ).not.toContain(
			'scripts'
		);
		const [ inside, outside ] = await frame.evaluate(
			( element: HTMLIFrameElement ) => [
				element.contentDocument?.documentElement.scrollHeight ?? 0,
				element.clientHeight,
			]
		);
		expect( outside ).toBeGreaterThan( 800 );
		expect( Math.abs( Number( inside ) - Number( outside ) ) ).toBeLessThan(
			2
		);
		expect( foreign ).toEqual( [] );
	} );
} );

describe( 'on a phone', () => {
	it( 'list, piece and decision are steps, and Back takes one back', async () => {
		await story( 'Erste' );
		await story( 'Zweite' );
		const { page, errors } = await open( { size: 'phone' } );
		const row = page.getByRole( 'button', { name: /^Erste/ } );
		await row.click();
		await heading( page, 'Erste' ).waitFor();
		await isFocused( page, 'h2' );
		expect( await row.isVisible() ).toBe( false );
		await shown( page );
		expect( await complaints( page ) ).toEqual( [] );

		await page.getByRole( 'button', { name: 'Decide' } ).click();
		await heading( page, 'Your decision' ).waitFor();
		expect( await complaints( page ) ).toEqual( [] );
		await page.goBack();
		await heading( page, 'Erste' ).waitFor();
		await page.getByRole( 'button', { name: 'All pieces' } ).click();
		await row.waitFor();
		await isFocused( page, '.tl-row' );
		expect( await complaints( page ) ).toEqual( [] );

		await row.click();
		await page.getByRole( 'button', { name: 'Decide' } ).click();
		await page
			.getByRole( 'button', { name: 'Publish', exact: true } )
			.click();
		await heading( page, 'Zweite' ).waitFor();
		await page.goBack();
		await page.getByRole( 'button', { name: /^Zweite/ } ).waitFor();
		expect( errors ).toEqual( [] );
	} );

	it( 'every target is big enough for a thumb, and nothing scrolls sideways', async () => {
		await photoStory(
			'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel',
			'others'
		);
		await story( 'Zweite' );
		const { page } = await open( { size: 'phone' } );
		const steps = [
			() => page.getByRole( 'button', { name: /^Donau/ } ).click(),
			() => page.getByRole( 'button', { name: 'Decide' } ).click(),
			() => page.getByRole( 'button', { name: /Return with/ } ).click(),
		];
		await page.getByRole( 'button', { name: /^Donau/ } ).waitFor();
		for ( const step of [ () => Promise.resolve(), ...steps ] ) {
			await step();
			expect(
				await page.evaluate( () => [
					document.documentElement.scrollWidth,
					...[
						...document.querySelectorAll< HTMLElement >(
							'.tl-desk :is(button, a, textarea, .tl-consent)'
						),
					]
						.filter( ( { offsetParent } ) => offsetParent )
						.filter( ( { clientHeight } ) => clientHeight < 42 )
						.map( ( { outerHTML } ) => outerHTML ),
				] )
			).toEqual( [ 360 ] );
		}
	} );
} );

describe( 'axe', () => {
	it( 'finds nothing on the desk, nor on a question half written', async () => {
		await photoStory( 'Mit Gesichtern', 'others' );
		await story( 'Zweite' );
		const { page } = await open();
		await ready( page );
		await shown( page );
		expect( await complaints( page ) ).toEqual( [] );
		await page.keyboard.press( 'p' );
		await page.keyboard.press( 'r' );
		await isFocused( page, 'textarea' );
		await page.keyboard.press( 'Control+Enter' );
		await page.getByRole( 'alert' ).waitFor();
		expect( await complaints( page ) ).toEqual( [] );
	} );
} );

describe( 'at 400 % zoom', () => {
	it( 'is worked with like on a phone, by keyboard', async () => {
		await story( 'Erste' );
		const { page } = await open();
		await page.setViewportSize( { width: 320, height: 200 } );
		await page.getByRole( 'button', { name: /^Erste/ } ).click();
		await shown( page );
		await page.keyboard.press( 'r' );
		await isFocused( page, 'textarea' );
		await page.keyboard.type( 'Wer ist das?' );
		expect(
			await page.evaluate( () => document.documentElement.scrollWidth )
		).toBe( 320 );
		await page.keyboard.press( 'Control+Enter' );
		await heading( page, 'Nothing waits.' ).waitFor();
	} );
} );
