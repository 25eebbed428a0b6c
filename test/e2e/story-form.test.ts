// The story form as people use it: with a thumb, with a keyboard, with a bad connection, and without JavaScript.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Route } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GREEN, jpeg, type Paint } from '../photos.ts';
import { findSite, type Session, type Site } from '../site/site.ts';
import { visit } from './browser.ts';

interface Kept {
	status: string;
	title: string;
	content: string;
	recognisable: string;
	department: number;
	photos: Array< { name: string; alt: string; width: number } >;
}

/** A machine may be busy with other things. */
const SOON = { timeout: 20_000 };

let site: Site;
let employee: Session;

const plain: Paint = () => GREEN;
const photo = ( name = 'photo.jpg' ) => ( {
	name,
	mimeType: 'image/jpeg',
	buffer: jpeg( { width: 64, height: 48, paint: plain } ),
} );

/** Colours without any order, which no encoder makes small. */
const noise: Paint = ( x, y ) => {
	const mixed = ( x * x * 7919 + y * y * 104_729 + x * y * 31 ) % 16_777_213;
	return [ mixed % 256, Math.floor( mixed / 256 ) % 256, mixed % 253, 255 ];
};

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	employee = await site.signIn( 'employee' );
	await site.php( `
		$term = wp_insert_term( 'Assembly', 'tl_department' );
		wp_insert_term( 'Paint shop', 'tl_department' );
		update_user_meta( get_user_by( 'login', 'employee' )->ID, 'throughline_department', $term['term_id'] );
		wp_insert_post( [
			'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Take part', 'post_name' => 'take-part',
			'post_content' => '<!-- wp:throughline/story-form /-->',
		] );
	` );
} );

/** The page with the form, taken over by its script where there is one. */
async function open( options: Parameters< typeof visit >[ 1 ] = {} ) {
	const visitor = await visit( site, { as: employee, ...options } );
	await visitor.page.goto( '/take-part/' );
	if ( options.javaScriptEnabled !== false ) {
		await visitor.page.locator( '.throughline-form.is-ready' ).waitFor();
	}
	return visitor;
}

const text = ( page: Page ) => page.getByLabel( 'What was it about?' );
const button = ( page: Page, name: string | RegExp ) =>
	page.getByRole( 'button', { name, exact: true } );
const ready = ( page: Page ) =>
	page.locator( '.throughline-form__ready:visible' );
const chooser = ( page: Page ) => page.locator( 'input[type=file]' );
const problems = ( page: Page ) =>
	page.locator( '.throughline-form__problems' );

const arrived = ( page: Page, count: number ) =>
	expect
		.poll( () => ready( page ).count(), { timeout: 40_000 } )
		.toBe( count );

async function addPhotos( page: Page, ...files: ReturnType< typeof photo >[] ) {
	await chooser( page ).setInputFiles( files );
	await arrived( page, files.length );
}

const thanks = ( page: Page ) =>
	page.getByText( 'Your story has arrived' ).waitFor();

/** The stories that came of it. */
const stories = () =>
	site.php< Kept[] >( `
		return array_map( static fn ( $post ) => [
			'status' => $post->post_status,
			'title' => $post->post_title,
			'content' => $post->post_content,
			'recognisable' => get_post_meta( $post->ID, '_throughline_recognisable', true ),
			'department' => \\Throughline\\Stories\\Stories::department( $post->ID ),
			'photos' => array_map(
				static fn ( $photo ) => [ 'name' => $photo['name'], 'alt' => $photo['alt'], 'width' => $photo['width'] ],
				\\Throughline\\Stories\\Photos::of_story( $post->ID )
			),
		], get_posts( [ 'post_type' => 'tl_story', 'post_status' => [ 'pending', 'publish', 'draft' ], 'orderby' => 'ID', 'order' => 'ASC' ] ) );
	` );

const focused = ( page: Page ) => page.locator( ':focus' ).getAttribute( 'id' );

const axe = async ( page: Page ) =>
	(
		await new AxeBuilder( { page } )
			.include( '.throughline-form' )
			.analyze()
	).violations.map( ( { id, nodes } ) => `${ id }: ${ nodes[ 0 ]?.html }` );

