// The wall in a browser: more of it with and without JavaScript, read by everybody, still where it was while it loads.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { corners, jpeg } from '../photos.ts';
import { findSite, type Site } from '../site/site.ts';
import { visit } from './browser.ts';

const STORIES = 15;
const FIRST = 6;

let site: Site;
let wall: string;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	wall = await site.php< string >(
		`
		$employee = get_user_by( 'login', 'employee' )->ID;
		wp_set_current_user( $employee );
		$departments = array_map( static fn ( $name ) => wp_insert_term( $name, 'tl_department' )['term_id'], [ 'Montage', 'Reinigung' ] );
		foreach ( range( 1, $args['stories'] ) as $number ) {
			$photos = [];
			if ( $number % 5 === 0 ) {
				$file = tempnam( get_temp_dir(), 'photo' );
				file_put_contents( $file, base64_decode( $args['photo'] ) );
				$photo = Throughline\\Stories\\Upload::add( [ 'name' => 'a.jpg', 'tmp_name' => $file, 'error' => 0, 'size' => filesize( $file ) ], wp_generate_uuid4(), $employee );
				$photos[] = [ 'id' => $photo['id'], 'alt' => $number === 15 ? 'Turbine' : '' ];
			}
			$sent = Throughline\\Stories\\Stories::submit( [
				'submission' => wp_generate_uuid4(),
				'title' => $number % 3 === 1 ? '' : "Geschichte $number",
				'text' => "Gestern um vier Uhr früh haben wir den Läufer $number eingehoben. Keiner hat geredet, bis er saß.",
				'department' => $departments[ $number % 2 ],
				'recognisable' => $photos === [] ? '' : 'nobody',
				'photos' => $photos,
			] );
			wp_update_post( [ 'ID' => $sent['story']['id'], 'post_status' => 'publish', 'edit_date' => true, 'post_date' => wp_date( 'Y-m-d H:i:s', time() - 60 * ( 100 - $number ) ) ] );
		}
		$page = wp_insert_post( [
			'post_type' => 'page',
			'post_status' => 'publish',
			'post_title' => 'Aus den Werken',
			'post_content' => '<!-- wp:throughline/wall {"level":2,"showFilter":true,"count":' . $args['first'] . '} /--><!-- wp:paragraph --><p>Danach</p><!-- /wp:paragraph -->',
		] );
		return wp_make_link_relative( get_permalink( $page ) );
		`,
		{
			stories: STORIES,
			first: FIRST,
			photo: jpeg( {
				width: 1600,
				height: 1200,
				paint: corners( 1600, 1200 ),
			} ).toString( 'base64' ),
		}
	);
} );

const cards = ( page: Page ) => page.locator( '.throughline-card' );
const more = ( page: Page ) => page.getByRole( 'link', { name: 'Show more' } );

/** Red, green and blue of the page's background, added up. */
const luminance = ( page: Page ) =>
	page.evaluate( () =>
		(
			getComputedStyle( document.body ).backgroundColor.match( /\d+/g ) ??
			[]
		)
			.slice( 0, 3 )
			.reduce( ( sum, part ) => sum + Number( part ), 0 )
	);

/** How far things moved by themselves until now (Cumulative Layout Shift). */
const layoutShift = ( page: Page ) =>
	page.evaluate(
		() =>
			new Promise< number >( ( resolve ) => {
				let sum = 0;
				new PerformanceObserver( ( list ) => {
					for ( const entry of list.getEntries() ) {
						sum += ( entry as unknown as { value: number } ).value;
					}
				} ).observe( { type: 'layout-shift', buffered: true } );
				setTimeout( () => resolve( sum ), 300 );
			} )
	);

