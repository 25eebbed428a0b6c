// The main job: an employee sends a photo story from a phone, a moderator publishes it by keyboard, visitors see it on the wall.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import {
	BLUE,
	corners,
	exif,
	jpeg,
	jpegExif,
	POSITION,
	RED,
	stored,
} from '../photos.ts';
import { findSite, type Site } from '../site/site.ts';
import { visit } from './browser.ts';

const upright = { width: 3000, height: 2000, paint: corners( 3000, 2000 ) };

/** Made in code; the same expectations over real camera files where they lie. */
const camera = process.env.THROUGHLINE_PHOTOS;
const real = ( name: string, made: Buffer ) =>
	camera && existsSync( join( camera, name ) )
		? readFileSync( join( camera, name ) )
		: made;
const PHOTOS = [
	{
		name: 'turbine.jpg',
		bytes: real(
			'iphone-6-gps-8mp.jpg',
			jpeg( {
				...upright,
				before: [ jpegExif( exif( { gps: true } ) ) ],
			} )
		),
	},
	{
		name: 'hall.jpg',
		bytes: real(
			'orientation-6-landscape.jpg',
			jpeg( {
				...stored( 6, upright ),
				before: [ jpegExif( exif( { orientation: 6, gps: true } ) ) ],
			} )
		),
	},
];
const TITLE = '48 Tonnen, zwei Millimeter Luft';
const TEXT = 'Gestern um vier Uhr früh haben wir den Läufer eingehoben.';

let site: Site;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	await site.php( `
		foreach (['share' => 'throughline/story-form', 'wall' => 'throughline/wall'] as $slug => $block) {
			wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_name' => $slug, 'post_title' => $slug, 'post_content' => "<!-- wp:$block /-->"]);
		}
	` );
} );

it( 'a photo story goes from the phone over the desk to the wall', async () => {
	// The employee, on a phone.
	const employee = await visit( site, {
		as: await site.signIn( 'employee' ),
	} );
	const form = employee.page;
	await form.goto( '/share/' );
	await form.setInputFiles(
		'.throughline-form input[type=file]',
		PHOTOS.map( ( { name, bytes } ) => ( {
			name,
			mimeType: 'image/jpeg',
			buffer: bytes,
		} ) )
	);
	await form
		.getByRole( 'radio', { name: /nobody/i } )
		.check( { force: true } );
	await form.getByLabel( 'What was it about?' ).fill( TEXT );
	await form.getByLabel( 'A title' ).fill( TITLE );
	await form.getByRole( 'button', { name: 'Send', exact: true } ).click();
	await form.getByText( 'Your story has arrived' ).waitFor();
	expect( employee.foreign ).toEqual( [] );
	expect( employee.errors ).toEqual( [] );
	await employee.context.close();

	// Strangers, before publication.
	expect( await leaks() ).toEqual( [] );

	// The moderator, with keys alone.
	const moderator = await visit( site, {
		size: 'desktop',
		as: await site.signIn( 'moderator' ),
	} );
	const desk = moderator.page;
	await desk.goto( '/wp-admin/admin.php?page=throughline' );
	await desk
		.frameLocator( 'iframe[aria-hidden=false]' )
		.getByText( 'Läufer eingehoben' )
		.waitFor();
	const preview = desk
		.frameLocator( 'iframe[aria-hidden=false]' )
		.locator( 'img' )
		.first();
	await preview.waitFor();
	expect(
		await preview.evaluate( async ( image: HTMLImageElement ) => {
			await image.decode();
			return image.naturalWidth;
		} )
	).toBeGreaterThan( 100 );
	await desk.keyboard.press( 'p' );
	await desk.getByText( 'Nothing waits' ).first().waitFor();
	expect( moderator.foreign ).toEqual( [] );
	await moderator.context.close();

	// Visitors.
	const visitor = await visit( site );
	const wall = visitor.page;
	await wall.goto( '/wall/' );
	await wall.getByRole( 'heading', { name: TITLE } ).waitFor();
	const card = wall.locator( '.wp-block-throughline-wall img' ).first();
	expect( await isDecoded( card ) ).toBe( true );
	await wall.getByRole( 'link', { name: TITLE } ).click();
	await wall.getByText( TEXT ).waitFor();
	const images = wall.locator( 'figure img' );
	expect( await images.count() ).toBe( PHOTOS.length );
	expect( visitor.foreign ).toEqual( [] );
	expect( visitor.errors ).toEqual( [] );

	// The files that they get.
	for ( const address of await served() ) {
		const response = await site.request( address );
		expect( response.status ).toBe( 200 );
		const bytes = Buffer.from( await response.arrayBuffer() );
		expect( bytes.subarray( 0, 2 ).toString( 'hex' ) ).toBe( 'ffd8' );
		expect( bytes.includes( 'Exif' ) ).toBe( false );
		expect( bytes.includes( POSITION ) ).toBe( false );
	}
	if ( ! camera ) {
		for ( let i = 0; i < PHOTOS.length; i++ ) {
			const image = images.nth( i );
			await image.scrollIntoViewIfNeeded();
			expect( await isDecoded( image ) ).toBe( true );
			expect( await colours( image ) ).toEqual( [ 'red', 'blue' ] );
		}
	}
	await visitor.context.close();
} );