describe( 'with JavaScript', () => {
	it( 'sends photos first, then the story, and says what happens next', async () => {
		const { page, errors, foreign } = await open();
		await addPhotos( page, photo( 'one.jpg' ), photo( 'two.jpg' ) );
		await page.getByLabel( 'No, nobody' ).check();
		await text( page ).fill( 'Rotor lifted 😀\n\nمرحبا' );
		await page.getByLabel( 'A title' ).fill( '48 tonnes' );
		await button( page, 'Send' ).click();
		await thanks( page );
		await expect
			.poll( () => focused( page ), SOON )
			.toBe( 'throughline-story-form-sent' );
		const [ story, ...others ] = await stories();
		expect( others ).toEqual( [] );
		expect( story ).toMatchObject( {
			status: 'pending',
			title: '48 tonnes',
			content: '<p>Rotor lifted 😀</p>\n<p>مرحبا</p>',
			recognisable: 'nobody',
			photos: [ { name: 'one.jpg' }, { name: 'two.jpg' } ],
		} );
		expect( story?.department ).toBeGreaterThan( 0 );
		await button( page, 'Send another story' ).click();
		expect( await text( page ).inputValue() ).toBe( '' );
		expect( await page.locator( '.throughline-form__photo' ).count() ).toBe(
			0
		);
		expect( { errors, foreign } ).toEqual( { errors: [], foreign: [] } );
	} );

	it( 'takes a photo alone and a text alone, and says so when there is nothing', async () => {
		const { page } = await open();
		await button( page, 'Send' ).click();
		await problems( page ).waitFor();
		await expect
			.poll( () => focused( page ), SOON )
			.toBe( 'throughline-story-form-problems' );
		await problems( page ).getByRole( 'link' ).click();
		await expect
			.poll( () => focused( page ), SOON )
			.toBe( 'throughline-story-form-text' );
		expect( await text( page ).getAttribute( 'aria-invalid' ) ).toBe(
			'true'
		);
		await text( page ).fill( 'Only words.' );
		await button( page, 'Send' ).click();
		await thanks( page );
		await button( page, 'Send another story' ).click();
		await addPhotos( page, photo() );
		await button( page, 'Send' ).click();
		await problems( page ).getByRole( 'link' ).click();
		await expect
			.poll( () => focused( page ), SOON )
			.toBe( 'throughline-story-form-recognisable' );
		await page.getByLabel( 'Yes, others' ).check();
		expect(
			await page.getByText( 'waits until they have agreed' ).isVisible()
		).toBe( true );
		await button( page, 'Send' ).click();
		await thanks( page );
		expect(
			( await stories() ).map( ( { recognisable } ) => recognisable )
		).toEqual( [ '', 'others' ] );
	} );

	it( 'brings the draft back after a reload, photos included, and forgets it once it is sent', async () => {
		const { page } = await open();
		await addPhotos( page, photo( 'one.jpg' ), photo( 'two.jpg' ) );
		await page.getByLabel( 'Only me' ).check();
		await text( page ).fill( 'Half a sen' );
		await page.getByLabel( 'Where was it?' ).selectOption( 'Paint shop' );
		expect(
			await page
				.getByText( 'Your draft stays on this device.' )
				.isVisible()
		).toBe( true );
		await page.reload();
		await arrived( page, 2 );
		expect( await text( page ).inputValue() ).toBe( 'Half a sen' );
		expect( await page.getByLabel( 'Only me' ).isChecked() ).toBe( true );
		// The picture comes from the server now, for its contributor alone.
		await expect
			.poll(
				() =>
					page
						.getByAltText( 'Photo 2' )
						.evaluate(
							( image: HTMLImageElement ) => image.naturalWidth
						),
				SOON
			)
			.toBeGreaterThan( 0 );
		await text( page ).pressSequentially( 'tence.' );
		await button( page, 'Send' ).click();
		await thanks( page );
		await page.reload();
		await page.locator( '.is-ready' ).waitFor();
		expect( await text( page ).inputValue() ).toBe( '' );
		expect( await ready( page ).count() ).toBe( 0 );
		expect( await page.evaluate( () => window.localStorage.length ) ).toBe(
			0
		);
		expect( await stories() ).toMatchObject( [
			{ content: '<p>Half a sentence.</p>', photos: [ {}, {} ] },
		] );
	} );

	it( 'moves nothing on the page when it comes to life, with a draft or without', async () => {
		const { page } = await open();
		await page.addInitScript( () => {
			new PerformanceObserver( ( list ) => {
				const shift = list
					.getEntries()
					.reduce(
						( sum, entry ) =>
							sum +
							( entry as PerformanceEntry & { value: number } )
								.value,
						0
					);
				window.name = String( Number( window.name ) + shift );
			} ).observe( { type: 'layout-shift', buffered: true } );
			window.name = '0';
		} );
		const shifted = async () => {
			await page.reload( { waitUntil: 'networkidle' } );
			return Number( await page.evaluate( () => window.name ) );
		};
		expect( await shifted() ).toBeLessThan( 0.02 );
		await addPhotos( page, photo(), photo(), photo() );
		expect( await shifted() ).toBeLessThan( 0.02 );
		expect( await ready( page ).count() ).toBe( 3 );
	} );

	it( 'sends a photo again that did not arrive, while the text stays', async () => {
		const { page } = await open();
		const lose = ( route: Route ) => route.abort();
		await page.route( '**/throughline/v1/photos', lose );
		await text( page ).fill( 'Still here.' );
		await chooser( page ).setInputFiles( [ photo() ] );
		await page.getByText( 'There is no connection.' ).first().waitFor();
		await page.getByLabel( 'No, nobody' ).check();
		await button( page, 'Send' ).click();
		await problems( page ).getByText( 'Photo 1 did not arrive' ).waitFor();
		await page.unroute( '**/throughline/v1/photos', lose );
		await button( page, 'Send photo 1 again' ).click();
		await arrived( page, 1 );
		expect( await text( page ).inputValue() ).toBe( 'Still here.' );
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toMatchObject( [ { photos: [ {} ] } ] );
	} );

	it( 'keeps everything when the story itself fails, and makes one story of two tries', async () => {
		const { page } = await open();
		await text( page ).fill( 'Once.' );
		// The story arrives, its answer does not.
		await page.route(
			'**/throughline/v1/stories',
			async ( route ) => {
				await route.fetch();
				await route.abort();
			},
			{ times: 1 }
		);
		await button( page, 'Send' ).click();
		await problems( page ).getByText( 'There is no connection.' ).waitFor();
		await page.route(
			'**/throughline/v1/stories',
			( route ) => route.fulfill( { status: 502, body: 'Bad gateway' } ),
			{ times: 1 }
		);
		await button( page, 'Send' ).click();
		await problems( page ).getByText( 'can’t take it just now' ).waitFor();
		expect( await text( page ).inputValue() ).toBe( 'Once.' );
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toHaveLength( 1 );
	} );

	it( 'loses nothing when the session ends, and goes on after signing in again', async () => {
		const { page, context } = await open();
		await text( page ).fill( 'Long shift.' );
		const cookies = await context.cookies();
		await context.clearCookies();
		await button( page, 'Send' ).click();
		const link = problems( page ).getByRole( 'link', {
			name: 'You have been signed out',
		} );
		await link.waitFor();
		expect( await link.getAttribute( 'target' ) ).toBe( '_blank' );
		expect( await link.getAttribute( 'href' ) ).toContain( 'wp-login.php' );
		expect( await text( page ).inputValue() ).toBe( 'Long shift.' );
		await context.addCookies( cookies );
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toHaveLength( 1 );
	} );

	it( 'takes ten photos and keeps the eleventh out, by name', async () => {
		const { page } = await open();
		await chooser( page ).setInputFiles(
			Array.from( { length: 11 }, ( _, n ) => photo( `${ n + 1 }.jpg` ) )
		);
		await page
			.getByText( '10 photos fit into one story' )
			.first()
			.waitFor();
		await arrived( page, 10 );
		expect( await chooser( page ).isVisible() ).toBe( false );
		await button( page, 'Remove photo 4' ).click();
		expect( await page.locator( '.throughline-form__photo' ).count() ).toBe(
			9
		);
		expect( await chooser( page ).isVisible() ).toBe( true );
	} );

	it( 'says what is wrong with a file, and keeps the rest', async () => {
		const { page } = await open();
		await chooser( page ).setInputFiles( [
			{
				name: 'notes.jpg',
				mimeType: 'image/jpeg',
				buffer: Buffer.from( 'not a photo' ),
			},
			photo( 'good.jpg' ),
			{
				name: 'film.mp4',
				mimeType: 'video/mp4',
				buffer: Buffer.from( 'film' ),
			},
			{
				name: 'plan.pdf',
				mimeType: 'application/pdf',
				buffer: Buffer.from( '%PDF' ),
			},
		] );
		await page.getByText( '“notes.jpg” is not a photo' ).first().waitFor();
		const sentences = await page
			.locator( '#throughline-story-form-photos-error' )
			.textContent();
		expect( sentences ).toContain( 'Videos can’t be taken here' );
		expect( sentences ).toContain( '“plan.pdf” is not a photo' );
		expect( await button( page, 'Send photo 1 again' ).isVisible() ).toBe(
			false
		);
		await arrived( page, 1 );
		await button( page, 'Remove photo 1' ).click();
		await page.getByLabel( 'No, nobody' ).check();
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toMatchObject( [
			{ photos: [ { name: 'good.jpg' } ] },
		] );
	} );

	it( 'names the limit of a file that is too big, dropped from the desk, before it is sent', async () => {
		const { page } = await open();
		let asked = 0;
		await page.route( '**/throughline/v1/photos', ( route ) => {
			asked++;
			return route.continue();
		} );
		await page.locator( '.throughline-form' ).evaluate( ( form ) => {
			const dataTransfer = new DataTransfer();
			dataTransfer.items.add(
				new File( [ new Uint8Array( 30 * 1024 * 1024 ) ], 'giant.jpg', {
					type: 'image/jpeg',
				} )
			);
			form.dispatchEvent(
				new DragEvent( 'drop', {
					dataTransfer,
					bubbles: true,
					cancelable: true,
				} )
			);
		} );
		await page
			.getByText(
				'“giant.jpg” is too large: a photo may have up to 25 MB'
			)
			.first()
			.waitFor();
		expect( asked ).toBe( 0 );
	} );

	it( 'shrinks a phone’s 12 megapixels to at most 500 kB, in bounds', async () => {
		const { page } = await open();
		const big = {
			name: 'IMG_0001.jpeg',
			mimeType: 'image/jpeg',
			buffer: jpeg( { width: 4032, height: 3024, paint: noise } ),
		};
		// The browser's tools don't tell how much of a file they send.
		await page.evaluate( () => {
			const { append } = FormData.prototype;
			FormData.prototype.append = function (
				this: FormData,
				...given: [ string, Blob ]
			) {
				if ( given[ 1 ] instanceof Blob ) {
					document.title = String( given[ 1 ].size );
				}
				append.apply( this, given );
			} as typeof append;
		} );
		await addPhotos( page, big );
		const bytes = Number( await page.title() );
		expect( bytes ).toBeGreaterThan( 10_000 );
		expect( bytes ).toBeLessThan( Math.min( 501_000, big.buffer.length ) );
		await page.getByLabel( 'No, nobody' ).check();
		await button( page, 'Send' ).click();
		await thanks( page );
		const [ story ] = await stories();
		expect( story?.photos[ 0 ] ).toMatchObject( { name: 'IMG_0001.jpg' } );
		expect( story?.photos[ 0 ]?.width ).toBeLessThanOrEqual( 2560 );
	}, 120_000 );

	it( 'waits for photos that are still on their way when Send is pressed', async () => {
		const { page } = await open();
		let resolve = () => {};
		const promise = new Promise< void >( ( done ) => ( resolve = done ) );
		await page.route( '**/throughline/v1/photos', async ( route ) => {
			await promise;
			await route.continue();
		} );
		await chooser( page ).setInputFiles( [ photo(), photo(), photo() ] );
		await page.getByLabel( 'No, nobody' ).check();
		expect(
			await page
				.getByRole( 'progressbar', { name: 'Photo 1 is on its way' } )
				.isVisible()
		).toBe( true );
		await button( page, 'Send' ).click();
		await button( page, 'Waiting for the photos …' ).waitFor();
		resolve();
		await thanks( page );
		expect( await stories() ).toMatchObject( [
			{ photos: [ {}, {}, {} ] },
		] );
	} );

	it( 'moves photos by button, keeps the focus there, and keeps what describes them', async () => {
		const { page } = await open();
		await addPhotos(
			page,
			photo( 'a.jpg' ),
			photo( 'b.jpg' ),
			photo( 'c.jpg' )
		);
		await page.getByLabel( 'Describe or move photo 3' ).click();
		await page
			.getByLabel( 'What can be seen in photo 3?' )
			.fill( 'The crane' );
		await button( page, 'Move photo 3 before photo 2' ).click();
		await page
			.getByText( 'Photo 3 is now photo 2.' )
			.waitFor( { state: 'attached' } );
		const name = () =>
			page.locator( ':focus' ).getAttribute( 'aria-label' );
		await expect.poll( name, SOON ).toBe( 'Move photo 2 before photo 1' );
		await page.keyboard.press( 'Enter' );
		// It is the first now: the other button takes the focus.
		await expect.poll( name, SOON ).toBe( 'Move photo 1 after photo 2' );
		await page.getByLabel( 'No, nobody' ).check();
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( ( await stories() )[ 0 ]?.photos ).toMatchObject( [
			{ name: 'c.jpg', alt: 'The crane' },
			{ name: 'a.jpg', alt: '' },
			{ name: 'b.jpg' },
		] );
	} );

	it( 'is one form in two tabs, and makes one story of them', async () => {
		const { page, context } = await open();
		const other = await context.newPage();
		await other.goto( '/take-part/' );
		await other.locator( '.is-ready' ).waitFor();
		await text( page ).fill( 'From two tabs.' );
		await expect
			.poll( () => text( other ).inputValue(), SOON )
			.toBe( 'From two tabs.' );
		await Promise.all( [
			page.locator( '.throughline-form form[enctype]' ).evaluate( press ),
			other
				.locator( '.throughline-form form[enctype]' )
				.evaluate( press ),
		] );
		await thanks( page );
		await thanks( other );
		expect( await stories() ).toHaveLength( 1 );
	} );

	it( 'shows in the other tab that a story was sent', async () => {
		const { page, context } = await open();
		const other = await context.newPage();
		await other.goto( '/take-part/' );
		await other.locator( '.is-ready' ).waitFor();
		await text( page ).fill( 'Seen in both.' );
		await button( page, 'Send' ).click();
		await thanks( page );
		await thanks( other );
	} );

	it( 'refuses 10,001 characters and keeps every one of them', async () => {
		const { page } = await open();
		await text( page ).fill( 'é'.repeat( 10_001 ) );
		await button( page, 'Send' ).click();
		await problems( page )
			.getByText( 'longer than 10,000 characters' )
			.waitFor();
		expect( ( await text( page ).inputValue() ).length ).toBe( 10_001 );
		await text( page ).fill( 'é'.repeat( 10_000 ) );
		await button( page, 'Send' ).click();
		await thanks( page );
	} );

	it( 'can be done by keyboard alone', async () => {
		const { page } = await open( { size: 'desktop' } );
		await text( page ).focus();
		await page.keyboard.type( 'Typed.' );
		await page.keyboard.press( 'Tab' ); // Delete the draft
		await page.keyboard.press( 'Tab' );
		await page.keyboard.type( 'A title' );
		await page.keyboard.press( 'Enter' ); // sends nothing
		expect( await stories() ).toHaveLength( 0 );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Enter' );
		await thanks( page );
		expect( await stories() ).toMatchObject( [ { title: 'A title' } ] );
	} );

	it( 'deletes the draft and its photos when asked', async () => {
		const { page } = await open();
		await addPhotos( page, photo() );
		await text( page ).fill( 'Never mind.' );
		await button( page, 'Delete it' ).click();
		expect( await text( page ).inputValue() ).toBe( '' );
		expect( await page.evaluate( () => window.localStorage.length ) ).toBe(
			0
		);
		await expect
			.poll(
				() =>
					site.php< string >(
						'return $GLOBALS["wpdb"]->get_var( "SELECT COUNT(*) FROM " . \\Throughline\\Database::table( "photos" ) );'
					),
				SOON
			)
			.toBe( '0' );
	} );

	it( 'has nothing that axe would mend, in any state, on a phone and on a desk', async () => {
		for ( const size of [ 'phone', 'desktop' ] as const ) {
			const { page, context } = await open( { size } );
			expect( await axe( page ) ).toEqual( [] );
			await addPhotos( page, photo(), photo() );
			await page.getByLabel( 'Describe or move photo 2' ).click();
			await chooser( page ).setInputFiles( [
				{
					name: 'x.jpg',
					mimeType: 'image/jpeg',
					buffer: Buffer.from( 'x' ),
				},
			] );
			await page.getByText( '“x.jpg” is not a photo' ).first().waitFor();
			await button( page, 'Send' ).click();
			await problems( page ).waitFor();
			expect( await axe( page ) ).toEqual( [] );
			// Nothing sticks out sideways, either.
			expect(
				await page.evaluate(
					() =>
						document.documentElement.scrollWidth - window.innerWidth
				)
			).toBeLessThanOrEqual( 0 );
			await context.close();
		}
	} );

	it( 'gives every finger 48 pixels', async () => {
		const { page } = await open();
		await addPhotos( page, photo(), photo() );
		await page.getByLabel( 'Describe or move photo 1' ).click();
		const small = await page
			.locator( '.throughline-form' )
			.evaluate( ( form ) =>
				[
					...form.querySelectorAll< HTMLElement >(
						'button, summary, select, textarea, input[type=text], label:has([type=radio]), label[for$=add]'
					),
				]
					.filter(
						( one ) => one.offsetParent && one.offsetHeight < 48
					)
					.map(
						( one ) =>
							`${ one.outerHTML.slice( 0, 90 ) } ${ one.offsetHeight }`
					)
			);
		expect( small ).toEqual( [] );
	} );

	it( 'never lets its button cover what is focused', async () => {
		const { page } = await open();
		await addPhotos( page, photo(), photo(), photo() );
		await page.evaluate( () => window.scrollTo( 0, 0 ) );
		const covered: string[] = [];
		for ( let i = 0; i < 25; i++ ) {
			await page.keyboard.press( 'Tab' );
			const hidden = await page.locator( ':focus' ).evaluate( ( one ) => {
				const form = one.closest( 'form' );
				const bar = form?.querySelector( '.throughline-form__send' );
				const { bottom, height } = one.getBoundingClientRect();
				return bar &&
					! bar.contains( one ) &&
					height < 300 &&
					bottom > bar.getBoundingClientRect().top + 1
					? one.outerHTML.slice( 0, 90 )
					: '';
			} );
			covered.push( hidden );
		}
		expect( covered.filter( Boolean ) ).toEqual( [] );
	} );
} );