describe( 'more stories', () => {
	it( 'come in place by keyboard, are announced, and have the focus', async () => {
		const { page, errors } = await visit( site );
		await page.goto( wall );
		expect( await cards( page ).count() ).toBe( FIRST );
		await more( page ).focus();
		await page.keyboard.press( 'Enter' );
		await page.waitForFunction(
			( count ) =>
				document.querySelectorAll( '.throughline-card' ).length > count,
			FIRST
		);
		expect( await cards( page ).count() ).toBe( 2 * FIRST );
		const focused = cards( page ).nth( FIRST ).getByRole( 'link' );
		expect(
			await focused.evaluate(
				( link ) => link === link.ownerDocument.activeElement
			)
		).toBe( true );
		expect( await page.getByRole( 'status' ).textContent() ).toBe(
			'6 more.'
		);
		expect( new URL( page.url() ).pathname ).toBe( wall );

		await more( page ).click();
		await more( page ).waitFor( { state: 'hidden' } );
		expect( await cards( page ).count() ).toBe( STORIES );
		const names = await cards( page ).getByRole( 'link' ).allTextContents();
		expect( new Set( names ).size ).toBe( STORIES );
		expect( errors ).toEqual( [] );
	} );

	it( 'say so when they do not arrive, and come at the next try', async () => {
		const { page } = await visit( site );
		await page.goto( wall );
		await page.route( '**/throughline/v1/wall**', ( route ) =>
			route.abort()
		);
		await more( page ).click();
		await page
			.getByText( 'The next stories did not arrive.' )
			.waitFor( { state: 'visible' } );
		await page.unroute( '**/throughline/v1/wall**' );
		await more( page ).click();
		await cards( page )
			.nth( 2 * FIRST - 1 )
			.waitFor();
	} );

	it( 'are a page of their own without JavaScript', async () => {
		const { page } = await visit( site, { javaScriptEnabled: false } );
		await page.goto( wall );
		await more( page ).click();
		expect( page.url() ).toContain( '#throughline-wall-1' );
		await more( page ).click();
		expect( await cards( page ).count() ).toBe( STORIES - 2 * FIRST );
		expect( await more( page ).count() ).toBe( 0 );
		await page.getByRole( 'link', { name: 'Back to the newest' } ).click();
		expect( await cards( page ).count() ).toBe( FIRST );
	} );
} );

describe( 'a card', () => {
	it( 'is one target, picture and all', async () => {
		const { page } = await visit( site );
		await page.goto( wall );
		const first = cards( page ).first();
		expect( await first.getByRole( 'link' ).count() ).toBe( 1 );
		await first.locator( 'img' ).click( { force: true } );
		await page.waitForURL( '**/stories/**' );
		expect( await page.locator( 'h1' ).textContent() ).toBe(
			'Geschichte 15'
		);
		expect(
			await page.getByRole( 'img', { name: 'Turbine' } ).count()
		).toBe( 1 );
	} );

	it( 'tells a day as one would say it, and the date to whoever asks', async () => {
		const { page } = await visit( site, { size: 'desktop' } );
		await page.goto( wall );
		const day = cards( page ).first().locator( 'time' );
		await page.waitForFunction( () =>
			document.querySelector( '.throughline-card time[title]' )
		);
		expect( await day.textContent() ).toMatch( /^(today|yesterday)$/ );
		expect( await day.getAttribute( 'title' ) ).toMatch( /\d{4}$/ );
	} );
} );

