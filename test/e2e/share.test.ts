// A shared post in a browser: nothing leaves for its network before somebody asks for it, and only the named host hears of it then.
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { findSite, type Site } from '../site/site.ts';
import { problems, visit, type Visitor } from './browser.ts';

const VIDEO = 'https://www.youtube.com/watch?v=eiHXASgRTcA';

let site: Site;
let path: string;
const visitors: Visitor[] = [];

beforeAll( async () => {
	site = await findSite();
	await site.reset();
} );

beforeEach( async () => {
	path ??= await site.php< string >(
		`
		$user = get_user_by( 'login', 'employee' )->ID;
		$sent = Throughline\\Shares\\Submit::send( [ 'submission' => wp_generate_uuid4(), 'address' => $args, 'text' => 'Sie dreht sich.', 'author' => 'Jana Fitter',
			'department' => 0, 'page' => 0, 'permission' => 'none', 'label' => 'employee', 'recognisable' => '' ], $user );
		$id = $sent['share']['id'];
		( new Throughline\\Shares\\ShareKind() )->publish( $id );
		return wp_make_link_relative( get_permalink( wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Turbine',
			'post_content' => '<!-- wp:throughline/share {"share":' . $id . '} /--><!-- wp:throughline/wall {"level":2} /-->' ] ) ) );
	`,
		VIDEO
	);
} );

afterEach( async () => {
	for ( const { context } of visitors.splice( 0 ) ) {
		await context.close();
	}
} );

async function open( options: Parameters< typeof visit >[ 1 ] = {} ) {
	const visitor = await visit( site, options );
	visitors.push( visitor );
	await visitor.page.goto( path );
	return visitor;
}

it( 'the original is loaded after a click alone, by keyboard, and only from who is named', async () => {
	const { page, foreign } = await open( { size: 'desktop' } );
	const live = page.locator( '.throughline-share__live' );
	const button = live.getByRole( 'button', { name: 'Show it here' } );
	await button.waitFor();
	expect( await live.innerText() ).toContain( 'www.youtube-nocookie.com' );
	expect( foreign ).toEqual( [] );
	await button.focus();
	await page.keyboard.press( 'Enter' );
	const frame = page.locator( '.throughline-share iframe' );
	await frame.waitFor();
	expect( await frame.getAttribute( 'sandbox' ) ).toBe(
		'allow-scripts allow-same-origin allow-popups'
	);
	expect( await frame.getAttribute( 'title' ) ).toContain( 'Jana Fitter' );
	expect(
		await frame.evaluate(
			( element ) => element === element.ownerDocument.activeElement
		)
	).toBe( true );
	expect( new Set( foreign.map( ( url ) => new URL( url ).host ) ) ).toEqual(
		new Set( [ 'www.youtube-nocookie.com' ] )
	);
} );

it( '“always” is remembered on the device, and taken back where it was given', async () => {
	const { page, foreign } = await open();
	const always = page.getByRole( 'checkbox', { name: /^Always show/ } );
	await always.check();
	expect( foreign ).toEqual( [] );
	await page.reload();
	await page.locator( '.throughline-share iframe' ).waitFor();
	await always.uncheck();
	foreign.length = 0;
	await page.reload();
	await always.waitFor();
	expect( await always.isChecked() ).toBe( false );
	expect( await page.locator( 'iframe' ).count() ).toBe( 0 );
	expect( foreign ).toEqual( [] );
} );

it( '“always” is taken back on the privacy page, too', async () => {
	const policy = await site.php< string >(
		`$id = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Datenschutz', 'post_content' => 'Wir sind sparsam.' ] );
		update_option( 'wp_page_for_privacy_policy', $id );
		return wp_make_link_relative( get_permalink( $id ) );`
	);
	const { page, foreign } = await open();
	const again = page.getByRole( 'button', { name: 'Ask me each time' } );
	await page.goto( policy );
	await page.getByText( 'Wir sind sparsam.' ).waitFor();
	expect( await again.isVisible() ).toBe( false );
	await page.goto( path );
	await page.getByRole( 'checkbox', { name: /^Always show/ } ).check();
	await page.goto( policy );
	await page.getByText( 'are loaded at once: YouTube.' ).waitFor();
	expect( await problems( page, 'main' ) ).toEqual( [] );
	await again.click();
	await page.getByText( 'From now on you are asked again.' ).waitFor();
	await page.goto( path );
	await page.getByRole( 'button', { name: 'Show it here' } ).waitFor();
	expect( await page.locator( 'iframe' ).count() ).toBe( 0 );
	expect( foreign ).toEqual( [] );
} );