/** As a thumb would, but at once, even in a tab behind. */
const press = ( form: Element ) =>
	( form as HTMLFormElement ).requestSubmit(
		form.querySelector< HTMLButtonElement >( '[value=send]' )
	);

describe( 'without JavaScript', () => {
	const without = { javaScriptEnabled: false };

	it( 'sends a text alone in one step', async () => {
		const { page } = await open( without );
		expect( await chooser( page ).isVisible() ).toBe( false );
		await text( page ).fill( 'Just words.' );
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toMatchObject( [
			{ content: '<p>Just words.</p>' },
		] );
		await page.getByRole( 'link', { name: 'Send another story' } ).click();
		expect( await text( page ).inputValue() ).toBe( '' );
	} );

	it( 'takes the text first, then one photo a request, in any order', async () => {
		const { page } = await open( without );
		const written = 'He said "go" -- [gallery] 3x4 \'it\' <b> & 😀 مرحبا';
		await text( page ).fill( written );
		await button( page, 'Go on to the photos' ).click();
		for ( const name of [ 'a.jpg', 'b.jpg', 'c.jpg' ] ) {
			await chooser( page ).setInputFiles( [ photo( name ) ] );
			await button( page, 'Add this photo' ).click();
		}
		await page
			.getByLabel( 'What can be seen in photo 3?' )
			.fill( 'The [crane]' );
		await button( page, 'Move photo 3 before photo 2' ).click();
		expect(
			await page.getByLabel( 'What can be seen in photo 2?' ).inputValue()
		).toBe( 'The [crane]' );
		await button( page, 'Remove photo 1' ).click();
		// Content filters of the page neither ran nor curled what was written.
		expect( await text( page ).inputValue() ).toBe( written );
		await button( page, 'Send' ).click();
		await problems( page )
			.getByText( 'can anybody be recognised' )
			.waitFor();
		await expect
			.poll( () => focused( page ), SOON )
			.toBe( 'throughline-story-form-problems' );
		// axe needs scripts; the page is the same with them.
		const { page: scripted } = await visit( site, { as: employee } );
		await scripted.goto( page.url() );
		expect( await axe( scripted ) ).toEqual( [] );
		await page.getByLabel( 'Only me' ).check();
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toMatchObject( [
			{
				status: 'pending',
				recognisable: 'me',
				photos: [
					{ name: 'c.jpg', alt: 'The [crane]' },
					{ name: 'b.jpg' },
				],
			},
		] );
	} );

	it( 'keeps answer and text with the first photo, and refuses a file by name', async () => {
		const { page } = await open( without );
		await button( page, 'Go on to the photos' ).click();
		await page.getByLabel( 'Yes, others' ).check();
		await chooser( page ).setInputFiles( [ photo() ] );
		await button( page, 'Add this photo' ).click();
		expect( await page.getByLabel( 'Yes, others' ).isChecked() ).toBe(
			true
		);
		await text( page ).fill( 'Added later.' );
		await chooser( page ).setInputFiles( [
			{
				name: 'notes.jpg',
				mimeType: 'image/jpeg',
				buffer: Buffer.from( 'no' ),
			},
		] );
		await button( page, 'Add this photo' ).click();
		await problems( page )
			.getByText( '“notes.jpg” is not a photo' )
			.waitFor();
		expect( await text( page ).inputValue() ).toBe( 'Added later.' );
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toMatchObject( [
			{
				content: '<p>Added later.</p>',
				recognisable: 'others',
				photos: [ {} ],
			},
		] );
	} );

	it( 'asks for one more press when the page is old, and loses nothing', async () => {
		const { page } = await open( without );
		await text( page ).fill( 'Slow day.' );
		const other = await site.signIn( 'employee' );
		await page.context().addCookies(
			other.cookie.split( '; ' ).map( ( pair ) => ( {
				name: pair.slice( 0, pair.indexOf( '=' ) ),
				value: pair.slice( pair.indexOf( '=' ) + 1 ),
				url: site.url,
			} ) )
		);
		await button( page, 'Send' ).click();
		await problems( page )
			.getByText( 'press the button once more' )
			.waitFor();
		expect( await text( page ).inputValue() ).toBe( 'Slow day.' );
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toHaveLength( 1 );
	} );

	it( 'keeps what was written by somebody who was signed out meanwhile', async () => {
		const { page, context } = await open( without );
		await text( page ).fill( 'Night shift.' );
		const cookies = await context.cookies();
		await context.clearCookies();
		await button( page, 'Send' ).click();
		await problems( page )
			.getByRole( 'link', { name: 'You have been signed out' } )
			.waitFor();
		expect( await text( page ).inputValue() ).toBe( 'Night shift.' );
		await context.addCookies( cookies );
		await button( page, 'Send' ).click();
		await button( page, 'Send' ).click();
		await thanks( page );
		expect( await stories() ).toHaveLength( 1 );
	} );

	it( 'makes one story of two presses', async () => {
		const { page } = await open( without );
		await text( page ).fill( 'Twice.' );
		const body = await page
			.locator( '.throughline-form form[enctype]' )
			.evaluate( ( form ) =>
				new URLSearchParams(
					[ ...new FormData( form as HTMLFormElement ) ].map(
						( [ name, value ] ) => [ name, String( value ) ]
					)
				).toString()
			);
		const post = () =>
			site.request(
				'/take-part/?throughline-draft=0',
				{
					method: 'POST',
					headers: {
						'Content-Type': 'application/x-www-form-urlencoded',
					},
					body: `${ body }&throughline_act=send`,
				},
				employee
			);
		const answers = [ await post(), await post() ];
		expect( answers.map( ( { status } ) => status ) ).toEqual( [
			303, 303,
		] );
		expect( await stories() ).toHaveLength( 1 );
	} );
} );

