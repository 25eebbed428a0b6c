// Photos over HTTP: who may see one that waits, what is refused and how, and what is public once its story is.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Photo, Story } from '../../src/contract.ts';
import {
	BLUE,
	corners,
	exif,
	jpeg,
	jpegComment,
	jpegExif,
	pngBomb,
	POSITION,
	RED,
	stored,
} from '../photos.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let employee: Session;
let moderator: Session;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	employee = await site.signIn( 'employee' );
	moderator = await site.signIn( 'moderator' );
} );

type Answer = Photo & {
	code?: string;
	message: string;
	data: { status: number };
};

const picture = { width: 640, height: 480, paint: corners( 640, 480 ) };

/** As a phone makes it: with the place where it was taken. */
const phonePhoto = ( orientation = 1 ) =>
	jpeg( {
		...stored( orientation, picture ),
		before: [ jpegExif( exif( { orientation, gps: true } ) ) ],
	} );

async function upload(
	bytes: Buffer,
	{ name = 'turbine.jpg', upload: id = randomUUID(), session = employee } = {}
): Promise< { status: number; body: Answer } > {
	const form = new FormData();
	form.set( 'upload', id );
	form.set( 'photo', new Blob( [ new Uint8Array( bytes ) ] ), name );
	const response = await site.request(
		'/wp-json/throughline/v1/photos',
		{ method: 'POST', body: form },
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as Answer,
	};
}

async function send( photos: number[], recognisable = 'nobody' ) {
	const response = await site.request(
		'/wp-json/throughline/v1/stories',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( {
				submission: randomUUID(),
				title: 'Läufer',
				recognisable,
				photos: photos.map( ( id, i ) => ( {
					id,
					alt: `Bild ${ i + 1 }`,
				} ) ),
			} ),
		},
		employee
	);
	return ( await response.json() ) as Story & { code?: string };
}

const publish = ( id: number ) =>
	site.request(
		'/wp-json/throughline/v1/decisions',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( {
				kind: 'story',
				id,
				version: 1,
				act: 'publish',
			} ),
		},
		moderator
	);

const files = () =>
	site.php< string[] >( `
		$folder = wp_upload_dir()['basedir'];
		$names = [];
		foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
			$names[] = substr($file->getPathname(), strlen($folder) + 1);
		}
		sort($names);
		return $names;
	` );

const look = ( id: number, session?: Session, size = 'large' ) =>
	site.request(
		`/wp-json/throughline/v1/photos/${ id }/${ size }`,
		{},
		session
	);

