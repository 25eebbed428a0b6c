// The form's way without JavaScript, as requests: what is too big, too old, or somebody else's loses nothing.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let employee: Session;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	employee = await site.signIn( 'employee' );
	await site.php( `
		wp_insert_post( [
			'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Take part', 'post_name' => 'take-part',
			'post_content' => '<!-- wp:throughline/story-form /-->',
		] );
	` );
} );

/** The page, and the nonce that its form holds. */
async function page( query = '', session = employee ) {
	const response = await site.request( `/take-part/${ query }`, {}, session );
	const html = await response.text();
	const nonce =
		/name="throughline_form" value="(\w+)"/.exec( html )?.[ 1 ] ?? '';
	return { html, nonce, headers: response.headers, status: response.status };
}

function post(
	draft: number,
	fields: Record< string, string | Blob >,
	session: Session | undefined = employee
) {
	const body = new FormData();
	Object.entries( fields ).forEach( ( [ name, value ] ) =>
		body.append( `throughline_${ name }`, value )
	);
	return site.request(
		`/take-part/?throughline-draft=${ draft }`,
		{ method: 'POST', body },
		session
	);
}

/** The page as a browser reads it: entities resolved. */
const read = async ( response: Response ) =>
	( await response.text() ).replace( /&#(\d+);/g, ( _, code ) =>
		String.fromCodePoint( Number( code ) )
	);

const draftOf = ( response: Response ) =>
	Number(
		/throughline-draft=(\d+)/.exec(
			response.headers.get( 'Location' ) ?? ''
		)?.[ 1 ]
	);

async function newDraft( text: string ): Promise< number > {
	const { nonce } = await page();
	const response = await post( 0, {
		form: nonce,
		submission: randomUUID(),
		text,
		act: 'photos',
	} );
	expect( response.status ).toBe( 303 );
	return draftOf( response );
}

const stories = () =>
	site.php< Array< { status: string; author: number; content: string } > >( `
		return array_map(
			static fn ( $post ) => [ 'status' => $post->post_status, 'author' => (int) $post->post_author, 'content' => $post->post_content ],
			get_posts( [ 'post_type' => 'tl_story', 'post_status' => [ 'pending', 'publish', 'draft', 'auto-draft' ], 'orderby' => 'ID', 'order' => 'DESC' ] )
		);
	` );

describe( 'what the server refuses', () => {
	it( 'a body beyond post_max_size: 413, and the draft keeps the text', async () => {
		const draft = await newDraft( 'Written before the photo.' );
		const response = await post( draft, {
			photo: new File(
				[ new Uint8Array( 41 * 1024 * 1024 ) ],
				'huge.jpg'
			),
		} );
		expect( response.status ).toBe( 413 );
		const html = await read( response );
		expect( html ).toContain( 'more than this site can take at once' );
		expect( html ).toContain( 'Written before the photo.' );
		expect( response.headers.get( 'Cache-Control' ) ).toContain(
			'no-store'
		);
	} );

	it( 'a photo beyond the limit: by name, and the text is kept', async () => {
		const { nonce } = await page();
		const response = await post( 0, {
			form: nonce,
			text: 'With a giant.',
			act: 'add',
			photo: new File(
				[ new Uint8Array( 26 * 1024 * 1024 ) ],
				'giant.jpg'
			),
		} );
		expect( response.status ).toBe( 413 );
		const html = await read( response );
		expect( html ).toContain(
			'is too large: a photo may have up to 25 MB'
		);
		expect( html ).toContain( 'With a giant.' );
	} );

	it( 'a text that is too long, with every character of it', async () => {
		const { nonce } = await page();
		const response = await post( 0, {
			form: nonce,
			text: 'x'.repeat( 20_000 ),
			act: 'send',
		} );
		expect( response.status ).toBe( 422 );
		const html = await read( response );
		expect( html ).toContain( 'longer than 10,000 characters' );
		expect( html ).toContain( 'x'.repeat( 20_000 ) );
		expect( await stories() ).toEqual( [] );
	} );

	it( 'counts line breaks as one character, however a browser sends them', async () => {
		const { nonce } = await page();
		const response = await post( 0, {
			form: nonce,
			text: 'x\r\n'.repeat( 5_000 ).trim(),
			act: 'send',
		} );
		expect( response.status ).toBe( 303 );
	} );

	it( 'a nonce of somebody else: nothing happens, and the values are shown again', async () => {
		const { nonce } = await page( '', await site.signIn( 'moderator' ) );
		const response = await post( 0, {
			form: nonce,
			text: 'Not yet.',
			act: 'send',
		} );
		expect( response.status ).toBe( 403 );
		expect( await read( response ) ).toContain( 'Not yet.' );
		expect( await stories() ).toEqual( [] );
	} );
} );