describe( 'without the right to send', () => {
	it( 'asks a stranger to sign in and prints nothing personal', async () => {
		const { page, context, errors } = await visit( site );
		const response = await page.goto( '/take-part/' );
		const html = ( await response?.text() ) ?? '';
		expect( html ).not.toContain( 'nonce' );
		expect( html ).not.toContain( 'employee' );
		const link = page
			.locator( '.throughline-form' )
			.getByRole( 'link', { name: 'Sign in' } );
		expect( await link.getAttribute( 'href' ) ).toContain(
			encodeURIComponent( '/take-part/' )
		);
		expect( await axe( page ) ).toEqual( [] );
		expect( errors ).toEqual( [] );
		await context.close();
	} );

	it( 'says so plainly to somebody who is signed in', async () => {
		await site.php(
			"wp_create_user( 'reader', 'password', 'reader@example.com' );"
		);
		const { page } = await visit( site, {
			as: await site.signIn( 'reader' ),
		} );
		await page.goto( '/take-part/' );
		await page
			.getByText( 'Your account can’t send stories yet.' )
			.waitFor();
		expect(
			await page.locator( '.throughline-form form[enctype]' ).count()
		).toBe( 0 );
	} );
} );

describe( 'in the editor', () => {
	it( 'shows the form as contributors see it, and follows its settings', async () => {
		const { page } = await visit( site, {
			as: await site.signIn( 'admin' ),
			size: 'desktop',
		} );
		const id = await site.php< number >(
			"return get_page_by_path( 'take-part' )->ID;"
		);
		await page.goto( `/wp-admin/post.php?post=${ id }&action=edit` );
		const canvas = page.frameLocator( 'iframe[name=editor-canvas]' );
		const form = canvas.locator( '.throughline-form' );
		await form.getByText( 'Show what you did today' ).waitFor();
		expect( await form.getByText( 'Photo or camera' ).isVisible() ).toBe(
			true
		);
		expect( await form.locator( 'option' ).allTextContents() ).toContain(
			'Paint shop'
		);
		// Nothing of the editor's own person, and nothing to type into.
		expect(
			await form.locator( '[name=throughline_form]' ).inputValue()
		).toBe( 'signed-out' );
		await page.evaluate( () => {
			const { select, dispatch } = (
				window as unknown as {
					wp: {
						data: Record<
							string,
							(
								store: string
							) => Record<
								string,
								(
									...given: unknown[]
								) => Array< { clientId: string } >
							>
						>;
					};
				}
			 ).wp.data;
			dispatch?.( 'core/preferences' ).set?.(
				'core/edit-post',
				'welcomeGuide',
				false
			);
			const [ block ] =
				select?.( 'core/block-editor' ).getBlocks?.() ?? [];
			dispatch?.( 'core/block-editor' ).selectBlock?.( block?.clientId );
		} );
		await page.getByLabel( 'Heading' ).fill( 'Who built this?' );
		await page.getByLabel( 'Stories go to' ).selectOption( 'Paint shop' );
		await form.getByText( 'Who built this?' ).waitFor();
		await form.getByText( 'Goes to: Paint shop' ).waitFor();
	} );

	it( 'offers a pattern to start from', async () => {
		const session = await site.signIn( 'admin' );
		const response = await site.request(
			'/wp-json/wp/v2/block-patterns/patterns',
			{},
			session
		);
		const patterns = ( await response.json() ) as Array< {
			name: string;
			content: string;
		} >;
		const pattern = patterns.find(
			( { name } ) => name === 'throughline/story-form'
		);
		expect( pattern?.content ).toContain( 'wp:throughline/story-form' );
	} );
} );