describe( 'a photo that waits', () => {
	it( 'is seen by its contributor and by moderators, kept by no cache', async () => {
		const { body } = await upload( phonePhoto() );
		for ( const session of [ employee, moderator ] ) {
			const answer = await look( body.id, session );
			expect( answer.status ).toBe( 200 );
			expect( answer.headers.get( 'content-type' ) ).toBe( 'image/jpeg' );
			expect( answer.headers.get( 'cache-control' ) ).toMatch(
				/(?=.*private)(?=.*no-store)/
			);
			expect( answer.headers.get( 'x-content-type-options' ) ).toBe(
				'nosniff'
			);
			const bytes = Buffer.from( await answer.arrayBuffer() );
			expect( bytes.subarray( 0, 2 ).toString( 'hex' ) ).toBe( 'ffd8' );
			expect( bytes.includes( POSITION ) ).toBe( false );
		}
	} );

	it( 'is not there for anybody else, as if there were none', async () => {
		const { body } = await upload( phonePhoto() );
		await site.php(
			"wp_insert_user(['user_login' => 'colleague', 'user_pass' => 'password', 'role' => 'throughline_employee']); wp_insert_user(['user_login' => 'writer', 'user_pass' => 'password', 'role' => 'author']);"
		);
		const sessions = [
			undefined,
			await site.signIn( 'colleague' ),
			await site.signIn( 'writer' ),
		];
		for ( const session of sessions ) {
			for ( const id of [ body.id, body.id + 1000 ] ) {
				const answer = await look( id, session );
				expect( answer.status ).toBe( 404 );
				expect( await answer.text() ).toContain(
					'throughline_not_found'
				);
			}
			const removal = await site.request(
				`/wp-json/throughline/v1/photos/${ body.id }`,
				{ method: 'DELETE' },
				session
			);
			expect( [ 401, 403, 404 ] ).toContain( removal.status );
		}
		expect( ( await look( body.id, employee ) ).status ).toBe( 200 );
	} );

	it( 'lies in no file that a web server could show', async () => {
		await upload( phonePhoto() );
		const names = await files();
		expect( names.length ).toBeGreaterThan( 1 );
		for ( const name of names ) {
			expect( name ).toMatch(
				/^throughline\/[0-9a-f]{2}\/[0-9a-f]{32}-[a-z0-9_x-]+$/
			);
			const answer = await site.request(
				`/wp-content/uploads/${ name }`
			);
			const bytes = Buffer.from( await answer.arrayBuffer() );
			for ( const start of [ 'ffd8', '89504e47', '52494646' ] ) {
				expect(
					bytes.toString( 'hex', 0, 4 ).startsWith( start )
				).toBe( false );
			}
		}
	} );

	it( 'is refused to a colleague’s story', async () => {
		const { body } = await upload( phonePhoto(), { session: moderator } );
		expect( ( await send( [ body.id ] ) ).code ).toBe(
			'throughline_photo_gone'
		);
	} );

	it( 'can’t be part of two stories', async () => {
		const { body } = await upload( phonePhoto() );
		expect( ( await send( [ body.id ] ) ).state ).toBe( 'waiting' );
		expect( ( await send( [ body.id ] ) ).code ).toBe(
			'throughline_photo_gone'
		);
	} );

	it( 'comes out once when it is sent again', async () => {
		const id = randomUUID();
		const first = await upload( phonePhoto(), { upload: id } );
		const again = await upload( phonePhoto(), { upload: id } );
		expect( again.body.id ).toBe( first.body.id );
	} );

	it( 'can be taken away before it is sent, with its files, and not afterwards', async () => {
		const first = await upload( phonePhoto() );
		const second = await upload( phonePhoto() );
		await send( [ second.body.id ] );
		const remove = ( id: number ) =>
			site.request(
				`/wp-json/throughline/v1/photos/${ id }`,
				{ method: 'DELETE' },
				employee
			);
		const before = ( await files() ).length;
		expect( ( await remove( first.body.id ) ).status ).toBe( 200 );
		expect( ( await files() ).length ).toBe( before / 2 );
		expect( ( await remove( second.body.id ) ).status ).toBe( 404 );
	} );

	it( 'that nobody claims is gone after a day, and one of a story is not', async () => {
		const first = await upload( phonePhoto() );
		const second = await upload( phonePhoto() );
		await send( [ second.body.id ] );
		await site.setClock( Math.floor( Date.now() / 1000 ) + 90000 );
		await site.php( "do_action('throughline_sweep');" );
		expect( ( await look( first.body.id, employee ) ).status ).toBe( 404 );
		expect( ( await look( second.body.id, employee ) ).status ).toBe( 200 );
	} );
} );