it( 'a consent manager can say no', async () => {
	const { page, foreign } = await open();
	await page.evaluate( () =>
		document.addEventListener( 'throughline-live', ( event ) => {
			const { detail } = event as CustomEvent< { network: string } >;
			document.title = detail.network;
			event.preventDefault();
		} )
	);
	await page.getByRole( 'button', { name: 'Show it here' } ).click();
	expect( await page.title() ).toBe( 'youtube' );
	expect( await page.locator( 'iframe' ).count() ).toBe( 0 );
	expect( foreign ).toEqual( [] );
} );

it( 'without scripts there are the card and a link', async () => {
	const { page, foreign } = await open( { javaScriptEnabled: false } );
	const card = page.locator( '.wp-block-throughline-share' );
	expect( await card.innerText() ).toContain( 'Sie dreht sich.' );
	expect( await card.getByRole( 'button' ).count() ).toBe( 0 );
	expect(
		await card
			.getByRole( 'link', { name: 'YouTube' } )
			.getAttribute( 'href' )
	).toBe( VIDEO );
	expect( foreign ).toEqual( [] );
} );

it.each( [ 'phone', 'desktop' ] as const )(
	'the card has nothing that axe complains of: %s',
	async ( size ) => {
		const { page } = await open( { size } );
		await page.getByRole( 'button', { name: 'Show it here' } ).waitFor();
		expect(
			await problems(
				page,
				'.wp-block-throughline-share',
				'.wp-block-throughline-wall'
			)
		).toEqual( [] );
		expect(
			await page.evaluate(
				() => document.documentElement.scrollWidth <= innerWidth
			)
		).toBe( true );
	}
);

it( 'a post goes from the phone to the wall', async () => {
	const form = await site.php< string >(
		`return wp_make_link_relative( get_permalink( wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Form', 'post_content' => '<!-- wp:throughline/story-form /-->' ] ) ) );`
	);
	const visitor = await visit( site, {
		as: await site.signIn( 'employee' ),
	} );
	visitors.push( visitor );
	const { page, foreign } = visitor;
	await page.goto( form );
	await page.getByText( 'Or share a post' ).click();
	await page
		.getByLabel( 'Address of your post' )
		.fill(
			'https://www.linkedin.com/posts/jana_wind-activity-7123456789012345678-AbCd'
		);
	await page.getByLabel( 'What does it say?' ).fill( 'Aus dem Werk.' );
	expect( await problems( page, '#throughline-share-form' ) ).toEqual( [] );
	await page.getByRole( 'button', { name: 'Share this post' } ).click();
	await page.getByText( 'Your post has arrived' ).waitFor();
	await site.php( `
		$post = get_posts( [ 'post_type' => 'tl_share', 'post_status' => 'pending', 'numberposts' => 1 ] )[0];
		( new Throughline\\Shares\\ShareKind() )->publish( $post->ID );
	` );
	await page.goto( path );
	const card = page.locator( '.throughline-card', {
		hasText: 'Aus dem Werk.',
	} );
	expect( await card.innerText() ).toContain( 'As Employee says' );
	expect( foreign ).toEqual( [] );
} );