/** What anybody can ask before publication, and whether an answer holds the text, the title or a picture. */
async function leaks(): Promise< string[] > {
	const { id, files, employee } = await site.php< {
		id: number;
		files: string[];
		employee: number;
	} >( `
		$folder = wp_upload_dir()['basedir'];
		$files = [];
		foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
			$files[] = str_replace('\\\\', '/', substr($file->getPathname(), strlen($folder)));
		}
		return [
			'id' => (int) $GLOBALS['wpdb']->get_var("SELECT ID FROM {$GLOBALS['wpdb']->posts} WHERE post_type = 'tl_story'"),
			'files' => $files,
			'employee' => get_user_by('login', 'employee')->ID,
		];
	` );
	expect( files.length ).toBeGreaterThan( 2 );
	const addresses = [
		...files.map( ( file ) => `/wp-content/uploads${ file }` ),
		'/',
		'/wall/',
		'/share/',
		`/?p=${ id }&post_type=tl_story`,
		`/?p=${ id }&post_type=tl_story&preview=true`,
		`/?throughline-preview=story-${ id }`,
		'/?s=eingehoben',
		'/feed/',
		'/comments/feed/',
		'/?feed=rss2&post_type=tl_story',
		`/?author=${ employee }`,
		'/author/employee/',
		'/wp-sitemap.xml',
		'/wp-sitemap-posts-tl_story-1.xml',
		'/wp-sitemap-users-1.xml',
		'/wp-json/',
		'/wp-json/wp/v2/media',
		'/wp-json/wp/v2/users',
		'/wp-json/wp/v2/search?search=eingehoben',
		'/wp-json/wp/v2/tl_story',
		`/wp-json/wp/v2/posts/${ id }`,
		`/wp-json/wp/v2/media?parent=${ id }`,
		`/wp-json/oembed/1.0/embed?url=${ encodeURIComponent(
			`${ site.url }/?p=${ id }&post_type=tl_story`
		) }`,
		'/wp-json/throughline/v1/wall',
		'/wp-json/throughline/v1/queue',
		`/wp-json/throughline/v1/queue/story/${ id }`,
		...[ 1, 2 ].flatMap( ( photo ) =>
			[ 'thumbnail', 'large', 'full' ].map(
				( size ) =>
					`/wp-json/throughline/v1/photos/${ photo }/${ size }`
			)
		),
	];
	const found: string[] = [];
	for ( const address of addresses ) {
		const response = await site.request( address );
		const bytes = Buffer.from( await response.arrayBuffer() );
		if (
			bytes.includes( 'Läufer' ) ||
			bytes.includes( '48 Tonnen' ) ||
			/^(ffd8ff|89504e47|52494646)/.test( bytes.toString( 'hex', 0, 4 ) )
		) {
			found.push( address );
		}
	}
	return found;
}

/** Every file of the published story, as addresses. */
async function served(): Promise< string[] > {
	const files = await site.php< string[] >( `
		$list = [];
		foreach (get_posts(['post_type' => 'attachment', 'numberposts' => -1]) as $post) {
			$url = wp_get_attachment_url($post->ID);
			$list[] = $url;
			foreach (wp_get_attachment_metadata($post->ID)['sizes'] as $size) {
				$list[] = dirname($url) . '/' . $size['file'];
			}
		}
		return $list;
	` );
	expect( files.length ).toBeGreaterThan( 4 );
	return files.map( ( url ) => new URL( url ).pathname );
}

type Image = ReturnType< Page[ 'locator' ] >;

async function isDecoded( image: Image ): Promise< boolean > {
	return await image.evaluate( async ( element: HTMLImageElement ) => {
		await element.decode();
		return element.naturalWidth > 0;
	} );
}

/** The colours at the left, above and below: which way is up. */
async function colours( image: Image ): Promise< string[] > {
	const pixels = await image.evaluate( ( element: HTMLImageElement ) => {
		const canvas = document.createElement( 'canvas' );
		canvas.width = element.naturalWidth;
		canvas.height = element.naturalHeight;
		const context = canvas.getContext( '2d' );
		context?.drawImage( element, 0, 0 );
		return [ 0.1, 0.9 ].map( ( part ) => [
			...( context?.getImageData(
				Math.floor( canvas.width * 0.1 ),
				Math.floor( canvas.height * part ),
				1,
				1
			).data ?? [] ),
		] );
	} );
	const distance = ( pixel: number[], color: readonly unknown[] ) =>
		[ 0, 1, 2 ].reduce(
			( sum, i ) =>
				sum + ( ( pixel[ i ] ?? 0 ) - Number( color[ i ] ) ) ** 2,
			0
		);
	return pixels.map( ( pixel ) =>
		distance( pixel, RED ) < distance( pixel, BLUE ) ? 'red' : 'blue'
	);
}