describe( 'a photo is refused', () => {
	it.each( [
		[
			'text called .jpg',
			() => Buffer.from( 'Das ist kein Bild.' ),
			/^throughline_photo_/,
		],
		[
			'SVG',
			() =>
				Buffer.from(
					'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
				),
			/^throughline_photo_(svg|type_refused)$/,
		],
		[
			'MVG called .jpg',
			() =>
				Buffer.from(
					'push graphic-context\nviewbox 0 0 640 480\nfill \'url(https://127.0.0.1/x.jpg"|touch /tmp/x")\'\npop graphic-context'
				),
			/^throughline_photo_/,
		],
		[
			'a bomb of 60 megapixels',
			() => pngBomb( 10000, 6000 ),
			/^throughline_photo_too_many_pixels$/,
		],
		[
			'half a JPEG',
			() => {
				const whole = phonePhoto();
				return whole.subarray( 0, Math.floor( whole.length * 0.6 ) );
			},
			/^throughline_photo_/,
		],
	] )(
		'%s, by name and reason, and nothing stays',
		async ( _, make, code ) => {
			const { status, body } = await upload( make() );
			expect( status ).toBeGreaterThanOrEqual( 400 );
			expect( status ).toBeLessThan( 500 );
			expect( body.code ).toMatch( code );
			expect( body.message ).toContain( 'turbine.jpg' );
			expect( await files() ).toEqual( [] );
			expect( await site.outgoing() ).toEqual( [] );
		}
	);

	it( 'larger than 25 MB or than the server takes, with the limit in the sentence', async () => {
		const { status, body } = await upload(
			Buffer.concat( [
				phonePhoto(),
				Buffer.alloc( 30 * 1024 * 1024, 1 ),
			] )
		);
		expect( status ).toBe( 413 );
		expect( body.code ).toBe( 'throughline_photo_too_large' );
		expect( body.message ).toMatch( /\d+ MB/ );
	} );

	it( 'in a body beyond post_max_size, with the same sentence', async () => {
		const { status, body } = await upload(
			Buffer.alloc( 60 * 1024 * 1024, 1 )
		);
		expect( status ).toBe( 413 );
		expect( body.code ).toBe( 'throughline_photo_too_large' );
	} );

	it( 'when there is none in the request', async () => {
		const response = await site.request(
			'/wp-json/throughline/v1/photos',
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( { upload: randomUUID() } ),
			},
			employee
		);
		expect( response.status ).toBe( 422 );
	} );

	it( 'from strangers and from those who may not submit', async () => {
		const form = new FormData();
		form.set( 'upload', randomUUID() );
		const stranger = await site.request( '/wp-json/throughline/v1/photos', {
			method: 'POST',
			body: form,
		} );
		expect( stranger.status ).toBe( 401 );
	} );
} );