it( 'an editor pastes the address of a post: a card is made of it, without asking its network', async () => {
	const visitor = await visit( site, {
		as: await site.signIn( 'admin' ),
		size: 'desktop',
	} );
	visitors.push( visitor );
	const { page, context, foreign, errors } = visitor;
	await context.grantPermissions( [ 'clipboard-read', 'clipboard-write' ] );
	const id = await site.php< number >(
		`return wp_insert_post( [ 'post_type' => 'page', 'post_title' => 'Turbinen', 'post_content' => '<!-- wp:paragraph --><p></p><!-- /wp:paragraph -->' ] );`
	);
	await page.goto( `/wp-admin/post.php?post=${ id }&action=edit` );
	const canvas = page.frameLocator( 'iframe[name=editor-canvas]' );
	const paragraph = canvas.locator( 'p.block-editor-rich-text__editable' );
	await paragraph.waitFor();
	await page.evaluate( () => {
		const { dispatch } = (
			window as unknown as {
				wp: {
					data: {
						dispatch: ( store: string ) => {
							set: ( ...given: unknown[] ) => void;
						};
					};
				};
			}
		 ).wp.data;
		dispatch( 'core/preferences' ).set(
			'core/edit-post',
			'welcomeGuide',
			false
		);
		return navigator.clipboard.writeText(
			'https://www.xing.com/posts/abc-123'
		);
	} );
	await paragraph.click();
	await page.keyboard.press( 'Control+v' );
	const make = canvas.getByRole( 'button', { name: 'Make a card' } );
	await make.click();
	// Nothing is lost, and what is missing is said.
	await canvas.getByText( 'XING does not tell us' ).first().waitFor();
	expect(
		await canvas.getByLabel( 'Address of the post' ).inputValue()
	).toBe( 'https://www.xing.com/posts/abc-123' );
	await canvas.getByLabel( 'What does it say?' ).fill( 'Sie hält.' );
	await make.click();
	await canvas.getByText( 'once it is published at the desk' ).waitFor();
	expect(
		await canvas.locator( '.throughline-share' ).innerText()
	).toContain( 'Sie hält.' );
	expect( foreign ).toEqual( [] );
	// The refused attempt is the only thing that a browser notes.
	expect(
		errors.filter( ( error ) => ! error.includes( 'status of 4' ) )
	).toEqual( [] );
} );

it( 'a moderator of one department hands in a post at the desk, and decides on it there', async () => {
	await site.php( `
		$ids = array_map( static fn( $name ) => Throughline\\People\\Departments::add( $name, 0 ), [ 'Lager', 'Montage' ] );
		Throughline\\People\\Moderators::give( get_user_by( 'login', 'moderator' )->ID, 'some', [ $ids[1] ] );
	` );
	const visitor = await visit( site, {
		as: await site.signIn( 'moderator' ),
		size: 'desktop',
	} );
	visitors.push( visitor );
	const { page, foreign, errors } = visitor;
	await page.goto( '/wp-admin/admin.php?page=throughline' );
	await page.getByRole( 'button', { name: 'Share a post' } ).click();
	const dialog = page.getByRole( 'dialog', { name: 'Share a post' } );
	await dialog
		.getByLabel( 'Address of the post' )
		.fill(
			'https://www.linkedin.com/posts/paul-activity-7123456789012345679-XyZw'
		);
	await dialog.getByLabel( 'What does it say?' ).fill( 'Vom Pausenraum.' );
	expect( await problems( page, '.components-modal__frame' ) ).toEqual( [] );
	await dialog.getByRole( 'button', { name: 'Make a card' } ).click();
	const preview = page.frameLocator(
		'iframe[title="Preview: Vom Pausenraum."]'
	);
	await preview.getByText( 'Vom Pausenraum.' ).waitFor();
	await page.getByRole( 'button', { name: /^Publish/ } ).waitFor();
	expect( foreign ).toEqual( [] );
	expect( errors ).toEqual( [] );
} );

it( 'one’s own pieces hold the form, too, with and without a page for them', async () => {
	const visitor = await visit( site, {
		as: await site.signIn( 'employee' ),
	} );
	visitors.push( visitor );
	const { page } = visitor;
	const sendFrom = async ( start: string, post: string ) => {
		await page.goto( start );
		await page.getByText( 'Share a post from your own profile' ).click();
		await page
			.getByLabel( 'Address of your post' )
			.fill( `https://www.linkedin.com/posts/jana-activity-${ post }` );
		await page.getByRole( 'button', { name: 'Share this post' } ).click();
		// Without words there is nothing to show: said, and nothing lost.
		await page.getByRole( 'alert' ).waitFor();
		await page.getByLabel( 'What does it say?' ).fill( post );
		expect( await problems( page, '#throughline-share-form' ) ).toEqual(
			[]
		);
		await page.getByRole( 'button', { name: 'Share this post' } ).click();
		await page.getByText( 'Your post has arrived' ).waitFor();
		// It stands in the list above at once.
		await page
			.locator( '.throughline-mine__items' )
			.getByText( post )
			.waitFor();
	};
	await sendFrom( '/?throughline-piece=mine', '7123456789012345670-AAAA' );
	await sendFrom(
		await site.php< string >(
			`return wp_make_link_relative( get_permalink( wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Meins', 'post_content' => '<!-- wp:throughline/my-pieces /-->' ] ) ) );`
		),
		'7123456789012345671-BBBB'
	);
} );