describe( 'everybody can read it', () => {
	for ( const size of [ 'phone', 'desktop' ] as const ) {
		it( `on a ${ size }, in light and in dark, with nothing for axe to find`, async () => {
			for ( const style of [ '', '01-evening', '08-midnight' ] ) {
				await site.php( STYLE, style );
				const { page, context } = await visit( site, { size } );
				for ( const path of [ wall, '/stories/geschichte-15/' ] ) {
					await page.goto( path );
					expect( await luminance( page ) )[
						style ? 'toBeLessThan' : 'toBeGreaterThan'
					]( 300 );
					if ( path === wall ) {
						await more( page ).click();
						await cards( page ).nth( FIRST ).waitFor();
					}
					const { violations } = await new AxeBuilder( { page } )
						.include(
							path === wall
								? '.wp-block-throughline-wall'
								: '.throughline-story'
						)
						.analyze();
					expect( violations ).toEqual( [] );
				}
				await context.close();
			}
			await site.php( STYLE, '' );
		} );
	}

	it( 'at 320 pixels and with letters of twice the size, without scrolling sideways', async () => {
		const { page } = await visit( site );
		await page.setViewportSize( { width: 320, height: 640 } );
		for ( const size of [ '100%', '200%' ] ) {
			await page.goto( wall );
			await page.addStyleTag( {
				content: `html { font-size: ${ size } }`,
			} );
			const overflow = await page.evaluate( () =>
				[ ...document.querySelectorAll( '.throughline-card' ) ].map(
					( card ) => card.getBoundingClientRect().right
				)
			);
			expect( Math.max( ...overflow ) ).toBeLessThanOrEqual( 320 );
		}
	} );
} );

const STYLE = `
	wp_set_current_user( get_user_by( 'login', 'admin' )->ID );
	$id = WP_Theme_JSON_Resolver::get_user_global_styles_post_id();
	$style = $args === '' ? [ 'version' => 3 ] : wp_json_file_decode( get_stylesheet_directory() . "/styles/$args.json", [ 'associative' => true ] );
	$palette = $style['settings']['color']['palette'] ?? null;
	if ( $palette !== null ) {
		$style['settings']['color']['palette'] = [ 'theme' => $palette ];
	}
	wp_update_post( [ 'ID' => $id, 'post_content' => wp_slash( wp_json_encode( [ 'isGlobalStylesUserThemeJSON' => true ] + $style ) ) ] );
	wp_clean_theme_json_cache();
`;

describe( 'a page with a wall', () => {
	it( 'stays where it is while it loads, and asks nobody elsewhere', async () => {
		for ( const size of [ 'phone', 'desktop' ] as const ) {
			const { page, foreign, errors } = await visit( site, { size } );
			await page.goto( wall, { waitUntil: 'networkidle' } );
			expect( await layoutShift( page ) ).toBeLessThan( 0.02 );
			const images = page.locator( '.throughline-card img' );
			expect( await images.first().getAttribute( 'fetchpriority' ) ).toBe(
				'high'
			);
			expect( foreign ).toEqual( [] );
			expect( errors ).toEqual( [] );
		}
	} );
} );

describe( 'in the editor', () => {
	it( 'it shows what visitors see, and where nothing is published what will be', async () => {
		const admin = await site.signIn( 'admin' );
		const ids = await site.php< number[] >( `
			$empty = wp_insert_term( 'Leer', 'tl_department' )['term_id'];
			return array_map( static fn ( $content ) => wp_insert_post( [ 'post_type' => 'page', 'post_title' => 'Entwurf', 'post_content' => $content ] ), [
				'<!-- wp:throughline/wall {"count":3} /-->',
				'<!-- wp:throughline/wall {"department":' . $empty . '} /-->',
			] );
		` );
		const { page, errors } = await visit( site, {
			as: admin,
			size: 'desktop',
		} );
		const shown = [
			'.throughline-card >> nth=2',
			'.components-placeholder',
		];
		for ( const [ index, id ] of ids.entries() ) {
			await page.goto( `/wp-admin/post.php?post=${ id }&action=edit` );
			const canvas = page.frameLocator( 'iframe[name="editor-canvas"]' );
			await canvas
				.locator( shown[ index ] ?? '' )
				.waitFor( { timeout: 30_000 } );
		}
		expect(
			await page
				.frameLocator( 'iframe[name="editor-canvas"]' )
				.getByText( 'Until then visitors see nothing.' )
				.count()
		).toBe( 1 );
		expect( errors ).toEqual( [] );
	} );
} );