describe( 'a published photo', () => {
	it( 'is an attachment of its story, upright, with alt text, sizes, and without the place', async () => {
		const photos = [
			( await upload( phonePhoto() ) ).body,
			( await upload( phonePhoto( 6 ) ) ).body,
		];
		expect(
			photos.map( ( { width, height } ) => [ width, height ] )
		).toEqual( [
			[ 640, 480 ],
			[ 640, 480 ],
		] );
		const { id } = await send( photos.map( ( photo ) => photo.id ) );
		expect( ( await publish( id ) ).status ).toBe( 200 );
		const attachments = await site.php<
			{ author: number; alt: string; sizes: string[]; url: string }[]
		>(
			"return array_map(static fn($post) => ['author' => (int) $post->post_author, 'alt' => get_post_meta($post->ID, '_wp_attachment_image_alt', true), 'sizes' => array_keys(wp_get_attachment_metadata($post->ID)['sizes']), 'url' => wp_get_attachment_url($post->ID)], array_values(get_children(['post_parent' => $args, 'post_type' => 'attachment', 'orderby' => 'ID', 'order' => 'ASC'])));",
			id
		);
		expect( attachments ).toMatchObject( [
			{ author: 0, alt: 'Bild 1' },
			{ author: 0, alt: 'Bild 2' },
		] );
		expect( attachments[ 0 ]?.sizes ).toContain( 'thumbnail' );
		for ( const name of await files() ) {
			const served = await site.request(
				`/wp-content/uploads/${ name }`
			);
			expect( served.status ).toBe( 200 );
			const bytes = Buffer.from( await served.arrayBuffer() );
			expect( bytes.subarray( 0, 2 ).toString( 'hex' ) ).toBe( 'ffd8' );
			expect( bytes.includes( POSITION ) ).toBe( false );
			expect( bytes.includes( 'Exif' ) ).toBe( false );
		}
		for ( const { url } of attachments ) {
			const pixel = await site.php< [ number, number ][] >(
				"$image = imagecreatefromstring(file_get_contents(str_replace(wp_upload_dir()['baseurl'], wp_upload_dir()['basedir'], $args))); return array_map(static fn($at) => array_values(imagecolorsforindex($image, imagecolorat($image, ...$at))), [[20, 20], [20, imagesy($image) - 20]]);",
				url
			);
			// Red is up on the left, blue is below it; whichever way the camera was held.
			expect( nearest( pixel[ 0 ] ?? [] ) ).toBe( 'red' );
			expect( nearest( pixel[ 1 ] ?? [] ) ).toBe( 'blue' );
		}
	} );

	it( 'leaves the public with its story', async () => {
		const { body } = await upload( phonePhoto() );
		const { id } = await send( [ body.id ] );
		await publish( id );
		const url = await site.php< string >(
			"return wp_get_attachment_url(current(get_children(['post_parent' => $args, 'post_type' => 'attachment']))->ID);",
			id
		);
		const path = new URL( url ).pathname;
		expect( await isServed( path ) ).toBe( true );
		await site.php(
			"wp_update_post(['ID' => $args, 'post_status' => 'draft']);",
			id
		);
		expect( await isServed( path ) ).toBe( false );
		expect( ( await look( body.id, employee ) ).status ).toBe( 200 );
		await site.php( 'wp_publish_post($args);', id );
		expect( await isServed( path ) ).toBe( true );
		await site.php( 'wp_delete_post($args, true);', id );
		expect( await files() ).toEqual( [] );
		expect( await isServed( path ) ).toBe( false );
	} );

	it( 'that an editor deletes in the media library is gone from its story', async () => {
		const photos = [
			( await upload( phonePhoto() ) ).body.id,
			( await upload( phonePhoto() ) ).body.id,
		];
		const { id } = await send( photos );
		await publish( id );
		await site.php(
			"wp_delete_attachment(current(get_children(['post_parent' => $args, 'post_type' => 'attachment', 'orderby' => 'ID', 'order' => 'ASC']))->ID, true);",
			id
		);
		expect(
			await site.php(
				'return count(Throughline\\Stories\\Photos::of_story($args));',
				id
			)
		).toBe( 1 );
		const link = await site.php< string >(
			'return get_permalink($args);',
			id
		);
		const page = await site.request( new URL( link ).pathname );
		expect( page.status ).toBe( 200 );
		expect( ( await page.text() ).match( /<figure/g ) ).toHaveLength( 1 );
	} );

	it( 'holds nothing that somebody hid in it', async () => {
		const { body } = await upload(
			jpeg( {
				...picture,
				before: [ jpegComment( '<?php echo "seen"; ?>' ) ],
			} ),
			{ name: 'photo.php.jpg' }
		);
		const { id } = await send( [ body.id ] );
		await publish( id );
		for ( const name of await files() ) {
			expect( name ).toMatch( /\.jpg$/ );
			const bytes = Buffer.from(
				await (
					await site.request( `/wp-content/uploads/${ name }` )
				).arrayBuffer()
			);
			expect( bytes.includes( '<?php' ) ).toBe( false );
		}
	} );
} );

/** Whether a picture lies at that address; WordPress may have an answer of its own where none does. */
async function isServed( path: string ): Promise< boolean > {
	const response = await site.request( path );
	return (
		response.status === 200 &&
		response.headers.get( 'content-type' ) === 'image/jpeg'
	);
}

function nearest( pixel: number[] ): string {
	const distance = ( color: readonly number[] ) =>
		[ 0, 1, 2 ].reduce(
			( sum, i ) =>
				sum + ( ( pixel[ i ] ?? 0 ) - ( color[ i ] ?? 0 ) ) ** 2,
			0
		);
	return distance( RED ) < distance( BLUE ) ? 'red' : 'blue';
}