describe( 'a draft', () => {
	it( 'is shown to nobody but its contributor', async () => {
		const draft = await newDraft( 'Mine alone' );
		expect(
			( await page( `?throughline-draft=${ draft }` ) ).html
		).toContain( 'Mine alone' );
		for ( const other of [ 'moderator', 'admin' ] ) {
			const { html, status } = await page(
				`?throughline-draft=${ draft }`,
				await site.signIn( other )
			);
			expect( html ).not.toContain( 'Mine alone' );
			expect( status ).toBe( 404 );
		}
		const stranger = await site.request(
			`/take-part/?throughline-draft=${ draft }`
		);
		expect( await stranger.text() ).not.toContain( 'Mine alone' );
	} );

	it( 'of somebody else is never written to: what was written becomes one’s own', async () => {
		const draft = await newDraft( 'Mine alone' );
		const moderator = await site.signIn( 'moderator' );
		const { nonce } = await page( '', moderator );
		const response = await post(
			draft,
			{ form: nonce, text: 'Overwritten?', act: 'photos' },
			moderator
		);
		expect( draftOf( response ) ).not.toBe( draft );
		expect( await stories() ).toMatchObject( [
			{ content: '<p>Overwritten?</p>' },
			{ content: '<p>Mine alone</p>' },
		] );
	} );

	it( 'runs none of the shortcodes that somebody wrote into it, in text, title, or file name', async () => {
		await site.php( `
			file_put_contents( WPMU_PLUGIN_DIR . '/zz-shortcode.php', '<?php add_shortcode( "boom", static fn () => "IT RAN" );' );
		` );
		try {
			const { nonce } = await page();
			const response = await post( 0, {
				form: nonce,
				text: '[boom] "quotes" -- [boom]',
				title: '[boom]',
				act: 'add',
				photo: new File( [ 'no photo' ], '[boom].jpg' ),
			} );
			const html = await response.text();
			expect( html ).not.toContain( 'IT RAN' );
			const text = /<textarea[^>]*>([^<]*)</.exec( html )?.[ 1 ] ?? '';
			expect(
				text.replace( /&#(\d+);/g, ( _, code ) =>
					String.fromCodePoint( code )
				)
			).toBe( '[boom] "quotes" -- [boom]' );
		} finally {
			await site.php(
				"unlink( WPMU_PLUGIN_DIR . '/zz-shortcode.php' );"
			);
		}
	} );

	it( 'that was sent takes no photo that came too late: nobody has looked at it', async () => {
		const put = ( state: string ) =>
			site.php< number >(
				`$user = get_user_by( 'login', 'employee' )->ID;
				$draft = wp_insert_post( [ 'post_type' => 'tl_story', 'post_status' => $args, 'post_author' => $user, 'post_content' => 'Ein Satz.' ] );
				$file = tempnam( get_temp_dir(), 'photo' );
				imagejpeg( imagecreatetruecolor( 640, 480 ), $file );
				$photo = Throughline\\Stories\\Upload::add( [ 'name' => 'a.jpg', 'tmp_name' => $file, 'error' => 0, 'size' => filesize( $file ) ], wp_generate_uuid4(), $user );
				Throughline\\Stories\\Photos::attach( $photo['id'], $draft, $user );
				return count( Throughline\\Stories\\Photos::of_story( $draft ) );`,
				state
			);
		expect( await put( 'auto-draft' ) ).toBe( 1 );
		expect( await put( 'pending' ) ).toBe( 0 );
		expect( await put( 'publish' ) ).toBe( 0 );
	} );

	it( 'leads to what was said once it is sent, and sending it again changes nothing', async () => {
		const draft = await newDraft( 'Sent twice' );
		const { nonce } = await page( `?throughline-draft=${ draft }` );
		const send = () =>
			post( draft, { form: nonce, text: 'Sent twice', act: 'send' } );
		expect( ( await send() ).status ).toBe( 303 );
		expect( ( await send() ).status ).toBe( 303 );
		const { html } = await page( `?throughline-draft=${ draft }` );
		expect( html ).toContain( 'Your story has arrived' );
		expect( await stories() ).toMatchObject( [ { status: 'pending' } ] );
	} );
} );

describe( 'the page', () => {
	it( 'has its script and styles where there is a form, and not for strangers', async () => {
		const stranger = await ( await site.request( '/take-part/' ) ).text();
		for ( const file of [
			'blocks/story-form/view',
			'blocks/story-form/style',
		] ) {
			expect( ( await page() ).html ).toContain( file );
			expect( stranger ).not.toContain( file );
		}
	} );

	it( 'may be cached for strangers: no nonce, no user, no address of theirs', async () => {
		const response = await site.request( '/take-part/?utm_source=mail' );
		const html = await response.text();
		expect( response.headers.get( 'Cache-Control' ) ?? '' ).not.toContain(
			'no-store'
		);
		expect( html ).not.toMatch( /nonce|throughline_form/ );
		expect( html ).not.toContain( 'utm_source' );
	} );

	it( 'is left alone by requests that are not the form’s', async () => {
		const response = await site.request(
			'/take-part/',
			{ method: 'POST', body: new URLSearchParams( { text: 'x' } ) },
			employee
		);
		expect( response.status ).toBe( 200 );
	} );

	it( 'sends a story to the department that its editor chose', async () => {
		const department = await site.php< number >( `
			$term = wp_insert_term( 'Paint shop', 'tl_department' );
			wp_update_post( [ 'ID' => get_page_by_path( 'take-part' )->ID, 'post_content' => '<!-- wp:throughline/story-form {"department":' . $term['term_id'] . ',"heading":""} /-->' ] );
			return $term['term_id'];
		` );
		const { html } = await page();
		expect( html ).toContain( 'Goes to: Paint shop' );
		expect( html ).toContain(
			`name="throughline_department" value="${ department }"`
		);
		expect( html ).not.toContain( 'Show what you did today' );
	} );

	it( 'prints no form into feeds', async () => {
		await site.php( `
			wp_insert_post( [ 'post_status' => 'publish', 'post_title' => 'News', 'post_content' => '<!-- wp:throughline/story-form /-->' ] );
		` );
		const feed = await (
			await site.request( '/feed/', {}, employee )
		).text();
		expect( feed ).toContain( 'News' );
		expect( feed ).not.toContain( 'throughline-form' );
	} );
} );
